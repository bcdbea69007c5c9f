//! A byte order mark stands before the first key, so that GitLab reads no further than the first entry.
//!
//! libyaml, which is given a text and not a file, counts the mark as a column. The first entry then stands deeper than the
//! next one, which ends it and, as GitLab takes one document, the configuration. A comment or a blank line behind the
//! mark makes it harmless.

use crate::lint::facts::Facts;
use crate::lint::{Diagnostic, Rule, Severity};
use crate::yaml::Document;

/// The rule.
pub static RULE: Rule = Rule {
    code: "byte-order-mark",
    severity: Severity::Error,
    summary: "A byte order mark stands before the first key, so GitLab reads the first entry and nothing else.",
    help: "Save the file as UTF-8 without a byte order mark (BOM), or begin it with a comment.",
    source: "lib/gitlab/config/loader/yaml.rb: YAML.safe_load of a text takes the mark for a column",
    fix: None,
    on: true,
    bad: "\u{feff}stages: [build]\nbuild:\n  stage: build\n  script: make\n",
    good: "stages: [build]\nbuild:\n  stage: build\n  script: make\n",
};

/// Looks at the start of the text. Where the one entry that is left is a job, GitLab takes the file, without the others.
pub fn check(document: &Document, facts: &Facts<'_>, found: &mut Vec<Diagnostic>) {
    let Some(rest) = document.text().strip_prefix('\u{feff}') else { return };
    if rest.starts_with(['#', '{', ' ', '\t', '\r', '\n']) {
        return;
    }
    let Some(top) = document.top() else { return };
    let mut entries = top.entries();
    let (Some(first), Some(_)) = (entries.next(), entries.next()) else { return };
    let message = "jobs config should contain at least one visible job";
    let mut finding = Diagnostic::new(&RULE, message, first.key.span());
    if facts.jobs.iter().any(|job| job.name == first.key.value()) {
        finding.message =
            format!("GitLab reads nothing behind {}: a byte order mark stands before it", first.key.value());
        finding.severity = Severity::Warning;
    }
    found.push(finding);
}
