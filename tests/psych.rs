//! Held against Ruby's Psych, the reader that GitLab uses. Passes where there is no Ruby.

mod common;

use std::io::Write;
use std::process::{Command, Stdio};

use pipewright::yaml::{Document, Kind, NodeRef, Scalar};
use serde_json::{json, Value};

/// What Psych sees in each text; none where this machine has no Ruby.
fn psych(texts: &[String]) -> Option<Vec<Value>> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/psych.rb");
    let mut ruby = Command::new("ruby").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    let mut input = ruby.stdin.take()?;
    let sent = serde_json::to_string(texts).ok()?;
    let writer = std::thread::spawn(move || input.write_all(sent.as_bytes()));
    let output = ruby.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    let lines = String::from_utf8(output.stdout).ok()?;
    let read: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("one JSON value a line")).collect();
    assert_eq!(read.len(), texts.len(), "the oracle answers for each text");
    Some(read)
}

/// The same form from our document.
fn ours(document: &Document) -> Value {
    if !document.is_sound() {
        let error = &document.errors()[0];
        return json!({ "error": error.message, "at": format!("{:?}", document.position(error.span.from())) });
    }
    document.roots().map(tree).collect()
}

fn tree(node: NodeRef<'_>) -> Value {
    match node.kind() {
        Kind::Alias => json!(["alias", node.value()]),
        Kind::Sequence => json!(["list", node.items().map(tree).collect::<Vec<_>>()]),
        Kind::Mapping => {
            json!(["map", node.entries().flat_map(|entry| [tree(entry.key), tree(entry.value)]).collect::<Vec<_>>()])
        }
        Kind::Scalar => match node.scalar() {
            Some(Scalar::Null) | None => json!(["null"]),
            Some(Scalar::Bool(value)) => json!(["bool", value]),
            Some(Scalar::Int(value)) => json!(["int", value.to_string()]),
            Some(Scalar::Float(value)) if value.is_nan() => json!(["float", "nan"]),
            Some(Scalar::Float(value)) => json!(["float", ruby_float(value)]),
            Some(Scalar::Date) => json!(["date"]),
            Some(Scalar::Symbol) => json!(["symbol"]),
            Some(Scalar::Str) => json!(["string", node.value()]),
        },
    }
}

fn ruby_float(value: f64) -> String {
    match value {
        v if v == f64::INFINITY => "Infinity".to_owned(),
        v if v == f64::NEG_INFINITY => "-Infinity".to_owned(),
        v => format!("{v:?}"),
    }
}

#[test]
fn every_pipeline_reads_as_psych_reads_it() {
    let files: Vec<(String, String)> = common::pipelines()
        .into_iter()
        .filter_map(|(path, bytes)| Some((path.display().to_string(), Document::decode(&bytes).ok()?)))
        .collect();
    // Psych takes a byte order mark in a string for content; in a file it is none.
    let texts: Vec<String> = files.iter().map(|(_, text)| text.trim_start_matches('\u{feff}').to_owned()).collect();
    let Some(theirs) = psych(&texts) else { return };
    let mut differences = Vec::new();
    for ((path, text), theirs) in files.iter().zip(&theirs) {
        let ours = ours(&Document::parse(text.as_str()));
        let both_refuse = ours.get("error").is_some() && theirs.get("error").is_some();
        // Psych finds unknown aliases only when it builds the values.
        let unknown_alias = ours["error"].as_str().is_some_and(|message| message.starts_with("Unknown alias"));
        if ours != *theirs && !both_refuse && !unknown_alias {
            let at = format!("{path}: {}", first_difference(&ours, theirs));
            differences.push(at);
        }
    }
    assert!(differences.is_empty(), "{} of {}:\n{}", differences.len(), files.len(), differences.join("\n"));
}

fn first_difference(ours: &Value, theirs: &Value) -> String {
    match (ours, theirs) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).find(|(a, b)| a != b).map_or_else(String::new, |(a, b)| first_difference(a, b))
        }
        _ => {
            let cut = |value: &Value| value.to_string().chars().take(300).collect::<String>();
            format!("ours {} theirs {}", cut(ours), cut(theirs))
        }
    }
}

