//! The one mutable thing: the open file, its history and what is selected. [`Editor::apply`] is the one door.
//!
//! Everything shown is derived from the text: by [`Editor::shown`], the last text that is sound YAML, and by the
//! analysis, which is made anew when the text changes and kept until then.

mod history;
mod kept;
mod open;

use std::rc::Rc;

pub use history::{History, Step, StepKind};
pub use kept::HISTORY_LIMIT;
pub use open::{OpenError, SIZE_LIMIT};

use crate::command::{Command, Refusal};
use crate::text::{diff_lines, merge, Change, DiffHunk, LineChange, Lines, MergePart, Transaction};
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

    /// Undoes or redoes until `done` steps are done, and gives the change of the text.
    pub fn go_to_step(&mut self, done: usize) -> Option<Transaction> {
        let before = self.current.clone();
        while self.history.done().len() > done && self.undo().is_some() {}
        while self.history.done().len() < done && self.redo().is_some() {}
        let transaction = Transaction::between(before.text(), self.text());
        (!transaction.is_empty()).then_some(transaction)
    }

    /// Puts some of the [`Editor::changes`] back as they were opened: one undo step.
    pub fn revert(&mut self, changes: &[LineChange]) -> Option<Transaction> {
        let (opened, now) = (Lines::of(&self.opened), Lines::of(self.text()));
        let back = |change: &LineChange| Change {
            span: now.span(change.after.clone()),
            insert: opened.text(change.before.clone()).to_owned(),
        };
        let transaction = Transaction::new(changes.iter().map(back).collect()).ok()?;
        self.replace(StepKind::Revert, transaction)
    }

    /// What both sides made of the text that was opened: ours is the text as it stands, theirs is `file`.
    pub fn merge_with(&self, file: &str) -> Vec<MergePart> {
        merge(&self.opened, self.text(), file)
    }

    /// Takes the merge of the edits here with `file`, which is what export shows differences against from now on.
    pub fn take_merge(&mut self, file: &str, merged: &str) -> Option<Transaction> {
        self.opened = file.into();
        self.replace(StepKind::Merge, Transaction::between(self.text(), merged))
    }

    /// The file holds `text` now: it was saved in place, maybe while editing went on. Export shows differences against it.
    pub fn saved(&mut self, text: &str) {
        if self.opened.as_ref() != text {
            self.opened = text.into();
        }
    }

    /// The file has another name now.
    pub fn rename(&mut self, name: impl Into<String>) {
        self.name = name.into();
    }

    fn replace(&mut self, kind: StepKind, transaction: Transaction) -> Option<Transaction> {
        if transaction.is_empty() || transaction.apply(self.text()) == self.text() {
            return None;
        }
        let document = self.current.edited(&transaction);
        self.history.push(Step::new(kind, transaction.clone(), self.current.text(), self.selection.clone()));
        self.set_document(document);
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

    /// The text that was opened, shared.
    pub fn shared_opened_text(&self) -> Rc<str> {
        self.opened.clone()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{merged_text, Span};

    fn typed(editor: &mut Editor, at: usize, text: &str) {
        // Each on its own: typing close in time is one step.
        let now = editor.revision() * 10_000;
        editor.type_text(Transaction::replace(Span::empty(at), text), now);
    }

    #[test]
    fn any_step_can_be_gone_to_and_come_back_from() {
        let mut editor = Editor::new("a", "a: 1\n");
        for _ in 0..3 {
            typed(&mut editor, 3, "2");
        }
        let forth = editor.text().to_owned();
        let transaction = editor.go_to_step(1).unwrap();
        assert_eq!((editor.text(), transaction.apply(&forth).as_str()), ("a: 21\n", "a: 21\n"));
        assert!(editor.go_to_step(1).is_none());
        editor.go_to_step(99);
        assert_eq!(editor.text(), "a: 2221\n");
        editor.go_to_step(0);
        assert!(!editor.is_changed());
        assert_eq!(editor.history().steps().len(), 3);
    }

    #[test]
    fn one_change_is_put_back_and_the_others_stay() {
        let mut editor = Editor::new("a", "a: 1\nb: 2\nc: 3\n");
        typed(&mut editor, 3, "9");
        typed(&mut editor, 16, "d: 4\n");
        let changes = editor.changes(0);
        assert_eq!(changes.len(), 2);
        editor.revert(&changes[0].changes);
        assert_eq!(editor.text(), "a: 1\nb: 2\nc: 3\nd: 4\n");
        editor.undo();
        editor.revert(&changes[1].changes);
        assert_eq!(editor.text(), "a: 91\nb: 2\nc: 3\n");
    }

    #[test]
    fn a_file_that_changed_elsewhere_is_merged_as_one_step() {
        let mut editor = Editor::new("a", "a: 1\nb: 2\nc: 3\n");
        typed(&mut editor, 3, "9");
        let file = "a: 1\nb: 2\nc: 4\n";
        let merged = merged_text(&editor.merge_with(file), &[]);
        editor.take_merge(file, &merged);
        assert_eq!(editor.text(), "a: 91\nb: 2\nc: 4\n");
        assert_eq!(editor.changes(0).len(), 1, "what differs from the file now");
        editor.undo();
        assert_eq!(editor.text(), "a: 91\nb: 2\nc: 3\n");
    }

    #[test]
    fn a_saved_file_is_what_later_edits_are_compared_with_and_undo_goes_behind_it() {
        let mut editor = Editor::new("a", "a: 1\n");
        typed(&mut editor, 3, "9");
        let saved = editor.text().to_owned();
        typed(&mut editor, 3, "8");
        editor.saved(&saved);
        assert!(editor.is_changed(), "editing went on while it was saved");
        editor.undo();
        assert!(!editor.is_changed());
        editor.undo();
        assert_eq!((editor.text(), editor.is_changed()), ("a: 1\n", true));
    }
}
