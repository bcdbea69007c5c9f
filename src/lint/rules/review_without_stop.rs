//! A review app has no job that stops it.

use std::collections::HashSet;

use crate::graph::{is_of_a_branch, Action, Deployment, Facts, Target};
use crate::lint::advice::Advice;
use crate::lint::fix::{Fix, Site};
use crate::lint::{Diagnostic, Rule, Severity};
use crate::resolve::{of_file, written, Map, Value};
use crate::yaml::{Kind, NewValue};

/// The rule.
pub static RULE: Rule = Rule {
    code: "review-without-stop",
    severity: Severity::Warning,
    summary: "A review app has no job that stops it.",
    help: "Add a job with the same environment and action: stop, and name it in on_stop: when the branch is gone, GitLab marks the environment as stopped and runs nothing else.",
    source: "doc/ci/environments (stop an environment when a branch is deleted, default stopping behavior)",
    fix: Some(fix),
    on: true,
    bad: "review:\n  script: make deploy\n  environment:\n    name: review/$CI_COMMIT_REF_SLUG\n",
    good: "review:\n  script: make deploy\n  environment:\n    name: review/$CI_COMMIT_REF_SLUG\n    on_stop: stop-review\nstop-review:\n  script: make stop\n  when: manual\n  environment:\n    name: review/$CI_COMMIT_REF_SLUG\n    action: stop\n",
};

/// Each job that deploys to an environment of its branch which nothing stops: no job, no time, and not GitLab Pages.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    let facts = advice.facts;
    if facts.open {
        return;
    }
    let deployments: Vec<Option<Deployment>> = facts.jobs.iter().map(Deployment::of).collect();
    let stops =
        |found: &&Deployment| found.action.is_none_or(|action| action == Action::Stop) || found.on_stop.is_some();
    let stopped: HashSet<&str> = deployments.iter().flatten().filter(stops).map(|found| found.name.as_str()).collect();
    let mut seen = HashSet::new();
    for (job, deployment) in facts.jobs.iter().zip(&deployments) {
        let Some(deployment) = deployment.as_ref().filter(|found| found.action == Some(Action::Start)) else {
            continue;
        };
        let Some(entry) = job.map.entry("environment") else { continue };
        let is_pages = job.name == "pages" || job.map.has("pages");
        let is_review = is_of_a_branch(&deployment.name) && !deployment.open && !is_pages && facts.is_sound(job);
        let ends = deployment.auto_stop_in.is_some() || stopped.contains(deployment.name.as_str());
        if is_review && !ends && seen.insert(entry.key_span) {
            let message = format!("{} deploys to {}, and no job stops it", job.name, deployment.name);
            found.push(Diagnostic::new(&RULE, message, entry.key_span).of(&job.subject));
        }
    }
}

/// A job that stops the environment stands behind the one that deploys, under the same conditions but by hand.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let environment = site.node()?.own_entry()?.value;
    let deploying = site.job()?;
    let effective = of_file(site.document);
    let config = effective.config.as_map()?;
    let job = config.get(deploying.name()).and_then(Value::as_map)?;
    let facts = Facts::of(config, &Default::default());
    let stop = free_name(deploying.name(), |name| matches!(facts.by_name(name), Target::Nothing) && !config.has(name));
    let name = NewValue::String(Deployment::of(facts.jobs.iter().find(|job| job.name == deploying.name())?)?.name);
    let on_stop = NewValue::String(stop.clone());
    let named = match environment.kind() {
        Kind::Mapping => Fix::set(environment, "on_stop", on_stop),
        Kind::Scalar => {
            let map = vec![("name".to_owned(), name.clone()), ("on_stop".to_owned(), on_stop)];
            Fix::replace(environment, NewValue::Map(map))
        }
        Kind::Alias | Kind::Sequence => return None,
    };
    let top = site.document.top()?;
    let next = top.entries().skip_while(|entry| entry.key.value() != deploying.name()).nth(1);
    let block = Fix::block(next.map(|entry| entry.key), &stop, stopping(job, name)?);
    let label = block.label.clone();
    // Both may go to the end of the file, what is in the job first.
    let mut both = named.joined(block);
    both.label = label;
    Some(both)
}

/// `stop` and the name, joined as the name's own words are.
fn free_name(deploying: &str, is_free: impl Fn(&str) -> bool) -> String {
    let joint = deploying.chars().find(|c| matches!(c, '_' | ':' | ' ' | '-')).unwrap_or('-');
    let name = format!("stop{joint}{deploying}");
    let numbered = (2..).map(|number| format!("{name}{joint}{number}"));
    std::iter::once(name.clone()).chain(numbered.take(100)).find(|name| is_free(name)).unwrap_or(name)
}

/// The keywords of the job that stops: where and when as those of the one that deploys. Its runner need not have the
/// branch any more, so the repository is not fetched.
fn stopping(job: &Map, name: NewValue) -> Option<NewValue> {
    let text = |text: &str| NewValue::String(text.to_owned());
    let mut entries: Vec<(String, NewValue)> = Vec::new();
    for keyword in ["stage", "tags", "resource_group", "only", "except"] {
        if let Some(value) = job.given(keyword) {
            entries.push((keyword.to_owned(), written(value)?));
        }
    }
    match job.given("rules") {
        Some(rules) => {
            let rules: Option<Vec<NewValue>> = rules.as_list()?.iter().map(by_hand).collect();
            entries.push(("rules".to_owned(), NewValue::List(rules?)));
            entries.push(("allow_failure".to_owned(), NewValue::bool(true)));
        }
        None => entries.push(("when".to_owned(), text("manual"))),
    }
    let strategy = NewValue::Map(vec![("GIT_STRATEGY".to_owned(), text("none"))]);
    let environment = NewValue::Map(vec![("name".to_owned(), name), ("action".to_owned(), text("stop"))]);
    entries.push(("variables".to_owned(), strategy));
    entries.push(("environment".to_owned(), environment));
    entries.push(("script".to_owned(), NewValue::List(vec![text("echo \"Stop $CI_ENVIRONMENT_SLUG\"")])));
    Some(NewValue::Map(entries))
}

/// A rule with `when: manual`, unless it keeps the job out.
fn by_hand(rule: &Value) -> Option<NewValue> {
    let map = rule.as_map()?;
    if map.given("when").and_then(Value::as_text) == Some("never") {
        return written(rule);
    }
    let kept = map.entries().iter().filter(|entry| !matches!(entry.key.text(), "when" | "start_in" | "allow_failure"));
    let mut entries: Vec<(String, NewValue)> =
        kept.map(|entry| Some((entry.key.name()?.to_owned(), written(&entry.value)?))).collect::<Option<_>>()?;
    entries.push(("when".to_owned(), NewValue::String("manual".to_owned())));
    Some(NewValue::Map(entries))
}
