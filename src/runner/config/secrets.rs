//! Where a `config.toml` holds secrets, to be shown masked. Works on texts that are no TOML too.

use regex_lite::Regex;

use super::document::Document;
use super::read::ConfigRunner;
use super::tree::{Kind, Node, Table};
use crate::text::Span;

/// What stands for a secret.
pub const MASK: &str = "••••••••";

/// Keys whose string is a secret, in lower case: advanced-configuration, sections `[[runners]]`, `[runners.ssh]`,
/// `[runners.kubernetes]`, `[runners.cache.*]`, `[runners.autoscaler.connector_config]`.
const KEYS: &[&str] = &[
    "token",
    "password",
    "bearer_token",
    "accesskey",
    "secretkey",
    "sessiontoken",
    "privatekey",
    "accountkey",
    "sentry_dsn",
];

/// Beginnings of GitLab's tokens: https://docs.gitlab.com/security/tokens/#token-prefixes, and of registration tokens.
const TOKENS: &str = r"\b(?:gl(?:rt|rtr|pat|dt|cbt|ptt|ft|soat|agent|imt|ffct|oas)-|GR1348941)[A-Za-z0-9_.=-]{4,}";

/// A comment that gives a key of [`KEYS`] a value.
const COMMENT: &str = r#"(?im)^[ \t]*#[ \t#]*["']?(?:token|password|bearer_token|access_?key|secret_?key|session_?token|private_?key|account_?key|sentry_dsn)["']?[ \t]*=[ \t]*([^\r\n]+)"#;

/// A line that does so, in a text that is no TOML.
const LINE: &str = r#"(?im)^[ \t#]*["']?(?:token|password|bearer_token|access_?key|secret_?key|session_?token|private_?key|account_?key|sentry_dsn)["']?[ \t]*=[ \t]*([^\r\n]+)"#;

/// A variable named like a secret, in a text that is no TOML.
const VARIABLE: &str = r#"(?i)[A-Z0-9_]*(?:TOKEN|SECRET|PASSWORD|PASSWD|AUTH_CONFIG|_KEY)[A-Z0-9_]*=([^"'\r\n]+)"#;

/// The secrets of a document, in order, none in another.
pub fn secrets(document: &Document) -> Vec<Span> {
    let text = document.text();
    let mut found = Vec::new();
    let patterns: &[(&str, usize)] = match document.tree() {
        Ok(root) => {
            in_table(root, &mut found);
            &[(COMMENT, 1), (TOKENS, 0)]
        }
        Err(_) => &[(LINE, 1), (VARIABLE, 1), (TOKENS, 0)],
    };
    for &(pattern, group) in patterns {
        let Ok(pattern) = Regex::new(pattern) else { continue };
        let places = pattern.captures_iter(text).filter_map(|captures| captures.get(group));
        found.extend(places.map(|place| Span::new(place.start(), place.end())));
    }
    found.retain(|span| !span.is_empty());
    found.sort();
    found.into_iter().fold(Vec::new(), |mut merged: Vec<Span>, span| {
        match merged.last_mut().filter(|last| span.start <= last.end) {
            Some(last) => *last = last.cover(span),
            None => merged.push(span),
        }
        merged
    })
}

/// The text with its secrets masked. It has the same lines.
pub fn masked(document: &Document) -> String {
    let text = document.text();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for span in secrets(document) {
        out.push_str(Span::new(at, span.from()).slice(text));
        let secret = span.slice(text);
        let quote = secret.chars().next().filter(|first| matches!(first, '"' | '\''));
        let quote = quote.map(String::from).unwrap_or_default();
        for (at, line) in secret.split_inclusive('\n').enumerate() {
            let end = if line.ends_with("\r\n") {
                "\r\n"
            } else if line.ends_with('\n') {
                "\n"
            } else {
                ""
            };
            let mask = if at == 0 { format!("{quote}{MASK}{quote}") } else { MASK.to_owned() };
            out.push_str(&mask);
            out.push_str(end);
        }
        at = span.to();
    }
    out.push_str(Span::new(at, text.len()).slice(text));
    out
}

fn in_table(table: &Table, found: &mut Vec<Span>) {
    for entry in &table.entries {
        let key = entry.key.to_ascii_lowercase();
        match &entry.node.kind {
            Kind::Text(text) if KEYS.contains(&key.as_str()) && !text.is_empty() => found.push(entry.node.span),
            Kind::List(items) if key == "environment" => {
                found.extend(items.iter().filter(|item| tells(item)).map(|i| i.span))
            }
            _ => in_node(&entry.node, found),
        }
    }
}

fn in_node(node: &Node, found: &mut Vec<Span>) {
    match &node.kind {
        Kind::Table(table) => in_table(table, found),
        Kind::List(items) | Kind::Tables(items) => items.iter().for_each(|item| in_node(item, found)),
        _ => {}
    }
}

/// Whether `NAME=value` is named like a secret.
fn tells(item: &Node) -> bool {
    let variable = item.as_text().and_then(|text| text.split_once('='));
    variable.is_some_and(|(name, value)| !value.is_empty() && ConfigRunner::is_secret(name))
}

impl ConfigRunner {
    /// Whether a variable's name says that its value is a secret.
    pub fn is_secret(name: &str) -> bool {
        let name = name.to_ascii_uppercase();
        ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "AUTH_CONFIG", "_KEY"].iter().any(|part| name.contains(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        masked(&Document::new(text))
    }

    #[test]
    fn tokens_and_keys_are_masked_and_nothing_else() {
        let text = "[[runners]]\nname = \"a token\"\ntoken = \"glrt-0123456789\" # mine\n[runners.cache.s3]\nSecretKey = 'x'\n";
        assert_eq!(
            shown(text),
            "[[runners]]\nname = \"a token\"\ntoken = \"••••••••\" # mine\n[runners.cache.s3]\nSecretKey = '••••••••'\n"
        );
    }

    #[test]
    fn a_commented_token_and_one_in_a_broken_text_are_masked() {
        assert!(!shown("# token = \"abcdef\"\n").contains("abcdef"));
        assert!(!shown("token = \"abcdef\n[[[").contains("abcdef"));
        assert!(!shown("[[runners\nenvironment = [\"A_TOKEN=abcdef\"]\n").contains("abcdef"));
        assert!(!shown("[[runners\n  url = glrt-secretsecret\n").contains("secretsecret"));
    }

    #[test]
    fn variables_named_like_secrets_are_masked() {
        let text = "[[runners]]\nenvironment = [\"A=1\", \"DEPLOY_TOKEN=abc\"]\n";
        assert_eq!(shown(text), "[[runners]]\nenvironment = [\"A=1\", \"••••••••\"]\n");
    }

    #[test]
    fn masking_keeps_the_lines() {
        let text = "[[runners]]\r\ntoken = \"\"\"\r\na\r\nb\"\"\"\r\nname = 'x'\r\n";
        let shown = shown(text);
        assert_eq!(shown.lines().count(), text.lines().count());
        assert!(shown.ends_with("\r\nname = 'x'\r\n"));
        assert!(!shown.contains("\r\na\r\n"));
    }
}
