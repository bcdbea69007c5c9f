//! The job of `environment:on_stop` does not stop the environment.
//!
//! Name a job with the same environment name and action: stop.

use crate::lint::facts::{Facts, Target};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::resolve::{ruby, Data, Value};

/// The rule.
pub static RULE: Rule = Rule {
    code: "on-stop-job",
    severity: Severity::Error,
    summary: "The job of `environment:on_stop` does not stop the environment.",
    help: "Name a job with the same environment name and action: stop.",
    source: "lib/gitlab/ci/yaml_processor.rb (validate_on_stop_job!)",
    bad: "deploy:\n  script: make deploy\n  environment: {name: review, on_stop: stop}\nstop:\n  script: make stop\n  environment: {name: review}\n",
    good: "deploy:\n  script: make deploy\n  environment: {name: review, on_stop: stop}\nstop:\n  script: make stop\n  environment: {name: review, action: stop}\n",
};

/// Each job whose environment names a job that stops it.
pub fn check(facts: &Facts, found: &mut Vec<Diagnostic>) {
    for job in facts.jobs.iter().filter(|job| facts.is_sound(job)) {
        let Some(environment) = job.map.given("environment").and_then(Value::as_map) else { continue };
        let Some(on_stop) = environment.given("on_stop") else { continue };
        let Some(stop) = on_stop.as_text() else { continue };
        let own = job.names().first().cloned().unwrap_or_else(|| job.subject.clone());
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
