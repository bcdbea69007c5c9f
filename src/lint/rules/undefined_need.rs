//! A job needs, or depends on, a job that is not there.
//!
//! Name a visible job; optional: true lets a need be missing.

use foldhash::{HashSet, HashSetExt};
use std::borrow::Cow;
use std::rc::Rc;

use super::{duplicate_need, late_need, matrix_variable};
use crate::lint::facts::{instances, needs_of, Facts, Instance, Job, Need, Target};
use crate::lint::fix::{self, Fix, Site};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::resolve::Value;
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "undefined-need",
    severity: Severity::Error,
    summary: "A job needs, or depends on, a job that is not there.",
    help: "Name a visible job; optional: true lets a need be missing.",
    source: "lib/gitlab/ci/yaml_processor.rb (validate_job_dependency!)",
    fix: Some(fix),
    on: true,
    bad: "test:\n  script: make test\n  needs: [build]\n",
    good: "build:\n  script: make\ntest:\n  script: make test\n  needs: [build]\n",
};

/// `Ci::BuildNeed::MAX_JOB_NAME_LENGTH`
const NAME_LIMIT: usize = 255;

/// Needs and dependencies of every job, each checked for being there, for its stage, and for being named twice.
pub fn check(facts: &Facts, found: &mut Vec<Diagnostic>) {
    let mut without_needs = HashSet::new();
    for (at, job) in facts.jobs.iter().enumerate().filter(|(_, job)| facts.is_sound(job)) {
        let mut checked = Checked { facts, job, at, found };
        checked.dependencies();
        checked.needs(&job.needs, true);
        let shared = job.map.given("rules").and_then(Value::identity);
        if !shared.is_some_and(|rules| without_needs.contains(&rules)) {
            let mut any = false;
            for needs in rules(job).into_iter().filter_map(|rule| rule.as_map()?.given("needs")) {
                checked.needs(&needs_of(needs), false);
                any = true;
            }
            without_needs.extend(shared.filter(|_| !any));
        }
        checked.included_artifacts();
    }
}

/// The rules of a job, lists among them flattened.
fn rules<'c>(job: &Job<'c>) -> Vec<&'c Value> {
    fn flatten<'c>(value: &'c Value, into: &mut Vec<&'c Value>) {
        match value.as_list() {
            Some(items) => items.iter().for_each(|item| flatten(item, into)),
            None => into.push(value),
        }
    }
    let mut rules = Vec::new();
    if let Some(value) = job.map.given("rules") {
        flatten(value, &mut rules);
    }
    rules
}

struct Checked<'f, 'c> {
    facts: &'f Facts<'c>,
    job: &'f Job<'c>,
    at: usize,
    found: &'f mut Vec<Diagnostic>,
}

impl Checked<'_, '_> {
    /// The name under which GitLab names the job: of a parallel one the first instance.
    fn own_name(&self) -> Rc<str> {
        self.job.first_name().clone()
    }

    fn dependencies(&mut self) {
        for dependency in self.job.dependencies {
            let Some(name) = dependency.as_text() else { continue };
            match self.facts.parallel(name) {
                Some(target) => self.stage_of(target, &self.first_instance(target), "dependency", dependency.span),
                None => self.one(name, "dependency", dependency.span, false),
            }
        }
    }

    /// `job` of the artifacts that a child pipeline is made of.
    fn included_artifacts(&mut self) {
        let trigger = self.job.map.given("trigger").and_then(Value::as_map);
        let Some(includes) = trigger.and_then(|trigger| trigger.given("include")) else { return };
        for include in includes.as_list().unwrap_or_default() {
            let job = include.as_map().and_then(|include| include.given("job"));
            if let Some((name, span)) = job.and_then(|job| Some((job.as_text()?, job.span))) {
                self.one(name, "dependency", span, false);
            }
        }
    }

