//! The differences against the text that was opened, for the export dialog.

use std::rc::Rc;

use crate::editor::Editor;
use crate::text::{DiffHunk, DiffTag};

/// Unchanged lines shown around a change.
const CONTEXT: usize = 3;

/// What was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The changed places.
    pub hunks: Rc<Vec<DiffHunk>>,
    /// Lines that came.
    pub added: usize,
    /// Lines that went.
    pub removed: usize,
}

impl Changes {
    /// Compares the text with the one that was opened.
    pub fn of(editor: &Editor) -> Self {
        let hunks = editor.changes(CONTEXT);
        let count = |tag: DiffTag| hunks.iter().flat_map(|hunk| &hunk.lines).filter(|line| line.tag == tag).count();
        Self { added: count(DiffTag::Insert), removed: count(DiffTag::Delete), hunks: Rc::new(hunks) }
    }

    /// Whether nothing was changed.
    pub fn is_empty(&self) -> bool {
        self.hunks.is_empty()
    }
}
