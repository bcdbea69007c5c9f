//! A key stands before a merge key that brings the same key along: that of the merge key counts.

use crate::lint::fix;
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::resolve::chain::merge_targets;
use crate::yaml::{Entry, Kind, NodeRef};

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
pub fn check(mapping: NodeRef<'_>, found: &mut Vec<Diagnostic>) {
    for (at, merge) in mapping.entries().enumerate().filter(|(_, entry)| entry.key.text() == "<<") {
        let before = || mapping.entries().take(at).filter(|entry| entry.key.text() != "<<");
        for (anchor, target) in merge_targets(merge.value).filter(|(_, target)| target.kind() == Kind::Mapping) {
            let lost =
                |own: &Entry<'_>| target.get(own.key.value()).is_some_and(|theirs| own.value.text() != theirs.text());
            for key in before().filter(lost).map(|entry| entry.key) {
                let message = format!("{} has no effect: the merge of {anchor} behind it overwrites it", key.value());
                found.push(Diagnostic::new(&RULE, message, key.span()));
            }
        }
    }
}
