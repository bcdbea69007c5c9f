//! A rule stands behind one that always applies.

use crate::lint::advice::Holder;
use crate::lint::fix;
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::yaml::{Kind, NodeRef};

/// The rule.
pub static RULE: Rule = Rule {
    code: "unreachable-rule",
    severity: Severity::Warning,
    summary: "A rule stands behind one without a condition, which always applies first.",
    help: "Move the rule without if, changes and exists to the end, or give it a condition.",
    source: "doc/ci/yaml (rules): the first rule that matches decides",
    fix: Some(fix::taken_out),
    on: true,
    bad: "build:\n  script: make\n  rules:\n    - when: never\n    - if: $CI_COMMIT_TAG\n",
    good: "build:\n  script: make\n  rules:\n    - if: $CI_COMMIT_TAG\n    - when: never\n",
};

/// The first rule of the list that none can reach.
pub fn check(holder: &Holder<'_>, found: &mut Vec<Diagnostic>) {
    let Some(rules) = holder.node.get("rules").filter(|rules| rules.kind() == Kind::Sequence) else { return };
    let mut items = rules.items();
    if items.by_ref().any(always) {
        if let Some(next) = items.next() {
            let message = "this rule is never reached: the one before it has no condition".to_owned();
            found.push(holder.finding(&RULE, message, next));
        }
    }
}

fn always(rule: NodeRef<'_>) -> bool {
    let conditional = |key: &str| matches!(key, "if" | "changes" | "exists" | "<<");
    rule.kind() == Kind::Mapping
        && rule.tag().is_none()
        && rule.entries().len() > 0
        && !rule.entries().any(|entry| conditional(entry.key.value()))
}
