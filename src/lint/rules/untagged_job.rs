//! A job has no tags, and no runner takes jobs without tags.

use crate::lint::advice::Advice;
use crate::lint::fix::{Fix, Site};
use crate::lint::runners::{is_for_production, is_production, set_tags};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::yaml::Kind;

/// The rule.
pub static RULE: Rule = Rule {
    code: "untagged-job",
    severity: Severity::Warning,
    summary: "A job has no tags, and no runner takes jobs without tags, so the job waits until it times out.",
    help: "Give the job the tags of a runner, or let a runner take untagged jobs, in GitLab.",
    source: "doc/ci/runners/configure_runners.md (control jobs that a runner can run)",
    fix: Some(fix),
    on: true,
    bad: "build:\n  script: make\n",
    good: "build:\n  script: make\n  tags: [build]\n",
};

/// Each such job.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    let message = "this job has no tags, and no runner takes jobs without tags";
    for (job, runs_on) in advice.takers.jobs() {
        if runs_on.untaken().is_none_or(|part| !part.tags.is_empty()) {
            continue;
        }
        let Some(entry) = advice.config.entry(job) else { continue };
        let own = entry.value.as_map().and_then(|map| map.given("tags")).map(|tags| tags.span);
        let place = own.unwrap_or(entry.key_span);
        found.push(Diagnostic::new(&RULE, message, place).of(job));
    }
}

/// The tags of the runner that suits the job best: one for production if it deploys there, else one that does not stand
/// for production and is not protected.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let job = site.job().filter(|job| job.value().kind() == Kind::Mapping)?;
    let production = is_production(site.document, job);
    let fits = |at: &usize| {
        let runner = &site.fleet.runners[*at];
        (is_for_production(runner) != production, !production && runner.protected)
    };
    let tagged = (0..site.fleet.runners.len()).filter(|at| !site.fleet.runners[*at].tags.is_empty());
    let best = tagged.min_by_key(fits)?;
    Some(set_tags(job, &site.fleet.tags_for(best, &[])?))
}
