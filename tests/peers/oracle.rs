//! Runs the peers: each in a process of its own, texts in, verdicts out. None where this machine can't run them.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What gitlab-ci-local makes of a text.
pub enum Peer {
    /// The names of the jobs.
    Jobs(BTreeSet<String>),
    /// Why it refuses it.
    Refused(String),
}

/// For each text the schema's errors as `[path, words, property]`, or null where it could not be read.
pub fn schema(texts: &[&str]) -> Option<Vec<Value>> {
    ask("node", "schema.mjs", texts)
}

/// What gitlab-ci-local says of each text. `PIPEWRIGHT_NODE` (tools/oracle.sh) is a Node that is new enough for it.
pub fn gitlab_ci_local(texts: &[&str]) -> Option<Vec<Peer>> {
    let node = std::env::var("PIPEWRIGHT_NODE").ok()?;
    let answers = ask(&node, "gitlab-ci-local.mjs", texts)?;
    let answer = |answer: Value| match answer["jobs"].as_array() {
        Some(jobs) => Peer::Jobs(jobs.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
        None => Peer::Refused(answer["error"].as_str().unwrap_or_default().to_owned()),
    };
    Some(answers.into_iter().map(answer).collect())
}

fn ask(node: &str, script: &str, texts: &[&str]) -> Option<Vec<Value>> {
    let root = env!("CARGO_MANIFEST_DIR");
    if !std::path::Path::new(root).join("node_modules/ajv").is_dir() {
        return None;
    }
    let script = format!("{root}/tests/oracle/{script}");
    let mut child = Command::new(node).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    let mut input = child.stdin.take()?;
    let sent = serde_json::to_string(texts).ok()?;
    let writer = std::thread::spawn(move || input.write_all(sent.as_bytes()));
    let output = child.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    assert!(output.status.success(), "the peer ends in an error");
    let answers: Vec<Value> = serde_json::from_slice(&output.stdout).expect("a list of answers");
    assert_eq!(answers.len(), texts.len(), "the peer answers for each text");
    Some(answers)
}
