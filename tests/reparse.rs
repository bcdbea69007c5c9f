//! Reading an edited text again only where it changed gives what reading all of it gives.

mod common;

use pipewright::lint::{check_after, check_for, Memory, Settings, RULES};
use pipewright::runner::Fleet;
use pipewright::text::{Change, Span, Transaction};
use pipewright::yaml::Document;
use proptest::prelude::*;
use std::rc::Rc;

/// Everything that a document says about its nodes, and its errors.
fn described(document: &Document) -> Vec<String> {
    let id = |node: pipewright::yaml::NodeRef<'_>| node.id();
    let nodes = document.all_nodes().map(|node| {
        let children: Vec<_> =
            node.items().map(id).chain(node.entries().flat_map(|e| [e.key.id(), e.value.id()])).collect();
        format!(
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {children:?}",
            node.kind(),
            node.style(),
            node.span(),
            node.tag_span(),
            node.anchor_span(),
            node.indicator(),
            node.value(),
            node.parent().map(id),
            node.resolved().map(id),
        )
    });
    nodes.chain(document.errors().iter().map(|error| format!("{error:?}"))).collect()
}

/// Edits by turns and compares after each, the findings too: what is kept from one version to the next must not be seen.
fn check(text: &str, edits: impl IntoIterator<Item = Transaction>) {
    let mut document = Document::parse(text);
    let (settings, fleet, mut memory) = (Settings::all(), fleet(), Memory::default());
    check_after(&document, &settings, &fleet, &mut memory);
    for edit in edits {
        let edited = document.edited(&edit);
        let whole = Document::parse(edit.apply(document.text()));
        assert_eq!(edited.text(), whole.text());
        let (ours, theirs) = (described(&edited), described(&whole));
        if let Some(at) = (0..ours.len().max(theirs.len())).find(|&at| ours.get(at) != theirs.get(at)) {
            panic!("{edit:?} of\n{}\nnode {at}: {:?}\n  whole: {:?}", document.text(), ours.get(at), theirs.get(at));
        }
        let entries = |document: &Document| {
            document.top_entries().map(|tops| (0..tops.len()).map(|at| tops.span(at)).collect::<Vec<Span>>())
        };
        assert_eq!(entries(&edited), entries(&whole), "{edit:?} of\n{}", document.text());
        let (ours, theirs) =
            (check_after(&edited, &settings, &fleet, &mut memory), check_for(&whole, &settings, &fleet));
        assert_eq!(ours, theirs, "{edit:?} of\n{}", document.text());
        document = edited;
    }
}

/// Runners, so that the rules about them have something to say.
fn fleet() -> Rc<Fleet> {
    Rc::new(RULES.iter().find(|rule| rule.needs_runners()).expect("there are such rules").example_runners())
}

/// What people and mutants type.
const TYPED: &[&str] = &[
    "",
    "x",
    ":",
    " ",
    "\n",
    "  ",
    "- ",
    "\n- a",
    "a: 1\n",
    "\nb:\n  c: d\n",
    "#",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!reference [a, b]",
    "|\n",
    ">-\n",
    "---\n",
    "...\n",
    "%",
    "? ",
    "\t",
    "\r\n",
    "\u{feff}",
    "é",
    "&b",
    "*b\n",
    "<<: *a\n",
    "\n\n",
    "key: |\n  x\n\n",
    "'a\nb': c\n",
    ",",
];

/// A transaction of a few replacements at places given as shares of the text.
fn transaction(text: &str, places: &[(usize, usize, usize)]) -> Transaction {
    let mut at = 0;
    let mut places = places.to_vec();
    places.sort_unstable();
    let mut changes = Vec::new();
    for (start, length, typed) in places {
        let floor = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let start = floor(start % (text.len() + 1)).max(at);
        let end = floor(start + length).max(start);
        changes.push(Change { span: Span::new(start, end), insert: TYPED[typed % TYPED.len()].to_owned() });
        at = end;
    }
    Transaction::new(changes).unwrap_or_default()
}

/// Edits a text at places given as shares of it.
fn check_at(text: &str, edits: &[Vec<(usize, usize, usize)>]) {
    let mut edited = text.to_owned();
    let mut list = Vec::new();
    for places in edits {
        let edit = transaction(&edited, places);
        edited = edit.apply(&edited);
        list.push(edit);
    }
    check(text, list);
}

