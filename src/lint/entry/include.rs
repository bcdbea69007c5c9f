//! `include`: first as GitLab looks for the files (lib/gitlab/ci/config/external/mapper), then as an entry
//! (lib/gitlab/ci/config/entry/include.rb, concerns/base_include.rb), which GitLab checks at the top only if no file
//! came of it, and always inside of `trigger`.

use super::mapping::unknown_keys;
use super::rules::{self, known_value};
use super::simple;
use super::{At, Checker};
use crate::keywords::{Form, INCLUDE, INCLUDE_RULE};
use crate::lint::duration;
use crate::lint::rules::{include as rule, shape};
use crate::resolve::{ruby, Data, Entry, Map, Value};
use crate::text::Span;

/// The keys of which exactly one says where a file is.
const KINDS: &[&str] = &["local", "project", "remote", "template", "artifact", "component"];

/// What comes of the top-level `include`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Files that may bring anything.
    Files,
    /// No file: every one is left out by its rules, or names none.
    Nothing,
}

/// Looks at the top-level `include` as the mapper does.
pub fn mapper(checker: &mut Checker, value: &Value) -> Outcome {
    let single = [value.clone()];
    let locations = value.as_list().unwrap_or(&single);
    let mut outcome = Outcome::Nothing;
    for location in locations {
        if locate(checker, location) {
            outcome = Outcome::Files;
        }
    }
    outcome
}

/// Whether a file comes, or may come, of one location. Errors count as yes: what would come is unknown.
fn locate(checker: &mut Checker, location: &Value) -> bool {
    match &location.data {
        Data::Text(path) if path.trim_start_matches('/').trim().is_empty() => {
            no_kind(checker, &format!("{{\"local\":{}}}", ruby::json(location)), location.span);
            true
        }
        Data::Text(path) => {
            file(
                checker,
                if path.starts_with("http:") || path.starts_with("https:") { "remote" } else { "local" },
                location,
            );
            true
        }
        Data::Map(map) => match included(checker, map) {
            Some(false) => false,
            _ => mapped(checker, location, map),
        },
        Data::Unknown => true,
        Data::Null => false,
        // References are resolved only later.
        _ => {
            checker.words(&rule::RULE, "Each include must be a hash or a string".to_owned(), location.span);
            true
        }
    }
}

/// Whether the rules of an include let it in, as far as can be told without variables.
fn included(checker: &mut Checker, map: &Map) -> Option<bool> {
    let value = map.given("rules").filter(|rules| !matches!(rules.data, Data::Unknown))?;
    let mut decided = Some(false);
    let sound = checker.sound(|checker| {
        let top = At::top(false, value.span);
        let at = top.key("include", value.span);
        rules_of(checker, &at.key("rules", value.span), value);
        for item in value.as_list().unwrap_or_default() {
            let place = at.item("rule", item.span);
            match &item.data {
                Data::Reference(_) => {
                    checker.error(&shape::WRONG_TYPE, &place, "config", "should be a hash", item.span);
                }
                _ => include_rule(checker, &place, item),
            }
        }
    });
    for item in value.as_list().unwrap_or_default() {
        let rule = item.as_map()?;
        let conditional = ["if", "exists", "changes"].iter().any(|clause| rule.given(clause).is_some());
        if conditional {
            decided = None;
        } else if decided == Some(false) {
            decided = Some(rule.given("when").and_then(Value::as_text) != Some("never"));
            if decided == Some(false) {
                break;
            }
        }
    }
    decided.filter(|_| sound)
}

/// lib/gitlab/ci/config/entry/include/rules.rb
fn rules_of(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_blank() {
        checker.error(&shape::MISSING_KEYWORD, at, "config", "can't be blank", value.span);
    }
    if value.as_list().is_none() {
        checker.error(&shape::WRONG_TYPE, at, "config", "should be an array", value.span);
    }
}

/// Whether a location leads to a file, one for each `file` of a project (external/mapper/location_expander.rb).
fn mapped(checker: &mut Checker, location: &Value, map: &Map) -> bool {
    if !map.given("project").is_some_and(|project| !matches!(project.data, Data::Bool(false))) {
        matched(checker, location, map, None);
        return true;
    }
    let Some(files) = map.given("file") else { return false };
    let single = [files.clone()];
    let files = files.as_list().unwrap_or(&single);
    for path in files {
        matched(checker, location, map, Some(path));
    }
    !files.is_empty()
}

