//! A hidden job's key is overridden by every job that extends it.

use foldhash::{HashMap, HashMapExt, HashSet};
use std::cell::{LazyCell, OnceCell};

use crate::lint::advice::{Advice, Holder};
use crate::lint::fix;
use crate::lint::{Diagnostic, Rule, Severity};
use crate::pipeline::job_named;
use crate::yaml::{Kind, NodeRef};

/// The rule.
pub static RULE: Rule = Rule {
    code: "overridden-base-key",
    severity: Severity::Warning,
    summary: "A key of a hidden job counts for nothing: every job that extends it overrides it.",
    help: "Take it out of the hidden job, or out of the jobs that should inherit it.",
    source: "lib/gitlab/ci/config/extendable/entry.rb (deep_merge: the job's own value wins)",
    fix: Some(fix::entry_taken_out),
    on: true,
    bad: ".base:\n  image: alpine:3.22\n  script: make\nbuild:\n  extends: .base\n  script: make build\ntest:\n  extends: .base\n  script: make test\n",
    good: ".base:\n  image: alpine:3.22\nbuild:\n  extends: .base\n  script: make build\ntest:\n  extends: .base\n  script: make test\n",
};

/// Bases behind one in `extends` that are looked at.
const MOST_BASES: usize = 20;

/// Each such key, where no other file and no anchor or `!reference` could take it. Mappings are merged by key, so they
/// are left out.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    // A file with errors may be a part of another one, whose jobs extend these too.
    if advice.facts.open || found.iter().any(|finding| finding.severity == Severity::Error) {
        return;
    }
    let (names, bases): (Vec<&str>, Vec<&[Box<str>]>) =
        advice.pieces.jobs().map(|(name, bases)| (&**name, &**bases)).unzip();
    let mut extenders: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for (job, bases) in bases.iter().enumerate() {
        for (place, base) in bases.iter().enumerate() {
            extenders.entry(base).or_default().push((job, place));
        }
    }
    // Of most jobs nobody asks.
    let keys: Vec<OnceCell<HashSet<&str>>> = names.iter().map(|_| OnceCell::new()).collect();
    let has = |job: usize, key: &str| {
        let read = || job_named(advice.document, names[job]).into_iter().flat_map(|job| job.value().entries());
        keys[job].get_or_init(|| read().map(|entry| entry.key.value()).collect()).contains(key)
    };
    let by_name: LazyCell<HashMap<&str, usize>, _> =
        LazyCell::new(|| names.iter().enumerate().map(|(at, name)| (*name, at)).collect());
    let referenced = LazyCell::new(|| referenced(advice));
    for name in names.iter().filter(|name| name.starts_with('.')) {
        let Some(extenders) = extenders.get(name) else { continue };
        let Some(hidden) = job_named(advice.document, name).filter(|job| job.value().kind() == Kind::Mapping) else {
            continue;
        };
        if hidden.value().descendants().chain([hidden.value()]).any(|node| node.anchor().is_some()) {
            continue;
        }
        for entry in hidden.value().entries().filter(|entry| entry.value.kind() != Kind::Mapping) {
            let key = entry.key.value();
            // What it stands for may be a mapping.
            let elsewhere = entry.value.kind() == Kind::Alias || entry.value.is_reference();
            if matches!(key, "extends" | "<<") || elsewhere {
                continue;
            }
            let overridden = extenders.iter().all(|&(job, place)| {
                let later = bases[job][place + 1..].iter().take(MOST_BASES);
                has(job, key) || later.filter_map(|base| by_name.get(&**base)).any(|&base| has(base, key))
            });
            if overridden && !referenced.contains(&(hidden.name(), key)) {
                let message = format!("every job that extends {} overrides its {key}", hidden.name());
                found.push(Diagnostic::new(&RULE, message, entry.key.span()).of(&hidden.name().into()));
            }
        }
    }
}

/// What a job extends, as it is written there.
pub fn bases(holder: &Holder<'_>) -> Vec<Box<str>> {
    let Some(extends) = holder.node.get("extends") else { return Vec::new() };
    match extends.kind() {
        Kind::Sequence => extends.items().map(|item| item.value().into()).collect(),
        _ => vec![extends.value().into()],
    }
}

/// The keys that a `!reference` takes.
fn referenced<'a>(advice: &Advice<'a>) -> HashSet<(&'a str, &'a str)> {
    let references = advice.document.tagged().filter(|node| node.is_reference());
    let pair = |node: NodeRef<'a>| {
        let mut names = node.items().map(|item| item.value());
        Some((names.next()?, names.next().unwrap_or("")))
    };
    references.filter_map(pair).collect()
}
