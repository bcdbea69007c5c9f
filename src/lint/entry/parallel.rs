//! `parallel` (lib/gitlab/ci/config/entry/product/parallel.rb, matrix.rb, variables.rb).

use super::mapping::{place_of, unknown_keys};
use super::retry::number;
use super::{At, Checker};
use crate::keywords::PARALLEL;
use crate::lint::rules::shape;
use crate::resolve::{Data, Value};

/// `PARALLEL_LIMIT`
pub const MOST_JOBS: usize = 200;

/// The entry. Trigger jobs and needs take no plain number.
pub fn entry(checker: &mut Checker, at: &At, value: &Value, number_allowed: bool) {
    match &value.data {
        _ if value.is_unknown() => {}
        Data::Int(_) | Data::Float(_) => {
            number(checker, at, "config", value, 1, MOST_JOBS as i128);
            if !number_allowed {
                let says = "cannot use \"parallel: <number>\".";
                checker.error(&shape::WRONG_TYPE, at, "config", says, value.span);
            }
        }
        Data::Map(map) => {
            let open = at.open || map.open;
            let sound = checker.sound(|checker| {
                unknown_keys(checker, at, map, &|key| PARALLEL.keyword(key).is_some());
                if !map.has("matrix") && !open {
                    let says = "missing required keys: matrix";
                    checker.error(&shape::MISSING_KEYWORD, at, "config", says, place_of(value, at));
                }
            });
            if let Some(entry) = map.entry("matrix").filter(|entry| sound && !entry.value.is_null()) {
                matrix(checker, &at.key("matrix", entry.key_span), &entry.value);
            }
        }
        _ => {
            let message = format!("{} should be an integer or a hash", at.location());
            checker.words(&shape::WRONG_TYPE, message, value.span);
        }
    }
}

fn matrix(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_unknown() {
        return;
    }
    let items = value.as_list().filter(|items| items.iter().all(|i| i.as_map().is_some() || i.is_unknown()));
    let Some(items) = items else {
        checker.error(&shape::WRONG_TYPE, at, "config", "should be an array of hashes", value.span);
        return;
    };
    for item in items {
        variables(checker, &at.item("variables", item.span), item);
    }
    let jobs = items.iter().map(combinations).fold(0usize, usize::saturating_add);
    if jobs > MOST_JOBS {
        let says = format!("generates too many jobs (maximum is {MOST_JOBS})");
        checker.error(&shape::LIMIT, at, "config", &says, value.span);
    }
}

/// How many jobs one item of a matrix makes.
fn combinations(item: &Value) -> usize {
    let Some(map) = item.as_map() else { return 0 };
    let count = |value: &Value| value.as_list().map_or(1, <[Value]>::len);
    map.entries().iter().map(|entry| count(&entry.value)).fold(1usize, usize::saturating_mul)
}

fn variables(checker: &mut Checker, at: &At, value: &Value) {
    let Some(map) = value.as_map() else { return };
    let alphanumeric = |value: &Value| value.is_string() || value.is_unknown() || matches!(value.data, Data::Int(_));
    let misfit = map.entries().iter().find_map(|entry| match &entry.value.data {
        _ if !entry.key.is_alphanumeric() => Some(entry.key_span),
        Data::List(list) => list.items.iter().find(|item| !alphanumeric(item)).map(|item| item.span),
        _ if alphanumeric(&entry.value) => None,
        _ => Some(entry.value.span),
    });
    if let Some(span) = misfit {
        let says = "should be a hash of key value pairs, value can be an array";
        checker.error(&shape::WRONG_TYPE, at, "config", says, span);
    }
    if map.entries().is_empty() {
        checker.error(&shape::MISSING_KEYWORD, at, "config", "requires at least 1 items", value.span);
    }
}
