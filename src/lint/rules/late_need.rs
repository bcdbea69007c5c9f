//! A job needs, or depends on, a job of a later stage.
//!
//! Move one of the two to another stage.

use crate::lint::facts::Facts;
use crate::lint::fix;
use crate::lint::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "late-need",
    severity: Severity::Error,
    summary: "A job needs, or depends on, a job of a later stage.",
    help: "Move one of the two to another stage.",
    source: "lib/gitlab/ci/yaml_processor.rb (validate_job_dependency!)",
    fix: Some(fix::taken_out),
    on: true,
    bad: "build:\n  stage: build\n  script: make\n  needs: [test]\ntest:\n  stage: test\n  script: make test\n",
    good: "build:\n  stage: build\n  script: make\ntest:\n  stage: test\n  script: make test\n  needs: [build]\n",
};

/// Whether `target` is of a later stage than `job`. A target whose stage there is not has an error of its own, which
/// GitLab comes to first if the target stands first; else GitLab says this.
pub fn is_late(facts: &Facts, job: usize, target: usize) -> bool {
    let (Some(Some(own)), Some(theirs)) = (facts.stage_index(job), facts.stage_index(target)) else { return false };
    match theirs {
        Some(theirs) => theirs > own,
        None => target > job,
    }
}
