//! The header: `spec` and its inputs (lib/gitlab/ci/config/header/*.rb), then the inputs' own rules (lib/ci/inputs).

use super::inputs::input;
use super::mapping::{named, unknown_keys};
use super::{include, simple, At, Checker};
use crate::keywords::{Form, HEADER, HEADER_INPUT, INPUT_RULE, SPEC};
use crate::lint::rules::{input as rule, shape};
use crate::resolve::{ruby, Data, Map, Value};

const DESCRIPTION_LIMIT: usize = 256;
const MOST_OPTIONS: usize = 50;
const COMPONENT_FACTS: &[&str] = &["name", "sha", "version", "reference"];

/// Checks the first of two documents.
pub fn header(checker: &mut Checker, value: &Value) {
    let Some(map) = value.as_map() else { return };
    let top = At::top(false, value.span);
    let at = top.key("header", value.span);
    unknown_keys(checker, &at, map, &|key| HEADER.keyword(key).is_some());
    let Some(entry) = map.entry("spec").filter(|entry| !entry.value.is_null() && !entry.value.is_unknown()) else {
        return;
    };
    let at = at.key("spec", entry.key_span);
    let Some(spec) = entry.value.as_map() else {
        checker.error(&shape::WRONG_TYPE, &at, "config", "should be a hash", entry.value.span);
        return;
    };
    let sound = checker.sound(|checker| {
        unknown_keys(checker, &at, spec, &|key| SPEC.keyword(key).is_some());
        if let Some(text) = spec.given("description").filter(|text| !text.is_unknown()) {
            simple::check(&Form::Text, text, &mut |rule, says, span| {
                checker.error(rule, &at, "config description", says, span);
            });
            if text.as_text().is_some_and(|text| text.chars().count() > DESCRIPTION_LIMIT) {
                let says = format!("is too long (maximum is {DESCRIPTION_LIMIT} characters)");
                checker.error(&shape::LIMIT, &at, "config description", &says, text.span);
            }
        }
    });
    if sound {
        spec_entries(checker, &at, spec);
    }
}

fn spec_entries(checker: &mut Checker, at: &At, spec: &Map) {
    if let Some(entry) = spec.entry("inputs").filter(|entry| !entry.value.is_null()) {
        let place = at.key("inputs", entry.key_span);
        let sound = checker.sound(|checker| named(checker, &place, &entry.value, &mut header_input));
        if let Some(inputs) = entry.value.as_map().filter(|_| sound) {
            values(checker, inputs);
        }
    }
    if let Some(entry) = spec.entry("include").filter(|entry| !entry.value.is_null()) {
        include::list(checker, &at.key("include", entry.key_span), &entry.value, None);
    }
    if let Some(entry) = spec.entry("component").filter(|entry| !entry.value.is_null()) {
        let place = at.key("component", entry.key_span);
        simple::check(&Form::TEXTS, &entry.value, &mut |rule, says, span| {
            checker.error(rule, &place, "config", says, span);
        });
        if let Some(items) = entry.value.as_list() {
            super::image::unknown_values(checker, &place, "config", items, COMPONENT_FACTS);
        }
    }
}

fn header_input(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_unknown() {
        return;
    }
    let Some(map) = value.as_map() else {
        checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span);
        return;
    };
    unknown_keys(checker, at, map, &|key| HEADER_INPUT.keyword(key).is_some());
    for other in ["options", "default"] {
        if let (Some(rules), Some(entry)) = (map.entry("rules"), map.entry(other)) {
            let rules_first = map.entries().iter().find(|e| matches!(e.key.text(), "rules") || e.key.text() == other);
            let names = if rules_first.is_some_and(|first| first.key.text() == "rules") {
                format!("rules, {other}")
            } else {
                format!("{other}, rules")
            };
            let says = format!("these keys cannot be used together: {names}");
            checker.error(&shape::CONFLICTING_KEYWORDS, at, "config", &says, entry.key_span.max(rules.key_span));
        }
    }
    input(checker, at, value, &HEADER_INPUT);
}

/// What GitLab says of the inputs once their shape is sound: rules, defaults, and those without one.
fn values(checker: &mut Checker, inputs: &Map) {
    for entry in inputs.entries() {
        let name = entry.key.text();
        let empty = Map::default();
        let map = match &entry.value.data {
            Data::Map(map) => map,
            Data::Null => &empty,
            _ => continue,
        };
        let says = |checker: &mut Checker, rule, text: &str, span| {
            checker.words(rule, format!("`{name}` input: {text}"), span);
        };
        if let Some(rules) = map.given("rules") {
            for item in rules.as_list().unwrap_or_default() {
                for (text, span) in rule_problems(item) {
                    says(checker, &rule::RULE, &text, span);
                }
            }
        } else if !map.has("default") && !map.open {
            says(checker, &rule::REQUIRED, "required value has not been provided", entry.key_span);
        }
        for (rule, text, span) in rule::default_problems(map) {
            says(checker, rule, &text, span);
        }
    }
}

/// lib/gitlab/ci/config/header/input/rules/rule.rb
fn rule_problems(item: &Value) -> Vec<(String, crate::text::Span)> {
    let mut problems = Vec::new();
    let Some(map) = item.as_map() else {
        if !item.is_unknown() {
            problems.push(("should be a hash".to_owned(), item.span));
        }
        return problems;
    };
    let unknown: Vec<_> = map.entries().iter().filter(|e| INPUT_RULE.keyword(e.key.text()).is_none()).collect();
    if let Some(first) = unknown.first() {
        let names: Vec<&str> = unknown.iter().map(|entry| entry.key.text()).collect();
        problems.push((format!("contains unknown keys: {}", names.join(", ")), first.key_span));
    }
    if let Some(condition) = map.given("if").filter(|condition| !condition.is_unknown()) {
        simple::expression(condition, &mut |_, says, span| problems.push((format!("if {says}"), span)));
    }
    if let Some(options) = map.given("options").filter(|options| options.as_list().is_none() && !options.is_unknown()) {
        problems.push(("options should be an array".to_owned(), options.span));
    }
    if !problems.is_empty() {
        return problems;
    }
    let options = map.given("options").and_then(Value::as_list).unwrap_or_default();
    if let Some(extra) = options.get(MOST_OPTIONS) {
        problems.push((format!("cannot define more than {MOST_OPTIONS} options"), extra.span));
    }
    match map.get("default") {
        None => {
            let says = "rule must define 'options' with at least one value and a 'default'";
            problems.push((says.to_owned(), item.span));
        }
        Some(default) if !options.is_empty() && !options.iter().any(|o| super::variables::same(o, default)) => {
            problems.push((format!("default '{}' must be one of the options", ruby::to_s(default)), default.span));
        }
        Some(_) => {}
    }
    problems
}
