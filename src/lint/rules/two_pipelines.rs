//! A job's last rule is only `when`, so a push to a merge request may start two pipelines.
//!
//! Add workflow:rules, or a condition to the last rule.

use crate::lint::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "two-pipelines",
    severity: Severity::Warning,
    summary: "A job's last rule is only `when`, so a push to a merge request may start two pipelines.",
    help: "Add workflow:rules, or a condition to the last rule.",
    source: "lib/gitlab/ci/config/entry/processable.rb (validate_against_warnings)",
    bad: "build:\n  script: make\n  rules:\n    - if: $CI_COMMIT_TAG\n      when: never\n    - when: always\n",
    good: "workflow:\n  rules:\n    - if: $CI_COMMIT_BRANCH\nbuild:\n  script: make\n  rules:\n    - if: $CI_COMMIT_TAG\n      when: never\n    - when: always\n",
};
