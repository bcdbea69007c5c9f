//! The core without a page: for tests, benchmarks and scripts. `headless help` documents the commands.

use std::process::ExitCode;

use pipewright::command::Command;
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

/// Prints the text after the commands, each applied to the result of the one before.
fn edit(file: &str, commands: &[&str]) -> ExitCode {
    let text = match std::fs::read(file).map(|bytes| Document::decode(&bytes)) {
        Ok(Ok(text)) => text,
        Ok(Err(error)) => return refuse(&format!("{file} is no text that can be edited: {error:?}")),
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
