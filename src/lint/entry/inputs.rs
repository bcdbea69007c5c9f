//! `inputs` of jobs (lib/gitlab/ci/config/entry/job_input.rb, base_input.rb; lib/ci/inputs).

use super::mapping::unknown_keys;
use super::{At, Checker};
use crate::keywords::{Choice, Form, Group, JOB_INPUT};
use crate::lint::rules::shape;
use crate::resolve::{ruby, Data, Map, Value};

const MOST_INPUTS: usize = 50;
const MOST_OPTIONS: usize = 50;

/// The entries of a job's `inputs`. Gives whether they are sound.
pub fn entry(checker: &mut Checker, at: &At, value: &Value) {
    names(checker, at, value, "job input");
    super::mapping::named(checker, at, value, &mut |checker, at, value| {
        if value.is_unknown() {
            return;
        }
        if let Some(map) = value.as_map() {
            unknown_keys(checker, at, map, &|key| JOB_INPUT.keyword(key).is_some());
            if map.given("default").is_none() && !map.open {
                let message = format!("{} must have a default value", at.location()).to_lowercase();
                checker.words(&shape::MISSING_KEYWORD, message, at.span);
            }
        } else {
            checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span);
        }
        input(checker, at, value, &JOB_INPUT);
    });
}

/// Names of inputs; one that is null is called by `unnamed`.
pub fn names(checker: &mut Checker, at: &At, value: &Value, unnamed: &str) {
    let entries = value.as_map().map_or(&[][..], Map::entries);
    for entry in entries.iter().filter(|entry| !entry.key.is_alphanumeric()) {
        let name = if entry.key.is_falsy() { unnamed } else { entry.key.text() };
        let place = at.key(name, entry.key_span);
        checker.error(&shape::INVALID_NAME, &place, "key", "must be an alphanumeric string", entry.key_span);
    }
}

/// What inputs of jobs and of headers have in common.
pub fn input(checker: &mut Checker, at: &At, value: &Value, group: &'static Group) {
    let Some(map) = value.as_map() else { return };
    let given = |name: &str| map.given(name).filter(|value| !value.is_unknown());
    let alphanumeric = |value: &Value| value.is_string() || matches!(value.data, Data::Int(_));
    if let Some(value) = given("description").filter(|value| !alphanumeric(value)) {
        checker.error(&shape::WRONG_TYPE, at, "input description", "must be an alphanumeric string", value.span);
    }
    if let Some(value) = given("regex").filter(|value| value.as_text().is_none()) {
        checker.error(&shape::WRONG_TYPE, at, "input regex", "should be a string", value.span);
    }
    if let Some(value) = given("type") {
        if let Some(Form::Choice(Choice { values, .. })) = group.keyword("type").map(|keyword| keyword.form) {
            let text = ruby::to_s(value);
            if !values.contains(&text.as_str()) {
                let says = format!("unknown value: {text}");
                checker.error(&shape::UNKNOWN_VALUE, at, "input type", &says, value.span);
            }
        }
    }
    if let Some(options) = given("options") {
        match options.as_list() {
            None => {
                checker.error(&shape::WRONG_TYPE, at, "input options", "should be an array", options.span);
                // Ruby counts the characters then.
                if options.as_text().is_some_and(|text| text.chars().count() > MOST_OPTIONS) {
                    let says = format!("cannot define more than {MOST_OPTIONS} options");
                    checker.error(&shape::LIMIT, at, "config", &says, options.span);
                }
            }
            Some(items) => {
                if let Some(extra) = items.get(MOST_OPTIONS) {
                    let says = format!("cannot define more than {MOST_OPTIONS} options");
                    checker.error(&shape::LIMIT, at, "config", &says, extra.span);
                }
                if let Some(null) = items.iter().find(|item| item.is_null()) {
                    let says = "options array cannot contain null values";
                    checker.error(&shape::WRONG_TYPE, at, "config", says, null.span);
                }
            }
        }
    }
}

/// What GitLab says of a job's inputs once each is sound on its own.
pub fn values(checker: &mut Checker, at: &At, inputs: &Map) {
    if let Some(extra) = inputs.entries().get(MOST_INPUTS) {
        let says = format!("has too many entries (maximum {MOST_INPUTS})");
        checker.error(&shape::LIMIT, at, "inputs", &says, extra.key_span);
        return;
    }
    for entry in inputs.entries() {
        let Some(map) = entry.value.as_map() else { continue };
        for (rule, says, span) in crate::lint::rules::input::default_problems(map) {
            let text = format!("`{}`: {says}", entry.key.text());
            checker.error(rule, at, "inputs", &text, span);
        }
    }
}
