//! Who gets whose artifacts, dotenv reports among them (doc/ci/yaml: needs, needs:artifacts, dependencies).

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::entry::needs;
use super::facts::{Facts, Job};
use crate::resolve::{Data, Value};

/// From which jobs a job takes artifacts.
pub enum Taking<'c> {
    /// From all of earlier stages.
    Earlier,
    /// From the jobs of these names.
    Named(HashSet<&'c str>),
}

impl<'c> Taking<'c> {
    /// That of each job; jobs that share their needs share it.
    pub fn of_all(facts: &Facts<'c>) -> Vec<Rc<Self>> {
        let mut known: HashMap<[Option<usize>; 2], Rc<Self>> = HashMap::new();
        let of = |job: &Job<'c>| {
            let keys = ["needs", "dependencies"].map(|keyword| job.map.given(keyword));
            if keys.iter().flatten().any(|value| value.identity().is_none()) {
                return Rc::new(Self::of(job));
            }
            let identity = keys.map(|value| value.and_then(Value::identity));
            known.entry(identity).or_insert_with(|| Rc::new(Self::of(job))).clone()
        };
        facts.jobs.iter().map(of).collect()
    }

    /// What `needs` and `dependencies` of the job say.
    fn of(job: &Job<'c>) -> Self {
        let named = job.map.given("dependencies").and_then(Value::as_list);
        match (job.map.given("needs"), named) {
            (Some(needs), _) => Self::Named(needs::items(needs).into_iter().filter_map(needed).collect()),
            (None, Some(names)) => Self::Named(names.iter().filter_map(Value::as_text).collect()),
            (None, None) => Self::Earlier,
        }
    }

    /// Whether the artifacts of job `maker` come to job `taker`, whose taking this is. Yes where it can't be known.
    pub fn reaches(&self, facts: &Facts<'c>, taker: usize, maker: usize) -> bool {
        match self {
            Self::Earlier => match (facts.stage_index(maker), facts.stage_index(taker)) {
                (Some(Some(maker)), Some(Some(taker))) => maker < taker,
                _ => true,
            },
            Self::Named(names) => names_of(&facts.jobs[maker]).iter().any(|name| names.contains(name.as_str())),
        }
    }
}

/// The name that a need goes by, unless it leaves the artifacts out.
fn needed(item: &Value) -> Option<&str> {
    match &item.data {
        Data::Text(name) => Some(name),
        Data::Map(map) => {
            let artifacts = map.get("artifacts").is_none_or(|flag| !matches!(flag.data, Data::Bool(false)));
            map.get("job").and_then(Value::as_text).filter(|_| artifacts)
        }
        _ => None,
    }
}

/// The names under which a job may be needed: as it is written, and as it runs.
fn names_of(job: &Job<'_>) -> Vec<String> {
    let instances = job.instances.iter().flatten().map(|instance| instance.name.to_string());
    std::iter::once(job.name.to_owned()).chain(instances).collect()
}
