//! Every command on every job of every pipeline: the result is exact or the edit is refused.
//!
//! Exact: it reads as intended to a reader that is not ours (yaml_serde), comments stay, undo gives back the bytes.

mod common;

use std::collections::BTreeMap;

use pipewright::command::{Command, Plan, Refusal};
use pipewright::pipeline::{jobs, Stages};
use pipewright::yaml::{Document, Kind, NewValue};
use serde_yaml::{Mapping, Value};

/// What came of the edits, by command.
#[derive(Default)]
struct Tally {
    applied: BTreeMap<&'static str, usize>,
    refused: BTreeMap<String, usize>,
    /// Refactorings after which each job is as before to the independent reader.
    judged: usize,
    /// Refusals where the command does not apply.
    told: BTreeMap<String, usize>,
}

#[test]
fn every_command_on_every_job_is_exact_or_refused() {
    let mut tally = Tally::default();
    for (path, bytes) in common::pipelines() {
        let Ok(text) = Document::decode(&bytes) else { continue };
        let document = Document::parse(text);
        if !document.is_sound() || document.top().is_none() {
            continue;
        }
        let names: Vec<String> = jobs(&document).map(|job| job.name().to_owned()).collect();
        check(&path.display().to_string(), &document, "sort_by_stage", &Command::SortByStage {}, &mut tally);
        let all = Command::ReplaceAnchors { job: None };
        check(&path.display().to_string(), &document, "replace_anchors", &all, &mut tally);
        // Of very long files a sample of the jobs, so that the test stays short.
        for name in names.iter().step_by(names.len().div_ceil(25).max(1)) {
            for (label, command) in commands(&document, name, &names) {
                check(&path.display().to_string(), &document, label, &command, &mut tally);
            }
        }
    }
    let applied: usize = tally.applied.values().sum();
    let refused: usize = tally.refused.values().sum();
    println!("applied {applied}: {:#?}\nrefused {refused}: {:#?}", tally.applied, tally.refused);
    println!("judged from outside: {}; refused where it does not apply: {:#?}", tally.judged, tally.told);
    assert!(refused * 100 <= applied, "too many refusals: {refused} of {}", applied + refused);
}

fn commands(document: &Document, job: &str, names: &[String]) -> Vec<(&'static str, Command)> {
    let job = job.to_owned();
    let stages = Stages::read(document).list;
    let stage = stages[(names.len() + job.len()) % stages.len()].name.clone();
    let other = names[(job.len() * 7) % names.len()].clone();
    let string = |text: &str| NewValue::String(text.to_owned());
    let tag =
        document.top().and_then(|top| top.get(&job)?.get("tags")?.items().next()).map(|tag| tag.value().to_owned());
    let variable =
        document.top().and_then(|top| Some(top.get(&job)?.get("variables")?.entries().next()?.key.value().to_owned()));
    let refactorings = [
        (
            "override_keyword",
            Command::OverrideKeyword { job: Some(job.clone()), path: vec![inherited_keyword(document, &job)] },
        ),
        (
            "extract_base",
            Command::ExtractBase { jobs: vec![job.clone(), other.clone()], name: ".common".into(), keywords: None },
        ),
        ("inline_base", Command::InlineBase { job: job.clone(), base: None }),
        ("only_to_rules", Command::OnlyToRules { job: job.clone() }),
        ("replace_anchors", Command::ReplaceAnchors { job: Some(job.clone()) }),
        ("split_matrix", Command::SplitMatrix { job: job.clone() }),
        ("rewrite_uses", Command::RewriteUses { then: Box::new(Command::DeleteJob { job: job.clone() }) }),
    ];
    let anchor = document.top().and_then(|top| {
        let inside = top.get(&job)?.descendants();
        Some(inside.into_iter().find_map(|node| node.anchor())?.to_owned())
    });
    let mut list = vec![
        ("move_job", Command::MoveJob { job: job.clone(), stage, before: None, after: None }),
        ("set_variable", Command::SetVariable { job: Some(job.clone()), name: "ADDED".into(), value: string("12:30") }),
        ("add_tag", Command::AddTag { job: job.clone(), tag: "yes".into() }),
        ("add_artifact_path", Command::AddArtifactPath { job: job.clone(), path: "*.log".into() }),
        (
            "set_script",
            Command::SetScript {
                job: job.clone(),
                lines: vec!["make: all # now".into(), "0644".into()],
                keyword: "script".into(),
            },
        ),
        (
            "add_job",
            Command::AddJob {
                name: "an added job".into(),
                stage: "test".into(),
                script: vec!["make".into()],
                keywords: vec![],
                after: Some(job.clone()),
            },
        ),
        ("rename_job", Command::RenameJob { job: job.clone(), name: "renamed: job".into() }),
        ("duplicate_job", Command::DuplicateJob { job: job.clone(), name: "copy".into() }),
        ("delete_job", Command::DeleteJob { job: job.clone() }),
        ("reorder_job", Command::ReorderJob { job: job.clone(), before: Some(other) }),
        ("reorder_job to the end", Command::ReorderJob { job: job.clone(), before: None }),
        (
            "set_keyword",
            Command::SetKeyword {
                job: Some(job.clone()),
                path: vec!["environment".into()],
                value: Some(NewValue::Map(vec![
                    ("name".into(), string("prod")),
                    ("url".into(), string("https://a#b")),
                ])),
            },
        ),
    ];
    list.extend(refactorings);
    if let Some(anchor) = anchor {
        list.push(("inline_anchor", Command::InlineAnchor { anchor: anchor.clone() }));
        list.push(("rename_anchor", Command::RenameAnchor { anchor, name: "renamed_anchor".into() }));
    }
    if let Some(tag) = tag {
        list.push(("remove_tag", Command::RemoveTag { job: job.clone(), tag }));
    }
    if let Some(name) = variable.filter(|name| name != "<<") {
        list.push((
            "change_variable",
            Command::SetVariable { job: Some(job.clone()), name: name.clone(), value: string("a changed value") },
        ));
        list.push(("delete_variable", Command::DeleteVariable { job: Some(job.clone()), name: name.clone() }));
        let to = "RENAMED_VARIABLE".to_owned();
        list.push(("rename_variable", Command::RenameVariable { job: Some(job), name, to, references: true }));
    }
    list
}