/// A text with a head, marks and entries of other kinds.
const ODD: &str = "# head\n---\n# of a\na: &n 1\nb:\n- x\n- y: [*n,\n  z]\n-c: 2\n'd e': |+\n  x\n\n\u{feff}f: g\nh: \"i\n  j\"\n\n? k\n: l\nm: {n: o,\np: q}\nr: >\n  s\n\n  t\nu: !!str 5\r\nv: w\r\nx: *n\n";

const PIPELINE: &str = "# head\nstages: [a, b]\n.base: &a\n  tags:\n  - x # why\n  - 'y z'\n\n# of one\none:\n  stage: a\n  <<: *a\n  script:\n    - |\n      echo\n\n    - b\n'two':\n  extends: .base\n  script: &b [x, *b]\n  variables: { A: 1 }\nthree: *a\nfour:\nfive: !reference [one, script]\nsix: |+\n  keep\n\n.deep: {script: !reference [two, script], image: ruby}\nseven:\n  extends: [.base, .deep]\n  needs: [two, one]\n  variables: {TARGET_HOST: a}\n  script: [!reference [.deep, script], 'scp $TAGRET_HOST || true']\neight:\n  extends: seven\n  stage: c\n  rules: [{when: always}, {if: $A}]\n";

proptest! {
    #![proptest_config(ProptestConfig { cases: common::cases(2_000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_reads_as_the_whole_would(edits in prop::collection::vec(prop::collection::vec((0usize..700, 0usize..12, 0usize..64), 1..4), 1..6)) {
        check_at(PIPELINE, &edits);
    }

    #[test]
    fn an_edit_of_an_odd_text_reads_as_the_whole_would(edits in prop::collection::vec(prop::collection::vec((0usize..220, 0usize..12, 0usize..64), 1..4), 1..6)) {
        check_at(ODD, &edits);
    }
}

#[test]
fn deleting_and_inserting_any_line_reads_as_the_whole_would() {
    for (_, bytes) in common::pipelines() {
        let Ok(text) = Document::decode(&bytes) else { continue };
        let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let step = starts.len() / 12 + 1;
        for pair in starts.windows(2).step_by(step) {
            let line = Span::new(pair[0], pair[1]);
            for insert in ["", "new:\n  script: x\n", "  - x\n"] {
                check(&text, [Transaction::replace(line, insert), Transaction::replace(Span::empty(pair[0]), insert)]);
            }
        }
    }
}

#[test]
fn what_went_wrong_once_reads_as_the_whole_would() {
    // A list that is empty keeps no place among the children of the text before.
    check(
        "a: [b, c, d]\ne: []\nf: 1\n",
        [Transaction::replace(Span::new(3, 12), "x"), Transaction::replace(Span::new(3, 4), "y")],
    );
    // A block scalar with a comment and nothing else at the end of what is read.
    check("a:\n  - | # c\n    x\nb: 2\n", [Transaction::replace(Span::new(12, 18), "")]);
    // A block scalar that keeps its blank lines and holds nothing else.
    check("a: |+\n  x\n\nb: 2\n", [Transaction::replace(Span::new(5, 9), " ")]);
    // A key that is not written.
    check("# c\na: 1\nb: 2\n", [Transaction::replace(Span::new(4, 5), "")]);
    // A reference that led to another is not there any more, nor what the other stood for.
    check(
        "two:\n  script: [x]\n.deep: {script: !reference [two, script]}\nj:\n  script: [!reference [.deep, script]]\n",
        [Transaction::new(vec![
            Change { span: Span::new(15, 18), insert: String::new() },
            Change { span: Span::new(19, 61), insert: String::new() },
        ])
        .expect("changes side by side")],
    );
    // A byte order mark inside the text belongs to a key; at the start of what is read it would not.
    check("a: 1\n\u{feff}  b: 2\nc:\n", [Transaction::replace(Span::empty(20), ":\n")]);
    check("---\na: 1\n", [Transaction::replace(Span::empty(4), "\u{feff}\n")]);
    check("a: 1\n\u{feff}b: 2\n", [Transaction::replace(Span::empty(8), "\n\n")]);
    // Handles of tags hold for all entries.
    let tagged = "\u{feff}%TAG !e! tag:e:\n---\na: !e!x 1\nb: 2\n";
    check(tagged, [Transaction::replace(Span::new(tagged.len() - 2, tagged.len() - 1), "[")]);
    // The anchor `&&a` has the name `&a`.
    check("a: &a x\nb: *a\n", [Transaction::replace(Span::new(3, 5), "&&a")]);
}
