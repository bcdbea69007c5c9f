//! Names that a file has, for completion.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::pipeline::{job_named, jobs, strings, Stages};
use crate::resolve::chain;
use crate::yaml::{Document, Kind, NodeRef};

/// Names that a file has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// Tags of jobs and of `default`.
    pub tags: Rc<[Rc<str>]>,
    /// Jobs that can be extended, hidden ones first.
    pub bases: Rc<[Rc<str>]>,
    /// Jobs that run, with the place of their stage, in the order of the stages.
    jobs: Rc<[(Rc<str>, usize)]>,
}

impl Known {
    /// The names in a file.
    pub fn of(document: &Document) -> Self {
        let stages = Stages::read(document);
        let mut tags = BTreeSet::new();
        let mut tagged = |node: Option<NodeRef<'_>>| {
            for item in strings(node).value().into_iter().flatten().filter(|item| item.editable) {
                tags.insert(Rc::from(item.text.as_str()));
            }
        };
        tagged(document.top().and_then(|top| top.get("default")).and_then(|default| default.get("tags")));
        let mut placed: Vec<(Rc<str>, usize)> = Vec::new();
        let (mut hidden, mut visible): (Vec<Rc<str>>, Vec<Rc<str>>) = (Vec::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for job in jobs(document) {
            tagged(job.get("tags"));
            if !seen.insert(job.name()) {
                continue;
            }
            let name: Rc<str> = job.name().into();
            if job.is_hidden() {
                hidden.push(name);
            } else {
                let stage = stage_of(document, job.name());
                placed.push((name.clone(), stages.index(stage).unwrap_or(usize::MAX)));
                visible.push(name);
            }
        }
        placed.sort_by_key(|(_, stage)| *stage);
        hidden.extend(visible);
        Self { tags: tags.into_iter().collect(), bases: hidden.into(), jobs: placed.into() }
    }

    /// Jobs that `job` may need: of its stage or earlier ones. All but itself for a hidden job, which has no place.
    pub fn needed_by(&self, job: &str) -> Vec<Rc<str>> {
        let place = self.jobs.iter().find(|(name, _)| **name == *job).map_or(usize::MAX, |(_, stage)| *stage);
        let earlier = self.jobs.iter().filter(|(name, stage)| *stage <= place && **name != *job);
        let mut names: Vec<_> = earlier.cloned().collect();
        // The nearest stage first.
        names.sort_by_key(|(_, stage)| std::cmp::Reverse(*stage));
        names.into_iter().map(|(name, _)| name).collect()
    }

    /// Jobs that run, but for one.
    pub fn others(&self, job: &str) -> Vec<Rc<str>> {
        self.jobs.iter().filter(|(name, _)| **name != *job).map(|(name, _)| name.clone()).collect()
    }
}

/// The stage that counts for a job.
pub(super) fn stage_of<'d>(document: &'d Document, job: &str) -> &'d str {
    let keywords = job_named(document, job)
        .and_then(|job| job.value().resolved())
        .filter(|keywords| keywords.kind() == Kind::Mapping);
    let found = keywords.and_then(|keywords| chain::keyword(document, keywords, "stage"));
    found.map_or("test", |found| found.value.value())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_may_need_those_of_its_stage_and_before() {
        let text =
            "stages: [x, y, z]\n.t:\n  stage: y\na:\n  stage: x\nb:\n  extends: .t\nc:\n  stage: y\nd:\n  stage: z\n";
        let known = Known::of(&Document::parse(text));
        let names: Vec<_> = known.needed_by("b").iter().map(|name| name.to_string()).collect();
        assert_eq!(names, ["c", "a"]);
        assert_eq!(known.bases.first().map(|name| &**name), Some(".t"));
    }

    #[test]
    fn tags_of_all_jobs_are_known_once() {
        let text = "default:\n  tags: [docker]\na:\n  tags: [linux, docker]\n.b:\n  tags: arm\n";
        let tags = Known::of(&Document::parse(text)).tags;
        assert_eq!(tags.iter().map(|tag| &**tag).collect::<Vec<_>>(), ["arm", "docker", "linux"]);
    }
}