/// A keyword that the job gets from elsewhere, or has as an alias or a `!reference`; `script` where there is none.
fn inherited_keyword(document: &Document, job: &str) -> String {
    let keywords = document.top().and_then(|top| top.get(job));
    let written = keywords.and_then(|keywords| {
        let shared = |value: pipewright::yaml::NodeRef<'_>| value.kind() == Kind::Alias || value.is_reference();
        keywords.entries().find(|entry| shared(entry.value) && entry.key.value() != "<<")
    });
    let inherited =
        ["image", "tags", "cache", "before_script", "variables", "artifacts", "stage"].into_iter().find(|key| {
            keywords.is_some_and(|keywords| pipewright::resolve::chain::inherited(document, keywords, key).is_some())
        });
    written.map(|entry| entry.key.value()).or(inherited).unwrap_or("script").to_owned()
}

fn check(path: &str, document: &Document, label: &'static str, command: &Command, tally: &mut Tally) {
    let plan = match command.plan(document) {
        Ok(plan) => plan,
        Err(refusal) => {
            if !common::applicable::applies(document, command) {
                *tally.told.entry(format!("{label}: {}", kind_of(&refusal))).or_default() += 1;
                return;
            }
            println!("{path}: {command:?}: {refusal}");
            *tally.refused.entry(format!("{label}: {}", kind_of(&refusal))).or_default() += 1;
            return;
        }
    };
    *tally.applied.entry(label).or_default() += 1;
    let place = format!("{path}: {command:?}");
    let back = plan.transaction.invert(document.text()).apply(plan.document.text());
    assert_eq!(back, document.text(), "{place}: undo gives back the bytes");
    assert_comments_stay(&place, document, &plan, command);
    assert_reads_as_intended(&place, document, &plan, command);
    let same_meaning = match command {
        Command::ExtractBase { .. }
        | Command::InlineBase { .. }
        | Command::ReplaceAnchors { .. }
        | Command::InlineAnchor { .. }
        | Command::RenameAnchor { .. }
        | Command::SortByStage {} => Some(""),
        Command::OverrideKeyword { .. } => Some(""),
        Command::RewriteUses { then } => Some(job_of(then)),
        _ => None,
    };
    if let Some(gone) = same_meaning {
        tally.judged += usize::from(assert_same_meaning(&place, document, &plan, gone));
    }
    if label == "move_job" {
        let changed = changed_lines(document.text(), plan.document.text());
        assert!(changed.0 <= 1 && changed.1 <= 1, "{place}: changes {changed:?} lines");
    }
}

