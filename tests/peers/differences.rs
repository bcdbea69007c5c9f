//! Errors of a peer that we don't have, and the list of those that we are right not to have.

use std::collections::{BTreeMap, BTreeSet};

use pipewright::lint::{Report, Severity};
use pipewright::yaml::Document;
use serde_json::Value;

/// Something that a peer refuses and we don't.
#[derive(Debug)]
pub struct Missed {
    /// The peer.
    pub by: &'static str,
    /// The path to the value, names of jobs and places in lists as `*`; empty where the peer tells none.
    pub place: String,
    /// What it says, each of which may be what it means.
    pub words: Vec<String>,
}

/// A line of tests/fixtures/peers.tsv.
#[derive(Debug)]
pub struct Listed {
    pub by: String,
    pub place: String,
    /// A part of the peer's words.
    pub words: String,
    pub because: String,
    pub source: String,
}

impl Listed {
    /// The list.
    pub fn all() -> Vec<Listed> {
        let lines = include_str!("../fixtures/peers.tsv").lines().skip(1);
        let line = |line: &str| {
            let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
            let [by, place, words, because, source] = <[String; 5]>::try_from(cells).expect("five cells a line");
            assert!(!because.is_empty() && !source.is_empty(), "{by} {place} {words}: no reason or no source");
            Listed { by, place, words, because, source }
        };
        lines.map(line).collect()
    }

    /// Whether this is the difference.
    pub fn explains(&self, missed: &Missed) -> bool {
        let place = self.place == missed.place
            || self.place.strip_suffix("**").is_some_and(|start| missed.place.starts_with(start))
            || self.place.strip_prefix("**").is_some_and(|end| missed.place.ends_with(end));
        self.by == missed.by && place && missed.words.iter().any(|words| words.contains(&self.words))
    }
}

/// The schema's errors that stand where we have none, one a keyword of a job or of the top level.
pub fn missed(document: &Document, report: &Report, errors: &[Value]) -> Vec<Missed> {
    let paths: BTreeSet<&str> = errors.iter().filter_map(|error| error[0].as_str()).collect();
    // Errors above others are only those of the forms that were not meant.
    let deepest =
        |path: &str| !paths.iter().any(|other| other.strip_prefix(path).is_some_and(|rest| rest.starts_with('/')));
    let mut found: BTreeMap<(String, String), Missed> = BTreeMap::new();
    for error in errors {
        let (path, words) = (error[0].as_str().unwrap_or_default(), error[1].as_str().unwrap_or_default());
        if !deepest(path) {
            continue;
        }
        let segments: Vec<String> =
            path.split('/').skip(1).map(|segment| segment.replace("~1", "/").replace("~0", "~")).collect();
        let extra = error[2].as_str().unwrap_or_default();
        let entry = segments.first().map_or(extra, String::as_str);
        let keyword = segments.get(1).map(String::as_str);
        if has_error(document, report, entry, keyword) {
            continue;
        }
        let key = (entry.to_owned(), keyword.unwrap_or_default().to_owned());
        let place = place(&segments);
        let missed = found.entry(key).or_insert(Missed { by: "schema", place, words: Vec::new() });
        missed.words.push(format!("{words} {extra}").trim().to_owned());
    }
    found.into_values().collect()
}

/// Keywords of the top level whose names say something; others are jobs.
const TOP: &[&str] = &["include", "workflow", "default", "variables", "stages", "image", "services", "cache", "spec"];

fn place(segments: &[String]) -> String {
    let named = |(at, segment): (usize, &String)| {
        let is_job = at == 0 && !TOP.contains(&segment.as_str());
        let is_name = at > 0 && matches!(segments[at - 1].as_str(), "variables" | "id_tokens" | "secrets");
        let is_index = segment.chars().all(|c| c.is_ascii_digit());
        if is_job || is_name || is_index {
            "*".to_owned()
        } else {
            segment.clone()
        }
    };
    segments.iter().enumerate().map(named).collect::<Vec<_>>().join("/")
}

/// Whether we have an error about a keyword of an entry of the top level, or one for which the entry is not looked into.
fn has_error(document: &Document, report: &Report, entry: &str, keyword: Option<&str>) -> bool {
    let node = document.top().and_then(|top| top.entries().find(|found| found.key.value() == entry));
    let errors = report.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
    let mut about = errors.filter(|finding| {
        let inside = node.as_ref().is_some_and(|entry| entry.span().contains(finding.span));
        inside || finding.subject.as_deref() == Some(entry)
    });
    if entry.is_empty() {
        return !report.valid;
    }
    about.any(|finding| {
        let Some(keyword) = keyword else { return true };
        // GitLab does not know what an entry is that is neither keyword nor job, and an include of no form has no keywords.
        let whole = matches!(finding.rule, "job-without-script" | "include-form");
        let spaced = keyword.replace('_', " ");
        let value = node.as_ref().and_then(|entry| entry.value.get(keyword)).map(|value| value.full_span());
        let inside = value.is_some_and(|span| span.contains(finding.span));
        whole || inside || finding.message.contains(keyword) || finding.message.contains(&spaced)
    })
}
