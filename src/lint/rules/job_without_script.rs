//! An entry at the top is neither keyword nor job.
//!
//! Give it script, run or trigger; start the name of a template with a dot.

use crate::lint::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "job-without-script",
    severity: Severity::Error,
    summary: "An entry at the top is neither keyword nor job.",
    help: "Give it script, run or trigger; start the name of a template with a dot.",
    source: "lib/gitlab/ci/config/entry/jobs.rb",
    bad: "build:\n  script: make\ntest:\n  image: alpine\n",
    good: "build:\n  script: make\n.test:\n  image: alpine\n",
};
