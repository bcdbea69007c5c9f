//! The job that stops an environment runs by itself, right after the deployment.

use crate::graph::{Action, Deployment, Target};
use crate::lint::advice::Advice;
use crate::lint::fix::{Fix, Site};
use crate::lint::{Diagnostic, Rule, Severity};
use crate::yaml::{Kind, NewValue};

/// The rule.
pub static RULE: Rule = Rule {
    code: "stop-not-manual",
    severity: Severity::Warning,
    summary: "The job of `environment:on_stop` is not manual, so it runs with the deployment.",
    help: "Give it when: manual. GitLab starts it when the environment is to stop.",
    source: "doc/ci/environments (stop an environment when a branch is deleted)",
    fix: Some(fix),
    on: true,
    bad: "deploy:\n  script: make deploy\n  environment: {name: review, on_stop: stop}\nstop:\n  script: make stop\n  environment: {name: review, action: stop}\n",
    good: "deploy:\n  script: make deploy\n  environment: {name: review, on_stop: stop}\nstop:\n  script: make stop\n  when: manual\n  environment: {name: review, action: stop}\n",
};

/// Each job that stops an environment with nothing that holds it back, in the stage of the deployment. One of a later
/// stage may be meant to clear up.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    let facts = advice.facts;
    for (at, job) in facts.jobs.iter().enumerate().filter(|(_, job)| facts.is_sound(job)) {
        let Some(deployment) = Deployment::of(job).filter(|found| found.action == Some(Action::Start)) else {
            continue;
        };
        let Some(Target::Job(stop)) = deployment.on_stop.as_deref().map(|name| facts.by_name(name)) else { continue };
        let stopping = &facts.jobs[stop];
        let held = ["when", "rules", "only", "except", "needs"].iter().any(|keyword| stopping.map.has(keyword));
        let stops = Deployment::of(stopping).is_some_and(|found| found.action == Some(Action::Stop) && !found.open);
        let together =
            facts.stage_index(at).flatten().is_some_and(|stage| facts.stage_index(stop) == Some(Some(stage)));
        let known = facts.is_sound(stopping) && !stopping.map.open && !facts.open;
        if stops && together && known && !held {
            let message = format!(
                "{} stops {} by itself, in the stage in which {} deploys",
                stopping.name, deployment.name, job.name
            );
            found.push(Diagnostic::new(&RULE, message, stopping.span).of(&stopping.subject));
        }
    }
}

/// It waits for a person, or for GitLab.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let job = site.job()?.value();
    let manual = NewValue::String("manual".to_owned());
    (job.kind() == Kind::Mapping).then(|| Fix::set(job, "when", manual))
}
