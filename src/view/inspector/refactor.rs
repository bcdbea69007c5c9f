//! What refactorings can be chosen: the jobs and keywords for a new base, the anchors of the file.

use std::rc::Rc;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::command::common_keywords;
use crate::pipeline::jobs;
use crate::yaml::{Document, Kind};

/// An anchor and how often it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorRow {
    /// Its name.
    pub name: Rc<str>,
    /// Its aliases.
    pub uses: usize,
}

/// Anchors that are listed.
const MOST_ANCHORS: usize = 500;

/// The anchors of the file, each name once, and how many more there are than are listed.
pub fn anchors(document: &Document) -> (Vec<AnchorRow>, usize) {
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for alias in document.aliases() {
        *uses.entry(alias.value()).or_default() += 1;
    }
    let mut seen = HashSet::new();
    let names = document.anchored().filter_map(|node| node.anchor());
    let mut names: Vec<&str> = names.filter(|name| seen.insert(*name)).collect();
    let more = names.len().saturating_sub(MOST_ANCHORS);
    names.truncate(MOST_ANCHORS);
    let row = |name: &str| AnchorRow { name: name.into(), uses: uses.get(name).copied().unwrap_or_default() };
    (names.into_iter().map(row).collect(), more)
}

/// Jobs that may share a new base with `job`, each with the keywords that it has in common with it, most first.
pub fn akin(document: &Document, job: &str) -> Vec<(Rc<str>, Vec<String>)> {
    let others = jobs(document).filter(|other| other.name() != job && other.value().kind() == Kind::Mapping);
    let mut akin: Vec<(Rc<str>, Vec<String>)> = others
        .map(|other| {
            let common = common_keywords(document, &[job.to_owned(), other.name().to_owned()]);
            (Rc::from(other.name()), common)
        })
        .filter(|(_, common)| !common.is_empty())
        .collect();
    akin.sort_by_key(|(_, common)| std::cmp::Reverse(common.len()));
    akin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_with_most_in_common_come_first() {
        let text = "a:\n  tags: [x]\n  image: go\nb:\n  image: go\nc:\n  image: go\n  tags: [x]\nd:\n  tags: [y]\n";
        let names: Vec<String> = akin(&Document::parse(text), "a").iter().map(|(name, _)| name.to_string()).collect();
        assert_eq!(names, ["c", "b"]);
    }

    #[test]
    fn anchors_are_counted_by_their_uses() {
        let (rows, more) = anchors(&Document::parse(".a: &a x\nb: *a\nc: *a\n.d: &d y\n"));
        let rows: Vec<_> = rows.iter().map(|row| (&*row.name, row.uses)).collect();
        assert_eq!((rows, more), (vec![("a", 2), ("d", 0)], 0));
        let many: String = (0..700).map(|at| format!("k{at}: &a{at} x\n")).collect();
        let (rows, more) = anchors(&Document::parse(many));
        assert_eq!((rows.len(), more), (500, 200));
    }
}
