//! A job with `needs` takes files from a job that it does not need.
//!
//! Add the job to needs, or take it out of dependencies.

use crate::lint::fix::{Fix, Site};
use crate::lint::{Rule, Severity};
use crate::yaml::{Kind, NewValue};

/// The rule.
pub static RULE: Rule = Rule {
    code: "dependency-not-needed",
    severity: Severity::Error,
    summary: "A job with `needs` takes files from a job that it does not need.",
    help: "Add the job to needs, or take it out of dependencies.",
    source: "lib/gitlab/ci/config/entry/job.rb",
    fix: Some(fix),
    on: true,
    bad: "build:\n  stage: build\n  script: make\nlint:\n  stage: build\n  script: make lint\ntest:\n  script: make test\n  needs: [lint]\n  dependencies: [build]\n",
    good: "build:\n  stage: build\n  script: make\nlint:\n  stage: build\n  script: make lint\ntest:\n  script: make test\n  needs: [lint, build]\n  dependencies: [build]\n",
};

/// The job is needed too.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let needs = site.job()?.get("needs")?.resolved().filter(|needs| needs.kind() == Kind::Sequence)?;
    let dependency = site.node().filter(|node| node.kind() == Kind::Scalar)?;
    Some(Fix::append(needs, NewValue::String(dependency.value().to_owned())))
}
