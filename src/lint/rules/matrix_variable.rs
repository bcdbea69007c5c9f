//! A need asks for a variable that the job's matrix does not have.
//!
//! Use a variable of the job's own parallel:matrix.

use crate::lint::facts::{Facts, Instance};
use crate::lint::fix::{self, Fix, Site};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::resolve::{Data, Entry, Value};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "matrix-variable",
    severity: Severity::Error,
    summary: "A need asks for a variable that the job's matrix does not have.",
    help: "Use a variable of the job's own parallel:matrix.",
    source: "lib/gitlab/ci/config/interpolation/matrix_interpolator.rb",
    fix: Some(fix),
    on: true,
    bad: "build:\n  stage: build\n  script: make\n  parallel:\n    matrix:\n      - OS: [linux, macos]\ntest:\n  script: make test\n  parallel:\n    matrix:\n      - OS: [linux, macos]\n  needs:\n    - job: build\n      parallel:\n        matrix:\n          - OS: [\"$[[ matrix.SYSTEM ]]\"]\n",
    good: "build:\n  stage: build\n  script: make\n  parallel:\n    matrix:\n      - OS: [linux, macos]\ntest:\n  script: make test\n  parallel:\n    matrix:\n      - OS: [linux, macos]\n  needs:\n    - job: build\n      parallel:\n        matrix:\n          - OS: [\"$[[ matrix.OS ]]\"]\n",
};

/// Unknown variables that one message tells.
const TOLD: usize = 20;

/// A value with every `$[[ matrix.NAME ]]` replaced by what an instance has for it.
pub fn substituted(value: &Value, instance: &Instance) -> Value {
    match &value.data {
        Data::Text(text) if text.contains("$[[") => {
            let mut out = String::new();
            let mut rest = &**text;
            while let Some((before, (name, length))) = next_block(rest) {
                let known = instance.variables.iter().find(|(known, _)| &**known == name);
                out.push_str(&rest[..before]);
                out.push_str(known.map_or(&rest[before..before + length], |(_, value)| value));
                rest = &rest[before + length..];
            }
            out.push_str(rest);
            Value::text(out, value.span)
        }
        Data::List(list) => {
            Value::list(list.items.iter().map(|item| substituted(item, instance)).collect(), value.span)
        }
        Data::Map(map) => {
            let entries = map.entries().iter().map(|entry| Entry {
                key: entry.key.clone(),
                key_span: entry.key_span,
                value: substituted(&entry.value, instance),
            });
            Value::map(entries.collect(), map.open, value.span)
        }
        _ => value.clone(),
    }
}

/// The next block of a text: where it starts, the name in it, and its length.
fn next_block(text: &str) -> Option<(usize, (&str, usize))> {
    text.match_indices("$[[").find_map(|(at, _)| {
        let (block, _) = text[at + 3..].split_once("]]")?;
        let name = block.trim().strip_prefix("matrix.")?;
        let word = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        word.then_some((at, (name, block.len() + 5)))
    })
}

/// Whether a value asks for a variable of the matrix anywhere.
pub fn is_used(value: &Value) -> bool {
    !asked(value).is_empty()
}

/// GitLab looks at needs so only if any job is parallel.
pub fn check(facts: &Facts, found: &mut Vec<Diagnostic>) {
    if facts.jobs.iter().all(|job| job.instances.is_none()) {
        return;
    }
    for job in facts.jobs.iter().filter(|job| facts.is_sound(job)) {
        let Some(needs) = job.map.given("needs") else { continue };
        let own = job.map.given("variables").and_then(Value::as_map);
        let knows = |name: &str| {
            let in_matrix = |instance: &Instance| instance.variables.iter().any(|(n, _)| &**n == name);
            own.is_some_and(|own| own.has(name) || own.open)
                || job.instances.as_ref().is_some_and(|instances| instances.iter().all(in_matrix))
                || facts.open && own.is_none()
        };
        let from = found.len();
        let mut seen: Vec<String> = Vec::new();
        for (name, span) in asked(needs) {
            if !knows(&name) && !seen.contains(&name) {
                let message = format!("{} job: '{name}' does not exist in matrix configuration", job.name);
                found.push(Diagnostic::new(&RULE, message, span).of(&job.subject));
                seen.push(name);
            }
        }
        // GitLab has one message for all of them; it is the first one's, as far as anyone reads.
        let all: Vec<&str> = found[from..].iter().take(TOLD).map(|finding| &*finding.message).collect();
        let all = all.join(", ");
        found[from..].iter_mut().take(1).for_each(|first| first.message.clone_from(&all));
    }
}

/// The names in every `$[[ matrix.NAME ]]` of a value.
fn asked(value: &Value) -> Vec<(String, Span)> {
    let mut names = Vec::new();
    collect(value, &mut names);
    names
}

fn collect(value: &Value, into: &mut Vec<(String, Span)>) {
    match &value.data {
        Data::Text(text) => {
            let mut rest = &**text;
            while let Some((at, (name, length))) = next_block(rest) {
                into.push((name.to_owned(), value.span));
                rest = &rest[at + length..];
            }
        }
        Data::List(list) => list.items.iter().for_each(|item| collect(item, into)),
        Data::Map(map) => map.entries().iter().for_each(|entry| collect(&entry.value, into)),
        _ => {}
    }
}

/// The variable of the matrix that was probably meant.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let matrix = site.job()?.get("parallel")?.get("matrix")?;
    let mut names: Vec<&str> = matrix.items().flat_map(|item| item.entries()).map(|entry| entry.key.value()).collect();
    names.dedup();
    fix::text::in_block(site, "matrix.", &names)
}