fn job_of(command: &Command) -> &str {
    match command {
        Command::MoveJob { job, .. }
        | Command::AddTag { job, .. }
        | Command::RemoveTag { job, .. }
        | Command::AddArtifactPath { job, .. }
        | Command::SetScript { job, .. }
        | Command::RenameJob { job, .. }
        | Command::DuplicateJob { job, .. }
        | Command::DeleteJob { job }
        | Command::ReorderJob { job, .. }
        | Command::InlineBase { job, .. }
        | Command::OnlyToRules { job }
        | Command::SplitMatrix { job }
        | Command::ReplaceAnchors { job: Some(job) }
        | Command::OverrideKeyword { job: Some(job), .. }
        | Command::RenameVariable { job: Some(job), .. }
        | Command::SetVariable { job: Some(job), .. }
        | Command::DeleteVariable { job: Some(job), .. }
        | Command::SetKeyword { job: Some(job), .. } => job,
        _ => "",
    }
}

fn kind_of(refusal: &Refusal) -> String {
    format!("{refusal:?}").split(['(', ' ']).next().unwrap_or_default().to_owned()
}

/// Lines that went and lines that came.
fn changed_lines(before: &str, after: &str) -> (usize, usize) {
    let hunks = pipewright::text::diff_lines(before, after, 0);
    let count = |tag| hunks.iter().flat_map(|hunk| &hunk.lines).filter(|line| line.tag == tag).count();
    (count(pipewright::text::DiffTag::Delete), count(pipewright::text::DiffTag::Insert))
}

/// Whole-line comments outside the text that goes are all still there.
fn assert_comments_stay(place: &str, document: &Document, plan: &Plan, command: &Command) {
    let deletes = matches!(
        command,
        Command::DeleteJob { .. }
            | Command::RemoveTag { .. }
            | Command::DeleteVariable { .. }
            | Command::RewriteUses { .. }
            | Command::SetScript { .. }
    );
    if deletes {
        return;
    }
    let comments = |text: &str| {
        let mut lines: Vec<String> =
            text.lines().map(str::trim).filter(|line| line.starts_with('#')).map(str::to_owned).collect();
        lines.sort();
        lines
    };
    // `extends` or `parallel` goes, and what was said of it.
    let gone: Vec<&str> = match command {
        Command::InlineBase { job, .. } => comments_of_keyword(document, job, "extends"),
        Command::SplitMatrix { job } => comments_of_keyword(document, job, "parallel"),
        _ => Vec::new(),
    };
    let mut after = comments(plan.document.text());
    after.extend(gone.iter().map(|comment| (*comment).to_owned()));
    for comment in comments(document.text()) {
        match after.iter().position(|line| *line == comment) {
            Some(at) => drop(after.remove(at)),
            None => panic!("{place}: lost the comment {comment}"),
        }
    }
}

fn comments_of_keyword<'d>(document: &'d Document, job: &str, keyword: &str) -> Vec<&'d str> {
    let entry = document.top().and_then(|top| top.get(job)?.entry(keyword));
    entry.map(pipewright::yaml::edit::comments_of).unwrap_or_default()
}

/// To the independent reader each job is as it was.
fn assert_same_meaning(place: &str, document: &Document, plan: &Plan, gone: &str) -> bool {
    let before = common::meaning::meaning(document.text());
    let Some(mut before) = before else { return false };
    let Some(mut after) = common::meaning::meaning(plan.document.text()) else { return false };
    before.remove(gone);
    after.remove(gone);
    for (key, value) in &after {
        assert_eq!(before.get(key), Some(value), "{place}: {key:?}\n{}", plan.document.text());
    }
    assert_eq!(after.len(), before.len(), "{place}: as many jobs as before");
    true
}

/// The independent reader sees the old configuration with the change and nothing else.
fn assert_reads_as_intended(place: &str, document: &Document, plan: &Plan, command: &Command) {
    let (Some(before), Some(after)) = (read(document.text()), read(plan.document.text())) else { return };
    let mut intended = before.clone();
    let (Value::Mapping(intended), Value::Mapping(after)) = (&mut intended, after) else { return };
    // An edit inside an anchored job changes those that merge it too, and says so.
    if plan.also_changes > 0 || !intend(intended, command) {
        return;
    }
    for (key, value) in &after {
        assert_eq!(intended.get(key), Some(value), "{place}: {key:?}\n{}", plan.document.text());
    }
    assert_eq!(after.len(), intended.len(), "{place}: as many entries as intended");
}

