//! A secret stands in the file.

use crate::lint::advice::Holder;
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::yaml::{Kind, NodeRef};

/// The rule.
pub static RULE: Rule = Rule {
    code: "secret-in-file",
    severity: Severity::Warning,
    summary: "A password, token or private key stands in the file, for everybody to read who can read the project.",
    help: "Make it a masked variable in the project's settings, or take it from a vault by secrets. Then revoke this one: \
           it stays in the history.",
    source: "doc/ci/variables (CI/CD variable security)",
    fix: None,
    on: true,
    bad: "deploy:\n  script: make deploy\n  variables:\n    DEPLOY_TOKEN: kq83hf02ldm4\n",
    good: "deploy:\n  script: make deploy --token $DEPLOY_TOKEN\n",
};

/// How the tokens of well-known services begin, and how many letters follow at least.
const TOKENS: &[(&str, usize)] = &[
    ("glpat-", 20),
    ("gldt-", 20),
    ("glrt-", 20),
    ("glptt-", 20),
    ("ghp_", 36),
    ("gho_", 36),
    ("github_pat_", 22),
    ("AKIA", 16),
    ("ASIA", 16),
    ("xoxb-", 20),
    ("xoxp-", 20),
    ("sk_live_", 20),
    ("npm_", 36),
    ("pypi-", 50),
    ("AIza", 35),
];

/// Ends of the names of variables that hold secrets.
const NAMES: &[&str] = &["_TOKEN", "_PASSWORD", "_PASSWD", "_SECRET", "_API_KEY", "_PRIVATE_KEY", "_SECRET_KEY"];

/// Values of variables, and all texts that look like a token.
pub fn check(holder: &Holder<'_>, found: &mut Vec<Diagnostic>) {
    if holder.is_workflow() {
        return;
    }
    let variables = holder.node.get("variables").into_iter().flat_map(|variables| variables.entries());
    for entry in variables {
        let value = entry.value.get("value").unwrap_or(entry.value);
        if is_secret(entry.key.value(), value) {
            let message = format!("{} holds a secret, and everybody can read it here", entry.key.value());
            found.push(holder.finding(&RULE, message, value));
        }
    }
    if holder.job.is_some() && may_hold_token(holder.node.text()) {
        for text in holder.node.descendants().filter(|node| is_token(*node)) {
            let message = "this looks like a secret, and everybody can read it here".to_owned();
            found.push(holder.finding(&RULE, message, text));
        }
    }
}

/// Whether a text may hold a token at all: in one pass, as nearly none does.
fn may_hold_token(text: &str) -> bool {
    let bytes = text.as_bytes();
    let starts = |at: usize, start: &str| bytes[at..].starts_with(start.as_bytes());
    (0..bytes.len()).any(|at| match bytes[at] {
        b'-' => starts(at, "-----BEGIN"),
        b'A' | b'g' | b'n' | b'p' | b's' | b'x' => TOKENS.iter().any(|(start, _)| starts(at, start)),
        _ => false,
    })
}

fn is_token(node: NodeRef<'_>) -> bool {
    node.kind() == Kind::Scalar && token_in(node.value())
}

fn token_in(text: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let starts = |start: &str, least: usize| {
        text.match_indices(start).any(|(at, _)| {
            let fresh = !text[..at].ends_with(letter);
            let rest = &text[at + start.len()..];
            let length = rest.find(|c| !letter(c)).unwrap_or(rest.len());
            // `glpat-xxxxxxxxxxxxxxxxxxxx` and the like stand for one.
            let varied = rest[..length].bytes().any(|byte| Some(byte) != rest.bytes().next());
            fresh && length >= least && varied
        })
    };
    text.contains("PRIVATE KEY-----") && text.contains("-----BEGIN")
        || TOKENS.iter().any(|(start, least)| starts(start, *least))
}

/// Whether a variable's value is a secret by its name. Words that a test database has for a password are none.
fn is_secret(name: &str, value: NodeRef<'_>) -> bool {
    let ends = |end: &&str| {
        let from = name.len().checked_sub(end.len());
        from.and_then(|from| name.get(from..)).is_some_and(|last| last.eq_ignore_ascii_case(end))
    };
    let named = NAMES.iter().any(ends);
    let Some(text) = value.as_str().filter(|_| named && value.kind() == Kind::Scalar) else { return false };
    let varied = text.chars().any(|c| c.is_ascii_digit()) && text.chars().any(char::is_alphabetic);
    let placeholder = ["test", "example", "dummy", "change", "fake", "password", "secret", "xxx"];
    let lower = text.to_ascii_lowercase();
    text.len() >= 8
        && varied
        && !text.contains(['$', ' ', '/', '<', '{'])
        && !placeholder.iter().any(|word| lower.contains(word))
}
