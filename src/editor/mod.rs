//! The one mutable thing: the open file, its history and what is selected. [`Editor::apply`] is the one door.
//!
//! Everything shown is derived from the text: by [`Editor::shown`], the last text that is sound YAML, and by the
//! analysis, which is made anew when the text changes and kept until then.

mod history;
mod open;

use std::rc::Rc;

pub use history::{History, Step, StepKind};
pub use open::{OpenError, SIZE_LIMIT};

use crate::command::{Command, Refusal};
use crate::text::{diff_lines, DiffHunk, Transaction};
use crate::yaml::Document;

/// What the person works on. Selection survives undo where the thing still exists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selection {
    /// Nothing.
    #[default]
    None,
    /// A job, hidden ones among them, by name.
    Job(String),
    /// A stage, by name.
    Stage(String),
    /// The file's own keywords: global variables, default.
    Global,
}

/// An open file. Change it by commands, typing, undo and redo only.
#[derive(Debug)]
pub struct Editor {
    name: String,
    opened: Rc<str>,
    current: Rc<Document>,
    shown: Rc<Document>,
    history: History,
    selection: Selection,
    revision: u64,
}

/// What an applied edit did, for announcements and for the text pane.
#[derive(Debug, Clone)]
pub struct Applied {
    /// The change of the text. Empty where the text was as wanted already.
    pub transaction: Transaction,
    /// How many other places an edit inside an anchored value changes too.
    pub also_changes: usize,
}

impl Editor {
    /// Opens a text. Its history starts here, and export shows differences against it.
    pub fn new(name: impl Into<String>, text: impl Into<Rc<str>>) -> Self {
        let text = text.into();
        let current = Rc::new(Document::parse(text.clone()));
        Self {
            name: name.into(),
            opened: text,
            shown: current.clone(),
            current,
            history: History::default(),
            selection: Selection::None,
            revision: 0,
        }
    }

    /// The file's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text as it stands now.
    pub fn text(&self) -> &str {
        self.current.text()
    }

    /// The text as it stands now, parsed; broken at times.
    pub fn current(&self) -> &Rc<Document> {
        &self.current
    }

    /// What the board shows: the current document, or the last one that was sound. (A file that was never sound shows
    /// what of it could be read.)
    pub fn shown(&self) -> &Rc<Document> {
        &self.shown
    }

    /// Whether the board shows an older state than the text.
    pub fn is_stale(&self) -> bool {
        !Rc::ptr_eq(&self.current, &self.shown)
    }

    /// Counts changes of the text: equal revisions mean equal texts.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What is selected.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// Selects. No undo step, and redo stays possible.
    pub fn select(&mut self, selection: Selection) {
        self.selection = selection;
    }

    /// The steps behind and ahead.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Carries out a command as one undo step.
    pub fn apply(&mut self, command: Command) -> Result<Applied, Refusal> {
        if !self.current.is_sound() {
            return Err(Refusal::BrokenText);
        }
        let plan = command.plan(&self.current)?;
        let applied = Applied { transaction: plan.transaction.clone(), also_changes: plan.also_changes };
        if !plan.transaction.is_empty() {
            self.follow_rename(&command);
            let step =
                Step::new(StepKind::Command(command), plan.transaction, self.current.text(), self.selection.clone());
            self.history.push(step);
            self.set_document(plan.document);
        }
        Ok(applied)
    }

    /// Takes over an edit that was typed in the text pane. Typing within a second is one step; `now` is in
    /// milliseconds of any clock.
    pub fn type_text(&mut self, transaction: Transaction, now: u64) {
        if transaction.is_empty() {
            return;
        }
        let document = self.current.edited(&transaction);
        self.history.push_typing(transaction, self.current.text(), self.selection.clone(), now);
        self.set_document(document);
    }

    /// Takes back the last step and gives the change that did so.
    pub fn undo(&mut self) -> Option<Transaction> {
        let (transaction, selection) = self.history.undo()?;
        self.set_document(self.current.edited(&transaction));
        self.selection = selection;
        Some(transaction)
    }

    /// Does the last step that was taken back again.
    pub fn redo(&mut self) -> Option<Transaction> {
        let transaction = self.history.redo()?;
        self.set_document(self.current.edited(&transaction));
        Some(transaction)
    }

    /// Whether the text differs from the one that was opened.
    pub fn is_changed(&self) -> bool {
        self.opened.as_ref() != self.current.text()
    }

    /// The text that was opened.
    pub fn opened_text(&self) -> &str {
        &self.opened
    }

    /// The differences against the text that was opened, with `context` lines around.
    pub fn changes(&self, context: usize) -> Vec<DiffHunk> {
        diff_lines(&self.opened, self.current.text(), context)
    }

    fn set_document(&mut self, document: Document) {
        self.current = Rc::new(document);
        if self.current.is_sound() {
            self.shown = self.current.clone();
        }
        self.revision += 1;
    }

    fn follow_rename(&mut self, command: &Command) {
        let renamed = match (command, &self.selection) {
            (Command::RenameJob { job, name }, Selection::Job(selected)) if job == selected => {
                Selection::Job(name.clone())
            }
            (Command::RenameStage { stage, name }, Selection::Stage(selected)) if stage == selected => {
                Selection::Stage(name.clone())
            }
            _ => return,
        };
        self.selection = renamed;
    }
}
