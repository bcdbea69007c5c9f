//! A job keeps artifacts that no later job takes.
//!
//! Off where nobody asks for it: people download artifacts, and no file shows that.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::graph::Taking;
use crate::lint::advice::Advice;
use crate::lint::fix;
use crate::lint::{Diagnostic, Rule, Severity};
use crate::resolve::{Data, Map, Value};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "unused-artifact",
    severity: Severity::Warning,
    summary: "A job keeps files as artifacts that no later job takes.",
    help: "Take them out, or add the job to needs or dependencies of the job that should have them. For people, name them by expose_as.",
    source: "doc/ci/yaml (needs, dependencies): which artifacts a job gets",
    fix: Some(fix::entry_taken_out),
    on: false,
    bad: "build:\n  stage: build\n  script: make\n  artifacts:\n    paths: [out/]\ndeploy:\n  stage: deploy\n  script: make deploy\n  needs: []\n",
    good: "build:\n  stage: build\n  script: make\n  artifacts:\n    paths: [out/]\ndeploy:\n  stage: deploy\n  script: make deploy\n  needs: [build]\n",
};

/// Each job whose paths no job gets that stands in a later stage, where there is one. Files for people are left out:
/// those with a title for merge requests, of failed jobs, of Pages and of releases.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    let facts = advice.facts;
    if facts.open {
        return;
    }
    let taking = Taking::of_all(facts);
    let mut named: HashSet<&str> = HashSet::new();
    let mut counted = HashSet::new();
    let mut last_of_all = None;
    let mut last = None;
    for (at, taking) in taking.iter().enumerate() {
        let stage = facts.stage_index(at).flatten();
        last = last.max(stage);
        if taking.is_by_stage() {
            last_of_all = last_of_all.max(stage);
        } else if counted.insert(Rc::as_ptr(taking)) {
            named.extend(taking.named());
        }
        if let Some(trigger) = facts.jobs[at].map.given("trigger") {
            made_for(trigger, &mut named);
        }
    }
    // Artifacts that jobs share are for nobody only if none of those jobs is taken from.
    let mut shared: HashMap<Span, bool> = HashMap::new();
    let mut unused = Vec::new();
    for (at, job) in facts.jobs.iter().enumerate() {
        let Some(entry) = job.map.entry("artifacts") else { continue };
        let Some(artifacts) = entry.value.as_map() else { continue };
        let stage = facts.stage_index(at).flatten();
        let is_taken = stage.is_none()
            || stage >= last
            || stage < last_of_all
            || named.contains(job.name)
            || job.instances.iter().flatten().any(|instance| named.contains(&*instance.name));
        let kept = is_taken || for_people(artifacts) || is_published(job.name, job.map) || !facts.is_sound(job);
        *shared.entry(entry.key_span).or_default() |= kept;
        if !kept && artifacts.given("paths").is_some() {
            unused.push((job, entry));
        }
    }
    let mut seen = HashSet::new();
    for (job, entry) in unused {
        let place = entry.key_span;
        if shared.get(&place) == Some(&true) || !seen.insert(place) {
            continue;
        }
        let message = format!("no later job takes the artifacts of {}", job.name);
        found.push(Diagnostic::new(&RULE, message, place).of(&job.subject));
    }
}

fn for_people(artifacts: &Map) -> bool {
    let on_failure = artifacts.given("when").and_then(Value::as_text).is_some_and(|when| when != "on_success");
    on_failure || ["expose_as", "reports"].iter().any(|keyword| artifacts.given(keyword).is_some())
}

fn is_published(name: &str, job: &Map) -> bool {
    name == "pages" || ["pages", "release", "environment"].iter().any(|keyword| job.given(keyword).is_some())
}

/// The jobs whose artifacts make a child pipeline.
fn made_for<'c>(value: &'c Value, named: &mut HashSet<&'c str>) {
    match &value.data {
        Data::List(list) => list.items.iter().for_each(|item| made_for(item, named)),
        Data::Map(map) => {
            named.extend(map.get("job").and_then(Value::as_text));
            map.get("include").into_iter().for_each(|include| made_for(include, named));
        }
        _ => {}
    }
}