/// The one kind that a location is of (external/mapper/matcher.rb).
fn matched(checker: &mut Checker, location: &Value, map: &Map, of_project: Option<&Value>) {
    let path_of = |kind: &str| if kind == "project" { of_project } else { map.get(kind) };
    let names_one = |kind: &&str| {
        let named = map.get(kind).is_some_and(|value| !value.is_blank());
        named && path_of(kind).is_some_and(|path| !path.is_blank() && !bare(kind, path).trim().is_empty())
    };
    let kinds: Vec<&str> = KINDS.iter().copied().filter(names_one).collect();
    match kinds[..] {
        [] => {
            let shown = match of_project {
                Some(path) => json_with(map, "file", path),
                None => ruby::json(location),
            };
            no_kind(checker, &shown, location.span);
        }
        [kind] => {
            if let Some(path) = path_of(kind) {
                file(checker, kind, path);
            }
        }
        [_, second, ..] => {
            let message = format!("Each include must use only one of: {}", KINDS.map_join());
            let span = map.entry(second).map_or(location.span, |entry| entry.key_span);
            checker.words(&rule::RULE, message, span);
        }
    }
}

/// A path as GitLab looks for it: in a repository without the slashes that lead it.
fn bare(kind: &str, path: &Value) -> String {
    let text = ruby::to_s(path);
    if matches!(kind, "local" | "project") {
        text.trim_start_matches('/').to_owned()
    } else {
        text
    }
}

/// A mapping as JSON, with another value of one key.
fn json_with(map: &Map, key: &str, value: &Value) -> String {
    let entry = |entry: &Entry| {
        let name = ruby::json(&Value::text(entry.key.text(), entry.key_span));
        format!("{name}:{}", ruby::json(if entry.key.text() == key { value } else { &entry.value }))
    };
    format!("{{{}}}", map.entries().iter().map(entry).collect::<Vec<_>>().join(","))
}

fn no_kind(checker: &mut Checker, shown: &str, span: Span) {
    let valid = KINDS.map_join();
    let message = format!("`{shown}` does not have a valid subkey for include. Valid subkeys are: {valid}");
    checker.words(&rule::RULE, message, span);
}

trait MapJoin {
    fn map_join(&self) -> String;
}

impl MapJoin for &[&str] {
    /// The words, each in back ticks.
    fn map_join(&self) -> String {
        self.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
    }
}

/// What can be said of a path without fetching it (external/file/*.rb).
fn file(checker: &mut Checker, kind: &str, path: &Value) {
    if path.is_unknown() {
        return;
    }
    let text = &bare(kind, path);
    // Those of a repository are made a text while their slashes are taken away.
    let made_text =
        kind == "project" || kind == "local" && !matches!(path.data, Data::Int(_) | Data::Float(_) | Data::Bool(_));
    if path.as_text().is_none() && !made_text {
        let message = format!("Included file `{text}` needs to be a string");
        checker.words(&rule::RULE, message, path.span);
        return;
    }
    if kind == "artifact" {
        let message = "Including configs from artifacts is only allowed when triggering child pipelines".to_owned();
        checker.words(&rule::RULE, message, path.span);
        return;
    }
    // Variables are expanded first, and may hold anything.
    if text.contains(['$', '%']) || kind == "component" {
        return;
    }
    let lower = text.to_lowercase();
    let message = if !(lower.ends_with(".yml") || lower.ends_with(".yaml")) {
        format!("Included file `{text}` does not have YAML extension!")
    } else if kind == "template" && !text.ends_with(".gitlab-ci.yml") {
        format!("Template file `{text}` is not a valid location!")
    } else if kind == "remote" && !is_address(text) {
        format!("Remote file `{text}` does not have a valid address!")
    } else {
        return;
    };
    checker.words(&rule::RULE, message, path.span);
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or("");
        !host.is_empty() && !text.contains(char::is_whitespace)
    })
}

/// The entry: a text or a list of includes.
pub fn list(checker: &mut Checker, at: &At, value: &Value, most: Option<usize>) {
    let known = |key: &str| INCLUDE.keyword(key).is_some();
    includes(checker, at, value, most, &known);
}

/// The same in a header (header/include.rb), which is only for files with inputs.
pub fn of_header(checker: &mut Checker, at: &At, value: &Value) {
    let known = |key: &str| matches!(key, "local" | "file" | "remote" | "project" | "ref" | "integrity" | "cache");
    includes(checker, at, value, None, &known);
}

fn includes(checker: &mut Checker, at: &At, value: &Value, most: Option<usize>, known: &dyn Fn(&str) -> bool) {
    let items = match &value.data {
        _ if value.is_unknown() => return,
        Data::Text(_) => return,
        Data::List(list) => &list.items,
        _ => {
            checker.error(&shape::WRONG_TYPE, at, "config", "should be an array or a string", value.span);
            return;
        }
    };
    if let Some(extra) = most.and_then(|most| items.get(most)) {
        let says = format!("is too long (maximum is {})", most.unwrap_or_default());
        checker.error(&shape::LIMIT, at, "config", &says, extra.span);
        return;
    }
    each(checker, at, items, known);
}

/// The includes, lists among them flattened.
fn each(checker: &mut Checker, at: &At, items: &[Value], known: &dyn Fn(&str) -> bool) {
    for item in items.iter().filter(|item| !item.is_null()) {
        match item.as_list() {
            Some(inner) => each(checker, at, inner, known),
            None => include(checker, &at.item("include", item.span), item, known),
        }
    }
}

