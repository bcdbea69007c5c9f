//! Whatever the text: no panic, no wrong edit, and undo gives back the bytes. Mutants of every pipeline at hand.

mod common;

use pipewright::command::Command;
use pipewright::editor::Editor;
use pipewright::pipeline::jobs;
use pipewright::text::{Span, Transaction};
use pipewright::yaml::{Document, NewValue};
use proptest::prelude::*;

/// Pieces that mean something to YAML or to GitLab.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "  ",
    "\t",
    ":",
    ": ",
    "- ",
    "-",
    "#",
    " # c\n",
    "'",
    "\"",
    "|",
    "|+\n",
    ">-\n",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "*a",
    "<<: *a\n",
    "!reference [a, b]",
    "---\n",
    "...\n",
    "?",
    "%YAML 1.1\n",
    "stage: test\n",
    "script:\n",
    "\u{feff}",
    "é",
    "😀",
    "\u{0}",
    "a:\n  script: x\n",
    "needs: [a]\n",
    "extends: a\n",
    "variables:\n",
    "tags: []\n",
];

#[derive(Debug, Clone)]
enum Mutation {
    Insert(usize, usize),
    Delete(usize, usize),
    Copy(usize, usize, usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![
        (any::<usize>(), 0..PIECES.len()).prop_map(|(at, piece)| Mutation::Insert(at, piece)),
        (any::<usize>(), 1..60usize).prop_map(|(at, len)| Mutation::Delete(at, len)),
        (any::<usize>(), 1..60usize, any::<usize>()).prop_map(|(at, len, to)| Mutation::Copy(at, len, to)),
    ]
}

fn mutate(text: &str, mutations: &[Mutation]) -> String {
    let mut text: Vec<char> = text.chars().take(4000).collect();
    for mutation in mutations {
        let len = text.len().max(1);
        match *mutation {
            Mutation::Insert(at, piece) => {
                let at = at % len;
                text.splice(at.min(text.len())..at.min(text.len()), PIECES[piece].chars());
            }
            Mutation::Delete(at, n) => {
                let at = (at % len).min(text.len());
                text.drain(at..(at + n).min(text.len()));
            }
            Mutation::Copy(at, n, to) => {
                let at = (at % len).min(text.len());
                let piece: Vec<char> = text[at..(at + n).min(text.len())].to_vec();
                let to = (to % len).min(text.len());
                text.splice(to..to, piece);
            }
        }
    }
    text.into_iter().collect()
}

fn commands(document: &Document, pick: usize) -> Vec<Command> {
    let names: Vec<String> = jobs(document).map(|job| job.name().to_owned()).collect();
    if names.is_empty() {
        return vec![Command::AddJob {
            name: "j".into(),
            stage: "test".into(),
            script: vec!["x".into()],
            keywords: vec![],
            after: None,
        }];
    }
    let job = names[pick % names.len()].clone();
    let other = names[(pick / 7) % names.len()].clone();
    let string = |text: &str| NewValue::String(text.to_owned());
    vec![
        Command::MoveJob { job: job.clone(), stage: "deploy".into(), before: Some(other.clone()), after: None },
        Command::SetVariable { job: Some(job.clone()), name: "V".into(), value: string("on") },
        Command::SetVariable { job: None, name: "V".into(), value: string("on") },
        Command::DeleteVariable { job: Some(job.clone()), name: "V".into() },
        Command::AddTag { job: job.clone(), tag: "t".into() },
        Command::AddArtifactPath { job: job.clone(), path: "out/".into() },
        Command::SetScript { job: job.clone(), lines: vec!["a".into(), "b: c".into()], keyword: "script".into() },
        Command::RenameJob { job: job.clone(), name: "renamed".into() },
        Command::DuplicateJob { job: job.clone(), name: "copy".into() },
        Command::ReorderJob { job: job.clone(), before: None },
        Command::SetKeyword {
            job: Some(job.clone()),
            path: vec!["needs".into()],
            value: Some(NewValue::strings([other])),
        },
        Command::SetKeyword { job: Some(job.clone()), path: vec!["script".into()], value: None },
        Command::AddStage { name: "s".into(), before: None },
        Command::RenameStage { stage: "test".into(), name: "check".into() },
        Command::MoveStage { stage: "test".into(), before: None },
        Command::DeleteJob { job },
    ]
}

fn texts() -> Vec<String> {
    let mut texts: Vec<String> =
        common::pipelines().into_iter().filter_map(|(_, bytes)| Document::decode(&bytes).ok()).collect();
    texts.push("a: &a\n  script: |\n    x\n  # c\nb:\n  <<: *a\n  needs: [a]\n".to_owned());
    texts
}

#[test]
fn mutants_never_panic_and_undo_gives_back_their_bytes() {
    let texts = texts();
    let strategy = (0..texts.len(), proptest::collection::vec(mutation(), 1..6), any::<usize>());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: common::cases(3000),
        ..ProptestConfig::default()
    });
    let outcome = runner.run(&strategy, |(file, mutations, pick)| {
        let text = mutate(&texts[file], &mutations);
        let document = Document::parse(text.as_str());
        prop_assert_eq!(document.text(), text.as_str());
        for command in commands(&document, pick) {
            if let Ok(plan) = command.plan(&document) {
                prop_assert!(plan.document.is_sound());
                let back = plan.transaction.invert(&text).apply(plan.document.text());
                prop_assert_eq!(&back, &text);
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn any_sequence_of_edits_undoes_to_the_same_bytes_and_redoes() {
    let texts = texts();
    let step = prop_oneof![
        4 => (any::<usize>(), 0..16usize).prop_map(|(pick, command)| (pick, command, String::new())),
        1 => (any::<usize>(), Just(99usize), "[a-z:# \n-]{0,6}"),
    ];
    let strategy = (0..texts.len(), proptest::collection::vec(step, 1..100));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: common::cases(60),
        ..ProptestConfig::default()
    });
    let outcome = runner.run(&strategy, |(file, steps)| {
        let mut editor = Editor::new("a.yml", texts[file].as_str());
        let mut now = 0;
        for (pick, command, typed) in steps {
            if command == 99 {
                let boundaries: Vec<usize> =
                    editor.text().char_indices().map(|(at, _)| at).chain([editor.text().len()]).collect();
                let at = boundaries[pick % boundaries.len()];
                now += (pick % 3000) as u64;
                editor.type_text(Transaction::replace(Span::empty(at), typed), now);
            } else {
                let list = commands(editor.current(), pick);
                let _refused = editor.apply(list[command % list.len()].clone());
            }
        }
        let edited = editor.text().to_owned();
        let mut undone = 0;
        while editor.undo().is_some() {
            undone += 1;
        }
        prop_assert_eq!(editor.text(), texts[file].as_str());
        for _ in 0..undone {
            prop_assert!(editor.redo().is_some());
        }
        prop_assert_eq!(editor.text(), edited);
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn hostile_texts_are_read_without_panic_or_hang() {
    let deep_flow = "[".repeat(10_000);
    let deep_block: String = (0..10_000).map(|n| format!("{}a:\n", " ".repeat(n.min(2000)))).collect();
    let bomb = (1..30).fold("a0: &a0 [x]\n".to_owned(), |text, n| {
        let uses = vec![format!("*a{}", n - 1); 10].join(", ");
        format!("{text}a{n}: &a{n} [{uses}]\n")
    });
    let merges = (1..200).fold("m0: &m0 {x: 1}\n".to_owned(), |text, n| {
        format!("{text}m{n}: &m{n} {{<<: [*m{}, *m{}]}}\n", n - 1, n - 1)
    });
    let circle = "a: &a\n  <<: *a\n  b: *a\n".to_owned();
    let long_line = format!("a: {}\n", "x ".repeat(1_000_000));
    let many = "a: 1\n".repeat(200_000);
    for text in
        [deep_flow, deep_block, bomb, merges, circle, long_line, many, String::new(), "\0".into(), "\u{feff}".into()]
    {
        let start = std::time::Instant::now();
        let document = Document::parse(text.as_str());
        for command in commands(&document, 3) {
            let _refused = command.plan(&document);
        }
        // A guard against hanging, far above what it takes, not a benchmark.
        assert!(start.elapsed().as_secs() < 60, "{:.40} took {:?}", text, start.elapsed());
    }
}
