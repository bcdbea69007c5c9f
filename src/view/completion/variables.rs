//! Variables that are there at a caret.

use super::{Item, ItemKind};
use crate::graph::{Claim, ClaimSource};
use crate::keywords::{Phase, PREDEFINED};
use crate::pipeline::{job_named, variables, Variable};
use crate::resolve::chain;
use crate::view::claims::claims_of;
use crate::view::place::{Place, Step, VariableWord};
use crate::yaml::{Document, Kind, NodeRef};

/// The longest value that is shown beside a variable, in characters.
const LONGEST: usize = 60;

/// The variables of the job, of the file and of GitLab, in this order.
pub(super) fn items(file: &Document, text: &str, place: &Place<'_>, word: VariableWord) -> Vec<Item> {
    let close = if word.braces && !text[word.name.to()..].starts_with('}') { "}" } else { "" };
    let item = |name: &str, detail: String, kind| Item {
        label: name.to_owned(),
        detail,
        insert: format!("{name}{close}"),
        kind,
    };
    let mut found: Vec<Item> =
        declared(file, place).into_iter().map(|(name, value)| item(&name, value, ItemKind::Variable)).collect();
    let phase = phase(place);
    let there = PREDEFINED.iter().filter(|variable| variable.phase <= phase);
    found.extend(there.map(|variable| item(variable.name, variable.help.to_owned(), ItemKind::Predefined)));
    let mut seen = std::collections::HashSet::new();
    found.retain(|item| seen.insert(item.label.clone()));
    found
}

/// Names and values of what the job at the caret, its bases, its rules and the file declare.
fn declared(file: &Document, place: &Place<'_>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if let Some(job) = place.top().and_then(|name| job_named(file, name)) {
        let own = chain::entries(file, job.value(), "variables").into_iter().rev();
        found.extend(own.map(|(name, at)| (name.to_owned(), shown(at.value))));
        let rules = job.get("rules").into_iter().flat_map(|rules| rules.items());
        found.extend(rules.flat_map(|rule| of_mapping(rule.get("variables"))));
        let matrix = job.get("parallel").and_then(|parallel| parallel.get("matrix"));
        let axes = matrix.into_iter().flat_map(|matrix| matrix.items()).flat_map(|row| row.entries());
        found.extend(axes.map(|axis| (axis.key.value().to_owned(), short(axis.value.text()))));
    }
    found.extend(of_mapping(file.top().and_then(|top| top.get("variables"))));
    if phase(place) == Phase::Job {
        found.extend(place.top().map(|job| reported(file, job)).unwrap_or_default());
    }
    found.retain(|(name, _)| name != "<<");
    found
}

/// What the dotenv reports hold that the job gets.
fn reported(file: &Document, job: &str) -> Vec<(String, String)> {
    let is_reported = |claim: &Claim| matches!(claim.source, ClaimSource::Dotenv(_));
    let found = claims_of(file, job).into_iter();
    found
        .filter_map(|(name, claims)| {
            Some((name.to_string(), short(&claims.iter().find(|claim| is_reported(claim))?.value)))
        })
        .collect()
}

fn of_mapping(node: Option<NodeRef<'_>>) -> Vec<(String, String)> {
    let shown = |variable: &Variable| (variable.name.clone(), short(variable.value.as_deref().unwrap_or_default()));
    variables(node).value().into_iter().flatten().map(shown).collect()
}

fn shown(value: NodeRef<'_>) -> String {
    match value.kind() {
        Kind::Mapping => value.get("value").map(|value| short(value.value())).unwrap_or_default(),
        _ => short(value.value()),
    }
}

/// The beginning of the first line.
fn short(value: &str) -> String {
    let line = value.lines().next().unwrap_or_default();
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    }
}

/// Which of GitLab's variables are there already when the place is read.
fn phase(place: &Place<'_>) -> Phase {
    let within = |key: &str| place.path.contains(&Step::Key(key));
    match place.top() {
        Some("include") => Phase::PrePipeline,
        Some("workflow") => Phase::Pipeline,
        _ if ["rules", "only", "except"].into_iter().any(within) => Phase::Pipeline,
        _ => Phase::Job,
    }
}
