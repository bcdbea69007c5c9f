//! Commands on any text: each is refused or exact, and undoing them all gives back the bytes.

#![no_main]

use libfuzzer_sys::{arbitrary, fuzz_target};
use pipewright::command::Command;
use pipewright::editor::Editor;
use pipewright::lint::{check_after, check_for, Memory, Settings};
use pipewright::pipeline::jobs;
use pipewright::yaml::NewValue;
use std::rc::Rc;

/// A job by its place in the file, or a name that the fuzzer thought of.
#[derive(Debug, arbitrary::Arbitrary)]
enum Name<'a> {
    Job(u8),
    Other(&'a str),
}

#[derive(Debug, arbitrary::Arbitrary)]
enum Edit<'a> {
    MoveJob(Name<'a>, &'a str, Option<Name<'a>>),
    ReorderJob(Name<'a>, Option<Name<'a>>),
    AddJob(&'a str, &'a str, &'a str),
    DuplicateJob(Name<'a>, &'a str),
    RenameJob(Name<'a>, &'a str),
    DeleteJob(Name<'a>),
    AddStage(&'a str),
    RenameStage(&'a str, &'a str),
    MoveStage(&'a str, Option<&'a str>),
    DeleteStage(&'a str),
    SetVariable(Option<Name<'a>>, &'a str, &'a str),
    DeleteVariable(Option<Name<'a>>, &'a str),
    RenameVariable(Option<Name<'a>>, &'a str, &'a str, bool),
    AddTag(Name<'a>, &'a str),
    RemoveTag(Name<'a>, &'a str),
    AddArtifactPath(Name<'a>, &'a str),
    SetScript(Name<'a>, Vec<&'a str>),
    SetKeyword(Name<'a>, Keyword, Option<Vec<&'a str>>),
    SortByStage,
    Undo,
    Redo,
}

#[derive(Debug, arbitrary::Arbitrary)]
enum Keyword {
    Needs,
    Image,
    Rules,
    Cache,
    Extends,
}

#[derive(Debug, arbitrary::Arbitrary)]
struct Input<'a> {
    edits: Vec<Edit<'a>>,
    text: &'a str,
}

fuzz_target!(|input: Input<'_>| {
    let Ok(mut editor) = Editor::open("file", input.text.as_bytes()) else { return };
    let opened = editor.text().to_owned();
    let (settings, fleet, mut memory) = (Settings::all(), Rc::default(), Memory::default());
    for edit in input.edits.into_iter().take(8) {
        let before = editor.text().to_owned();
        let command = match edit {
            Edit::Undo => {
                editor.undo();
                continue;
            }
            Edit::Redo => {
                editor.redo();
                continue;
            }
            edit => command(&editor, edit),
        };
        if let Ok(applied) = editor.apply(command) {
            assert_eq!(applied.transaction.apply(&before), editor.text(), "the change leads to the text");
            assert!(editor.current().is_sound(), "an edit never breaks a text");
        } else {
            assert_eq!(editor.text(), before, "a refusal changes nothing");
        }
        let kept = check_after(editor.current(), &settings, &fleet, &mut memory);
        assert_eq!(kept, check_for(editor.current(), &settings, &fleet), "what is kept is not seen");
    }
    while editor.undo().is_some() {}
    assert_eq!(editor.text(), opened, "undoing everything gives back the bytes");
});

fn command(editor: &Editor, edit: Edit<'_>) -> Command {
    let names: Vec<String> = jobs(editor.current()).map(|job| job.name().to_owned()).collect();
    let name = |name: Name<'_>| match name {
        Name::Job(at) if !names.is_empty() => names[at as usize % names.len()].clone(),
        Name::Job(_) => "job".to_owned(),
        Name::Other(text) => text.to_owned(),
    };
    let text = |text: &str| text.to_owned();
    match edit {
        Edit::MoveJob(job, stage, before) => {
            Command::MoveJob { job: name(job), stage: text(stage), before: before.map(name), after: None }
        }
        Edit::ReorderJob(job, before) => Command::ReorderJob { job: name(job), before: before.map(name) },
        Edit::AddJob(job, stage, script) => Command::AddJob {
            name: text(job),
            stage: text(stage),
            script: vec![text(script)],
            keywords: Vec::new(),
            after: None,
        },
        Edit::DuplicateJob(job, other) => Command::DuplicateJob { job: name(job), name: text(other) },
        Edit::RenameJob(job, other) => Command::RenameJob { job: name(job), name: text(other) },
        Edit::DeleteJob(job) => Command::DeleteJob { job: name(job) },
        Edit::AddStage(stage) => Command::AddStage { name: text(stage), before: None },
        Edit::RenameStage(stage, other) => Command::RenameStage { stage: text(stage), name: text(other) },
        Edit::MoveStage(stage, before) => Command::MoveStage { stage: text(stage), before: before.map(text) },
        Edit::DeleteStage(stage) => Command::DeleteStage { stage: text(stage) },
        Edit::SetVariable(job, variable, value) => Command::SetVariable {
            job: job.map(name),
            name: text(variable),
            value: NewValue::String(text(value)),
        },
        Edit::DeleteVariable(job, variable) => {
            Command::DeleteVariable { job: job.map(name), name: text(variable) }
        }
        Edit::RenameVariable(job, variable, to, references) => {
            Command::RenameVariable { job: job.map(name), name: text(variable), to: text(to), references }
        }
        Edit::AddTag(job, tag) => Command::AddTag { job: name(job), tag: text(tag) },
        Edit::RemoveTag(job, tag) => Command::RemoveTag { job: name(job), tag: text(tag) },
        Edit::AddArtifactPath(job, path) => Command::AddArtifactPath { job: name(job), path: text(path) },
        Edit::SetScript(job, lines) => Command::SetScript {
            job: name(job),
            lines: lines.into_iter().map(text).collect(),
            keyword: "script".to_owned(),
        },
        Edit::SetKeyword(job, keyword, value) => Command::SetKeyword {
            job: Some(name(job)),
            path: vec![format!("{keyword:?}").to_lowercase()],
            value: value.map(|items| NewValue::strings(items.into_iter().map(text))),
        },
        Edit::SortByStage | Edit::Undo | Edit::Redo => Command::SortByStage {},
    }
}