fn include(checker: &mut Checker, at: &At, value: &Value, known: &dyn Fn(&str) -> bool) {
    if value.is_unknown() || value.as_text().is_some() {
        return;
    }
    let Some(map) = value.as_map() else {
        checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash or a string", value.span);
        return;
    };
    let sound = checker.sound(|checker| {
        unknown_keys(checker, at, map, known);
        let blank = |name: &str| map.get(name).is_none_or(Value::is_blank);
        let truthy = |name: &str| map.given(name).filter(|value| !matches!(value.data, Data::Bool(false)));
        if let Some(project) = truthy("project").filter(|_| blank("file")) {
            let says = "must specify the file where to fetch the config from";
            checker.error(&shape::MISSING_KEYWORD, at, "config", says, project.span);
        }
        if let Some(artifact) = truthy("artifact").filter(|_| blank("job")) {
            let says = "must specify the job where to fetch the artifact from";
            checker.error(&shape::MISSING_KEYWORD, at, "config", says, artifact.span);
        }
        if let Some(value) = truthy("integrity") {
            integrity(checker, at, value, blank("remote"));
        }
        if let Some(value) = map.get("cache").filter(|value| !value.is_blank()) {
            cache(checker, at, value, blank("remote"));
        }
        if let Some(rules) = map.given("rules") {
            let hashes = rules.as_list().is_some_and(|items| items.iter().all(|item| item.as_map().is_some()));
            if !hashes && !rules.is_unknown() {
                checker.error(&shape::WRONG_TYPE, at, "rules", "should be an array of hashes", rules.span);
            }
        }
    });
    if let Some(entry) = map.entry("rules").filter(|_| sound) {
        let place = at.key("rules", entry.key_span);
        if !entry.value.is_null() && !entry.value.is_unknown() {
            rules_of(checker, &place, &entry.value);
        }
        for item in entry.value.as_list().unwrap_or_default() {
            include_rule(checker, &place.item("rule", item.span), item);
        }
    }
}

fn integrity(checker: &mut Checker, at: &At, value: &Value, no_remote: bool) {
    if no_remote {
        let says = "integrity can only be specified for remote includes";
        checker.error(&shape::CONFLICTING_KEYWORDS, at, "config", says, value.span);
    }
    let Some(hash) = value.as_text().and_then(|text| text.strip_prefix("sha256-")) else {
        checker.error(&shape::INVALID_NAME, at, "config", "integrity hash must start with 'sha256-'", value.span);
        return;
    };
    let body = hash.trim_end_matches('=');
    let digits = body.chars().all(|c| c.is_ascii_alphanumeric() || c == '+' || c == '/');
    if !digits || !hash.len().is_multiple_of(4) || hash.len() - body.len() > 2 {
        checker.error(&shape::INVALID_NAME, at, "config", "integrity hash must be base64 encoded", value.span);
    }
}

fn cache(checker: &mut Checker, at: &At, value: &Value, no_remote: bool) {
    let mut says = |rule, says| checker.error(rule, at, "config", says, value.span);
    if no_remote {
        says(&shape::CONFLICTING_KEYWORDS, "cache can only be specified for remote includes");
    }
    match &value.data {
        Data::Bool(_) | Data::Unknown => {}
        Data::Text(text) => match duration::seconds(text) {
            None => says(&shape::INVALID_DURATION, "cache contains an invalid duration"),
            Some(seconds) if seconds < 60.0 => says(&shape::LIMIT, "cache duration must be at least 1 minute"),
            Some(_) => {}
        },
        _ => says(&shape::WRONG_TYPE, "cache must be a boolean or a duration string"),
    }
}

fn include_rule(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_unknown() {
        return;
    }
    let Some(map) = value.as_map() else {
        checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span);
        return;
    };
    if map.entries().is_empty() {
        checker.error(&shape::MISSING_KEYWORD, at, "config", "can't be blank", value.span);
    }
    unknown_keys(checker, at, map, &|key| INCLUDE_RULE.keyword(key).is_some());
    if let Some(condition) = map.given("if").filter(|condition| !condition.is_unknown()) {
        simple::expression(condition, &mut |rule, says, span| checker.error(rule, at, "if", says, span));
    }
    let when = INCLUDE_RULE.keyword("when").map(|keyword| keyword.form);
    if let (Some(value), Some(Form::Choice(choice))) = (map.given("when"), when) {
        known_value(checker, at, "when", value, &choice);
    }
    for entry in map.entries().iter().filter(|entry| !entry.value.is_null()) {
        let place = at.key(entry.key.text(), entry.key_span);
        match entry.key.text() {
            "changes" => rules::changes(checker, &place, &entry.value),
            "exists" => rules::exists(checker, &place, &entry.value, false),
            _ => {}
        }
    }
}
