//! A key stands before a merge key that brings the same key along: that of the merge key counts.

use crate::lint::advice::Advice;
use crate::lint::fix;
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::resolve::chain::merge_targets;
use crate::yaml::{Kind, NodeRef};

/// The rule.
pub static RULE: Rule = Rule {
    code: "overridden-key",
    severity: Severity::Warning,
    summary: "A key stands before a merge key (<<) that brings the same key along, and so counts for nothing.",
    help: "Put the merge key first: only keys behind it override what it brings.",
    source: "lib/psych/visitors/to_ruby.rb of Ruby: a merge key overwrites what stands before it",
    fix: Some(fix::entry_taken_out),
    on: true,
    bad: ".base: &base\n  stage: build\nbuild:\n  stage: test\n  <<: *base\n  script: make\n",
    good: ".base: &base\n  stage: build\nbuild:\n  <<: *base\n  stage: test\n  script: make\n",
};

/// Each key that a merge key behind it overwrites with another value.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    for mapping in advice.document.all_nodes().filter(|node| node.kind() == Kind::Mapping) {
        let mut before: Vec<NodeRef<'_>> = Vec::new();
        for entry in mapping.entries() {
            if entry.key.text() != "<<" {
                before.push(entry.key);
                continue;
            }
            for (anchor, target) in merge_targets(entry.value) {
                let lost = |key: &&NodeRef<'_>| {
                    let own = key.own_entry().map(|entry| entry.value);
                    let theirs = target.get(key.value()).filter(|_| target.kind() == Kind::Mapping);
                    theirs.is_some_and(|theirs| own.is_some_and(|own| own.text() != theirs.text()))
                };
                for key in before.iter().filter(lost) {
                    let message =
                        format!("{} has no effect: the merge of {anchor} behind it overwrites it", key.value());
                    found.push(Diagnostic::new(&RULE, message, key.span()));
                }
            }
        }
    }
}
