//! `image` and `services` (lib/gitlab/ci/config/entry/imageable.rb, image.rb, service.rb, services.rb, pull_policy.rb).

use super::mapping::{attributes, entry_of, unknown_keys};
use super::variables::{self, Kind};
use super::{At, Checker};
use crate::keywords::{Choice, Form, Group, DOCKER, IMAGE, KUBERNETES_EXECUTOR, SERVICE};
use crate::lint::rules::shape;
use crate::resolve::{ruby, Data, Map, Value};

/// `image`
pub fn image(checker: &mut Checker, at: &At, value: &Value) {
    imageable(checker, at, value, &IMAGE);
}

/// `services`: a list of images.
pub fn services(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_unknown() {
        return;
    }
    let Some(items) = value.as_list() else {
        checker.error(&shape::WRONG_TYPE, at, "config", "should be an array", value.span);
        return;
    };
    each_service(checker, at, items);
}

fn each_service(checker: &mut Checker, at: &At, items: &[Value]) {
    for item in items {
        match &item.data {
            Data::List(inner) => each_service(checker, at, &inner.items),
            Data::Null => {}
            _ => imageable(checker, &at.item("service", item.span), item, &SERVICE),
        }
    }
}

fn imageable(checker: &mut Checker, at: &At, value: &Value, group: &'static Group) {
    if value.is_unknown() {
        return;
    }
    if let Some(text) = value.as_text() {
        if text.trim().is_empty() {
            checker.error(&shape::MISSING_KEYWORD, at, "name", "can't be blank", value.span);
        }
        return;
    }
    let sound = checker.sound(|checker| {
        match value.as_map() {
            Some(map) => {
                if let Some(ports) = map.entry("ports") {
                    let says = "contains disallowed keys: ports";
                    checker.error(&shape::UNKNOWN_KEYWORD, at, "config", says, ports.key_span);
                }
                unknown_keys(checker, at, map, &|key| key == "ports" || group.keyword(key).is_some());
                for (name, options) in [("docker", &DOCKER), ("kubernetes", &KUBERNETES_EXECUTOR)] {
                    if let Some(value) = map.given(name) {
                        executor_options(checker, at, name, options, value);
                    }
                }
            }
            None => checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash or a string", value.span),
        }
        attributes(checker, at, value, group.keywords.iter());
        let named = |map: &Map| map.get("ports").is_none_or(Value::is_blank) || map.has("alias") || map.open;
        if let Some(map) = value.as_map().filter(|map| std::ptr::eq(group, &SERVICE) && !named(map)) {
            let span = map.entry("ports").map_or(value.span, |ports| ports.key_span);
            for says in ["can't be blank", "should be a string"] {
                checker.error(&shape::MISSING_KEYWORD, at, "alias", says, span);
            }
        }
    });
    let Some(map) = value.as_map().filter(|_| sound) else { return };
    let at = at.opened(map.open);
    for entry in map.entries().iter().filter(|entry| !entry.value.is_null()) {
        let place = at.key(entry.key.text(), entry.key_span);
        match (entry.key.text(), group.keyword(entry.key.text())) {
            ("pull_policy", _) => pull_policy(checker, &place, &entry.value),
            ("variables", _) => variables::entry(checker, &place, &entry.value, Kind::Scalars),
            ("command", Some(keyword)) => entry_of(checker, &place, keyword, &entry.value),
            _ => {}
        }
    }
}

/// lib/gitlab/ci/config/entry/schemas/imageable/executor_opts.json; the words are ours.
fn executor_options(checker: &mut Checker, at: &At, name: &str, group: &'static Group, value: &Value) {
    if value.is_unknown() {
        return;
    }
    let Some(map) = value.as_map() else {
        let says = format!("'/{name}' must be a valid 'object'");
        checker.error(&shape::WRONG_TYPE, at, "executor_opts", &says, value.span);
        return;
    };
    for entry in map.entries() {
        let key = entry.key.text();
        let fits = match (key, &entry.value.data) {
            _ if entry.value.is_unknown() => true,
            ("platform", Data::Text(text)) => (1..=64).contains(&text.chars().count()),
            ("user", Data::Text(text)) => (1..=255).contains(&text.chars().count()),
            ("user", Data::Int(_)) => name == "kubernetes",
            _ => false,
        };
        if group.keyword(key).is_none() {
            let says = format!("'/{name}/{key}' must be a defined property");
            checker.error(&shape::UNKNOWN_KEYWORD, at, "executor_opts", &says, entry.key_span);
        } else if !fits {
            let says = format!("'/{name}/{key}' must be a valid 'string'");
            checker.error(&shape::WRONG_TYPE, at, "executor_opts", &says, entry.value.span);
        }
    }
}

fn pull_policy(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_unknown() {
        return;
    }
    if value.is_blank() {
        checker.error(&shape::MISSING_KEYWORD, at, "config", "can't be blank", value.span);
    }
    super::simple::check(&Form::TextOrList, value, &mut |rule, says, span| {
        checker.error(rule, at, "config", says, span);
    });
    let Some(Form::OneOf([Form::Choice(Choice { values, .. }), ..])) = IMAGE.keyword("pull_policy").map(|k| k.form)
    else {
        return;
    };
    match &value.data {
        Data::Text(text) if !values.contains(&&**text) => {
            checker.error(&shape::UNKNOWN_VALUE, at, "config", "is not included in the list", value.span);
        }
        Data::List(list) => {
            unknown_values(checker, at, "config", &list.items, values);
        }
        _ => {}
    }
}

/// AllowedArrayValuesValidator
pub fn unknown_values(checker: &mut Checker, at: &At, attribute: &str, items: &[Value], known: &[&str]) {
    let unknown: Vec<&Value> = items
        .iter()
        .filter(|item| !item.is_unknown() && !item.as_text().is_some_and(|text| known.contains(&text)))
        .collect();
    if let Some(first) = unknown.first() {
        let says = format!("contains unknown values: {}", ruby::join(unknown.iter().copied()));
        checker.error(&shape::UNKNOWN_VALUE, at, attribute, &says, first.span);
    }
}
