//! `only` and `except` (lib/gitlab/ci/config/entry/policy.rb).

use super::mapping::unknown_keys;
use super::simple;
use super::{At, Checker};
use crate::keywords::{Form, POLICY};
use crate::lint::rules::shape;
use crate::resolve::{ruby, Data, Map, Value};
use crate::simulate::{pattern, Expression};

/// The entry.
pub fn entry(checker: &mut Checker, at: &At, value: &Value) {
    match &value.data {
        _ if value.is_unknown() => {}
        Data::List(_) => refs(checker, at, "config", value),
        Data::Map(map) => complex(checker, at, value, map),
        _ => {
            let message = format!("{} has to be either an array of conditions or a hash", at.location());
            checker.words(&shape::WRONG_TYPE, message, value.span);
        }
    }
}

/// Texts, of which those between slashes must be regular expressions.
fn refs(checker: &mut Checker, at: &At, attribute: &str, value: &Value) {
    let says = "should be an array of strings or regular expressions using re2 syntax";
    let Some(items) = value.as_list() else {
        checker.error(&shape::WRONG_TYPE, at, attribute, says, value.span);
        return;
    };
    let fits = |item: &Value| match &item.data {
        Data::Text(text) => pattern::split(text).is_none() || pattern::compile(text).is_ok(),
        _ => item.is_unknown(),
    };
    if let Some(item) = items.iter().find(|item| !fits(item)) {
        let rule = if item.as_text().is_some() { &shape::INVALID_PATTERN } else { &shape::WRONG_TYPE };
        checker.error(rule, at, attribute, says, item.span);
    }
}

fn complex(checker: &mut Checker, at: &At, value: &Value, map: &Map) {
    if map.entries().is_empty() && !at.open && !map.open {
        checker.error(&shape::MISSING_KEYWORD, at, "config", "can't be blank", value.span);
    }
    unknown_keys(checker, at, map, &|key| POLICY.keyword(key).is_some());
    let given = |name: &str| map.given(name).filter(|value| !value.is_unknown());
    if let Some(value) = given("refs") {
        refs(checker, at, "refs", value);
    }
    if let Some(value) = given("kubernetes").filter(|value| value.as_text() != Some("active")) {
        let says = format!("unknown value: {}", ruby::to_s(value));
        checker.error(&shape::UNKNOWN_VALUE, at, "kubernetes", &says, value.span);
    }
    if let Some(value) = given("variables") {
        simple::check(&Form::TEXTS, value, &mut |rule, says, span| checker.error(rule, at, "variables", says, span));
        let invalid = |item: &&Value| item.as_text().is_some_and(|text| Expression::parse(text).is_err());
        if let Some(item) = value.as_list().and_then(|items| items.iter().find(invalid)) {
            checker.error(&shape::INVALID_EXPRESSION, at, "variables", "invalid expression syntax", item.span);
        }
    }
    if let Some(value) = given("changes") {
        simple::check(&Form::TEXTS, value, &mut |rule, says, span| checker.error(rule, at, "changes", says, span));
    }
}
