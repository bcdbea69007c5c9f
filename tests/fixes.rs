//! Quick fixes: each on its rule's own bad example, and all of them on the pipelines of others.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use pipewright::command::Command;
use pipewright::lint::{check, check_for, Fix, Report, Settings, Severity, RULES};
use pipewright::runner::Fleet;
use pipewright::yaml::Document;

fn errors(report: &Report) -> BTreeSet<String> {
    let errors = report.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| finding.message.clone()).collect()
}

#[test]
fn every_fix_mends_its_rules_bad_example_and_breaks_nothing() {
    let mut wrong = Vec::new();
    let mut fixed = 0;
    for rule in RULES.iter().filter(|rule| rule.fix.is_some()) {
        let before = Document::parse(rule.bad);
        let runners = rule.example_runners();
        let all = Command::FixAll { rule: rule.code.to_owned(), runners: runners.clone() };
        match all.plan(&before) {
            Err(refusal) => wrong.push(format!("{}: {refusal}", rule.code)),
            Ok(plan) => {
                fixed += 1;
                let mut settings = Settings::default();
                settings.set(rule.code, true);
                let after = check_for(&plan.document, &settings, &Rc::new(runners));
                if !after.diagnostics.is_empty() {
                    let text = plan.document.text();
                    wrong.push(format!("{}: {:?}\n{text}", rule.code, after.diagnostics));
                }
            }
        }
    }
    println!("{fixed} of {} rules have a fix", RULES.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(fixed >= 25);
}

/// Fixes may bring other findings to light, which GitLab came to only once the first were mended. But each is exact or
/// refused, and what it was for is gone.
#[test]
fn on_broken_configurations_a_fix_takes_its_finding_away() {
    let Some(shared) = common::shared() else { return };
    let lines = std::fs::read_to_string(shared.join("verdicts/configurations.jsonl")).expect("the verdicts");
    let mut outcome: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    let verbose = std::env::var_os("PIPEWRIGHT_DIFFERENCES").is_some();
    for line in lines.lines() {
        let case: serde_json::Value = serde_json::from_str(line).expect("a JSON line");
        let document = Document::parse(case["yaml"].as_str().expect("a text"));
        for finding in check(&document).diagnostics {
            let count = outcome.entry(finding.rule).or_default();
            count[0] += 1;
            let Some(fix) = Fix::of(&document, &finding, &Fleet::default()) else { continue };
            count[1] += 1;
            let at = document.position(finding.span.from());
            let command = Command::Fix {
                rule: finding.rule.to_owned(),
                line: at.line,
                column: Some(at.column),
                runners: Fleet::default(),
            };
            let Ok(plan) = command.plan(&document) else {
                if verbose && document.is_sound() {
                    println!("== {}: {} refused {:?}\n{}", finding.rule, finding.message, fix.label, document.text());
                }
                continue;
            };
            let after = errors(&check(&plan.document));
            if after.contains(&finding.message) {
                count[3] += 1;
                if verbose {
                    println!("== {}: {} by {}\n{}", finding.rule, finding.message, fix.label, plan.document.text());
                }
            } else {
                count[2] += 1;
            }
        }
    }
    let (mut all, mut offered, mut mended, mut left) = (0, 0, 0, 0);
    for (rule, count) in &outcome {
        println!("{rule}: {} findings, {} with a fix, {} mended, {} not", count[0], count[1], count[2], count[3]);
        (all, offered, mended, left) = (all + count[0], offered + count[1], mended + count[2], left + count[3]);
    }
    println!("all: {all} findings, {offered} with a fix, {mended} mended, {left} not");
    assert_eq!(left, 0, "{offered} fixes were offered and some mend nothing");
}
