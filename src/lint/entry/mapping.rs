//! Mappings of keywords (lib/gitlab/config/entry/configurable.rb, attributable.rb, composable_hash.rb).

use super::simple;
use super::{At, Checker};
use crate::keywords::{Check, Form, Group, Keyword};
use crate::lint::rules::shape;
use crate::lint::Rule;
use crate::resolve::{Map, Value};

/// Checks a mapping of a group's keywords: that it is one, its keys, what is checked along with it, then each entry on
/// its own. `further` holds what the table can't say and runs before the entries.
pub fn mapping(checker: &mut Checker, at: &At, value: &Value, group: &'static Group, further: Further<'_>) {
    if value.is_unknown() {
        return;
    }
    let sound = checker.sound(|checker| {
        if value.as_map().is_none() {
            checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span);
        }
        keywords(checker, at, value, group);
        further(checker, at, value);
    });
    if let Some(map) = value.as_map().filter(|_| sound) {
        entries(checker, at, map, group);
    }
}

/// What else is to be said of a mapping.
pub type Further<'f> = &'f dyn Fn(&mut Checker, &At, &Value);

/// Nothing else is.
pub fn nothing(_: &mut Checker, _: &At, _: &Value) {}

/// Unknown keys, and the attributes.
pub fn keywords(checker: &mut Checker, at: &At, value: &Value, group: &'static Group) {
    if let Some(map) = value.as_map() {
        unknown_keys(checker, at, map, &|key| group.keyword(key).is_some());
    }
    attributes(checker, at, value, group.keywords.iter());
}

/// `contains unknown keys: …`, at the first of them.
pub fn unknown_keys(checker: &mut Checker, at: &At, map: &Map, known: &dyn Fn(&str) -> bool) {
    if checker.is_full() {
        return;
    }
    let unknown: Vec<_> = map.entries().iter().filter(|entry| !known(entry.key.text())).collect();
    // Ruby's `any?` passes over null and false (AllowedKeysValidator of lib/gitlab/config/entry/validators.rb).
    if let Some(first) = unknown.first().filter(|_| unknown.iter().any(|entry| !entry.key.is_falsy())) {
        let names: Vec<&str> = unknown.iter().map(|entry| entry.key.text()).collect();
        let text = format!("contains unknown keys: {}", names.join(", "));
        checker.error(&shape::UNKNOWN_KEYWORD, at, "config", &text, first.key_span);
    }
}

/// The keywords that GitLab checks along with the mapping. Of a value that is no mapping they count as missing.
pub fn attributes(checker: &mut Checker, at: &At, value: &Value, keywords: impl Iterator<Item = &'static Keyword>) {
    let map = value.as_map();
    for keyword in keywords.filter(|keyword| keyword.check == Check::Attribute || is_both(keyword)) {
        let given = map.and_then(|map| map.given(keyword.name));
        let open = map.is_some_and(|map| at.open || map.open);
        match given {
            Some(given) => attribute(checker, at, keyword, given),
            None if keyword.required && !open => missing(checker, at, keyword, value),
            None => {}
        }
    }
}

/// Mappings that are checked twice: that they are one along with the mapping around them, what they hold on their own.
fn is_both(keyword: &Keyword) -> bool {
    matches!(keyword.name, "reports" | "kubernetes") && keyword.check == Check::Entry
}

fn attribute(checker: &mut Checker, at: &At, keyword: &'static Keyword, given: &Value) {
    if keyword.required && given.is_blank() {
        checker.error(&shape::MISSING_KEYWORD, at, keyword.name, "can't be blank", given.span);
    }
    checker.once(&keyword.form, at, given, |checker| {
        simple::check(&keyword.form, given, &mut |rule, says, span| {
            if !any_type(keyword, rule) {
                checker.error(rule, at, keyword.name, says, span);
            }
        });
    });
}

/// Whether GitLab does not look at the type of this choice (lib/gitlab/ci/config/entry/reports/coverage_report.rb).
fn any_type(keyword: &Keyword, rule: &Rule) -> bool {
    keyword.name == "coverage_format" && rule.code == shape::WRONG_TYPE.code
}

/// A required keyword that is not there: GitLab says that it is blank and of the wrong type.
fn missing(checker: &mut Checker, at: &At, keyword: &'static Keyword, value: &Value) {
    let span = place_of(value, at);
    checker.error(&shape::MISSING_KEYWORD, at, keyword.name, "can't be blank", span);
    let null = Value { data: crate::resolve::Data::Null, span };
    simple::check(&keyword.form, &null, &mut |rule, says, span| {
        if !any_type(keyword, rule) {
            checker.error(&shape::MISSING_KEYWORD, at, keyword.name, says, span);
        }
    });
}

/// Where a mapping as a whole is named.
pub fn place_of(value: &Value, at: &At) -> crate::text::Span {
    if value.span.is_empty() {
        at.span
    } else {
        value.span
    }
}

/// The keywords that are entries of their own.
pub fn entries(checker: &mut Checker, at: &At, map: &Map, group: &'static Group) {
    for keyword in group.keywords.iter().filter(|keyword| keyword.check == Check::Entry) {
        let Some(entry) = map.entry(keyword.name).filter(|entry| !entry.value.is_null()) else { continue };
        let at = at.opened(map.open);
        entry_of(checker, &at.key(keyword.name, entry.key_span), keyword, &entry.value);
    }
}

/// One entry of a simple form, or a mapping that the table describes whole.
pub fn entry_of(checker: &mut Checker, at: &At, keyword: &'static Keyword, value: &Value) {
    match keyword.form {
        Form::Mapping(group) => mapping(checker, at, value, group, &nothing),
        Form::Named(Form::Mapping(group)) => named(checker, at, value, &mut |checker, at, value| {
            mapping(checker, at, value, group, &nothing);
        }),
        _ => simple::check(&keyword.form, value, &mut |rule, says, span| checker.error(rule, at, "config", says, span)),
    }
}

/// A mapping of names of one's own (ComposableHash). Null counts as an empty mapping.
pub fn named(checker: &mut Checker, at: &At, value: &Value, each: &mut dyn FnMut(&mut Checker, &At, &Value)) {
    if value.is_unknown() {
        return;
    }
    let Some(map) = value.as_map() else {
        checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span);
        return;
    };
    let at = at.opened(map.open);
    for entry in map.entries() {
        let inner = at.key(entry.key.text(), entry.key_span);
        if entry.value.is_null() {
            each(checker, &inner, &Value::map(Vec::new(), false, entry.key_span));
        } else {
            each(checker, &inner, &entry.value);
        }
    }
}
