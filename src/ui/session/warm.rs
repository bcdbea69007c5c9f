//! Work that is done before anyone waits for it, while the page has nothing else to do.

use std::cell::Cell;
use std::rc::Rc;

use crate::command::Command;
use crate::lint::{Memory, Settings};
use crate::text::{Span, Transaction};
use crate::ui::browser::clock::now;
use crate::ui::browser::drafts::when_idle;
use crate::view::board::Board;
use crate::view::problems::Problems;
use crate::view::starters::Starter;
use crate::yaml::{Document, NewValue};

/// Rounds over all starters: what is called often is compiled a second time, better.
const ROUNDS: usize = 30;

/// How long the page is kept at a time, in milliseconds, when it is idle.
const SLICE: u64 = 10;

/// Pieces of memory that are asked for in advance, each when the page is idle, and their bytes: about what the first file
/// of a thousand jobs takes. A browser hands memory out page by page when it is first written to, which takes as long as
/// the reading itself.
const PIECES: usize = 16;
const PIECE: usize = 1 << 20;

/// Reads, edits, breaks and checks the starters: a browser compiles WebAssembly when it is first called, and the first file would
/// wait for that. Then makes room for that file.
pub(super) fn up() {
    step(0);
}

thread_local! {
    static IS_NEEDED: Cell<bool> = const { Cell::new(true) };
}

/// There is a file now: it takes the time.
pub(super) fn stop() {
    IS_NEEDED.set(false);
}

fn step(mut at: usize) {
    let until = now() + SLICE;
    while now() < until {
        if !IS_NEEDED.get() {
            return;
        }
        let starters = &Starter::ALL;
        if at == ROUNDS * starters.len() {
            return room(Vec::with_capacity(PIECES));
        }
        let document = Document::parse(starters[at % starters.len()].pipeline().text);
        let mut memory = Memory::default();
        look_at(&document, &mut memory);
        let edit = Command::SetVariable { job: None, name: "WARM".into(), value: NewValue::String("up".into()) };
        if let Ok(plan) = edit.plan(&document) {
            look_at(&plan.document, &mut memory);
            let end = Span::empty(plan.document.text().len());
            let broken = plan.document.edited(&Transaction::replace(end, "["));
            look_at(&broken, &mut memory);
        }
        at += 1;
    }
    when_idle(0, 1_000, move || step(at));
}

fn look_at(document: &Document, memory: &mut Memory) {
    let problems = Problems::check_after(document, &Settings::default(), &Rc::default(), memory);
    let _ = Board::read(document, &problems);
}

/// Memory that was written to once stays with the page when it is given back.
fn room(mut pieces: Vec<Vec<u8>>) {
    if pieces.len() < PIECES && IS_NEEDED.get() {
        pieces.push(vec![1; PIECE]);
        when_idle(0, 1_000, move || room(pieces));
    }
}
