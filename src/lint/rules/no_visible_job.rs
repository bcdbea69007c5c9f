//! The file has no job that could run.
//!
//! Add a job whose name does not start with a dot.

use crate::lint::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "no-visible-job",
    severity: Severity::Error,
    summary: "The file has no job that could run.",
    help: "Add a job whose name does not start with a dot.",
    source: "lib/gitlab/ci/config/entry/jobs.rb",
    bad: ".base:\n  script: make\n",
    good: "build:\n  script: make\n",
};
