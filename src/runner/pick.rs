//! Picking a runner by tags: the nearest to some tags, and the fewest tags that lead to one.

use super::{Fleet, Runner};

/// The runner that comes nearest to having some tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest<'f> {
    /// Its place in the fleet.
    pub at: usize,
    /// The runner.
    pub runner: &'f Runner,
    /// The tags that it lacks.
    pub lacks: Vec<&'f str>,
}

impl Fleet {
    /// The runner with the most of these tags, of several the one that lacks the fewest; the first of equals. None where
    /// no runner has any of them.
    pub fn nearest<'f, T: AsRef<str>>(&'f self, tags: &'f [T]) -> Option<Nearest<'f>> {
        let lacks = |runner: &Runner| -> Vec<&'f str> {
            tags.iter().map(AsRef::as_ref).filter(|tag| !runner.has(tag)).collect()
        };
        let near = self.runners.iter().enumerate().map(|(at, runner)| Nearest { at, runner, lacks: lacks(runner) });
        // Of the same tags, those that are not lacking are in common. The most foreign tags come last.
        near.filter(|near| near.lacks.len() < tags.len()).min_by_key(|near| (near.lacks.len(), near.runner.tags.len()))
    }

    /// Few tags of a runner with which it takes a job, and no other runner does where that is possible, `keep` among
    /// them. None where no tags lead to it: it has none.
    pub fn tags_for(&self, runner: usize, keep: &[&str]) -> Option<Vec<String>> {
        self.tags_that(runner, keep, |other| other != runner)
    }

    /// The same, but runners that `unwanted` does not name may take the job too.
    pub fn tags_that(&self, runner: usize, keep: &[&str], unwanted: impl Fn(usize) -> bool) -> Option<Vec<String>> {
        let own = self.runners.get(runner)?;
        let mut chosen: Vec<&str> = keep.iter().copied().filter(|tag| own.has(tag)).collect();
        let others = self.runners.iter().enumerate().filter(|(at, _)| unwanted(*at)).map(|(_, other)| other);
        let mut rivals: Vec<&Runner> = others.filter(|other| chosen.iter().all(|tag| other.has(tag))).collect();
        // The tag that the fewest rivals have, until it leads to this one alone or no tag tells them apart any more.
        loop {
            let having = |tag: &str| rivals.iter().filter(|rival| rival.has(tag)).count();
            let best = own.tags.iter().map(String::as_str).min_by_key(|tag| having(tag))?;
            let left = having(best);
            if !chosen.is_empty() && left == rivals.len() {
                break;
            }
            chosen.push(best);
            rivals.retain(|rival| rival.has(best));
        }
        Some(chosen.into_iter().map(str::to_owned).collect())
    }
}

impl Runner {
    /// Whether it has a tag.
    pub fn has(&self, tag: &str) -> bool {
        self.tags.iter().any(|own| own == tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fleet(tags: &[&[&str]]) -> Fleet {
        let runner = |(at, tags): (usize, &&[&str])| Runner {
            name: at.to_string(),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ..Runner::default()
        };
        Fleet { runners: tags.iter().enumerate().map(runner).collect() }
    }

    #[test]
    fn the_nearest_has_the_most_tags_in_common() {
        let fleet = fleet(&[&["docker", "build"], &["docker", "linux", "prod"], &["linux", "docker"]]);
        let near = fleet.nearest(&["docker", "linux", "arm"]).unwrap();
        assert_eq!((near.runner.name.as_str(), near.lacks), ("2", vec!["arm"]));
        assert_eq!(fleet.nearest(&["build", "x", "y"]).unwrap().runner.name, "0");
        assert_eq!(fleet.nearest(&["arm"]), None);
    }

    #[test]
    fn the_fewest_tags_lead_to_a_runner() {
        let fleet = fleet(&[&["docker", "build"], &["docker", "prod"], &["docker", "build", "big"], &["docker"], &[]]);
        let tags = |runner| fleet.tags_for(runner, &[]);
        assert_eq!(tags(1), Some(vec!["prod".to_owned()]));
        assert_eq!(tags(2), Some(vec!["big".to_owned()]));
        assert_eq!(tags(0), Some(vec!["build".to_owned()]), "the one with more tags takes it too");
        assert_eq!(tags(3), Some(vec!["docker".to_owned()]));
        assert_eq!((tags(4), tags(5)), (None, None));
    }

    #[test]
    fn tags_that_are_kept_come_first() {
        let fleet = fleet(&[&["docker", "build"], &["docker", "prod"]]);
        assert_eq!(fleet.tags_for(1, &["docker", "arm"]), Some(vec!["docker".to_owned(), "prod".to_owned()]));
        assert_eq!(fleet.tags_for(0, &["build"]), Some(vec!["build".to_owned()]));
    }

    #[test]
    fn two_tags_are_found_where_one_is_not_enough() {
        let fleet = fleet(&[&["a", "b", "c"], &["a", "c"], &["b", "c"]]);
        assert_eq!(fleet.tags_for(0, &[]), Some(vec!["a".to_owned(), "b".to_owned()]));
    }
}