/// Strings that YAML readers take for something else if they are not quoted, or that break the text around them.
fn tricky_strings() -> Vec<String> {
    let words = [
        "yes",
        "Yes",
        "YES",
        "no",
        "No",
        "NO",
        "on",
        "On",
        "ON",
        "off",
        "Off",
        "OFF",
        "y",
        "Y",
        "n",
        "N",
        "true",
        "True",
        "TRUE",
        "false",
        "False",
        "FALSE",
        "null",
        "Null",
        "NULL",
        "~",
        "",
        " ",
        "  x",
        "x  ",
        "\t",
        "\tx",
        "x\ty",
        "=",
        "<<",
        "-",
        "--",
        "---",
        "--- x",
        "...",
        "... x",
        "-x",
        "- x",
        "-1",
        "+1",
        "0",
        "1",
        "42",
        "0644",
        "0o644",
        "0x1F",
        "0b101",
        "1_000",
        "1,000",
        "1.5",
        "1.",
        ".5",
        "1e3",
        "1.0e3",
        "1.0e+3",
        ".inf",
        "-.inf",
        "+.inf",
        ".Inf",
        ".NaN",
        ".nan",
        "12:30",
        "1:2",
        "12:30:45",
        "190:20:30.15",
        "2001-01-01",
        "2001-1-1",
        "2001-01-01 10:00:00",
        "2001-12-14t21:59:43.10-05:00",
        "2020-01",
        "1.2.3",
        "v1.2.3",
        "08",
        "09",
        "0.1",
        "1__0",
        "0_",
        "_1",
        "!x",
        "!!str x",
        "!reference [a]",
        "*x",
        "&x",
        "&x y",
        "#x",
        "x #y",
        "x#y",
        ": x",
        "x: y",
        "x:",
        ":",
        "::",
        ":x",
        "x:y",
        "?",
        "? x",
        "?x",
        "%x",
        "@x",
        "`x`",
        "|",
        "| x",
        ">",
        "> x",
        "'x'",
        "\"x\"",
        "it's",
        "'",
        "\"",
        "''",
        "\"\"",
        "x'",
        "x\"",
        "\\",
        "\\n",
        "C:\\dir",
        "[x]",
        "[",
        "]",
        "x]",
        "{x}",
        "{",
        "}",
        "x}",
        "{{x}}",
        ",",
        "x, y",
        ", x",
        "[x, y]",
        "{a: b}",
        "$VAR",
        "${VAR}",
        "$CI_COMMIT_TAG =~ /^v/",
        "a && b",
        "a || b",
        "!a",
        "echo \"a: b\"",
        "echo 'a # b'",
        "if [ -z \"$A\" ]; then echo b: c; fi",
        "*.log",
        "**/*.log",
        "&&",
        "a\nb",
        "a\nb\n",
        "a\n\nb",
        "\na",
        "a\n ",
        " a\nb",
        "a\n  b\nc",
        "#a\nb",
        "- a\n- b",
        "a: b\nc: d",
        "a\r\nb",
        "a\rb",
        "\u{7f}",
        "\u{85}",
        "\u{a0}x",
        "\u{2028}",
        "\u{feff}x",
        "é",
        "日本語",
        "😀",
        "\u{1}",
        "\u{1b}[0m",
        "x\u{0}y",
        "key: |",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        "infinity",
        "nan",
        "NaN",
        "inf",
        "0x",
        "0b",
        "0o",
        "1e",
        "1e+",
        "e3",
        "--x",
        "+",
        "+x",
        ".",
        "..",
        ".x",
        "/",
        "//",
        "/re/",
        "~x",
        "x~",
        "0.0.0",
        "1:60",
        "60:60",
        "1:2:3",
        "::1",
        "1,2",
        "1,",
        ",1",
        "0,0",
        "00",
        "007",
        "0_7",
        "-0",
        "-0x1",
        "+0b1",
        "-1:30",
        "1-1-1",
        "2001-13-01",
        "2001-01-32",
        "12e03",
        "-2E+05",
        "0b0",
        "1.0",
        "1.10",
        "3.10",
        "20.04",
        "on:",
        "yes:",
        "null:",
        "true,",
        "no]",
        "1}",
        "<",
        "<<: x",
        "<x>",
        "=x",
        "==",
        "=>",
        "(",
        ")",
        "(x)",
        ";",
        "^",
        "^x$",
        "x|y",
        "x>y",
        "a`b",
        "a@b",
        "a%b",
        "a*b",
        "a&b",
        "a!b",
        "a?b",
    ];
    words.iter().map(|word| (*word).to_owned()).chain([format!("x{}", "y".repeat(2000))]).collect()
}

/// Where a form may write a string: behind a key, as an item, in brackets, in the place of each style, as a key.
fn texts_with(string: &str) -> Vec<String> {
    use pipewright::command::Command;
    use pipewright::yaml::NewValue;
    let value = || NewValue::String(string.to_owned());
    let befores = [
        "j:\n  script: [a]\n",
        "j:\n  variables:\n    V: old\n  script: [a]\n",
        "j:\n  variables:\n    V: 'old' # beside\n  script: [a]\n",
        "j:\n  variables:\n    V: \"old\"\n  script: [a]\n",
        "j:\n  variables:\n    V: |\n      old\n      older\n  script: [a]\n",
        "j:\n  variables:\n    V: >-\n      old\n      older\n  script: [a]\n",
        "j: {variables: {V: old, W: x}, script: [a]}\n",
        "j:\n  variables:\n    V:\n  script: [a]\n",
    ];
    let set = |before: &&str| {
        let command = Command::SetVariable { job: Some("j".into()), name: "V".into(), value: value() };
        Some(command.plan(&Document::parse(*before)).ok()?.document.text().to_owned())
    };
    let mut texts: Vec<String> = befores.iter().filter_map(set).collect();
    for tags in ["[a]", "[]", "[ 'a', ]", "\n  - a # x\n  # y", "\n    - 'a'"] {
        let before = Document::parse(format!("j:\n  tags: {tags}\n  script: [a]\n"));
        let command = Command::AddTag { job: "j".into(), tag: string.to_owned() };
        texts.extend(command.plan(&before).ok().map(|plan| plan.document.text().to_owned()));
    }
    texts
}

