//! Whether jobs that came from another file are what they were, and the file is what it was beside them.

use super::effective::Effective;
use super::meaning::{defaulted, same_entry, same_value};
use super::value::{Data, Entry, Map, Value};

/// A job with what `default:` gives it.
pub fn with_defaults(of: &Effective, job: &str) -> Option<Map> {
    let config = of.config.as_map()?;
    let job = config.get(job)?.as_map()?;
    Some(Map::new(defaulted(config, job), job.open))
}

/// Whether a job takes a default or a variable of that name (doc/ci/yaml, `inherit`); `kind` is `default` or `variables`.
pub fn inherits(job: &Map, kind: &str, name: &str) -> bool {
    match job.given("inherit").and_then(|inherit| inherit.as_map()?.given(kind)) {
        Some(Value { data: Data::Bool(all), .. }) => *all,
        Some(list) => list.as_list().is_some_and(|list| list.iter().any(|item| item.as_text() == Some(name))),
        None => true,
    }
}

/// A variable as a job may hold it: without description and options.
pub fn job_variable(variable: &Value) -> Value {
    let Some(map) = variable.as_map() else { return variable.clone() };
    match (map.get("value"), map.entry("expand")) {
        (Some(value), None) => value.clone(),
        (_, expand) => {
            let entries = map.entry("value").into_iter().chain(expand).cloned().collect();
            Value::map(entries, map.open, variable.span)
        }
    }
}

/// The variables of a job, those of the file among them.
fn variables(config: &Map, job: &Map) -> Vec<Entry> {
    let of =
        |map: &Map| map.given("variables").and_then(|all| Some(all.as_map()?.entries().to_vec())).unwrap_or_default();
    let mut all = of(job);
    for entry in of(config).into_iter().filter(|entry| inherits(job, "variables", entry.key.text())) {
        if !all.iter().any(|own| own.key == entry.key) {
            all.push(entry);
        }
    }
    all
}

/// Whether a job does the same in both files: all its keywords, with defaults, and each variable that it has in the first.
/// Where it has no tags in the first, those of the second are the project's choice of runners.
pub fn same_job(a: &Effective, b: &Effective, name: &str) -> bool {
    let tagged = with_defaults(a, name).is_some_and(|job| job.given("tags").is_some());
    let job = |of: &Effective| {
        let all = with_defaults(of, name)?;
        let counts = |entry: &&Entry| match entry.key.text() {
            "variables" | "inherit" => false,
            "tags" => tagged,
            _ => true,
        };
        let span = of.config.span;
        let rest = Value::map(all.entries().iter().filter(counts).cloned().collect(), all.open, span);
        Some((rest, variables(of.config.as_map()?, &all)))
    };
    let (Some((one, variables)), Some((other, known))) = (job(a), job(b)) else { return false };
    let same = |variable: &Entry| {
        let there = known.iter().find(|other| other.key == variable.key);
        there.is_some_and(|there| same_value(&job_variable(&variable.value), &job_variable(&there.value)))
    };
    // Where no stage is given it is `test`, and a job that starts a pipeline has no defaults that matter.
    let has_trigger = one.as_map().is_some_and(|job| job.has("trigger"));
    (has_trigger || same_entry(&one, &other)) && variables.iter().all(same)
}

/// Whether everything of a file is as it was after entries of some names came: only stages and variables were added.
pub fn is_kept(before: &Effective, after: &Effective, new: &[String]) -> bool {
    let (Some(old), Some(now)) = (before.config.as_map(), after.config.as_map()) else {
        // A file without anything has nothing to keep.
        return before.config.is_null() && after.problems.is_empty();
    };
    let worse = after.load_problems.len() > before.load_problems.len() || after.problems.len() > before.problems.len();
    // By the key itself: a number is no name.
    let value = |map: &Map, entry: &Entry| {
        let found = map.entries().iter().find(|other| other.key == entry.key);
        found.map(|other| other.value.clone())
    };
    let kept = |entry: &Entry| match (entry.key.text(), value(now, entry)) {
        ("stages", Some(stages)) => is_part(&entry.value, &stages),
        ("variables", Some(variables)) => match (entry.value.as_map(), variables.as_map()) {
            (Some(old), Some(now)) => {
                let same = |entry: &Entry| value(now, entry).is_some_and(|now| same_value(&entry.value, &now));
                old.entries().iter().all(same)
            }
            _ => entry.value.is_null(),
        },
        (_, Some(value)) => same_entry(&entry.value, &value),
        (_, None) => false,
    };
    let expected = |entry: &Entry| {
        let name = entry.key.text();
        old.has(name) || matches!(name, "stages" | "variables") || new.iter().any(|new| new == name)
    };
    !worse && old.entries().iter().all(kept) && now.entries().iter().all(expected)
}

/// Whether a list has the items of another in their order.
fn is_part(part: &Value, whole: &Value) -> bool {
    let (Some(part), Some(whole)) = (part.as_list(), whole.as_list()) else { return part.is_null() };
    let mut rest = whole.iter();
    part.iter().all(|item| rest.any(|other| same_value(item, other)))
}
