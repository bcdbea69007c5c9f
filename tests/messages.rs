//! GitLab's error formats, counted: each of ../shared/gitlab-errors.md (where this machine has it) is emitted for some text,
//! or src/lint/out_of_reach.rs tells why it can't be. tests/fixtures/messages.txt holds texts for those that no verdict shows.

mod common;

use std::collections::BTreeSet;

use pipewright::lint::{check_with, Settings, Severity, FORMATS, OUT_OF_REACH, RULES};
use pipewright::yaml::Document;
use regex_lite::Regex;

fn messages(text: &str) -> impl Iterator<Item = String> {
    let report = check_with(&Document::parse(text), &Settings::gitlab());
    report.diagnostics.into_iter().map(|finding| finding.message)
}

/// The messages of tests/fixtures/messages.txt, each with its text.
fn fixtures() -> impl Iterator<Item = (&'static str, String)> {
    blocks(include_str!("fixtures/messages.txt"))
}

fn blocks(file: &'static str) -> impl Iterator<Item = (&'static str, String)> {
    file.split("\n=== ").skip(1).map(|block| {
        let (message, text) = block.split_once('\n').expect("a message, then its text");
        (message, format!("{text}\n"))
    })
}

#[test]
fn each_text_has_gitlabs_verdict() {
    let mut wrong = Vec::new();
    for (verdict, text) in blocks(include_str!("fixtures/verdicts.txt")) {
        let report = check_with(&Document::parse(&*text), &Settings::gitlab());
        let errors = report.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
        let said: Vec<&str> = errors.map(|finding| &*finding.message).collect();
        let right = match verdict {
            "valid" => said.is_empty(),
            messages => messages.split(" && ").all(|message| said.contains(&message)),
        };
        if !right {
            wrong.push(format!("{text}GitLab: {verdict}\n  said: {said:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_message_is_said_word_for_word() {
    let mut wrong = Vec::new();
    for (message, text) in fixtures() {
        let said: Vec<String> = messages(&text).collect();
        if !said.iter().any(|words| words == message) {
            wrong.push(format!("{message}\n  said: {said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Texts that are too large to stand in a file.
fn large() -> Vec<String> {
    let header = "spec: {inputs: {a: {default: b}}}\n---\nx:\n  script:\n";
    let blocks: String = (0..10_001).map(|at| format!("    - $[[ inputs.a | truncate(0,{at}) ]]\n")).collect();
    vec![
        format!("{header}{blocks}"),
        format!("{header}    - {}\n", "c".repeat(1024 * 1024 + 1)),
        format!("x: {{script: a}}\n{}", "# filler\n".repeat(300_000)),
        format!(
            "x: {{script: a, environment: {{name: e, kubernetes: {{agent: a, dashboard: {{namespace: {}}}}}}}}}\n",
            "n".repeat(64 * 1024)
        ),
    ]
}

/// A format as a pattern: what stands in braces is anything.
fn pattern(format: &str) -> Regex {
    let placeholder = Regex::new(r"\{[^}]*\}|\.\.\.").expect("a pattern");
    let mut pattern = String::from("(?is)^");
    let mut at = 0;
    for found in placeholder.find_iter(format) {
        pattern.push_str(&regex_lite::escape(&format[at..found.start()]));
        pattern.push_str(".+?");
        at = found.end();
    }
    pattern.push_str(&regex_lite::escape(&format[at..]));
    Regex::new(&(pattern + "$")).expect("a pattern")
}

/// The formats of the digest.
fn formats(digest: &str) -> Vec<String> {
    let rows = digest.lines().filter(|line| line.starts_with("| ") && line.as_bytes()[2].is_ascii_digit());
    let format = |row: &str| {
        let (_, rest) = row.split_once("`` ").expect("a format in back ticks");
        rest.split_once(" ``").expect("a format in back ticks").0.to_owned()
    };
    rows.map(format).collect()
}

#[test]
fn every_format_is_emitted_or_out_of_reach_with_a_reason() {
    let Some(shared) = common::shared() else { return };
    let formats = formats(&std::fs::read_to_string(shared.join("gitlab-errors.md")).expect("the digest"));
    assert_eq!(formats.len(), FORMATS);
    let mut said: BTreeSet<String> = fixtures().flat_map(|(_, text)| messages(&text)).collect();
    said.extend(large().iter().flat_map(|text| messages(text)));
    said.extend(RULES.iter().flat_map(|rule| messages(rule.bad)));
    let verdicts = std::fs::read_to_string(shared.join("verdicts/configurations.jsonl")).expect("the verdicts");
    for line in verdicts.lines() {
        let case: serde_json::Value = serde_json::from_str(line).expect("a JSON line");
        said.extend(messages(case["yaml"].as_str().expect("a text")));
    }
    let silent: BTreeSet<&str> = formats
        .iter()
        .filter(|format| {
            let pattern = pattern(format);
            !said.iter().any(|message| pattern.is_match(message))
        })
        .map(String::as_str)
        .collect();
    println!("{} of {FORMATS} error formats are emitted", FORMATS - silent.len());
    let listed: BTreeSet<&str> = OUT_OF_REACH.iter().flat_map(|(_, formats)| formats.iter().copied()).collect();
    let forgotten: Vec<_> = silent.difference(&listed).collect();
    let emitted: Vec<_> = listed.difference(&silent).collect();
    assert!(forgotten.is_empty(), "neither emitted nor listed: {forgotten:#?}");
    assert!(emitted.is_empty(), "listed, but emitted or not GitLab's: {emitted:#?}");
}
