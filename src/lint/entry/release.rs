//! `release` (lib/gitlab/ci/config/entry/release.rb, release/assets.rb).

use super::mapping::{keywords, place_of, unknown_keys};
use super::{At, Checker};
use crate::keywords::{ASSETS, RELEASE};
use crate::lint::rules::shape;
use crate::resolve::{Data, Entry, Map, Value};

/// The entry.
pub fn entry(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_unknown() {
        return;
    }
    let Some(map) = value.as_map() else {
        checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span);
        return;
    };
    let sound = checker.sound(|checker| {
        keywords(checker, at, &without_blanks(map, value), &RELEASE);
        let is_false = |value: &Value| matches!(value.data, Data::Bool(false));
        let given = |name: &str| map.given(name).filter(|value| !value.is_unknown() && !is_false(value));
        if let Some(time) = given("released_at").filter(|time| !time.as_text().is_some_and(is_datetime)) {
            checker.error(&shape::INVALID_NAME, at, "released_at", "must be a valid datetime", time.span);
        }
        if let Some(name) = given("ref").filter(|name| !name.as_text().is_some_and(is_ref)) {
            checker.error(&shape::INVALID_NAME, at, "ref", "must be a valid ref", name.span);
        }
    });
    if let Some(entry) = map.entry("assets").filter(|entry| sound && !entry.value.is_null()) {
        assets(checker, &at.key("assets", entry.key_span), &entry.value);
    }
}

/// The release as what may be blank is checked.
fn without_blanks(map: &Map, value: &Value) -> Value {
    let is_blank = |entry: &&Entry| matches!(entry.key.text(), "tag_message" | "milestones") && entry.value.is_blank();
    let entries = map.entries().iter().filter(|entry| !is_blank(entry)).cloned();
    Value::map(entries.collect(), map.open, value.span)
}

fn assets(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_unknown() {
        return;
    }
    let links = value.as_map().and_then(|map| map.given("links"));
    match value.as_map() {
        Some(map) => unknown_keys(checker, at, map, &|key| ASSETS.keyword(key).is_some()),
        None => checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span),
    }
    let open = at.open || value.as_map().is_some_and(|map: &Map| map.open);
    let span = links.map_or_else(|| place_of(value, at), |links| links.span);
    if links.is_none_or(Value::is_blank) && !(open && links.is_none()) {
        checker.error(&shape::MISSING_KEYWORD, at, "links", "can't be blank", span);
    }
    let fits = |links: &Value| {
        links.is_unknown()
            || links.as_list().is_some_and(|items| items.iter().all(|i| i.as_map().is_some() || i.is_unknown()))
    };
    let unwritten = open && links.is_none();
    if !unwritten && !links.is_some_and(fits) {
        checker.error(&shape::WRONG_TYPE, at, "links", "should be an array of hashes", span);
    }
}

/// ISO 8601, as Ruby's `Time.zone.iso8601` takes it.
fn is_datetime(text: &str) -> bool {
    let (date, time) = match text.split_once(['T', 't']) {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let digits = |part: &str, width: usize| part.len() == width && part.chars().all(|c| c.is_ascii_digit());
    let in_range = |part: &str, low: u32, high: u32| part.parse().is_ok_and(|n: u32| (low..=high).contains(&n));
    let parts: Vec<&str> = date.split('-').collect();
    let date_ok = match parts[..] {
        [year, week, day] if week.starts_with('W') => {
            digits(year, 4) && digits(&week[1..], 2) && in_range(&week[1..], 1, 53) && in_range(day, 1, 7)
        }
        [year, month, day] => {
            let most = days_of(year.parse().unwrap_or_default(), month.parse().unwrap_or_default());
            digits(year, 4) && digits(month, 2) && digits(day, 2) && in_range(month, 1, 12) && in_range(day, 1, most)
        }
        [year, day] => digits(year, 4) && digits(day, 3) && in_range(day, 1, 366),
        [compact] => digits(compact, 8),
        _ => false,
    };
    let Some(time) = time else { return date_ok };
    let clock = time.split(['Z', 'z', '+', '-', '.', ',']).next().unwrap_or("");
    let parts: Vec<&str> = clock.split(':').collect();
    date_ok && (1..=3).contains(&parts.len()) && parts.iter().all(|part| digits(part, 2) || digits(part, 6))
}

fn days_of(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// `Gitlab::GitRefValidator`: the rules of git check-ref-format.
fn is_ref(name: &str) -> bool {
    let forbidden = |c: char| c.is_control() || c == '\u{7f}' || " ~^:?*[\\".contains(c);
    !name.is_empty()
        && !name.starts_with(['-', '/', '.'])
        && !name.ends_with(['/', '.'])
        && !name.ends_with(".lock")
        && name != "@"
        && name != "HEAD"
        && !name.starts_with("refs/heads/")
        && !name.starts_with("refs/remotes/")
        && !["..", "@{", "//", "/."].iter().any(|part| name.contains(part))
        && !name.contains(forbidden)
}
