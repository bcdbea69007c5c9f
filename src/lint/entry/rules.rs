//! `rules` (lib/gitlab/ci/config/entry/rules.rb, rules/rule.rb, rule/changes.rb, rule/exists.rb).

use super::mapping::{attributes, mapping, nothing, place_of, unknown_keys};
use super::simple;
use super::variables::{self, Kind};
use super::{needs, At, Checker};
use crate::keywords::{Choice, Duration, Form, Group, AUTO_CANCEL, CHANGES, EXISTS};
use crate::lint::rules::shape;
use crate::resolve::{ruby, Data, Map, Value};

const MOST_PATHS: usize = 50;
const WEEK: Duration = Duration { never: false, variables: false, limit: Some(("1 week", 7 * 24 * 3600)) };

/// The entry, of a job or of `workflow`.
pub fn entry(checker: &mut Checker, at: &At, value: &Value, group: &'static Group) {
    if value.is_unknown() {
        return;
    }
    if value.is_blank() {
        checker.error(&shape::MISSING_KEYWORD, at, "config", "can't be blank", value.span);
    }
    match value.as_list() {
        Some(items) => each(checker, at, items, group),
        None => checker.error(&shape::WRONG_TYPE, at, "config", "should be an array", value.span),
    }
}

/// The rules, lists among them flattened.
fn each(checker: &mut Checker, at: &At, items: &[Value], group: &'static Group) {
    for item in items {
        match &item.data {
            Data::List(inner) => each(checker, at, &inner.items, group),
            Data::Null | Data::Unknown => {}
            _ => rule(checker, &at.item("rule", item.span), item, group),
        }
    }
}

/// The last rule of nested lists.
pub fn last(value: &Value) -> Option<&Value> {
    value.as_list()?.iter().rev().find_map(|item| match item.as_list() {
        Some(_) => last(item),
        None => Some(item),
    })
}

fn rule(checker: &mut Checker, at: &At, value: &Value, group: &'static Group) {
    let Some(map) = value.as_map() else {
        if value.is_blank() {
            checker.error(&shape::MISSING_KEYWORD, at, "config", "can't be blank", value.span);
        }
        checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span);
        return;
    };
    let sound = checker.sound(|checker| {
        if map.entries().is_empty() && !map.open {
            checker.error(&shape::MISSING_KEYWORD, at, "config", "can't be blank", value.span);
        }
        delay(checker, at, value, map);
        unknown_keys(checker, at, map, &|key| group.keyword(key).is_some());
        attributes(checker, at, value, group.keywords.iter());
        // GitLab checks these even where the rule may not hold them.
        for name in ["allow_failure", "interruptible"].into_iter().filter(|name| group.keyword(name).is_none()) {
            if let Some(flag) = map.given(name) {
                simple::check(&Form::Flag, flag, &mut |rule, says, span| checker.error(rule, at, name, says, span));
            }
        }
        if let (Some(when), Some(keyword)) = (map.given("when"), group.keyword("when")) {
            if let Form::Choice(choice) = keyword.form {
                known_value(checker, at, "when", when, &choice);
            }
        }
    });
    if !sound {
        return;
    }
    for entry in map.entries().iter().filter(|entry| !entry.value.is_null()) {
        let place = at.key(entry.key.text(), entry.key_span);
        match entry.key.text() {
            "changes" => changes(checker, &place, &entry.value),
            "exists" => exists(checker, &place, &entry.value, true),
            "variables" => variables::entry(checker, &place, &entry.value, Kind::Scalars),
            "needs" => {
                needs::entry(checker, &place, &entry.value, &[needs::Type::Job]);
            }
            "auto_cancel" => mapping(checker, &place, &entry.value, &AUTO_CANCEL, &nothing),
            _ => {}
        }
    }
}

/// AllowedValuesValidator
pub fn known_value(checker: &mut Checker, at: &At, attribute: &str, value: &Value, choice: &Choice) {
    if value.is_unknown() {
        return;
    }
    let text = ruby::to_s(value);
    if !choice.values.contains(&text.as_str()) {
        let says = format!("unknown value: {text}");
        checker.error(&shape::UNKNOWN_VALUE, at, attribute, &says, value.span);
    }
}

