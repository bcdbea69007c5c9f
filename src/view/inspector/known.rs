//! Names that a file has, for completion.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use crate::pipeline::{jobs, strings, Stages};
use crate::resolve::chain;
use crate::yaml::{Document, Kind, NodeRef};

/// Bases that are followed.
const DEPTH: usize = 12;

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
        let by_name: HashMap<&str, NodeRef<'_>> =
            jobs(document).filter_map(|job| Some((job.name(), job.value().resolved()?))).collect();
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
                let stage = by_name.get(job.name()).and_then(|node| stage_of(*node, &by_name, 0)).unwrap_or("test");
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

pub(super) fn stage_of<'d>(job: NodeRef<'d>, jobs: &HashMap<&str, NodeRef<'d>>, depth: usize) -> Option<&'d str> {
    if depth > DEPTH {
        return None;
    }
    let mut own = None;
    for entry in job.entries() {
        match entry.key.value() {
            "stage" => own = entry.value.resolved().map(|node| node.value()),
            "<<" => {
                let merged =
                    chain::merge_targets(entry.value).find_map(|(_, target)| stage_of(target, jobs, depth + 1));
                own = merged.or(own);
            }
            _ => {}
        }
    }
    own.or_else(|| {
        let bases = chain::bases(job);
        bases.iter().rev().find_map(|base| stage_of(*jobs.get(base)?, jobs, depth + 1))
    })
    .filter(|_| job.kind() == Kind::Mapping)
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
