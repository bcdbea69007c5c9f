//! `retry` (lib/gitlab/ci/config/entry/retry.rb). GitLab's location of it is only `retry`.

use super::image::unknown_values;
use super::mapping::keywords;
use super::simple;
use super::{At, Checker};
use crate::keywords::{Form, RETRY, RETRY_REASONS};
use crate::lint::rules::shape;
use crate::resolve::{Data, Value};

/// The entry.
pub fn entry(checker: &mut Checker, at: &At, value: &Value) {
    let at = at.alone("retry");
    match &value.data {
        _ if value.is_unknown() => {}
        Data::Int(_) => number(checker, &at, "config", value, 0, 2),
        Data::Map(map) => {
            keywords(checker, &at, value, &RETRY);
            let given = |name: &str| map.given(name).filter(|value| !value.is_unknown());
            if let Some(max) = given("max") {
                number(checker, &at, "max", max, 0, 2);
            }
            if let Some(when) = given("when") {
                reasons(checker, &at, when);
            }
        }
        _ => {
            let message = "retry config has to be either an integer or a hash".to_owned();
            checker.words(&shape::WRONG_TYPE, message, value.span);
        }
    }
}

fn reasons(checker: &mut Checker, at: &At, when: &Value) {
    simple::check(&Form::TextOrList, when, &mut |rule, says, span| checker.error(rule, at, "when", says, span));
    match &when.data {
        Data::Text(text) if !RETRY_REASONS.contains(&&**text) => {
            checker.error(&shape::UNKNOWN_VALUE, at, "when", "is not included in the list", when.span);
        }
        Data::List(list) => unknown_values(checker, at, "when", &list.items, RETRY_REASONS),
        _ => {}
    }
}

/// Rails' numericality: whole numbers, texts of them among them, between two.
pub fn number(checker: &mut Checker, at: &At, attribute: &str, value: &Value, min: i128, max: i128) {
    let number = match &value.data {
        Data::Int(number) => **number,
        Data::Text(text) => match integer(text) {
            Some(number) => number,
            None => {
                let says = if is_float(text) { "must be an integer" } else { "is not a number" };
                checker.error(&shape::WRONG_TYPE, at, attribute, says, value.span);
                return;
            }
        },
        Data::Float(_) => {
            checker.error(&shape::WRONG_TYPE, at, attribute, "must be an integer", value.span);
            return;
        }
        _ => {
            checker.error(&shape::WRONG_TYPE, at, attribute, "is not a number", value.span);
            return;
        }
    };
    if number < min {
        let says = format!("must be greater than or equal to {min}");
        checker.error(&shape::LIMIT, at, attribute, &says, value.span);
    } else if number > max {
        let says = format!("must be less than or equal to {max}");
        checker.error(&shape::LIMIT, at, attribute, &says, value.span);
    }
}

/// Rails' whole numbers: digits with a sign, and nothing around them.
fn integer(text: &str) -> Option<i128> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

/// Whether Ruby's `Float()` takes a text: digits on both sides of a point, underscores between digits, blanks around.
fn is_float(text: &str) -> bool {
    let text = text.trim();
    let digit = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    let between = |mark: char| text.match_indices(mark).all(|(at, _)| digit(at.checked_sub(1)) && digit(Some(at + 1)));
    let known = text.chars().all(|c| c.is_ascii_digit() || "+-._eE".contains(c));
    let point = text.match_indices('.').all(|(at, _)| digit(Some(at + 1)));
    known && between('_') && point && text.replace('_', "").parse::<f64>().is_ok()
}