/// `start_in` goes with `when: delayed` and only with it.
fn delay(checker: &mut Checker, at: &At, value: &Value, map: &Map) {
    let start = map.entry("start_in");
    let when = map.get("when");
    let delayed = when.and_then(Value::as_text) == Some("delayed");
    if !delayed {
        if let Some(start) = start.filter(|_| !when.is_some_and(Value::is_unknown)) {
            let says = "contains disallowed keys: start_in";
            checker.error(&shape::CONFLICTING_KEYWORDS, at, "config", says, start.key_span);
        }
        return;
    }
    let null = Value { data: Data::Null, span: when.map_or_else(|| place_of(value, at), |when| when.span) };
    let given = start.map_or(&null, |entry| if entry.value.is_null() { &null } else { &entry.value });
    if given.is_unknown() || (start.is_none() && map.open) {
        return;
    }
    if given.is_blank() {
        checker.error(&shape::MISSING_KEYWORD, at, "start_in", "can't be blank", given.span);
    }
    simple::span_of_time(&WEEK, given, &mut |rule, says, span| checker.error(rule, at, "start_in", says, span));
}

fn paths(checker: &mut Checker, at: &At, attribute: &str, value: &Value, most: usize) {
    simple::check(&Form::TEXTS, value, &mut |rule, says, span| checker.error(rule, at, attribute, says, span));
    // Of a text Ruby counts the characters.
    let long = value.as_text().filter(|text| text.chars().count() > most).map(|_| value);
    if let Some(extra) = value.as_list().and_then(|items| items.get(most)).or(long) {
        let says = format!("has too many entries (maximum {most})");
        checker.error(&shape::LIMIT, at, attribute, &says, extra.span);
    }
}

/// rule/changes.rb
pub fn changes(checker: &mut Checker, at: &At, value: &Value) {
    match &value.data {
        _ if value.is_unknown() => {}
        Data::List(_) => paths(checker, at, "config", value, MOST_PATHS),
        Data::Map(map) => {
            complex(checker, at, value, map, &CHANGES);
            match map.get("paths") {
                Some(listed) => paths(checker, at, "paths", listed, MOST_PATHS),
                None if map.open => {}
                None => checker.error(&shape::WRONG_TYPE, at, "paths", "should be an array of strings", value.span),
            }
        }
        _ => {
            let message = format!("{} should be an array or a hash", at.location());
            checker.words(&shape::WRONG_TYPE, message, value.span);
        }
    }
}

/// rule/exists.rb. Rules of includes may list any number of paths.
pub fn exists(checker: &mut Checker, at: &At, value: &Value, limited: bool) {
    match &value.data {
        _ if value.is_unknown() || value.is_blank() => {}
        Data::Text(_) => {}
        Data::List(_) => paths(checker, at, "config", value, if limited { MOST_PATHS } else { usize::MAX }),
        Data::Map(map) => {
            complex(checker, at, value, map, &EXISTS);
            if let Some(listed) = map.given("paths") {
                paths(checker, at, "paths", listed, MOST_PATHS);
            }
            if map.given("ref").is_some() && !map.has("project") && !map.open {
                let says = "missing required keys: project";
                let span = map.entry("ref").map_or(value.span, |entry| entry.key_span);
                checker.error(&shape::MISSING_KEYWORD, at, "config", says, span);
            }
        }
        _ => {
            let message = format!("{} should be a string, an array of strings, or a hash", at.location());
            checker.words(&shape::WRONG_TYPE, message, value.span);
        }
    }
}

/// The mapping forms of `changes` and `exists`.
fn complex(checker: &mut Checker, at: &At, value: &Value, map: &Map, group: &'static Group) {
    unknown_keys(checker, at, map, &|key| group.keyword(key).is_some());
    if !map.has("paths") && !map.open {
        checker.error(&shape::MISSING_KEYWORD, at, "config", "missing required keys: paths", value.span);
    }
    attributes(checker, at, value, group.keywords.iter().filter(|keyword| keyword.name != "paths"));
}
