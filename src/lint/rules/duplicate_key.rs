//! A key stands twice in one mapping: the earlier one counts for nothing.

use foldhash::{HashMap, HashMapExt};

use crate::lint::fix::{self, Fix, Site};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::yaml::{Kind, NodeRef};

/// The rule.
pub static RULE: Rule = Rule {
    code: "duplicate-key",
    severity: Severity::Warning,
    summary: "A key stands twice in one mapping, so the earlier one counts for nothing.",
    help: "Keep one of the two, or put what both hold together.",
    source: "lib/gitlab/config/loader/yaml.rb: Psych takes the last of equal keys",
    fix: Some(fix),
    on: true,
    bad: "build:\n  script: make\n  tags: [docker]\n  tags: [linux]\n",
    good: "build:\n  script: make\n  tags: [docker, linux]\n",
};

/// Mappings with at least so many keys are looked through by an index.
const INDEXED_FROM: usize = 12;

/// Each key of which a later one takes the place.
pub fn check(mapping: NodeRef<'_>, found: &mut Vec<Diagnostic>) {
    let keys: Vec<NodeRef<'_>> = mapping.entries().map(|entry| entry.key).collect();
    for key in doubles(&keys) {
        let message = format!("{} stands here twice; the later one counts", key.value());
        found.push(Diagnostic::new(&RULE, message, key.span()));
    }
}

/// The keys that stand again behind themselves.
fn doubles<'d>(keys: &[NodeRef<'d>]) -> Vec<NodeRef<'d>> {
    let counts = |key: &NodeRef<'d>| key.kind() == Kind::Scalar && key.value() != "<<";
    if keys.len() < INDEXED_FROM {
        let again = |at: usize| keys[at + 1..].iter().any(|later| later.value() == keys[at].value());
        return (0..keys.len()).filter(|at| counts(&keys[*at]) && again(*at)).map(|at| keys[at]).collect();
    }
    let mut last: HashMap<&str, NodeRef<'d>> = HashMap::new();
    let mut doubles: Vec<NodeRef<'d>> =
        keys.iter().filter(|key| counts(key)).filter_map(|key| last.insert(key.value(), *key)).collect();
    doubles.sort_by_key(|key| key.span());
    doubles
}

/// The one that counts for nothing goes.
fn fix(site: &Site<'_>) -> Option<Fix> {
    fix::entry_taken_out(site)
}
