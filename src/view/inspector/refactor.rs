//! What refactorings can be chosen: the jobs and keywords for a new base, the anchors of the file.

use std::rc::Rc;

use crate::command::{anchor_uses, common_keywords};
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

/// The anchors of the file, each name once.
pub fn anchors(document: &Document) -> Vec<AnchorRow> {
    let mut rows: Vec<AnchorRow> = Vec::new();
    for name in document.all_nodes().filter_map(|node| node.anchor()) {
        if !rows.iter().any(|row| *row.name == *name) {
            rows.push(AnchorRow { name: name.into(), uses: anchor_uses(document, name).len() });
        }
    }
    rows
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
        let rows = anchors(&Document::parse(".a: &a x\nb: *a\nc: *a\n.d: &d y\n"));
        let rows: Vec<_> = rows.iter().map(|row| (&*row.name, row.uses)).collect();
        assert_eq!(rows, [("a", 2), ("d", 0)]);
    }
}
