//! Rules expressions against what GitLab's own code said of them (../shared/verdicts, where this machine has it).

mod common;

use std::collections::HashMap;

use pipewright::simulate::Expression;

#[test]
fn every_expression_has_gitlabs_verdict_and_value() {
    let Some(shared) = common::shared() else { return };
    let folder = shared.join("verdicts");
    let variables = std::fs::read_to_string(folder.join("expression-variables.json")).expect("variables");
    let variables: HashMap<String, String> = serde_json::from_str(&variables).expect("a JSON object");
    let lines = std::fs::read_to_string(folder.join("expressions.jsonl")).expect("expressions");
    let mut wrong = Vec::new();
    for line in lines.lines() {
        let case: serde_json::Value = serde_json::from_str(line).expect("a JSON line");
        let text = case["expression"].as_str().expect("an expression");
        let ours = Expression::parse(text);
        let same = match (&ours, case["valid"].as_bool() == Some(true)) {
            (Ok(ours), true) => Some(ours.is_true(|name| variables.get(name).cloned())) == case["result"].as_bool(),
            (Err(_), false) => true,
            _ => false,
        };
        if !same {
            wrong.push(format!("{line}\n  ours: {:?}", ours.map(|e| e.is_true(|name| variables.get(name).cloned()))));
        }
    }
    println!("{} of {} expressions", lines.lines().count() - wrong.len(), lines.lines().count());
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}
