//! Any text as a `config.toml`: it is read, checked and covered without a panic, and any edit is exact or refused.

#![no_main]

use libfuzzer_sys::{arbitrary, fuzz_target};
use pipewright::runner::config::{masked, plan, problems, Document, Edit, NewRunner, NewValue, Path};

#[derive(Debug, arbitrary::Arbitrary)]
enum Place<'a> {
    Machine(&'a str),
    Runner(u8, &'a str),
    Docker(u8, &'a str),
}

#[derive(Debug, arbitrary::Arbitrary)]
enum Change<'a> {
    Text(Place<'a>, &'a str),
    Number(Place<'a>, i64),
    Flag(Place<'a>, bool),
    List(Place<'a>, Vec<&'a str>),
    Remove(Place<'a>),
    Add(&'a str, bool),
    RemoveRunner(u8),
    MoveRunner(u8, u8),
}

#[derive(Debug, arbitrary::Arbitrary)]
struct Input<'a> {
    changes: Vec<Change<'a>>,
    text: &'a str,
}

fuzz_target!(|input: Input<'_>| {
    let Ok(mut document) = Document::open(input.text.as_bytes()) else { return };
    assert_eq!(&**document.text(), input.text, "the text is the bytes");
    let _ = document.machine();
    assert_eq!(masked(&document).lines().count(), input.text.lines().count(), "covering keeps the lines");
    let fixes = problems(&document).into_iter().filter_map(|problem| problem.fix);
    for edit in input.changes.into_iter().take(8).map(edit).chain(fixes.take(4)).collect::<Vec<_>>() {
        let before = document.text().clone();
        if let Ok((transaction, after)) = plan(&document, &edit) {
            assert_eq!(transaction.apply(&before), **after.text(), "the change leads to the text");
            assert_eq!(transaction.invert(&before).apply(after.text()), *before, "undone, it is the same bytes");
            assert!(after.tree().is_ok(), "an edit never breaks a text");
            document = after;
        }
    }
});

fn edit(change: Change<'_>) -> Edit {
    let path = |place: Place<'_>| match place {
        Place::Machine(key) => Path::default().key(key),
        Place::Runner(at, key) => Path::runner(at as usize % 4).key(key),
        Place::Docker(at, key) => Path::runner(at as usize % 4).key("docker").key(key),
    };
    match change {
        Change::Text(place, text) => Edit::Set(path(place), NewValue::Text(text.to_owned())),
        Change::Number(place, number) => Edit::Set(path(place), NewValue::Integer(number)),
        Change::Flag(place, flag) => Edit::Set(path(place), NewValue::Flag(flag)),
        Change::List(place, items) => {
            Edit::Set(path(place), NewValue::List(items.into_iter().map(str::to_owned).collect()))
        }
        Change::Remove(place) => Edit::Remove(path(place)),
        Change::Add(name, docker) => Edit::AddRunner(NewRunner {
            name: name.to_owned(),
            executor: if docker { "docker" } else { "shell" }.to_owned(),
            ..NewRunner::default()
        }),
        Change::RemoveRunner(at) => Edit::RemoveRunner(at as usize % 4),
        Change::MoveRunner(from, to) => Edit::MoveRunner { from: from as usize % 4, to: to as usize % 4 },
    }
}
