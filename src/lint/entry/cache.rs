//! `cache` (lib/gitlab/ci/config/entry/caches.rb, cache.rb, key.rb, files.rb, prefix.rb).

use super::mapping::{keywords, place_of, unknown_keys};
use super::simple;
use super::{At, Checker};
use crate::keywords::{Form, CACHE, CACHE_KEY};
use crate::lint::rules::shape;
use crate::resolve::{ruby, Data, Map, Value};

const MOST_CACHES: usize = 4;
const MOST_FALLBACK_KEYS: usize = 5;
const MOST_FILES: usize = 2;

/// One cache or a list. `around` is the place of the mapping that holds it: GitLab's location of the list leaves the
/// keyword out.
pub fn entry(checker: &mut Checker, around: &At, at: &At, value: &Value) {
    match &value.data {
        _ if value.is_unknown() => {}
        Data::Map(_) => cache(checker, at, value),
        Data::List(list) => {
            if list.items.len() > MOST_CACHES {
                let says = format!("no more than {MOST_CACHES} caches can be created");
                let span = list.items[MOST_CACHES].span;
                checker.error(&shape::LIMIT, &around.key("caches", at.span), "config", &says, span);
                return;
            }
            each(checker, around, &list.items);
        }
        _ => {
            let says = "can only be a hash or an array";
            checker.error(&shape::WRONG_TYPE, &around.key("caches", at.span), "config", says, value.span);
        }
    }
}

/// The items, lists among them flattened.
fn each(checker: &mut Checker, around: &At, items: &[Value]) {
    for item in items {
        match &item.data {
            Data::List(inner) => each(checker, around, &inner.items),
            Data::Null => {}
            _ => cache(checker, &around.item("cache", item.span), item),
        }
    }
}

fn cache(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_unknown() {
        return;
    }
    let Some(map) = value.as_map() else {
        checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span);
        return;
    };
    let sound = checker.sound(|checker| {
        unknown_keys(checker, at, map, &|key| CACHE.keyword(key).is_some());
        policy(checker, at, map);
        when(checker, at, map);
        fallback_keys(checker, at, map);
    });
    if !sound {
        return;
    }
    let inner = at.opened(map.open);
    for keyword in CACHE.keywords {
        let Some(entry) = map.entry(keyword.name).filter(|entry| !entry.value.is_null()) else { continue };
        let place = inner.key(keyword.name, entry.key_span);
        match keyword.name {
            "key" => key(checker, &place, &entry.value),
            "policy" | "when" => {}
            _ => super::mapping::entry_of(checker, &place, keyword, &entry.value),
        }
    }
}

/// GitLab's pattern is not anchored: anything that holds `pull`, `push` or a `$` passes.
fn policy(checker: &mut Checker, at: &At, map: &Map) {
    let Some(value) = map.get("policy").filter(|value| !value.is_blank() && !value.is_unknown()) else { return };
    if value.as_text().is_none() {
        checker.error(&shape::WRONG_TYPE, at, "policy", "should be a string", value.span);
    }
    let text = ruby::to_s(value);
    let variable =
        text.find('$').is_some_and(|at| text[at + 1..].starts_with(|c: char| c.is_alphanumeric() || c == '_'));
    if !(text.contains("pull") || text.contains("push") || variable || text.contains('$')) {
        let says = "should be a variable or one of: pull-push, push, pull";
        checker.error(&shape::UNKNOWN_VALUE, at, "policy", says, value.span);
    }
}

fn when(checker: &mut Checker, at: &At, map: &Map) {
    let (Some(value), Some(keyword)) = (map.given("when"), CACHE.keyword("when")) else { return };
    simple::check(&keyword.form, value, &mut |rule, says, span| checker.error(rule, at, "when", says, span));
}

fn fallback_keys(checker: &mut Checker, at: &At, map: &Map) {
    let Some(value) = map.given("fallback_keys").filter(|value| !value.is_unknown()) else { return };
    let length = match &value.data {
        Data::List(list) => list.items.len(),
        Data::Map(map) => map.entries().len(),
        _ => ruby::to_s(value).chars().count(),
    };
    if length > MOST_FALLBACK_KEYS {
        let says = format!("has to many entries (maximum {MOST_FALLBACK_KEYS})");
        let span = value.as_list().and_then(|items| items.get(MOST_FALLBACK_KEYS)).map_or(value.span, |item| item.span);
        checker.error(&shape::LIMIT, at, "fallback_keys", &says, span);
    }
}

fn key(checker: &mut Checker, at: &At, value: &Value) {
    match &value.data {
        _ if value.is_unknown() => {}
        Data::Text(text) | Data::Symbol(text) => key_text(checker, at, text, value),
        Data::Map(map) => key_mapping(checker, at, value, map),
        _ => {
            let message = format!("{} should be a hash, a string or a symbol", at.location());
            checker.words(&shape::WRONG_TYPE, message, value.span);
        }
    }
}

/// KeyValidator: no slash, also as `%2F`, and not only dots.
fn key_text(checker: &mut Checker, at: &At, text: &str, value: &Value) {
    let path = text.replace("%2F", "/").replace("%2f", "/").replace("%2E", ".").replace("%2e", ".");
    if path.contains('/') {
        checker.error(&shape::INVALID_NAME, at, "config", "cannot contain the \"/\" character", value.span);
    } else if path == "." || path == ".." {
        checker.error(&shape::INVALID_NAME, at, "config", "cannot be \".\" or \"..\"", value.span);
    }
}

fn key_mapping(checker: &mut Checker, at: &At, value: &Value, map: &Map) {
    let sound = checker.sound(|checker| {
        keywords(checker, at, value, &CACHE_KEY);
        let given = ["files", "files_commits"].iter().filter(|key| map.has(key)).count();
        if given > 1 || (given == 0 && !at.open && !map.open) {
            let says = "must use exactly one of these keys: files, files_commits";
            let rule = if given > 1 { &shape::CONFLICTING_KEYWORDS } else { &shape::MISSING_KEYWORD };
            checker.error(rule, at, "config", says, place_of(value, at));
        }
    });
    if !sound {
        return;
    }
    for name in ["files", "files_commits"] {
        if let Some(entry) = map.entry(name).filter(|entry| !entry.value.is_null()) {
            files(checker, &at.key(name, entry.key_span), &entry.value);
        }
    }
    if let Some(entry) = map.entry("prefix").filter(|entry| !entry.value.is_null()) {
        prefix(checker, &at.key("prefix", entry.key_span), &entry.value);
    }
}

fn files(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_unknown() {
        return;
    }
    simple::check(&Form::TEXTS, value, &mut |rule, says, span| checker.error(rule, at, "config", says, span));
    let length = match &value.data {
        Data::List(list) => list.items.len(),
        Data::Map(map) => map.entries().len(),
        _ => ruby::to_s(value).chars().count(),
    };
    if length > MOST_FILES {
        let says = format!("has too many items (maximum is {MOST_FILES})");
        checker.error(&shape::LIMIT, at, "config", &says, value.span);
    } else if length == 0 {
        checker.error(&shape::MISSING_KEYWORD, at, "config", "requires at least 1 item", value.span);
    }
}

fn prefix(checker: &mut Checker, at: &At, value: &Value) {
    match &value.data {
        _ if value.is_unknown() => {}
        Data::Text(text) | Data::Symbol(text) => key_text(checker, at, text, value),
        _ => checker.error(&shape::WRONG_TYPE, at, "config", "should be a string or symbol", value.span),
    }
}
