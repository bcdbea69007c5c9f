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

/// Checks the first of two documents. GitLab puts up to three of its errors into one message (interpolation/interpolator.rb);
/// ours is the first one's.
pub fn header(checker: &mut Checker, value: &Value) {
    let from = checker.found.len();
    keys_and_spec(checker, value);
    if checker.found.len() > from + 1 {
        let words: Vec<&str> = checker.found[from..].iter().take(3).map(|finding| &*finding.message).collect();
        let message = words.join(", ");
        checker.found[from].message = message;
    }
}

fn keys_and_spec(checker: &mut Checker, value: &Value) {
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
    let given = |name: &str| spec.entry(name).filter(|entry| !entry.value.is_null());
    let sound = checker.sound(|checker| {
        if let Some(entry) = given("inputs") {
            let place = at.key("inputs", entry.key_span);
            super::inputs::names(checker, &place, &entry.value, "input");
            named(checker, &place, &entry.value, &mut header_input);
        }
        if let Some(entry) = given("include") {
            include::of_header(checker, &at.key("include", entry.key_span), &entry.value);
        }
        if let Some(entry) = given("component") {
            component(checker, &at.key("component", entry.key_span), &entry.value);
        }
    });
    if let Some(inputs) = spec.get("inputs").and_then(Value::as_map).filter(|_| sound) {
        values(checker, inputs);
    }
}

/// lib/gitlab/ci/config/header/component.rb
fn component(checker: &mut Checker, at: &At, value: &Value) {
    if value.as_list().is_none() && !value.is_unknown() {
        checker.error(&shape::WRONG_TYPE, at, "config", "should be an array", value.span);
    }
    simple::check(&Form::TEXTS, value, &mut |rule, says, span| checker.error(rule, at, "config", says, span));
    if let Some(items) = value.as_list() {
        super::image::unknown_values(checker, at, "config", items, COMPONENT_FACTS);
    }
}

fn header_input(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_unknown() {
        return;
    }
    input(checker, at, value, &HEADER_INPUT);
    let Some(map) = value.as_map() else {
        // GitLab checks it as a mapping of keywords and as an input.
        for _ in 0..2 {
            checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span);
        }
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
    if let Some(rules) = map.entry("rules").filter(|rules| !rules.value.is_null() && !rules.value.is_unknown()) {
        if rules.value.as_list().is_none() {
            let place = at.key("rules", rules.key_span);
            checker.error(&shape::WRONG_TYPE, &place, "config", "should be an array", rules.value.span);
        }
    }
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
        if let Some(null) = map.get("type").filter(|kind| kind.is_null()) {
            let types = "array, boolean, number, string";
            let message = format!("unknown input specification for `{name}` (valid types: {types})");
            checker.words(&rule::RULE, message, null.span);
            continue;
        }
        let rules = map.given("rules").and_then(Value::as_list).unwrap_or_default();
        let problems: Vec<_> = rules.iter().flat_map(rule_problems).collect();
        if !problems.is_empty() {
            for (text, span) in problems {
                checker.words(&rule::RULE, format!("`{name}` input: {text}").to_lowercase(), span);
            }
            continue;
        }
        let by_rules = rules.iter().any(|rule| rule.is_unknown() || rule.as_map().is_some_and(|r| r.has("default")));
        if !map.has("default") && !by_rules && !map.open {
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
    if map.entries().is_empty() && !map.open {
        problems.push(("can't be blank".to_owned(), item.span));
    }
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
