//! `artifacts` (lib/gitlab/ci/config/entry/artifacts.rb).

use super::mapping::{mapping, place_of};
use super::{At, Checker};
use crate::keywords::ARTIFACTS;
use crate::lint::rules::shape;
use crate::resolve::{ruby, Value};

/// `Ci::JobArtifact::MAX_EXPOSED_AS_LENGTH`
const TITLE_LIMIT: usize = 100;

/// The entry.
pub fn entry(checker: &mut Checker, at: &At, value: &Value) {
    mapping(checker, at, value, &ARTIFACTS, &further);
}

fn further(checker: &mut Checker, at: &At, value: &Value) {
    let Some(map) = value.as_map() else { return };
    let (access, public) = (map.entry("access"), map.entry("public"));
    if let (Some(access), Some(public)) = (access, public) {
        let position = |name| map.entries().iter().position(|entry| entry.key.text() == name);
        let names = if position("access") < position("public") { "access, public" } else { "public, access" };
        let text = format!("these keys cannot be used together: {names}");
        let later = if access.key_span > public.key_span { access } else { public };
        checker.error(&shape::CONFLICTING_KEYWORDS, at, "config", &text, later.key_span);
    }
    let Some(title) = map.given("expose_as") else { return };
    expose_as(checker, at, title);
    match map.given("paths") {
        Some(paths) if !paths.is_blank() => {
            let starred = |path: &&Value| path.as_text().is_some_and(|text| text.contains('*'));
            let listed = paths.as_list().filter(|items| items.iter().all(Value::is_string));
            if let Some(path) = listed.and_then(|items| items.iter().find(starred)) {
                let text = "can't contain '*' when used with 'expose_as'";
                checker.error(&shape::INVALID_NAME, at, "paths", text, path.span);
            }
        }
        Some(paths) => checker.error(&shape::MISSING_KEYWORD, at, "paths", "can't be blank", paths.span),
        None if at.open || map.open => {}
        None => checker.error(&shape::MISSING_KEYWORD, at, "paths", "can't be blank", place_of(title, at)),
    }
}

fn expose_as(checker: &mut Checker, at: &At, title: &Value) {
    if title.is_unknown() {
        return;
    }
    let text = ruby::to_s(title);
    if text.as_str().chars().count() > TITLE_LIMIT {
        let says = format!("is too long (maximum is {TITLE_LIMIT} characters)");
        checker.error(&shape::LIMIT, at, "expose_as", &says, title.span);
    }
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let valid = text.starts_with(word) && text.chars().all(|c| word(c) || c == '-' || c == ' ');
    if !valid {
        let says = "can contain only letters, digits, '-', '_' and spaces";
        checker.error(&shape::INVALID_NAME, at, "expose_as", says, title.span);
    }
}
