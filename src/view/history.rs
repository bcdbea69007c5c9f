//! The undo steps as a list to go to.

use crate::editor::{Editor, StepKind};

/// A step of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct StepRow {
    /// What made it.
    pub kind: StepKind,
    /// Lines that it changed.
    pub lines: usize,
}

/// The steps since the file was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Steps {
    /// Oldest first, those that were taken back among them.
    pub rows: Vec<StepRow>,
    /// How many of them are done.
    pub done: usize,
}

impl Steps {
    /// The steps of an editor.
    pub fn of(editor: &Editor) -> Self {
        let rows = editor.history().steps().iter().map(|step| StepRow { kind: step.kind.clone(), lines: step.lines });
        Self { rows: rows.collect(), done: editor.history().done().len() }
    }
}
