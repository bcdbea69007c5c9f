//! Undo and redo: a line of steps and a place on it.
//!
//! Each step keeps its transaction and the inverse, so walking it never parses or compares. A new step drops those
//! ahead; a change of selection is no step. Typing close in time squashes into one step.

use std::rc::Rc;

use super::Selection;
use crate::command::Command;
use crate::text::Transaction;

/// Typing that follows within this many milliseconds joins the step before it.
const TYPING_PAUSE: u64 = 1_000;

/// What made a step.
#[derive(Debug, Clone, PartialEq)]
pub enum StepKind {
    /// A command.
    Command(Command),
    /// Typing in the text pane; when it last went on.
    Typing(u64),
    /// Changed lines were put back as they were opened.
    Revert,
    /// What became of the file elsewhere was merged with the edits here.
    Merge,
    /// A step of an earlier visit: what it was, in the words of then.
    Earlier(Rc<str>),
}

/// One undo step.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What made it.
    pub kind: StepKind,
    /// Lines of the file that it changed, for the list of steps.
    pub lines: usize,
    pub(super) forward: Transaction,
    pub(super) backward: Transaction,
    pub(super) selection_before: Selection,
}

impl Step {
    /// A step that turns `before` by `forward`.
    pub(super) fn new(kind: StepKind, forward: Transaction, before: &str, selection_before: Selection) -> Self {
        let lines = forward.changes().iter().map(|c| touched_lines(c.span.slice(before)).max(touched_lines(&c.insert)));
        Self { kind, lines: lines.sum(), backward: forward.invert(before), forward, selection_before }
    }
}

fn touched_lines(text: &str) -> usize {
    text.lines().count().max(1)
}

/// The steps, and how many of them are done.
#[derive(Debug, Clone, Default)]
pub struct History {
    pub(super) steps: Vec<Step>,
    pub(super) done: usize,
}

impl History {
    /// The steps that undo would take back, oldest first.
    pub fn done(&self) -> &[Step] {
        &self.steps[..self.done]
    }

    /// All steps, oldest first: those done and those taken back.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The steps that redo would do again, nearest first.
    pub fn undone(&self) -> &[Step] {
        &self.steps[self.done..]
    }

    pub(super) fn push(&mut self, step: Step) {
        self.steps.truncate(self.done);
        self.steps.push(step);
        self.done += 1;
    }

    pub(super) fn push_typing(&mut self, forward: Transaction, before: &str, selection: Selection, now: u64) {
        let last = self.done.checked_sub(1).filter(|_| self.done == self.steps.len()).map(|at| &mut self.steps[at]);
        if let Some(Step { kind: StepKind::Typing(at), forward: first, backward, lines, .. }) = last {
            if now.saturating_sub(*at) < TYPING_PAUSE {
                let oldest = backward.apply(before);
                let joined = first.compose(&forward, &oldest);
                *backward = joined.invert(&oldest);
                *lines = Step::new(StepKind::Typing(now), joined.clone(), &oldest, Selection::None).lines;
                *first = joined;
                *at = now;
                return;
            }
        }
        self.push(Step::new(StepKind::Typing(now), forward, before, selection));
    }

    pub(super) fn undo(&mut self) -> Option<(Transaction, Selection)> {
        let step = self.steps.get(self.done.checked_sub(1)?)?;
        self.done -= 1;
        Some((step.backward.clone(), step.selection_before.clone()))
    }

    pub(super) fn redo(&mut self) -> Option<Transaction> {
        let step = self.steps.get(self.done)?;
        self.done += 1;
        Some(step.forward.clone())
    }
}
