//! Any text as a rules expression: it is understood or it is an error, and its value is found, without a panic.

#![no_main]

use libfuzzer_sys::{arbitrary, fuzz_target};
use pipewright::simulate::{pattern, Expression};

#[derive(Debug, arbitrary::Arbitrary)]
struct Input<'a> {
    value: Option<&'a str>,
    text: &'a str,
}

fuzz_target!(|input: Input<'_>| {
    if let Ok(expression) = Expression::parse(input.text) {
        let value = |_: &str| input.value.map(ToOwned::to_owned);
        assert_eq!(expression.is_true(value), expression.is_true(value));
    }
    if let Ok(regex) = pattern::compile(input.text) {
        regex.is_match(input.value.unwrap_or_default());
    }
});