    /// A job's needs. Only those of the job itself are spread out over parallel jobs, those of rules are not.
    fn needs(&mut self, needs: &[Need<'_>], spread: bool) {
        let mut names: Vec<(Cow<'_, str>, Span)> = Vec::new();
        for need in needs {
            let varies = need.name.contains("$[[") || need.parallel.is_some_and(matrix_variable::is_used);
            if varies && spread && self.job.instances.is_some() {
                names.extend(self.by_matrix(need).into_iter().map(|name| (Cow::Owned(name.to_string()), need.span)));
                continue;
            }
            let target = self.facts.parallel(need.name).filter(|_| spread);
            let Some(target) = target else {
                self.one(need.name, "need", need.span, need.optional);
                names.push((Cow::Borrowed(need.name), need.span));
                continue;
            };
            let meant: Vec<Rc<str>> = match need.parallel {
                None => self.facts.jobs[target].names().cloned().collect(),
                Some(parallel) => {
                    let chosen = instances(need.name, parallel).unwrap_or_default();
                    chosen.into_iter().map(|instance| instance.name).collect()
                }
            };
            if need.parallel.is_some() {
                for name in &meant {
                    self.one(name, "need", need.span, need.optional);
                }
            } else if let Some(first) = meant.first() {
                if let Some(long) = meant.iter().find(|name| name.chars().count() > NAME_LIMIT) {
                    self.too_long(&long.clone(), need.span);
                }
                self.stage_of(target, &first.clone(), "need", need.span);
            }
            names.extend(meant.into_iter().map(|name| (Cow::Owned(name.to_string()), need.span)));
        }
        duplicate_need::check(&self.own_name(), self.job, &names, self.found);
    }

    /// A need that differs from instance to instance of the job. The names that the first one needs.
    fn by_matrix(&mut self, need: &Need<'_>) -> Vec<Rc<str>> {
        let job = self.job;
        let needed = |own: &Instance| -> Vec<Rc<str>> {
            let name = matrix_variable::substituted(&Value::text(need.name, need.span), own);
            let name = name.as_text().unwrap_or(need.name);
            match need.parallel.map(|parallel| matrix_variable::substituted(parallel, own)) {
                Some(parallel) => {
                    let chosen = instances(name, &parallel).unwrap_or_default();
                    chosen.into_iter().map(|instance| instance.name).collect()
                }
                None => vec![name.into()],
            }
        };
        for own in job.instances.iter().flatten() {
            // A variable that is not in the matrix has an error of its own.
            for name in needed(own).iter().filter(|name| !name.contains("$[[")) {
                let (rule, message) = match self.facts.by_name(name) {
                    Target::Nothing if !need.optional => (&RULE, format!("{} job: undefined need: {name}", own.name)),
                    Target::Job(target) if late_need::is_late(self.facts, self.at, target) => {
                        let late = "is not defined in current or prior stages";
                        (&late_need::RULE, format!("{} job: need {name} {late}", own.name))
                    }
                    _ => continue,
                };
                self.found.push(Diagnostic::new(rule, message, need.span).of(&job.subject));
                return Vec::new();
            }
        }
        job.instances.iter().flatten().next().map(needed).unwrap_or_default()
    }

    fn first_instance(&self, job: usize) -> Rc<str> {
        self.facts.jobs[job].first_name().clone()
    }

    fn one(&mut self, name: &str, what: &str, span: Span, optional: bool) {
        match self.facts.by_name(name) {
            Target::Unknown => {}
            Target::Nothing if optional => {}
            Target::Nothing => {
                let message = format!("{} job: undefined {what}: {name}", self.own_name());
                self.found.push(Diagnostic::new(&RULE, message, span).of(&self.job.subject));
            }
            Target::Job(target) => {
                if what == "need" && name.chars().count() > NAME_LIMIT {
                    self.too_long(name, span);
                }
                self.stage_of(target, name, what, span);
            }
        }
    }

    fn too_long(&mut self, name: &str, span: Span) {
        let own = self.own_name();
        let message = format!("{own} job: need `{name}` name is too long (maximum is {NAME_LIMIT} characters)");
        self.found.push(Diagnostic::new(&super::shape::LIMIT, message, span).of(&self.job.subject));
    }

    fn stage_of(&mut self, target: usize, name: &str, what: &str, span: Span) {
        let late = late_need::is_late(self.facts, self.at, target);
        if late {
            let message = format!("{} job: {what} {name} is not defined in current or prior stages", self.own_name());
            self.found.push(Diagnostic::new(&late_need::RULE, message, span).of(&self.job.subject));
        }
    }
}

/// The job that was probably meant, or none.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let own = site.finding.subject.clone();
    let others: Vec<&str> = site.visible_jobs().filter(|name| Some(*name) != own.as_deref()).collect();
    site.nearest(others).or_else(|| fix::taken_out(site))
}
