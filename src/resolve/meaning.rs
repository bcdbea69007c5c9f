//! Whether two texts mean the same to GitLab: the check of refactorings, which must not change what any job does.

use super::effective::{effective, Effective};
use super::taken::inherits;
use super::value::{Data, Entry, Map, Value};
use crate::keywords::JOB;
use crate::pipeline::is_global_keyword;
use crate::yaml::Document;

/// Lists in which GitLab takes nested lists apart (lib/gitlab/ci/config/entry: `nested_array_of_strings_or_arrays…`).
const FLATTENED: &[&str] = &["script", "before_script", "after_script", "rules"];

/// The effective configuration of a file; what its includes bring is unknown.
pub fn of_file(document: &Document) -> Effective {
    effective(document, |written| written.as_map().is_some_and(|map| map.has("include")))
}

/// The effective configuration of a file that others may complete, by including it or by being included: a base that
/// is not in it is unknown, not an error.
pub fn of_part(document: &Document) -> Effective {
    effective(document, |_| true)
}

/// Whether `after` gives every job and every keyword of the file the value that `before` gives it. Hidden jobs may come
/// and go; `extends` itself does not count, only what it brings. The entry named `but` is not looked at.
pub fn same_meaning(before: &Effective, after: &Effective, but: Option<&str>) -> bool {
    let worse = after.load_problems.len() > before.load_problems.len() || after.problems.len() > before.problems.len();
    let (Some(old), Some(new)) = (before.config.as_map(), after.config.as_map()) else { return false };
    let hidden = |name: &str| name.starts_with('.');
    let kept = old.entries().iter().all(|entry| match new.get(entry.key.text()) {
        Some(_) if entry.key.name() == but && but.is_some() => true,
        Some(value) => same_entry(&entry.value, value),
        None => hidden(entry.key.text()),
    });
    let added = new.entries().iter().filter(|entry| !old.has(entry.key.text()));
    !worse && kept && added.into_iter().all(|entry| hidden(entry.key.text()))
}

/// As [`same_meaning`], of visible jobs only, and with what `default:` gives each of them: to have that in writing is
/// the same.
pub fn same_with_defaults(before: &Effective, after: &Effective) -> bool {
    let worse = after.problems.len() > before.problems.len();
    let (Some(old), Some(new)) = (before.config.as_map(), after.config.as_map()) else { return false };
    let same = |entry: &Entry| {
        let name = entry.key.text();
        let value = new.get(name);
        name.starts_with('.')
            || value.is_some_and(|value| match (entry.value.as_map(), value.as_map()) {
                (Some(a), Some(b)) if !is_global_keyword(name) => {
                    let with_defaults = |top: &Map, job: &Map| Value::map(defaulted(top, job), job.open, value.span);
                    same_entry(&with_defaults(old, a), &with_defaults(new, b))
                }
                _ => same_entry(&entry.value, value),
            })
    };
    !worse && old.entries().len() == new.entries().len() && old.entries().iter().all(same)
}

/// The entries of a job with those of `default:` that it takes (lib/gitlab/ci/config/entry/job.rb, `overwrite_entry`).
pub(super) fn defaulted(top: &Map, job: &Map) -> Vec<Entry> {
    let mut entries: Vec<Entry> = job.entries().iter().filter(|entry| !entry.value.is_null()).cloned().collect();
    for keyword in JOB.keywords.iter().filter(|keyword| job.given(keyword.name).is_none()) {
        entries.extend(default_of(top, job, keyword.name).cloned());
    }
    entries
}

/// What a job takes from `default:`, or from the top level, where it has no `keyword` of its own.
pub fn default_of<'c>(top: &'c Map, job: &Map, keyword: &str) -> Option<&'c Entry> {
    if !JOB.keyword(keyword).is_some_and(|keyword| keyword.in_default) || !inherits(job, "default", keyword) {
        return None;
    }
    let default = top.get("default").and_then(Value::as_map);
    let given = default.and_then(|default| default.entry(keyword)).or_else(|| top.entry(keyword));
    given.filter(|entry| !entry.value.is_null())
}

