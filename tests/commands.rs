//! Commands as before and after: each file of tests/fixtures/commands is a case.
//!
//! A case has the command as JSON, the text before, and the text after or the refusal, each under its `=== ` line.

use pipewright::command::Command;
use pipewright::yaml::Document;

struct Case {
    name: String,
    command: String,
    before: String,
    after: Result<String, String>,
}

fn cases() -> Vec<Case> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/commands");
    let mut cases: Vec<Case> = std::fs::read_dir(folder)
        .expect("the folder of cases is there")
        .map(|entry| entry.expect("a case can be listed").path())
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a case can be read");
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let section = |title: &str| {
                let (_, rest) = text.split_once(&format!("=== {title}\n"))?;
                let body = rest.split("=== ").next().unwrap_or_default().to_owned();
                // `␍` stands for a carriage return and `␄` for the end of a text without a line break.
                let body = body.replace('␍', "\r");
                Some(body.strip_suffix("␄\n").map(str::to_owned).unwrap_or(body))
            };
            Case {
                command: section("command").unwrap_or_else(|| panic!("{name}: no command")),
                before: section("before").unwrap_or_else(|| panic!("{name}: no text before")),
                after: match section("refused") {
                    Some(reason) => Err(reason.trim().to_owned()),
                    None => Ok(section("after").unwrap_or_else(|| panic!("{name}: no text after"))),
                },
                name,
            }
        })
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

#[test]
fn each_case_gives_the_text_after_it_or_its_refusal() {
    let mut failures = Vec::new();
    for case in cases() {
        let command: Command = serde_json::from_str(&case.command).unwrap_or_else(|e| panic!("{}: {e}", case.name));
        let outcome = command.plan(&Document::parse(case.before.as_str()));
        let outcome = outcome.map(|plan| plan.document.text().to_owned()).map_err(|refusal| refusal.to_string());
        if outcome != case.after {
            let show = |outcome: &Result<String, String>| match outcome {
                Ok(text) => text.clone(),
                Err(reason) => format!("refused: {reason}"),
            };
            failures.push(format!("{}\n--- wanted\n{}--- got\n{}", case.name, show(&case.after), show(&outcome)));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_command_has_a_case() {
    let help = include_str!("../examples/headless-help.txt");
    let covered: Vec<String> = cases().into_iter().map(|case| case.command).collect();
    for name in help.split("{\"command\":\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let key = format!("\"command\":\"{name}\"");
        assert!(covered.iter().any(|command| command.contains(&key)), "no case for {name}");
    }
}
