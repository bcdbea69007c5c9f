//! The file has no job that could run.
//!
//! Add a job whose name does not start with a dot.

use crate::lint::fix::{self, Fix, Site};
use crate::lint::{Rule, Severity};
use crate::pipeline::{jobs, Job};

/// The rule.
pub static RULE: Rule = Rule {
    code: "no-visible-job",
    severity: Severity::Error,
    summary: "The file has no job that could run.",
    help: "Add a job whose name does not start with a dot.",
    source: "lib/gitlab/ci/config/entry/jobs.rb",
    fix: Some(fix),
    on: true,
    bad: ".base:\n  script: make\n",
    good: "build:\n  script: make\n",
};

/// The first hidden job that could run comes to light; in a file without any job there comes one.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let runs = |job: &Job<'_>| ["script", "run", "trigger"].iter().any(|keyword| job.get(keyword).is_some());
    let Some(hidden) = jobs(site.document).find(|job| job.is_hidden() && runs(job)) else {
        return Some(Fix::block(None, "build", fix::a_job()));
    };
    let name = hidden.name().trim_start_matches('.');
    // Who extends it or takes from it names it with its dot.
    let text = site.document.text();
    let used = text.matches(hidden.name()).count() > 1;
    (!name.is_empty() && !used).then(|| Fix::rename(hidden.key(), name))
}