#[test]
fn strings_written_through_commands_come_back_as_the_same_strings() {
    let mut wanted = Vec::new();
    let mut texts = Vec::new();
    for string in tricky_strings() {
        let written = texts_with(&string);
        // NUL can't stand in YAML but escaped; blank tags are refused.
        assert!(written.len() >= 8, "{string:?}: written in {} places", written.len());
        wanted.extend(written.iter().map(|_| string.clone()));
        texts.extend(written);
    }
    let Some(theirs) = psych(&texts) else { return };
    for ((string, text), theirs) in wanted.iter().zip(&texts).zip(&theirs) {
        let found = count_strings(theirs, string);
        assert!(found >= 1, "{string:?} is not read back from\n{text}\n{theirs}");
    }
}

fn count_strings(value: &Value, string: &str) -> usize {
    let own =
        usize::from(value.as_array().is_some_and(|pair| pair.len() == 2 && pair[0] == "string" && pair[1] == string));
    own + value.as_array().map_or(0, |items| items.iter().map(|item| count_strings(item, string)).sum())
}

/// Edits whose results Psych reads.
const SAMPLE: usize = 2_000;

/// Edited texts of the pipelines at hand: each command in turn on jobs that are taken evenly from all of them.
fn edited_texts() -> Vec<String> {
    use pipewright::pipeline::jobs;
    let documents: Vec<Document> = common::pipelines()
        .into_iter()
        .filter_map(|(_, bytes)| Document::decode(&bytes).ok())
        .map(|text| Document::parse(text.trim_start_matches('\u{feff}')))
        .collect();
    let targets: Vec<(&Document, String)> = documents
        .iter()
        .flat_map(|document| {
            let names: Vec<String> = jobs(document).map(|job| job.name().to_owned()).collect();
            names.into_iter().step_by(3).take(6).map(move |job| (document, job))
        })
        .collect();
    let mut texts = Vec::new();
    // A round gives each job its next command; those that are refused have none.
    for round in 0..32 {
        for (at, (document, job)) in targets.iter().enumerate() {
            let commands = sampled_commands(document, job);
            let plan = commands[(at + round) % commands.len()].plan(document);
            texts.extend(plan.ok().map(|plan| plan.document.text().to_owned()));
            if texts.len() == SAMPLE {
                return texts;
            }
        }
    }
    texts
}

fn sampled_commands(document: &Document, job: &str) -> Vec<pipewright::command::Command> {
    use pipewright::command::Command;
    use pipewright::pipeline::jobs;
    let job = job.to_owned();
    let lines = vec!["a: b # c".into(), "- x".into(), "one\n  two\n".into()];
    let value = pipewright::yaml::NewValue::String("12:30".into());
    let after = jobs(document).map(|other| other.name().to_owned()).find(|other| *other != job);
    let anchor = document.all_nodes().find_map(|node| node.anchor()).unwrap_or("none").to_owned();
    vec![
        Command::MoveJob { job: job.clone(), stage: "0644".into(), before: None, after: None },
        Command::SetVariable { job: Some(job.clone()), name: "on".into(), value },
        Command::InlineBase { job: job.clone(), base: None },
        Command::SetScript { job: job.clone(), lines, keyword: "script".into() },
        Command::OnlyToRules { job: job.clone() },
        Command::RenameJob { job: job.clone(), name: "*renamed".into() },
        Command::ReplaceAnchors { job: Some(job.clone()) },
        Command::DuplicateJob { job: job.clone(), name: "yes".into() },
        Command::ExtractBase {
            jobs: vec![job.clone(), after.unwrap_or_default()],
            name: ".off".into(),
            keywords: None,
        },
        Command::RewriteUses { then: Box::new(Command::DeleteJob { job: job.clone() }) },
        Command::SplitMatrix { job: job.clone() },
        Command::ReorderJob { job: job.clone(), before: None },
        Command::OverrideKeyword { job: Some(job), path: vec!["script".into()] },
        Command::RenameAnchor { anchor: anchor.clone(), name: "0x1".into() },
        Command::InlineAnchor { anchor },
        Command::SortByStage {},
    ]
}

#[test]
fn edited_pipelines_read_as_psych_reads_them() {
    let texts = edited_texts();
    let Some(theirs) = psych(&texts) else { return };
    for (text, theirs) in texts.iter().zip(&theirs) {
        let ours = ours(&Document::parse(text.as_str()));
        assert!(ours == *theirs, "{}\n{text}", first_difference(&ours, theirs));
    }
    println!("{} edited pipelines", texts.len());
}
