//! What is computed from the text, kept until the text changes.

use std::rc::Rc;

use crate::editor::Editor;
use crate::lint::{Memory, Settings};
use crate::runner::Fleet;
use crate::ui::browser::clock;
use crate::view::board::Board;
use crate::view::problems::Problems;

/// The problems of the text, and the board of the last text that was sound.
#[derive(Debug, Default)]
pub(super) struct Derived {
    revision: Option<u64>,
    /// Which warnings are wanted.
    pub checks: Settings,
    /// Of the text as it stands.
    pub problems: Problems,
    /// Of the document that the editor shows.
    pub board: Rc<Board>,
    /// What is known of the last text that was checked.
    memory: Memory,
}

impl Derived {
    /// Nothing yet.
    pub(super) fn new(checks: Settings) -> Self {
        Self { checks, ..Self::default() }
    }

    /// Computes anew if the text changed.
    pub(super) fn refresh(&mut self, editor: &Editor, fleet: &Rc<Fleet>) {
        if self.revision == Some(editor.revision()) {
            return;
        }
        let (checks, memory) = (&self.checks, &mut self.memory);
        self.problems = clock::measured("check", || Problems::check_after(editor.current(), checks, fleet, memory));
        if !editor.is_stale() {
            self.board = clock::measured("board", || Rc::new(Board::read(editor.shown(), &self.problems)));
        }
        self.revision = Some(editor.revision());
    }

    /// For another file.
    pub(super) fn forget(&mut self) {
        self.revision = None;
        self.memory = Memory::default();
    }
}
