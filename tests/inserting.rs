//! The jobs of every starter, put into every pipeline: the pipeline does what it did, the jobs do what they did, no finding
//! comes that was in neither, and one undo gives back the bytes. Or it is refused where the file says why.

mod common;

use std::collections::BTreeMap;

use pipewright::command::{Command, Refusal};
use pipewright::lint::check;
use pipewright::pipeline::{jobs, Stages};
use pipewright::view::starters::{Parts, Starter};
use pipewright::yaml::{Document, Style};
use serde_yaml::Mapping;

/// How often what came of it.
#[derive(Default)]
struct Tally {
    applied: usize,
    judged: usize,
    refused: BTreeMap<String, usize>,
    /// Refusals that nothing in the file explains.
    wrong: Vec<String>,
}

#[test]
fn jobs_of_a_starter_come_into_any_pipeline_and_change_nothing_else() {
    let mut tally = Tally::default();
    let starters: Vec<(Starter, Parts)> =
        Starter::ALL.into_iter().filter_map(|starter| Some((starter, Parts::of(starter)?))).collect();
    for (at, (path, bytes)) in common::pipelines().into_iter().enumerate() {
        let Ok(text) = Document::decode(&bytes) else { continue };
        let document = Document::parse(text);
        // Of each file other jobs of another starter.
        let (starter, parts) = &starters[at % starters.len()];
        let from = at / starters.len() % parts.list.len();
        let chosen: Vec<String> = parts.list[from..].iter().map(|part| part.job.clone()).collect();
        let place = format!("{}: {starter:?} {chosen:?}", path.display());
        insert(&place, &document, &parts.command(&chosen), &mut tally);
    }
    println!("applied {}, judged from outside {}; refused: {:#?}", tally.applied, tally.judged, tally.refused);
    assert!(tally.wrong.is_empty(), "{}", tally.wrong.join("\n"));
    assert!(tally.applied > 5);
}

fn insert(place: &str, document: &Document, command: &Command, tally: &mut Tally) {
    let plan = match command.plan(document) {
        Ok(plan) => plan,
        Err(refusal) => {
            if !may_refuse(document) {
                tally.wrong.push(format!("{place}: {refusal}"));
            }
            *tally.refused.entry(kind_of(&refusal)).or_default() += 1;
            return;
        }
    };
    tally.applied += 1;
    let after = plan.document.text();
    assert_eq!(plan.transaction.invert(document.text()).apply(after), document.text(), "{place}: undo");
    let mut lines = after.lines();
    assert!(lines_of(document).all(|line| lines.any(|other| other == line)), "{place}: every line stays\n{after}");
    let findings = |document: &Document| {
        let mut counts: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for finding in check(document).diagnostics {
            // The message of an unknown stage lists those that there are.
            let words = finding.message.split("; available").next().unwrap_or_default().to_owned();
            *counts.entry((finding.rule, words)).or_default() += 1;
        }
        counts
    };
    let before = findings(document);
    // What a file without a visible job hides comes out with the first one.
    let whole = check(document).valid;
    for (finding, count) in findings(&plan.document).into_iter().filter(|_| whole) {
        if before.get(&finding).is_none_or(|old| *old < count) {
            tally.wrong.push(format!("{place}: {finding:?}"));
        }
    }
    tally.judged += usize::from(judge(place, document, &plan.document));
}

/// To the independent reader each job of the file is as it was.
fn judge(place: &str, before: &Document, after: &Document) -> bool {
    let meaning = |document: &Document| common::meaning::meaning(document.text());
    let (Some(before), Some(after)): (Option<Mapping>, Option<Mapping>) = (meaning(before), meaning(after)) else {
        return false;
    };
    for (key, value) in before.iter().filter(|(key, _)| !["stages", "variables"].iter().any(|own| *key == own)) {
        assert_eq!(after.get(key), Some(value), "{place}: {key:?}");
    }
    true
}

/// The lines of a file but that of stages in brackets, which grows.
fn lines_of(document: &Document) -> impl Iterator<Item = &str> {
    let brackets = |name: &str| {
        let node = document.top().and_then(|top| top.get(name)).filter(|node| node.style() == Style::Flow);
        node.map(|node| node.span().slice(document.text()))
    };
    let grows = [brackets("stages"), brackets("variables")];
    let in_brackets =
        move |line: &str| grows.iter().flatten().any(|text| text.lines().any(|part| line.contains(part.trim())));
    document.text().lines().filter(move |line| !in_brackets(line))
}

/// Whether the file has something that stands against it: it is broken, holds no jobs, has its stages elsewhere, or a
/// keyword twice.
fn may_refuse(document: &Document) -> bool {
    let stages = Stages::read(document);
    let elsewhere =
        stages.opaque || !stages.is_declared() && document.top().is_some_and(|top| top.get("include").is_some());
    let no_block = document.top().is_none_or(|top| top.style() != Style::Block);
    let keys: Vec<&str> =
        document.top().into_iter().flat_map(|top| top.entries()).map(|entry| entry.key.value()).collect();
    let twice = keys.iter().any(|key| keys.iter().filter(|other| *other == key).count() > 1);
    !document.is_sound()
        || twice
        || no_block
        || elsewhere
        || document.roots().len() != 1
        || jobs(document).next().is_none()
}

fn kind_of(refusal: &Refusal) -> String {
    format!("{refusal:?}").split(['(', ' ']).next().unwrap_or_default().to_owned()
}
