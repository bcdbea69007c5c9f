//! `environment` (lib/gitlab/ci/config/entry/environment.rb, kubernetes.rb).

use super::mapping::{attributes, mapping, place_of, unknown_keys};
use super::{At, Checker};
use crate::keywords::{Check, DASHBOARD, ENVIRONMENT, KUBERNETES, MANAGED_RESOURCES};
use crate::lint::rules::shape;
use crate::resolve::{ruby, Data, Entry, Map, Value};

const URL_LIMIT: usize = 255;
/// Bytes of what is held to a JSON schema.
const SCHEMA_LIMIT: usize = 64 * 1024;
const NAME: &str = "can contain only letters, digits, '-', '_', '/', '$', '{', '}', '.', and spaces, \
                    but it cannot start or end with '/'";

/// The entry.
pub fn entry(checker: &mut Checker, at: &At, value: &Value) {
    let name = match &value.data {
        _ if value.is_unknown() => return,
        Data::Text(_) => Some(value),
        Data::Map(map) => map.given("name"),
        _ => None,
    };
    let open = at.open || value.as_map().is_some_and(|map| map.open);
    let sound = checker.sound(|checker| {
        if !matches!(value.data, Data::Text(_) | Data::Map(_)) {
            checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash or a string", value.span);
        }
        match name {
            Some(name) => self::name(checker, at, name),
            None if open && value.as_map().is_some() => {}
            None => {
                let span = place_of(value, at);
                checker.error(&shape::MISSING_KEYWORD, at, "name", "can't be blank", span);
                checker.error(&shape::MISSING_KEYWORD, at, "name", NAME, span);
            }
        }
        if let Some(map) = value.as_map() {
            unknown_keys(checker, at, map, &|key| ENVIRONMENT.keyword(key).is_some());
            let others = ENVIRONMENT.keywords.iter().filter(|keyword| keyword.name != "name");
            attributes(checker, at, value, others);
            url(checker, at, map);
        }
    });
    let cluster = value.as_map().and_then(|map| map.entry("kubernetes")).filter(|entry| !entry.value.is_null());
    if let Some(entry) = cluster.filter(|_| sound) {
        let at = at.opened(open);
        kubernetes(checker, &at.key("kubernetes", entry.key_span), &entry.value);
    }
}

fn name(checker: &mut Checker, at: &At, name: &Value) {
    if name.is_unknown() {
        return;
    }
    if name.is_blank() {
        checker.error(&shape::MISSING_KEYWORD, at, "name", "can't be blank", name.span);
    }
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_/${}. -".contains(c);
    let valid = name.as_text().is_some_and(|text| {
        !text.is_empty() && text.chars().all(allowed) && !text.starts_with('/') && !text.ends_with('/')
    });
    if !valid {
        checker.error(&shape::INVALID_NAME, at, "name", NAME, name.span);
    }
}

fn url(checker: &mut Checker, at: &At, map: &Map) {
    let Some(url) = map.given("url").filter(|url| !url.is_unknown()) else { return };
    if ruby::to_s(url).chars().count() > URL_LIMIT {
        let says = format!("is too long (maximum is {URL_LIMIT} characters)");
        checker.error(&shape::LIMIT, at, "url", &says, url.span);
    }
}

fn kubernetes(checker: &mut Checker, at: &At, value: &Value) {
    if value.as_map().is_some_and(|map| map.entries().is_empty() && !map.open && !at.open) {
        checker.error(&shape::MISSING_KEYWORD, at, "config", "can't be blank", value.span);
    }
    mapping(checker, at, value, &KUBERNETES, &cluster);
}

fn cluster(checker: &mut Checker, at: &At, value: &Value) {
    let Some(map) = value.as_map() else { return };
    let present = |name: &str| map.given(name).filter(|value| !value.is_blank());
    let open = at.open || map.open;
    let (namespace, flux, dashboard) = (present("namespace"), present("flux_resource_path"), present("dashboard"));
    let managed = map.given("managed_resources").and_then(Value::as_map).and_then(|managed| managed.get("enabled"));
    let managed = managed.is_some_and(|enabled| matches!(enabled.data, Data::Bool(true)));
    if let Some(cause) = flux.or(dashboard).or(map.given("managed_resources").filter(|_| managed)) {
        if present("agent").is_none() && !open {
            checker.error(&shape::MISSING_KEYWORD, at, "agent", "can't be blank", cause.span);
        }
    }
    if let Some(flux) = flux.filter(|_| namespace.is_none() && !open) {
        checker.error(&shape::MISSING_KEYWORD, at, "namespace", "can't be blank", flux.span);
    }
    let board = dashboard.and_then(Value::as_map);
    for (name, own) in [("namespace", namespace), ("flux_resource_path", flux)] {
        let other = board.and_then(|board| board.given(name)).filter(|value| !value.is_blank());
        if let (Some(own), Some(_)) = (own, other) {
            let says = format!("cannot be specified when dashboard.{name} is set");
            checker.error(&shape::CONFLICTING_KEYWORDS, at, name, &says, own.span);
        }
    }
    schema(checker, at, "dashboard", dashboard);
    schema(checker, at, "managed_resources", map.given("managed_resources"));
}

/// What GitLab checks by a JSON schema (entry/schemas/kubernetes); the words are ours, but for those about the size
/// (app/validators/json_schema_validator.rb).
fn schema(checker: &mut Checker, at: &At, name: &str, value: Option<&Value>) {
    let Some(value) = value.filter(|value| !value.is_unknown()) else { return };
    if json_bytes(value) > SCHEMA_LIMIT {
        checker.error(&shape::LIMIT, at, name, "is too large. Maximum size allowed is 64 KB", value.span);
        return;
    }
    let Some(map) = value.as_map() else {
        checker.error(&shape::WRONG_TYPE, at, name, "must be a valid 'object'", value.span);
        return;
    };
    let group = if name == "dashboard" { &DASHBOARD } else { &MANAGED_RESOURCES };
    for entry in map.entries() {
        let Some(keyword) = group.keyword(entry.key.text()) else {
            let says = format!("'/{}' is not a known key", entry.key.text());
            checker.error(&shape::UNKNOWN_KEYWORD, at, name, &says, entry.key_span);
            continue;
        };
        debug_assert_eq!(keyword.check, Check::Never);
        super::simple::check(&keyword.form, &entry.value, &mut |rule, says, span| {
            checker.error(rule, at, name, &format!("'/{}' {says}", keyword.name), span);
        });
    }
    for keyword in group.keywords.iter().filter(|keyword| keyword.required && !map.has(keyword.name)) {
        if !map.open && !at.open {
            let says = format!("must include the key '{}'", keyword.name);
            checker.error(&shape::MISSING_KEYWORD, at, name, &says, value.span);
        }
    }
}

/// How long a value is as JSON, at least: what is escaped counts as it is. What is unknown counts nothing.
fn json_bytes(value: &Value) -> usize {
    let between = |count: usize| count.saturating_sub(1);
    match &value.data {
        Data::Unknown | Data::Reference(_) => 0,
        Data::Null | Data::Bool(true) => 4,
        Data::Bool(false) => 5,
        Data::Int(_) | Data::Float(_) => ruby::to_s(value).len(),
        Data::Text(text) | Data::Symbol(text) => text.len() + 2,
        Data::List(list) => 2 + between(list.items.len()) + list.items.iter().map(json_bytes).sum::<usize>(),
        Data::Map(map) => {
            let entry = |entry: &Entry| entry.key.text().len() + 3 + json_bytes(&entry.value);
            2 + between(map.entries().len()) + map.entries().iter().map(entry).sum::<usize>()
        }
    }
}
