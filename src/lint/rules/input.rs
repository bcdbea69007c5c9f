//! An input of `spec:inputs`, or its use, is wrong.
//!
//! See the forms of inputs; what is used as $[[ inputs.name ]] must be declared under spec:inputs.

use crate::lint::entry::is_equal;
use crate::lint::fix::{self, Fix, Site};
use crate::lint::{Rule, Severity};
use crate::resolve::{ruby, typed, Deciding, Map, Value};
use crate::simulate::pattern;
use crate::text::Span;
use crate::yaml::NewValue;

/// The rule.
pub static RULE: Rule = Rule {
    code: "input",
    severity: Severity::Error,
    summary: "An input of `spec:inputs`, or its use, is wrong.",
    help: "See the forms of inputs; what is used as $[[ inputs.name ]] must be declared under spec:inputs.",
    source: "lib/gitlab/ci/config/header, lib/gitlab/ci/config/interpolation",
    fix: Some(fix),
    on: true,
    bad: "spec:\n  inputs:\n    flags: {default: -j2}\n---\nbuild:\n  script: make $[[ inputs.options ]]\n",
    good: "spec:\n  inputs:\n    flags: {default: -j2}\n---\nbuild:\n  script: make $[[ inputs.flags ]]\n",
};

/// An input without a value. GitLab refuses the file as a pipeline of its own; included with a value it is fine.
pub static REQUIRED: Rule = Rule {
    code: "required-input",
    severity: Severity::Error,
    summary: "An input has no default, so the file can't run as a pipeline of its own.",
    help: "Give it a default. A file that is only ever included with a value for it may stay as it is.",
    source: "lib/ci/inputs/base_input.rb (required?)",
    fix: Some(give_default),
    on: true,
    bad: "spec:\n  inputs:\n    job:\n---\nbuild:\n  script: make\n",
    good: "spec:\n  inputs:\n    job: {default: build}\n---\nbuild:\n  script: make\n",
};

/// What is wrong with an input's default, and with options and pattern that its type does not take
/// (lib/ci/inputs/*.rb).
pub fn default_problems(input: &Map) -> Vec<(&'static Rule, String, Span)> {
    let mut problems = Vec::new();
    let given = |name: &str| input.given(name).filter(|value| !value.is_unknown());
    let kind = given("type").map_or_else(|| "string".to_owned(), ruby::to_s);
    // Without one nothing is checked.
    let known = |value: &&Value| !value.is_null() && !value.is_unknown();
    let Deciding { default, options } = Deciding::of(input);
    let Some(default) = default.filter(known) else { return problems };
    let mut says = |text: String, span| problems.push((&RULE, text, span));
    let value = typed(&kind, default);
    if value.is_none() {
        let article = if kind == "array" { "an" } else { "a" };
        says(format!("default value is not {article} {kind}"), default.span);
    }
    if let Some(options) = options.filter(known) {
        let value = value.as_ref().unwrap_or(default);
        let (texts, numbers) = (kind == "string", kind == "number");
        let same = |option: &Value| {
            if numbers {
                is_equal(option, value)
            } else {
                ruby::to_s(option) == ruby::to_s(value)
            }
        };
        if !texts && !numbers {
            says("Options can only be used with string and number inputs".to_owned(), options.span);
        } else if options.as_list().is_some_and(|options| !options.iter().any(same)) {
            let (text, the) = (ruby::to_s(value), if numbers { "the " } else { "" });
            let says_list = format!("`{text}` cannot be used because it is not in the list of {the}allowed options");
            says(says_list, default.span);
        }
    }
    match input.get("regex").filter(|value| !value.is_unknown()) {
        Some(regex) if kind != "string" => {
            says("RegEx validation can only be used with string inputs".to_owned(), regex.span);
        }
        Some(regex) => match regex.as_text().map(pattern::compile_re2) {
            Some(Ok(compiled)) if !compiled.is_match(&ruby::to_s(default)) => {
                says("default value does not match required RegEx pattern".to_owned(), default.span);
            }
            Some(Err(_)) => says("invalid regular expression".to_owned(), regex.span),
            _ => {}
        },
        None => {}
    }
    problems
}

/// The input that was probably meant; where none is, it is declared.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let inputs = site.document.header()?.get("spec")?.get("inputs")?;
    let names: Vec<&str> = inputs.entries().map(|entry| entry.key.value()).collect();
    fix::text::in_block(site, "inputs.", &names)
}

/// A default of the input's type that stands for nothing.
fn give_default(site: &Site<'_>) -> Option<Fix> {
    let input = site.node()?.own_entry()?.value;
    let plain = |text: &str| NewValue::Plain(text.to_owned());
    let value = match input.get("type").map(|kind| kind.value()) {
        Some("number") => plain("0"),
        Some("boolean") => plain("false"),
        Some("array") => NewValue::List(Vec::new()),
        _ => match input.get("options").and_then(|options| options.items().next()) {
            Some(first) => NewValue::copy_of(first)?,
            None => NewValue::String(String::new()),
        },
    };
    Some(Fix::set(input, "default", value))
}