/// Whether two top-level values, jobs mostly, are the same.
pub fn same_entry(a: &Value, b: &Value) -> bool {
    match (a.as_map(), b.as_map()) {
        (Some(a), Some(b)) => {
            let counts = |key: &str| key != "extends";
            let of_a = a.entries().iter().filter(|entry| counts(entry.key.text()));
            let of_b = b.entries().iter().filter(|entry| counts(entry.key.text()));
            let same = |key: &str, x: &Value, y: &Value| {
                if FLATTENED.contains(&key) {
                    same_value(&flat(x), &flat(y))
                } else {
                    same_value(x, y)
                }
            };
            a.open == b.open
                && of_a.clone().count() == of_b.count()
                && of_a.into_iter().all(|entry| {
                    b.entries()
                        .iter()
                        .any(|other| other.key == entry.key && same(entry.key.text(), &entry.value, &other.value))
                })
        }
        _ => same_value(a, b),
    }
}

/// Whether two values are the same wherever they are written. The order of keys does not count.
pub fn same_value(a: &Value, b: &Value) -> bool {
    match (&a.data, &b.data) {
        (Data::Unknown, Data::Unknown) | (Data::Null, Data::Null) => true,
        (Data::Bool(a), Data::Bool(b)) => a == b,
        (Data::Int(a), Data::Int(b)) => a == b,
        (Data::Float(a), Data::Float(b)) => a == b || a.is_nan() && b.is_nan(),
        (Data::Text(a), Data::Text(b)) | (Data::Symbol(a), Data::Symbol(b)) => a == b,
        (Data::List(a), Data::List(b)) => {
            a.items.len() == b.items.len() && a.items.iter().zip(&b.items).all(|(a, b)| same_value(a, b))
        }
        (Data::Map(a), Data::Map(b)) => {
            a.open == b.open
                && a.entries().len() == b.entries().len()
                && a.entries().iter().all(|entry| {
                    b.entries().iter().any(|other| other.key == entry.key && same_value(&entry.value, &other.value))
                })
        }
        (Data::Reference(a), Data::Reference(b)) => same_value(a, b),
        _ => false,
    }
}

/// A list with the lists inside it taken apart.
pub fn flat(value: &Value) -> Value {
    fn items(value: &Value, into: &mut Vec<Value>) {
        match value.as_list() {
            Some(list) => list.iter().for_each(|item| items(item, into)),
            None => into.push(value.clone()),
        }
    }
    if value.as_list().is_none() {
        return value.clone();
    }
    let mut all = Vec::new();
    items(value, &mut all);
    Value::list(all, value.span)
}

/// A keyword's value as GitLab takes it: nested lists apart where it does so.
pub fn as_taken(keyword: &str, value: &Value) -> Value {
    if FLATTENED.contains(&keyword) {
        flat(value)
    } else {
        value.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(before: &str, after: &str) -> bool {
        same_meaning(&of_file(&Document::parse(before)), &of_file(&Document::parse(after)), None)
    }

    #[test]
    fn ways_to_write_a_job_mean_the_same() {
        let plain = "a:\n  tags: [x]\n  script: [y, z]\n";
        assert!(same(plain, ".b:\n  tags: [x]\na:\n  extends: .b\n  script: [y, z]\n"));
        assert!(same(plain, ".b: &b\n  script: [y]\na:\n  tags: [x]\n  script: [!reference [.b, script], z]\n"));
        assert!(!same(plain, "a:\n  tags: [x]\n  script: [y]\n"));
        assert!(!same(plain, "a:\n  tags: [x]\n  script: [y, z]\nb:\n  script: x\n"));
    }

    #[test]
    fn a_string_is_no_number() {
        assert!(!same("a:\n  retry: 1\n", "a:\n  retry: '1'\n"));
    }
}
