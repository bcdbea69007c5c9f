//! A job that deploys to production may run on a runner that stands for another environment.

use crate::lint::advice::Advice;
use crate::lint::fix::{Fix, Label, Site};
use crate::lint::runners::{is_for_another, is_for_production, set_tags, tags_of};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::pipeline::{job_named, Job};
use crate::runner::{Fleet, Part};
use crate::text::Span;
use crate::yaml::{Kind, NodeRef};

/// The rule.
pub static RULE: Rule = Rule {
    code: "production-on-build-runner",
    severity: Severity::Warning,
    summary: "A job that deploys to production may run on a runner that stands for another environment.",
    help: "Add a tag that only the runner for production has.",
    source:
        "doc/ci/environments (deployment tier); doc/ci/yaml (tags): any runner with all of the tags may take the job",
    fix: Some(fix),
    on: true,
    bad: "deploy:\n  script: make deploy\n  environment: production\n  tags: [docker]\n",
    good: "deploy:\n  script: make deploy\n  environment: production\n  tags: [docker, production]\n",
};

/// Each such job.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    for (name, runs_on) in advice.takers.jobs() {
        let production = runs_on.parts().iter().filter(|part: &&Part| part.production);
        let mut runners = production.flat_map(|part| part.runners.iter()).filter_map(|at| advice.takers.runner(*at));
        let Some(other) = runners.find(|runner| is_for_another(runner)) else { continue };
        let Some(job) = job_named(advice.document, name) else { continue };
        let environment = other.environment.trim();
        let message =
            format!("this job deploys to production and may run on {}, which is for {environment}", other.name);
        found.push(Diagnostic::new(&RULE, message, place(job)).of(name));
    }
}

/// The job's own tags or environment, or its name.
fn place(job: Job<'_>) -> Span {
    let own = job.get("tags").filter(|tags| !tags.is_null()).or_else(|| job.get("environment"));
    own.map_or(job.name_span(), |node| node.span())
}

/// The tags of the job, and with them those that only runners for production have.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let job = site.job().filter(|job| job.value().kind() == Kind::Mapping)?;
    let now = tags_of(site.document, job)?;
    let fleet = site.fleet;
    let for_production = (0..fleet.runners.len()).filter(|at| is_for_production(&fleet.runners[*at]));
    let meant = for_production.filter_map(|at| tags_for_production(fleet, at, &now)).min_by_key(Vec::len)?;
    let coming: Vec<&String> = meant.iter().filter(|tag| !now.contains(&tag.as_str())).collect();
    let own = job.get("tags").filter(|list: &NodeRef<'_>| list.kind() == Kind::Sequence && list.items().len() > 0);
    Some(match own {
        Some(list) => {
            let label = coming.iter().map(|tag| tag.as_str()).collect::<Vec<_>>().join(", ");
            let fix = Fix::none(Label::Add(label));
            coming.into_iter().fold(fix, |fix, tag| fix.appending(list, tag.clone()))
        }
        None => set_tags(job, &meant),
    })
}

/// The tags of a job and few more of a runner, with which no runner for another environment takes it.
fn tags_for_production(fleet: &Fleet, at: usize, now: &[&str]) -> Option<Vec<String>> {
    if now.iter().any(|tag| !fleet.runners[at].has(tag)) {
        return None;
    }
    let tags = fleet.tags_that(at, now, |other| is_for_another(&fleet.runners[other]))?;
    let safe = fleet.runners.iter().filter(|runner| runner.takes(&tags)).all(|runner| !is_for_another(runner));
    safe.then_some(tags)
}
