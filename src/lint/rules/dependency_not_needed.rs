//! A job with `needs` takes files from a job that it does not need.
//!
//! Add the job to needs, or take it out of dependencies.

use crate::lint::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "dependency-not-needed",
    severity: Severity::Error,
    summary: "A job with `needs` takes files from a job that it does not need.",
    help: "Add the job to needs, or take it out of dependencies.",
    source: "lib/gitlab/ci/config/entry/job.rb",
    bad: "build:\n  stage: build\n  script: make\nlint:\n  stage: build\n  script: make lint\ntest:\n  script: make test\n  needs: [lint]\n  dependencies: [build]\n",
    good: "build:\n  stage: build\n  script: make\nlint:\n  stage: build\n  script: make lint\ntest:\n  script: make test\n  needs: [lint, build]\n  dependencies: [build]\n",
};
