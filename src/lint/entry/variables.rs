//! `variables` (lib/gitlab/ci/config/entry/variables.rb, variable.rb).

use super::mapping::named;
use super::simple;
use super::{At, Checker};
use crate::keywords::{Form, GLOBAL_VARIABLE, JOB_VARIABLE};
use crate::lint::rules::shape;
use crate::resolve::{ruby, Data, Map, Value};

/// What variables may hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Of the whole pipeline: with description and options.
    Global,
    /// Of a job.
    Job,
    /// Of rules and services: no mappings.
    Scalars,
}

/// The entry.
pub fn entry(checker: &mut Checker, at: &At, value: &Value, kind: Kind) {
    named(checker, at, value, &mut |checker, at, value| variable(checker, at, value, kind));
    let misnamed = value.as_map().map_or(&[][..], Map::entries).iter().filter(|entry| !entry.key.is_alphanumeric());
    for entry in misnamed.filter(|entry| entry.value.as_list().is_none()) {
        let is_simple = entry.value.as_map().is_none() && !entry.value.is_null();
        let name = match entry.key.text() {
            _ if entry.key.is_falsy() && is_simple => "simple variable",
            _ if entry.key.is_falsy() => "complex variable",
            name => name,
        };
        let says = "must be an alphanumeric string";
        checker.error(&shape::INVALID_NAME, &at.key(name, entry.key_span), "key", says, entry.key_span);
    }
}

fn variable(checker: &mut Checker, at: &At, value: &Value, kind: Kind) {
    match &value.data {
        Data::Map(map) => {
            // Null stands as an empty mapping here.
            if map.entries().is_empty() && kind != Kind::Scalars {
                return;
            }
            complex(checker, at, value, kind);
        }
        Data::List(_) | Data::Null => {
            let message = "variable definition must be either a string or a hash".to_owned();
            checker.words(&shape::WRONG_TYPE, message, value.span);
        }
        _ => {}
    }
}

fn complex(checker: &mut Checker, at: &At, value: &Value, kind: Kind) {
    let Some(map) = value.as_map() else { return };
    let group = match kind {
        Kind::Global => &GLOBAL_VARIABLE,
        Kind::Job => &JOB_VARIABLE,
        Kind::Scalars => {
            checker.error(&shape::WRONG_TYPE, at, "config", "must be a string", value.span);
            return;
        }
    };
    let unknown: Vec<_> = map.entries().iter().filter(|entry| group.keyword(entry.key.text()).is_none()).collect();
    if let Some(first) = unknown.first() {
        let names: Vec<&str> = unknown.iter().map(|entry| entry.key.text()).collect();
        let says = format!("uses invalid data keys: {}", names.join(", "));
        checker.error(&shape::UNKNOWN_KEYWORD, at, "config", &says, first.key_span);
    }
    let given = |name: &str| map.given(name).filter(|value| !value.is_unknown());
    if let Some(value) = given("value").filter(|value| matches!(value.data, Data::List(_) | Data::Map(_))) {
        checker.error(&shape::WRONG_TYPE, at, "config value", "must be a scalar", value.span);
    }
    let alphanumeric = |value: &Value| value.is_string() || matches!(value.data, Data::Int(_));
    if let Some(value) = given("description").filter(|value| !alphanumeric(value)) {
        checker.error(&shape::WRONG_TYPE, at, "config description", "must be an alphanumeric string", value.span);
    }
    if let Some(value) = given("expand") {
        simple::check(&Form::Flag, value, &mut |rule, says, span| checker.error(rule, at, "config expand", says, span));
    }
    if let Some(options) = given("options") {
        simple::check(&Form::TEXTS, options, &mut |rule, says, span| {
            checker.error(rule, at, "config options", says, span);
        });
        let among = match (&options.data, map.get("value")) {
            _ if options.is_blank() => true,
            (_, Some(value)) if value.is_unknown() => true,
            (_, None) if map.open || at.open => true,
            (Data::List(list), Some(value)) => list.items.iter().any(|option| same(option, value)),
            (Data::List(list), None) => list.items.iter().any(Value::is_null),
            (Data::Text(text), Some(value)) => value.as_text().is_none_or(|value| text.contains(value)),
            // Its keys are symbols to GitLab.
            (Data::Map(_), _) => false,
            _ => true,
        };
        if !among {
            let span = map.get("value").map_or(options.span, |value| value.span);
            checker.error(&shape::UNKNOWN_VALUE, at, "config", "value must be present in options", span);
        }
    }
}

/// Whether two scalars are equal to Ruby.
pub fn same(left: &Value, right: &Value) -> bool {
    match (&left.data, &right.data) {
        (Data::Int(left), Data::Float(right)) | (Data::Float(right), Data::Int(left)) => **left as f64 == *right,
        (Data::Text(left), Data::Text(right)) => left == right,
        (Data::Text(_), _) | (_, Data::Text(_)) => false,
        (Data::Unknown, _) | (_, Data::Unknown) => true,
        _ => ruby::inspect(left) == ruby::inspect(right),
    }
}
