//! `needs` (lib/gitlab/ci/config/entry/needs.rb, need.rb, and their Enterprise parts).

use super::mapping::keywords;
use super::{parallel, At, Checker};
pub use crate::graph::NeedKind as Type;
use crate::graph::{need_items as items, need_kind as type_of};
use crate::keywords::{Group, NEED, NEED_BRIDGE, NEED_CROSS_PIPELINE, NEED_CROSS_PROJECT};
use crate::lint::rules::shape;
use crate::resolve::{Data, Map, Value};

/// `NEEDS_CROSS_PIPELINE_DEPENDENCIES_LIMIT`, and the same for projects.
const MOST_CROSS: usize = 5;

/// The needs of a sound entry by what they are about. None where it is not sound.
pub type Needs<'v> = Option<Vec<(Type, &'v Value)>>;

/// The entry.
pub fn entry<'v>(checker: &mut Checker, at: &At, value: &'v Value, allowed: &[Type]) -> Needs<'v> {
    match &value.data {
        _ if value.is_unknown() => return None,
        Data::Map(map) if map.entries().is_empty() => {
            checker.error(&shape::MISSING_KEYWORD, at, "config", "can not be an empty hash", value.span);
            return None;
        }
        Data::Map(_) | Data::List(_) => {}
        _ => {
            checker.error(&shape::WRONG_TYPE, at, "config", "can only be a hash or an array", value.span);
            return None;
        }
    }
    let mut needs = Vec::new();
    let mut cross = (0, 0);
    let sound = checker.sound(|checker| {
        for item in items(value).into_iter().filter(|item| !item.is_unknown()) {
            let place = at.item("need", item.span);
            let kind = type_of(item);
            need(checker, at, &place, item, kind);
            let Some(kind) = kind else { continue };
            needs.push((kind, item));
            if kind == Type::Cross {
                let project = item.as_map().is_some_and(|map| map.has("project"));
                let count = if project { &mut cross.0 } else { &mut cross.1 };
                *count += 1;
                if *count == MOST_CROSS + 1 {
                    let says = format!("must be less than or equal to {MOST_CROSS}");
                    checker.error(&shape::LIMIT, at, "config", &says, item.span);
                }
            }
        }
        let mut extra: Vec<(&str, &Value)> = Vec::new();
        for (kind, item) in needs.iter().filter(|(kind, _)| !allowed.contains(kind)) {
            if !extra.iter().any(|(name, _)| *name == kind.name()) {
                extra.push((kind.name(), item));
            }
        }
        if let Some((_, first)) = extra.first() {
            let names: Vec<&str> = extra.iter().map(|(name, _)| *name).collect();
            let says = format!("uses invalid types: {}", names.join(", "));
            checker.error(&shape::WRONG_TYPE, at, "config", &says, first.span);
        }
    });
    sound.then_some(needs)
}

fn need(checker: &mut Checker, around: &At, at: &At, value: &Value, kind: Option<Type>) {
    let group: &'static Group = match (&value.data, kind) {
        (Data::Text(text), _) => {
            if text.trim().is_empty() {
                checker.error(&shape::MISSING_KEYWORD, at, "config", "can't be blank", value.span);
            }
            return;
        }
        (_, Some(Type::Job)) => &NEED,
        (Data::Map(map), Some(Type::Cross)) if map.has("project") => &NEED_CROSS_PROJECT,
        (_, Some(Type::Cross)) => &NEED_CROSS_PIPELINE,
        (_, Some(Type::Bridge)) => &NEED_BRIDGE,
        (_, None) => {
            let message = format!("{} has an unsupported type", at.location());
            checker.words(&shape::WRONG_TYPE, message, value.span);
            return;
        }
    };
    if value.as_map().is_some_and(|map| map.entries().is_empty()) {
        checker.error(&shape::MISSING_KEYWORD, at, "config", "can't be blank", value.span);
    }
    let sound = checker.sound(|checker| keywords(checker, at, value, group));
    let matrix = value.as_map().and_then(|map: &Map| map.entry("parallel")).filter(|entry| !entry.value.is_null());
    if let Some(entry) = matrix.filter(|_| sound && kind == Some(Type::Job)) {
        if matches!(entry.value.data, Data::Int(_) | Data::Float(_)) {
            let says = "cannot use \"parallel: <number>\".";
            checker.error(&shape::WRONG_TYPE, around, "config", says, entry.value.span);
        } else {
            parallel::entry(checker, &at.key("parallel", entry.key_span), &entry.value, false);
        }
    }
}
