//! `run` (app/validators/json_schemas/run_steps.json). GitLab's words are those of its schema library; these are ours.

use super::{At, Checker};
use crate::keywords::STEP;
use crate::lint::rules::shape;
use crate::resolve::{Data, Map, Value};

/// Checks a job's steps.
pub fn attribute(checker: &mut Checker, at: &At, run: &Value) {
    let Some(items) = run.as_list() else {
        checker.error(&shape::WRONG_TYPE, at, "run", "value at root is not an array", run.span);
        return;
    };
    for (index, item) in items.iter().enumerate().filter(|(_, item)| !item.is_unknown()) {
        match item.as_map() {
            Some(map) => step(checker, at, index, item, map),
            None => wrong(checker, at, &format!("value at `/{index}` is not an object"), item),
        }
    }
}

fn wrong(checker: &mut Checker, at: &At, says: &str, value: &Value) {
    checker.error(&shape::WRONG_TYPE, at, "run", says, value.span);
}

fn step(checker: &mut Checker, at: &At, index: usize, item: &Value, map: &Map) {
    let actions: Vec<&str> = ["script", "step", "func"].into_iter().filter(|key| map.has(key)).collect();
    for entry in map.entries() {
        let key = entry.key.text();
        // A script takes no inputs.
        if STEP.keyword(key).is_none() || (key == "inputs" && actions == ["script"]) {
            let says = format!("object property at `/{index}/{key}` is a disallowed additional property");
            checker.error(&shape::UNKNOWN_KEYWORD, at, "run", &says, entry.key_span);
        }
    }
    match actions[..] {
        [_] => {}
        [] if map.open => {}
        [] => {
            let says = format!("object at `/{index}` is missing required properties: script, step or func");
            checker.error(&shape::MISSING_KEYWORD, at, "run", &says, item.span);
        }
        _ => {
            let says = format!("object at `/{index}` has more than one of script, step and func");
            checker.error(&shape::CONFLICTING_KEYWORDS, at, "run", &says, item.span);
        }
    }
    match map.get("name") {
        None if map.open => {}
        None => {
            let says = format!("object at `/{index}` is missing required properties: name");
            checker.error(&shape::MISSING_KEYWORD, at, "run", &says, item.span);
        }
        Some(name) if !name.is_unknown() && !name.as_text().is_some_and(is_identifier) => {
            let says = format!("string at `/{index}/name` does not match pattern: ^[a-zA-Z_][a-zA-Z0-9_]*$");
            checker.error(&shape::INVALID_NAME, at, "run", &says, name.span);
        }
        Some(_) => {}
    }
    let given = |name: &str| map.get(name).filter(|value| !value.is_unknown());
    if let Some(script) = given("script").filter(|script| script.as_text().is_none()) {
        wrong(checker, at, &format!("value at `/{index}/script` is not a string"), script);
    }
    if let Some(script) = given("script").filter(|script| script.as_text() == Some("")) {
        let says = format!("string length at `/{index}/script` is less than: 1");
        checker.error(&shape::MISSING_KEYWORD, at, "run", &says, script.span);
    }
    for name in ["step", "func"] {
        if let Some(value) = given(name) {
            address(checker, at, &format!("/{index}/{name}"), value);
        }
    }
    if let Some(inputs) = given("inputs").filter(|inputs| inputs.as_map().is_none()) {
        wrong(checker, at, &format!("value at `/{index}/inputs` is not an object"), inputs);
    }
    if let Some(env) = given("env") {
        let texts = env
            .as_map()
            .is_some_and(|env| env.entries().iter().all(|e| e.value.as_text().is_some() || e.value.is_unknown()));
        if !texts {
            wrong(checker, at, &format!("value at `/{index}/env` is not an object of strings"), env);
        }
    }
    for part in ["inputs", "env"] {
        let entries = given(part).and_then(Value::as_map).map_or(&[][..], Map::entries);
        for entry in entries.iter().filter(|entry| !is_identifier(entry.key.text())) {
            let says = format!(
                "object property at `/{index}/{part}/{}` is a disallowed additional property",
                entry.key.text()
            );
            checker.error(&shape::INVALID_NAME, at, "run", &says, entry.key_span);
        }
    }
}

fn is_identifier(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Where a step is defined: a text, or a mapping of `git` or `oci`.
fn address(checker: &mut Checker, at: &At, path: &str, value: &Value) {
    let map = match &value.data {
        Data::Text(_) => return,
        Data::Map(map) => map,
        _ => return wrong(checker, at, &format!("value at `{path}` is not a string"), value),
    };
    let kinds: [(&str, &[&str], &[&str]); 2] = [
        ("git", &["url", "rev"], &["url", "rev", "dir", "file"]),
        ("oci", &["registry", "repository", "tag"], &["registry", "repository", "tag", "dir", "file"]),
    ];
    let Some((kind, required, known)) = kinds.into_iter().find(|(kind, ..)| map.has(kind)) else {
        if !map.open {
            wrong(checker, at, &format!("object at `{path}` is missing required properties: git or oci"), value);
        }
        return;
    };
    let Some(inner) = map.get(kind).filter(|inner| !inner.is_unknown()) else { return };
    let Some(place) = inner.as_map() else {
        return wrong(checker, at, &format!("value at `{path}/{kind}` is not an object"), inner);
    };
    for entry in place.entries().iter().filter(|entry| entry.value.as_text().is_none() && !entry.value.is_unknown()) {
        let says = format!("value at `{path}/{kind}/{}` is not a string", entry.key.text());
        wrong(checker, at, &says, &entry.value);
    }
    for name in required.iter().filter(|name| !place.has(name) && !place.open) {
        let says = format!("object at `{path}/{kind}` is missing required properties: {name}");
        checker.error(&shape::MISSING_KEYWORD, at, "run", &says, value.span);
    }
    for entry in place.entries().iter().filter(|entry| !known.contains(&entry.key.text())) {
        let says =
            format!("object property at `{path}/{kind}/{}` is a disallowed additional property", entry.key.text());
        checker.error(&shape::UNKNOWN_KEYWORD, at, "run", &says, entry.key_span);
    }
}
