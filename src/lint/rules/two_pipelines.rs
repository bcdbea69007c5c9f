//! A job's last rule is only `when`, so a push to a merge request may start two pipelines.
//!
//! Add workflow:rules, or a condition to the last rule.

use crate::lint::fix::{Fix, Site};
use crate::lint::{Rule, Severity};
use crate::yaml::NewValue;

/// The rule.
pub static RULE: Rule = Rule {
    code: "two-pipelines",
    severity: Severity::Warning,
    summary: "A job's last rule is only `when`, so a push to a merge request may start two pipelines.",
    help: "Add workflow:rules, or a condition to the last rule.",
    source: "lib/gitlab/ci/config/entry/processable.rb (validate_against_warnings)",
    fix: Some(fix),
    on: true,
    bad: "build:\n  script: make\n  rules:\n    - if: $CI_COMMIT_TAG\n      when: never\n    - when: always\n",
    good: "workflow:\n  rules:\n    - if: $CI_COMMIT_BRANCH\nbuild:\n  script: make\n  rules:\n    - if: $CI_COMMIT_TAG\n      when: never\n    - when: always\n",
};

/// GitLab's own answer (doc/ci/yaml/workflow.md, "Switch between branch pipelines and merge request pipelines"): merge
/// request pipelines where there is a merge request, else those of branches and tags.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let text = |text: &str| NewValue::String(text.to_owned());
    let rule = |condition: &str| ("if".to_owned(), text(condition));
    let rules = NewValue::List(vec![
        NewValue::Map(vec![rule("$CI_PIPELINE_SOURCE == \"merge_request_event\"")]),
        NewValue::Map(vec![rule("$CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS"), ("when".to_owned(), text("never"))]),
        NewValue::Map(vec![rule("$CI_COMMIT_BRANCH")]),
        NewValue::Map(vec![rule("$CI_COMMIT_TAG")]),
    ]);
    match site.document.top()?.get("workflow") {
        Some(workflow) => Some(Fix::set(workflow, "rules", rules)),
        None => Some(Fix::block(site.first_job(), "workflow", NewValue::Map(vec![("rules".to_owned(), rules)]))),
    }
}
