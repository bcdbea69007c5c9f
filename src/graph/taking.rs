//! Who gets whose artifacts, dotenv reports among them, and why (doc/ci/yaml: needs, needs:artifacts, dependencies;
//! app/models/ci/build_dependencies.rb).

use foldhash::{HashMap, HashMapExt, HashSet};
use std::rc::Rc;

use super::facts::{Facts, Job};
use super::needs::need_items;
use crate::resolve::{Data, Value};

/// From which jobs a job takes artifacts.
#[derive(Debug, Default)]
pub struct Taking<'c> {
    /// The jobs that it needs, and whether with their artifacts. None where it has no `needs`.
    needs: Option<HashMap<&'c str, bool>>,
    /// The jobs in `dependencies`. None where it has none.
    dependencies: Option<HashSet<&'c str>>,
    /// Whether part of that comes from elsewhere.
    unknown: bool,
}

/// Why a job gets the artifacts of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// It needs it.
    Needs,
    /// It names it in `dependencies`.
    Dependencies,
    /// It is in a later stage and says nothing else.
    Stage,
}

/// Why a job does not get them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Barrier {
    /// It has `needs`, and the maker is not among them.
    NotNeeded,
    /// It needs the maker with `artifacts: false`.
    WithoutArtifacts,
    /// It has `dependencies`, and the maker is not among them.
    NotDepended,
    /// It is not in a later stage.
    Stage,
}

/// Whether a job gets the artifacts of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// It does.
    Yes(Way),
    /// It does not.
    No(Barrier),
    /// It can't be known.
    Unknown,
}

