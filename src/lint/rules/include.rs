//! An entry of `include` is of no form that GitLab knows.
//!
//! Give exactly one of local, project with file, remote, template or component, with a .yml or .yaml path.

use crate::lint::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "include-form",
    severity: Severity::Error,
    summary: "An entry of `include` is of no form that GitLab knows.",
    help: "Give exactly one of local, project with file, remote, template or component, with a .yml or .yaml path.",
    source: "lib/gitlab/ci/config/external/mapper",
    bad: "include:\n  - path: a.yml\nbuild:\n  script: make\n",
    good: "include:\n  - local: a.yml\nbuild:\n  script: make\n",
};