/// yaml_serde refuses duplicate keys and several documents, which GitLab takes: such files are left to other tests.
fn read(text: &str) -> Option<Value> {
    serde_yaml::from_str(text).ok()
}

/// Applies a command to plain data. False where plain data can't say what is intended (merge keys, inherited lists).
fn intend(top: &mut Mapping, command: &Command) -> bool {
    let text = |text: &str| Value::String(text.to_owned());
    let job = |name: &str| Value::String(name.to_owned());
    let merges = |value: Option<&Value>| {
        value.and_then(Value::as_mapping).is_some_and(|map| map.contains_key("<<") || map.contains_key("extends"))
    };
    match command {
        Command::MoveJob { job: name, stage, .. } => {
            if merges(top.get(name)) {
                return false;
            }
            let Some(Value::Mapping(keywords)) = top.get_mut(job(name)) else { return false };
            let current = keywords.get("stage").and_then(Value::as_str).unwrap_or("test");
            if current != stage {
                keywords.insert(text("stage"), text(stage));
            }
        }
        Command::DeleteJob { job: name } => drop(top.remove(job(name))),
        Command::DuplicateJob { job: name, name: copy } => {
            let Some(value) = top.get(job(name)).cloned() else { return false };
            top.insert(text(copy), value);
        }
        Command::ReorderJob { .. } => {}
        Command::AddJob { name, stage, script, .. } => {
            let mut keywords = Mapping::new();
            keywords.insert(text("stage"), text(stage));
            keywords.insert(text("script"), Value::Sequence(script.iter().map(|line| text(line)).collect()));
            top.insert(text(name), Value::Mapping(keywords));
        }
        Command::SetVariable { job: Some(name), name: variable, value: NewValue::String(value) } => {
            if merges(top.get(name)) {
                return false;
            }
            let Some(Value::Mapping(keywords)) = top.get_mut(job(name)) else { return false };
            let variables = keywords.entry(text("variables")).or_insert(Value::Mapping(Mapping::new()));
            let Value::Mapping(variables) = variables else { return false };
            let detailed = variables.get(variable).is_some_and(Value::is_mapping);
            if detailed || variables.contains_key("<<") {
                return false;
            }
            variables.insert(text(variable), text(value));
        }
        _ => return false,
    }
    true
}

#[test]
fn moving_any_job_of_a_real_pipeline_changes_its_stage_line_or_adds_one() {
    let Some(shared) = common::shared() else { return };
    let (mut moved, mut added, mut refused) = (0, 0, 0);
    let files = common::pipelines().into_iter().filter(|(path, _)| path.starts_with(shared.join("corpus/real")));
    for (path, bytes) in files {
        let Ok(text) = Document::decode(&bytes) else { continue };
        let document = Document::parse(text);
        let stages = Stages::read(&document).list;
        for job in jobs(&document).filter(|job| job.value().kind() == Kind::Mapping && !job.is_hidden()) {
            let current = stage_of(&document, job.name());
            let Some(stage) = stages.iter().map(|stage| stage.name.clone()).find(|stage| *stage != current) else {
                continue;
            };
            let command =
                Command::MoveJob { job: job.name().to_owned(), stage: stage.clone(), before: None, after: None };
            let place = format!("{}: {command:?}", path.display());
            let Ok(plan) = command.plan(&document) else {
                println!("refused: {place}");
                refused += 1;
                continue;
            };
            let (went, came) = changed_lines(document.text(), plan.document.text());
            assert!(went <= 1 && came == 1, "{place}: {went} lines went, {came} came");
            assert_eq!(stage_of(&plan.document, job.name()), stage, "{place}");
            if went == 0 {
                added += 1
            } else {
                moved += 1
            }
        }
    }
    println!("moved {moved} by their stage line, {added} by a new one, refused {refused}");
    assert_eq!(refused, 0);
}

fn stage_of(document: &Document, job: &str) -> String {
    let job = pipewright::pipeline::job_named(document, job).expect("the job is there");
    let found = pipewright::resolve::chain::keyword(document, job.value(), "stage");
    found.map_or("test".to_owned(), |found| found.value.value().to_owned())
}
