//! A need asks for a variable that the job's matrix does not have.
//!
//! Use a variable of the job's own parallel:matrix.

use crate::lint::facts::Facts;
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::resolve::{Data, Value};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "matrix-variable",
    severity: Severity::Error,
    summary: "A need asks for a variable that the job's matrix does not have.",
    help: "Use a variable of the job's own parallel:matrix.",
    source: "lib/gitlab/ci/config/interpolation/matrix_interpolator.rb",
    bad: "build:\n  stage: build\n  script: make\n  parallel:\n    matrix:\n      - OS: [linux, macos]\ntest:\n  script: make test\n  parallel:\n    matrix:\n      - OS: [linux, macos]\n  needs:\n    - job: build\n      parallel:\n        matrix:\n          - OS: [\"$[[ matrix.SYSTEM ]]\"]\n",
    good: "build:\n  stage: build\n  script: make\n  parallel:\n    matrix:\n      - OS: [linux, macos]\ntest:\n  script: make test\n  parallel:\n    matrix:\n      - OS: [linux, macos]\n  needs:\n    - job: build\n      parallel:\n        matrix:\n          - OS: [\"$[[ matrix.OS ]]\"]\n",
};

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
            let in_matrix =
                |instance: &crate::lint::facts::Instance| instance.variables.iter().any(|(n, _)| &**n == name);
            own.is_some_and(|own| own.has(name) || own.open)
                || job.instances.as_ref().is_some_and(|instances| instances.iter().all(in_matrix))
                || facts.open && own.is_none()
        };
        let mut seen: Vec<String> = Vec::new();
        for (name, span) in asked(needs) {
            if !knows(&name) && !seen.contains(&name) {
                let message = format!("{} job: '{name}' does not exist in matrix configuration", job.name);
                found.push(Diagnostic::new(&RULE, message, span).of(&job.subject));
                seen.push(name);
            }
        }
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
            let blocks = text.match_indices("$[[").filter_map(|(at, _)| text[at + 3..].split_once("]]"));
            for (block, _) in blocks {
                let name = block.trim().strip_prefix("matrix.").filter(|name| {
                    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
                });
                into.extend(name.map(|name| (name.to_owned(), value.span)));
            }
        }
        Data::List(list) => list.items.iter().for_each(|item| collect(item, into)),
        Data::Map(map) => map.entries().iter().for_each(|entry| collect(&entry.value, into)),
        _ => {}
    }
}
