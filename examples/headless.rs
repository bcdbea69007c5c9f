//! The core without a page: for tests, benchmarks and scripts. `headless help` documents the commands.

use std::process::ExitCode;

use pipewright::command::Command;
use pipewright::lint::{self, Severity};
use pipewright::simulate::Expression;
use pipewright::yaml::Document;

const HELP: &str = include_str!("headless-help.txt");

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            ExitCode::SUCCESS
        }
        ["roundtrip", ref files @ ..] if !files.is_empty() => each(files, roundtrip),
        ["lint", ref files @ ..] if !files.is_empty() => each(files, lint),
        ["expression", text, variables] => expression(text, variables),
        ["edit", file, ref commands @ ..] if !commands.is_empty() => edit(file, commands),
        _ => {
            eprint!("{HELP}");
            ExitCode::from(1)
        }
    }
}

/// Runs `report` on each file and prints its line. A file that can't be read is an error of the caller.
fn each(files: &[&str], report: fn(&str, &[u8]) -> serde_json::Value) -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    for file in files {
        match std::fs::read(file) {
            Ok(bytes) => println!("{}", report(file, &bytes)),
            Err(error) => {
                eprintln!("{file}: {error}");
                code = ExitCode::from(1);
            }
        }
    }
    code
}

fn roundtrip(file: &str, bytes: &[u8]) -> serde_json::Value {
    let identical = Document::decode(bytes).is_ok_and(|text| Document::parse(text).text().as_bytes() == bytes);
    serde_json::json!({ "file": file, "identical": identical })
}

/// What GitLab would say of the file, and which jobs it has. Bytes that are no text have one error, at their first place.
fn lint(file: &str, bytes: &[u8]) -> serde_json::Value {
    let document = match Document::decode(bytes) {
        Ok(text) => Document::parse(text),
        Err(error) => {
            let error = serde_json::json!({ "rule": "encoding", "message": error.to_string(), "line": 1, "column": 1 });
            let nothing: [(); 0] = [];
            return serde_json::json!({ "file": file, "valid": false, "errors": [error], "warnings": nothing, "jobs": nothing });
        }
    };
    let report = lint::check(&document);
    let findings = |severity: Severity| -> Vec<serde_json::Value> {
        let of_it = report.diagnostics.iter().filter(|finding| finding.severity == severity);
        of_it
            .map(|finding| {
                let at = document.position(finding.span.from());
                serde_json::json!({ "rule": finding.rule, "message": finding.message, "line": at.line, "column": at.column })
            })
            .collect()
    };
    let jobs = report.jobs.iter().map(|(name, stage)| serde_json::json!({ "name": **name, "stage": **stage }));
    serde_json::json!({
        "file": file,
        "valid": report.valid,
        "errors": findings(Severity::Error),
        "warnings": findings(Severity::Warning),
        "jobs": jobs.collect::<Vec<_>>(),
    })
}

/// Prints whether a rules expression is true with these variables.
fn expression(text: &str, variables: &str) -> ExitCode {
    let variables: serde_json::Map<String, serde_json::Value> = match serde_json::from_str(variables) {
        Ok(variables) => variables,
        Err(error) => return misuse(&format!("{variables}: {error}")),
    };
    // Variables are text to GitLab; null is one that is not there.
    let value = |name: &str| match variables.get(name)? {
        serde_json::Value::Null => None,
        serde_json::Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    match Expression::parse(text) {
        Ok(expression) => {
            println!("{}", expression.is_true(value));
            ExitCode::SUCCESS
        }
        Err(error) => {
            let column = text.get(..error.range.start).map_or(0, |before| before.chars().count()) + 1;
            eprintln!("{} at column {column}", error.message);
            ExitCode::from(2)
        }
    }
}

/// Prints the text after the commands, each applied to the result of the one before.
fn edit(file: &str, commands: &[&str]) -> ExitCode {
    let text = match std::fs::read(file).map(|bytes| Document::decode(&bytes)) {
        Ok(Ok(text)) => text,
        Ok(Err(error)) => return refuse(&format!("{file}: {error}")),
        Err(error) => return misuse(&format!("{file}: {error}")),
    };
    let mut document = Document::parse(text);
    for json in commands {
        let command: Command = match serde_json::from_str(json) {
            Ok(command) => command,
            Err(error) => return misuse(&format!("{json}: {error}")),
        };
        match command.plan(&document) {
            Ok(plan) => document = plan.document,
            Err(refusal) => return refuse(&refusal.to_string()),
        }
    }
    print!("{}", document.text());
    ExitCode::SUCCESS
}

fn refuse(reason: &str) -> ExitCode {
    eprintln!("refused: {reason}");
    ExitCode::from(2)
}

fn misuse(reason: &str) -> ExitCode {
    eprintln!("{reason}\n\nheadless help tells the commands.");
    ExitCode::from(1)
}
