//! Values of simple forms, and GitLab's words for what they are not (lib/gitlab/config/entry/validators.rb).

use crate::keywords::{Duration, Form};
use crate::lint::rules::shape;
use crate::lint::{duration, Rule};
use crate::resolve::{ruby, Data, Value};
use crate::simulate::{pattern, Expression};
use crate::text::Span;

/// Lists within lists that GitLab follows.
const NESTING: usize = 10;

/// Takes a finding: its rule, GitLab's words, and where.
pub type Say<'s> = &'s mut dyn FnMut(&'static Rule, &str, Span);

/// Checks a value that is there against a simple form. Composite forms are checked by others.
pub fn check(form: &Form, value: &Value, say: Say<'_>) {
    if value.is_unknown() {
        return;
    }
    match form {
        Form::Text => fits(is_text(value), "should be a string", value, say),
        Form::Flag => fits(matches!(value.data, Data::Bool(_)), "should be a boolean value", value, say),
        Form::Choice(choice) => {
            fits(is_text(value), "should be a string", value, say);
            if !is_among(value, choice.values) {
                say(&shape::UNKNOWN_VALUE, choice.says, value.span);
            }
        }
        Form::TextList { .. } => texts(value, "should be an array of strings", say),
        Form::TextOrList if value.is_string() => {}
        Form::TextOrList => texts(value, "should be an array of strings or a string", say),
        Form::IntegerOrList => {
            let says = "should be an array of integers or an integer";
            match value.as_list() {
                Some(items) => each(items, value, |item| matches!(item.data, Data::Int(_)), says, say),
                None => fits(matches!(value.data, Data::Int(_)), says, value, say),
            }
        }
        Form::Script if value.is_string() => {}
        Form::Script => nested(value, "should be a string or a nested array of strings up to 10 levels deep", say),
        Form::NestedTextList => {
            nested(value, "should be an array of strings or a nested array of strings up to 10 levels deep", say);
        }
        Form::Duration(form) => span_of_time(form, value, say),
        Form::Pattern => {
            let valid = value.as_text().is_some_and(|text| pattern::compile(text).is_ok());
            if !valid {
                say(&shape::INVALID_PATTERN, "must be a regular expression with re2 syntax", value.span);
            }
        }
        Form::Expression => expression(value, say),
        Form::Mapping(_) | Form::Named(_) => fits(value.as_map().is_some(), "should be a hash", value, say),
        Form::Any | Form::Scalar | Form::Integer { .. } | Form::List(_) | Form::OneOf(_) => {}
    }
}

/// Rails' inclusion, which takes a list if all of its items are among the values.
pub fn is_among(value: &Value, values: &[&str]) -> bool {
    let is_one = |value: &Value| value.as_text().is_some_and(|text| values.contains(&text));
    value.as_list().map_or_else(|| is_one(value), |items| items.iter().all(is_one))
}

fn is_text(value: &Value) -> bool {
    value.as_text().is_some()
}

fn fits(fits: bool, says: &str, value: &Value, say: Say<'_>) {
    if !fits {
        say(&shape::WRONG_TYPE, says, value.span);
    }
}

/// Says it once, at the first item that does not fit.
fn each(items: &[Value], _list: &Value, fits: impl Fn(&Value) -> bool, says: &str, say: Say<'_>) {
    if let Some(item) = items.iter().find(|item| !item.is_unknown() && !fits(item)) {
        say(&shape::WRONG_TYPE, says, item.span);
    }
}

/// A list of texts.
pub fn texts(value: &Value, says: &str, say: Say<'_>) {
    match value.as_list() {
        Some(items) => each(items, value, Value::is_string, says, say),
        None => say(&shape::WRONG_TYPE, says, value.span),
    }
}

fn nested(value: &Value, says: &str, say: Say<'_>) {
    let Some(items) = value.as_list() else {
        say(&shape::WRONG_TYPE, says, value.span);
        return;
    };
    if let Some(span) = unnested(items, NESTING, &Value::is_string) {
        say(&shape::WRONG_TYPE, says, span);
    }
}

/// The first place in nested lists that is neither a list nor fits, or is a list too deep.
pub fn unnested(items: &[Value], levels: usize, fits: &dyn Fn(&Value) -> bool) -> Option<Span> {
    items.iter().find_map(|item| match item.as_list() {
        _ if item.is_unknown() || fits(item) => None,
        Some(inner) if levels > 1 => unnested(inner, levels - 1, fits),
        _ => Some(item.span),
    })
}

/// Whether nested lists hold nothing else than what fits, within GitLab's ten levels.
pub fn misfit_in_nested(value: &Value, fits: &dyn Fn(&Value) -> bool) -> Option<Span> {
    match value.as_list() {
        Some(items) => unnested(items, NESTING, fits),
        None => Some(value.span),
    }
}

/// A span of time and its limit (DurationValidator). Both are said of what is none.
pub fn span_of_time(form: &Duration, value: &Value, say: Say<'_>) {
    let text = value.as_text();
    if form.variables && ruby::to_s(value).contains(['$', '%']) {
        return;
    }
    if form.never && text.is_some_and(|text| text.eq_ignore_ascii_case("never")) {
        return;
    }
    let seconds = text.and_then(duration::seconds);
    if seconds.is_none() {
        say(&shape::INVALID_DURATION, "should be a duration", value.span);
    }
    if let Some((_, limit)) = form.limit {
        if !seconds.is_some_and(|seconds| seconds <= limit as f64) {
            say(&shape::INVALID_DURATION, "should not exceed the limit", value.span);
        }
    }
}

/// A rules expression.
pub fn expression(value: &Value, say: Say<'_>) {
    if value.as_text().is_none_or(|text| Expression::parse(text).is_err()) {
        say(&shape::INVALID_EXPRESSION, "invalid expression syntax", value.span);
    }
}
