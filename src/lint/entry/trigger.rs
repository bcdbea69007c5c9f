//! `trigger` (lib/gitlab/ci/config/entry/trigger.rb, trigger/forward.rb).

use super::mapping::{mapping, nothing};
use super::{include, At, Checker};
use crate::keywords::{TRIGGER_INCLUDE, TRIGGER_PROJECT};
use crate::lint::rules::shape;
use crate::resolve::{Data, Map, Value};

const MOST_INCLUDES: usize = 3;

/// The entry.
pub fn entry(checker: &mut Checker, at: &At, value: &Value) {
    match &value.data {
        _ if value.is_unknown() => {}
        Data::Text(text) => {
            if text.trim().is_empty() {
                checker.error(&shape::MISSING_KEYWORD, at, "config", "can't be blank", value.span);
            }
        }
        Data::Map(map) => {
            let includes = map.has("include");
            let group = if includes { &TRIGGER_INCLUDE } else { &TRIGGER_PROJECT };
            // Which of the two forms it is can't be told while keys may come from elsewhere.
            if !includes && !map.has("project") && (at.open || map.open) {
                return;
            }
            let sound = checker.sound(|checker| {
                if map.entries().is_empty() {
                    checker.error(&shape::MISSING_KEYWORD, at, "config", "can't be blank", value.span);
                }
                mapping(checker, at, &with_plain_forward(map, value), group, &nothing);
            });
            if let Some(entry) = map.entry("include").filter(|entry| sound && !entry.value.is_null()) {
                include::list(checker, &at.key("include", entry.key_span), &entry.value, Some(MOST_INCLUDES));
            }
        }
        _ => {
            let message = format!("{} has to be either a string or a hash", at.location());
            checker.words(&shape::WRONG_TYPE, message, value.span);
        }
    }
}

/// What GitLab checks of it: it takes a `forward` that is no mapping for one without keys (trigger/forward.rb).
fn with_plain_forward(map: &Map, value: &Value) -> Value {
    let entries = map
        .entries()
        .iter()
        .filter(|entry| entry.key.text() != "forward" || entry.value.as_map().is_some() || entry.value.is_unknown());
    Value::map(entries.cloned().collect(), map.open, value.span)
}
