//! `allow_failure` (lib/gitlab/ci/config/entry/allow_failure.rb).

use super::mapping::{mapping, nothing};
use super::{At, Checker};
use crate::keywords::ALLOW_FAILURE;
use crate::lint::rules::shape;
use crate::resolve::{Data, Value};

/// Along with the job: a flag, or for jobs with a script a mapping.
pub fn attribute(checker: &mut Checker, at: &At, value: &Value, trigger: bool) {
    let (fits, says) = match &value.data {
        _ if value.is_unknown() => return,
        Data::Bool(_) => return,
        Data::Map(_) => (!trigger, "should be a boolean value"),
        _ if trigger => (false, "should be a boolean value"),
        _ => (false, "should be a hash or a boolean value"),
    };
    if !fits {
        checker.error(&shape::WRONG_TYPE, at, "allow_failure", says, value.span);
    }
}

/// On its own: the mapping.
pub fn entry(checker: &mut Checker, at: &At, value: &Value) {
    if value.as_map().is_some() {
        mapping(checker, at, value, &ALLOW_FAILURE, &nothing);
    }
}