impl<'c> Taking<'c> {
    /// That of each job; jobs that share their needs share it.
    pub fn of_all(facts: &Facts<'c>) -> Vec<Rc<Self>> {
        let mut known: HashMap<[Option<usize>; 3], Rc<Self>> = HashMap::new();
        let of = |job: &Job<'c>| {
            let keys = ["needs", "dependencies", "rules"].map(|keyword| job.map.given(keyword));
            if keys.iter().flatten().any(|value| value.identity().is_none()) {
                return Rc::new(Self::of(job));
            }
            let identity = keys.map(|value| value.and_then(Value::identity));
            known.entry(identity).or_insert_with(|| Rc::new(Self::of(job))).clone()
        };
        facts.jobs.iter().map(of).collect()
    }

    /// What `needs`, `rules:needs` and `dependencies` of the job say. What one of its rules may bring counts as there.
    fn of(job: &Job<'c>) -> Self {
        let mut taking = Self::default();
        let rules = job.map.given("rules").and_then(Value::as_list).unwrap_or_default();
        let of_rules = rules.iter().filter_map(|rule| rule.as_map()?.given("needs"));
        for needs in job.map.given("needs").into_iter().chain(of_rules) {
            taking.need(needs);
        }
        match job.map.given("dependencies") {
            Some(value) if value.is_unknown() => taking.unknown = true,
            named => {
                let names = named.and_then(Value::as_list);
                taking.dependencies = names.map(|names| names.iter().filter_map(Value::as_text).collect());
            }
        }
        taking
    }

    fn need(&mut self, value: &'c Value) {
        let needs = self.needs.get_or_insert_default();
        for item in need_items(value) {
            match &item.data {
                Data::Text(name) => {
                    needs.insert(name, true);
                }
                Data::Map(map) if !map.has("project") && !map.has("pipeline") => {
                    let flag = map.get("artifacts");
                    self.unknown |= map.open || flag.is_some_and(Value::is_unknown);
                    let artifacts = flag.is_none_or(|flag| !matches!(flag.data, Data::Bool(false)));
                    if let Some(name) = map.get("job").and_then(Value::as_text) {
                        *needs.entry(name).or_default() |= artifacts;
                    }
                }
                _ => self.unknown |= item.is_unknown(),
            }
        }
    }

    /// Whether it takes from all of earlier stages.
    pub fn is_by_stage(&self) -> bool {
        self.needs.is_none() && self.dependencies.is_none()
    }

    /// The names that it takes from where it does not go by stage.
    pub fn named(&self) -> impl Iterator<Item = &'c str> + '_ {
        let depended = |name: &&str| self.dependencies.as_ref().is_none_or(|names| names.contains(name));
        let needed = self.needs.iter().flatten().filter(|(_, artifacts)| **artifacts).map(|(name, _)| *name);
        let listed = self.dependencies.iter().flatten().copied().filter(|_| self.needs.is_none());
        needed.filter(depended).chain(listed)
    }

    /// Whether the artifacts of job `maker` come to job `taker`, whose taking this is.
    pub fn reach(&self, facts: &Facts<'c>, taker: usize, maker: usize) -> Reach {
        if self.unknown {
            return Reach::Unknown;
        }
        let job = &facts.jobs[maker];
        let depended = self.dependencies.as_ref().map(|names| job.called().any(|name| names.contains(name)));
        if let Some(needs) = &self.needs {
            let needed = job.called().filter_map(|name| needs.get(name)).max();
            return match (needed, depended) {
                (None, _) => Reach::No(Barrier::NotNeeded),
                (Some(false), _) => Reach::No(Barrier::WithoutArtifacts),
                (Some(true), Some(false)) => Reach::No(Barrier::NotDepended),
                (Some(true), _) => Reach::Yes(Way::Needs),
            };
        }
        match depended {
            Some(true) => Reach::Yes(Way::Dependencies),
            Some(false) => Reach::No(Barrier::NotDepended),
            None => match (facts.stage_index(maker), facts.stage_index(taker)) {
                (Some(Some(maker)), Some(Some(taker))) if maker < taker => Reach::Yes(Way::Stage),
                (Some(Some(_)), Some(Some(_))) => Reach::No(Barrier::Stage),
                _ => Reach::Unknown,
            },
        }
    }

    /// Whether they come; yes where it can't be known.
    pub fn reaches(&self, facts: &Facts<'c>, taker: usize, maker: usize) -> bool {
        !matches!(self.reach(facts, taker, maker), Reach::No(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::of_file;
    use crate::yaml::Document;

    /// Whether job `t` gets the artifacts of job `m`.
    fn reach(jobs: &str) -> Reach {
        let effective = of_file(&Document::parse(format!("m: {{stage: build, script: x}}\n{jobs}")));
        let facts = Facts::of(effective.config.as_map().unwrap(), &Default::default());
        let at = |name: &str| facts.jobs.iter().position(|job| job.name == name).unwrap();
        Taking::of_all(&facts)[at("t")].reach(&facts, at("t"), at("m"))
    }

    #[test]
    fn without_needs_and_dependencies_the_stages_decide() {
        assert_eq!(reach("t: {stage: deploy, script: x}\n"), Reach::Yes(Way::Stage));
        assert_eq!(reach("t: {stage: build, script: x}\n"), Reach::No(Barrier::Stage));
        assert_eq!(reach("include: a.yml\nt: {stage: $X, script: x}\n"), Reach::Unknown);
    }

    #[test]
    fn needs_take_the_place_of_the_stages() {
        assert_eq!(reach("t: {stage: build, script: x, needs: [m]}\n"), Reach::Yes(Way::Needs));
        assert_eq!(reach("t: {stage: deploy, script: x, needs: []}\n"), Reach::No(Barrier::NotNeeded));
        let without = "t: {stage: deploy, script: x, needs: [{job: m, artifacts: false}]}\n";
        assert_eq!(reach(without), Reach::No(Barrier::WithoutArtifacts));
        let by_rule = "t: {stage: deploy, script: x, needs: [], rules: [{if: $A, needs: [m]}]}\n";
        assert_eq!(reach(by_rule), Reach::Yes(Way::Needs));
        let optional = "t: {stage: deploy, script: x, needs: [{job: m, optional: true}]}\n";
        assert_eq!(reach(optional), Reach::Yes(Way::Needs));
    }

    #[test]
    fn dependencies_narrow_both() {
        assert_eq!(reach("t: {stage: deploy, script: x, dependencies: [m]}\n"), Reach::Yes(Way::Dependencies));
        assert_eq!(reach("t: {stage: deploy, script: x, dependencies: []}\n"), Reach::No(Barrier::NotDepended));
        let both = "t: {stage: deploy, script: x, needs: [m], dependencies: []}\n";
        assert_eq!(reach(both), Reach::No(Barrier::NotDepended));
    }

    #[test]
    fn a_parallel_job_goes_by_each_of_its_names() {
        let effective = of_file(&Document::parse(
            "m: {stage: build, script: x, parallel: {matrix: [{A: [x, y]}]}}\nt: {stage: deploy, script: x, needs: ['m: [y]']}\n",
        ));
        let facts = Facts::of(effective.config.as_map().unwrap(), &Default::default());
        assert_eq!(Taking::of_all(&facts)[1].reach(&facts, 1, 0), Reach::Yes(Way::Needs));
    }
}
