//! `secrets` (Enterprise: ee/lib/gitlab/ci/config/entry/secret.rb, vault/secret.rb and those of the other providers).

use super::mapping::{attributes, named, place_of, unknown_keys};
use super::{At, Checker};
use crate::keywords::{SECRET, SECRET_PROVIDERS};
use crate::lint::rules::shape;
use crate::resolve::{Map, Value};

/// The keys of each provider's mapping, those that must be given first, and how many of them those are.
const PROVIDERS: &[(&str, &[&str], usize)] = &[
    ("vault", &["path", "field", "engine"], 3),
    ("azure_key_vault", &["name", "version"], 1),
    ("gcp_secret_manager", &["name", "version"], 1),
    (
        "aws_secrets_manager",
        &["secret_id", "version_id", "version_stage", "region", "role_arn", "role_session_name", "field"],
        1,
    ),
    ("akeyless", &[], 0),
    ("gitlab_secrets_manager", &["name", "source"], 1),
];

/// The entry.
pub fn entry(checker: &mut Checker, at: &At, value: &Value) {
    named(checker, at, value, &mut secret);
}

fn secret(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_unknown() {
        return;
    }
    let Some(map) = value.as_map() else {
        checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span);
        return;
    };
    let sound = checker.sound(|checker| {
        unknown_keys(checker, at, map, &|key| SECRET.keyword(key).is_some());
        attributes(checker, at, value, SECRET.keywords.iter());
        let given = SECRET_PROVIDERS.iter().filter(|provider| map.has(provider)).count();
        if given > 1 || (given == 0 && !at.open && !map.open) {
            let says = format!("must use exactly one of these keys: {}", SECRET_PROVIDERS.join(", "));
            checker.error(&shape::MISSING_KEYWORD, at, "config", &says, place_of(value, at));
        }
        if map.has("gcp_secret_manager") && map.given("token").is_none() && !at.open && !map.open {
            let says = "is required with gcp secrets manager";
            checker.error(&shape::MISSING_KEYWORD, at, "token", says, place_of(value, at));
        }
    });
    for (name, keys, required) in PROVIDERS.iter().filter(|_| sound) {
        if let Some(entry) = map.entry(name).filter(|entry| !entry.value.is_null()) {
            provider(checker, &at.key(name, entry.key_span), &entry.value, keys, &keys[..*required]);
        }
    }
}

/// One provider's mapping. A text stands for it; which texts are taken only GitLab can tell.
fn provider(checker: &mut Checker, at: &At, value: &Value, keys: &[&str], required: &[&str]) {
    let Some(map) = value.as_map() else {
        if !value.is_unknown() && value.as_text().is_none() {
            checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash or a string", value.span);
        }
        return;
    };
    if !keys.is_empty() {
        unknown_keys(checker, at, map, &|key| keys.contains(&key));
    }
    for name in required {
        missing(checker, at, map, name, value);
    }
    if let Some(engine) = map.given("engine").and_then(Value::as_map) {
        let place = at.key("engine", value.span);
        unknown_keys(checker, &place, engine, &|key| matches!(key, "name" | "path"));
        for name in ["name", "path"] {
            missing(checker, &place, engine, name, value);
        }
    }
}

fn missing(checker: &mut Checker, at: &At, map: &Map, name: &str, value: &Value) {
    match map.given(name) {
        Some(given) if given.is_blank() => {
            checker.error(&shape::MISSING_KEYWORD, at, name, "can't be blank", given.span);
        }
        Some(_) => {}
        None if at.open || map.open => {}
        None => checker.error(&shape::MISSING_KEYWORD, at, name, "can't be blank", value.span),
    }
}
