//! Any bytes as a file: reading gives a value, what is read lies inside the text, and everything that is shown of it is
//! computed without a panic. An edit that is read in part reads as the whole does.

#![no_main]

use libfuzzer_sys::{arbitrary, fuzz_target};
use pipewright::editor::Editor;
use pipewright::lint::Settings;
use pipewright::text::{Span, Transaction};
use pipewright::view::board::Board;
use pipewright::view::problems::Problems;
use pipewright::yaml::Document;

#[derive(Debug, arbitrary::Arbitrary)]
struct Input<'a> {
    from: u16,
    length: u8,
    insert: &'a str,
    bytes: &'a [u8],
}

fuzz_target!(|input: Input<'_>| {
    let Ok(editor) = Editor::open("file", input.bytes) else { return };
    let document = editor.current();
    let text = document.text().to_owned();
    check(document);
    let problems = Problems::check(document, &Settings::default());
    Board::read(document, &problems);

    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let from = floor(input.from as usize);
    let span = Span::new(from, floor(from + input.length as usize));
    let edit = Transaction::replace(span, input.insert);
    let (edited, whole) = (document.edited(&edit), Document::parse(edit.apply(&text)));
    check(&edited);
    let nodes = |document: &Document| -> Vec<_> {
        document.all_nodes().map(|node| (node.span(), node.value().to_owned())).collect()
    };
    assert_eq!(nodes(&edited), nodes(&whole), "read in part");
    assert_eq!(format!("{:?}", edited.errors()), format!("{:?}", whole.errors()), "read in part");
});

/// Every node lies inside the text, between characters, and inside its parent.
fn check(document: &Document) {
    let text = document.text();
    for node in document.all_nodes() {
        let span = node.span();
        assert!(text.get(span.range()).is_some(), "{span:?} is outside the text");
    }
}
