//! The job of `environment:on_stop` does not stop the environment.
//!
//! Name a job with the same environment name and action: stop.

use crate::lint::facts::{Facts, Target};
use crate::lint::fix::{self, Fix, Site};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::pipeline::job_named;
use crate::resolve::{ruby, Data, Value};
use crate::yaml::{Kind, NewValue};

/// The rule.
pub static RULE: Rule = Rule {
    code: "on-stop-job",
    severity: Severity::Error,
    summary: "The job of `environment:on_stop` does not stop the environment.",
    help: "Name a job with the same environment name and action: stop.",
    source: "lib/gitlab/ci/yaml_processor.rb (validate_on_stop_job!)",
    fix: Some(fix),
    on: true,
    bad: "deploy:\n  script: make deploy\n  environment: {name: review, on_stop: stop}\nstop:\n  script: make stop\n  when: manual\n  environment: {name: review}\n",
    good: "deploy:\n  script: make deploy\n  environment: {name: review, on_stop: stop}\nstop:\n  script: make stop\n  when: manual\n  environment: {name: review, action: stop}\n",
};

/// Each job whose environment names a job that stops it.
pub fn check(facts: &Facts, found: &mut Vec<Diagnostic>) {
    for job in facts.jobs.iter().filter(|job| facts.is_sound(job)) {
        let Some(environment) = job.map.given("environment").and_then(Value::as_map) else { continue };
        let Some(on_stop) = environment.given("on_stop") else { continue };
        let Some(stop) = on_stop.as_text() else { continue };
        let own = job.first_name();
        let what = match facts.by_name(stop) {
            Target::Unknown => continue,
            Target::Nothing => Some("is not defined"),
            Target::Job(at) => {
                let other = &facts.jobs[at].map;
                wrong_with(environment.get("name"), other.given("environment"), other.open || facts.open)
            }
        };
        if let Some(what) = what {
            let message = format!("{own} job: on_stop job {stop} {what}");
            found.push(Diagnostic::new(&RULE, message, on_stop.span).of(&job.subject));
        }
    }
}

fn wrong_with(name: Option<&Value>, stop: Option<&Value>, open: bool) -> Option<&'static str> {
    let Some(stop) = stop else { return (!open).then_some("does not have environment defined") };
    let (other, action) = match &stop.data {
        Data::Map(map) if map.open => return None,
        Data::Map(map) => (map.get("name"), map.get("action")),
        Data::Text(_) => (Some(stop), None),
        _ => return None,
    };
    if name.map(ruby::to_s) != other.map(ruby::to_s) {
        return Some("have different environment name");
    }
    match action {
        Some(action) if action.is_unknown() || action.as_text() == Some("stop") => None,
        None if open => None,
        _ => Some("needs to have action stop defined"),
    }
}

/// The job that was probably meant; one that is there gets what it lacks.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let name = site.node().filter(|node| node.kind() == Kind::Scalar)?;
    let Some(stop) = job_named(site.document, name.value()) else {
        let jobs: Vec<&str> = site.visible_jobs().collect();
        return site.nearest(jobs).or_else(|| fix::entry_taken_out(site));
    };
    let own = site.job()?.get("environment")?.get("name").and_then(NewValue::copy_of)?;
    let action = NewValue::String("stop".to_owned());
    let Some(environment) = stop.get("environment") else {
        let value = NewValue::Map(vec![("name".to_owned(), own), ("action".to_owned(), action)]);
        return Some(Fix::set(stop.value(), "environment", value));
    };
    if environment.kind() != Kind::Mapping {
        return None;
    }
    match environment.get("name").and_then(NewValue::copy_of) {
        Some(theirs) if theirs == own => Some(Fix::set(environment, "action", action)),
        _ => Some(Fix::set(environment, "name", own)),
    }
}
