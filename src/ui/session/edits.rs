//! Edits, undo, and what is selected.

use super::{Ask, Reveal, Session};
use crate::command::{Command, Refusal};
use crate::editor::{Editor, Selection};
use crate::pipeline::{job_named, jobs, Stages};
use crate::text::{LineChange, Span, Transaction};
use crate::ui::browser::{announce, clock, outside};
use crate::ui::i18n::{command_done, refusal_text, t};
use crate::ui::source::TextStep;
use crate::ui::widget::ToastKind;

impl Session {
    pub(super) fn run(&mut self, command: Command) -> Result<(), Refusal> {
        let Some(editor) = &mut self.editor else { return Ok(()) };
        let before = editor.current().clone();
        let applied = clock::measured("edit", || editor.apply(command.clone()))?;
        if !applied.transaction.is_empty() {
            self.step = Some(TextStep::new(before, editor.current().clone(), applied.transaction));
            self.messages.forget_actions();
            self.after_command(&command, applied.also_changes);
            self.derived_anew();
        }
        Ok(())
    }

    /// Says why something was not done.
    pub(super) fn refused(&mut self, refusal: &Refusal) {
        let text = refusal_text(&self.i18n, refusal);
        self.messages.show(&self.dispatch, ToastKind::Refused, text, None);
    }

    /// Says why something was not done; where the uses of an anchor are the reason, offers to write them out.
    pub(super) fn refused_or_asked(&mut self, command: Command, refusal: Refusal) {
        match refusal {
            Refusal::AnchorInUse(anchor, uses) => self.ask = Some(Ask::RewriteUses(Box::new(command), anchor, uses)),
            other => self.refused(&other),
        }
    }

    /// Selects what the command is about, and says what it did.
    fn after_command(&mut self, command: &Command, also_changes: usize) {
        let Some(editor) = &mut self.editor else { return };
        let command = match command {
            Command::RewriteUses { then } => then,
            other => other,
        };
        match command {
            Command::AddJob { name, .. } | Command::DuplicateJob { name, .. } => {
                editor.select(Selection::Job(name.clone()));
            }
            Command::AddStage { name, .. } => editor.select(Selection::Stage(name.clone())),
            Command::DeleteJob { job } if *editor.selection() == Selection::Job(job.clone()) => {
                editor.select(Selection::None);
            }
            Command::ExtractBase { name, .. } => editor.select(Selection::Job(name.clone())),
            Command::DeleteStage { stage } if *editor.selection() == Selection::Stage(stage.clone()) => {
                editor.select(Selection::None);
            }
            _ => {}
        }
        let Some(text) = command_done(&self.i18n, command) else { return };
        if matches!(command, Command::DeleteJob { .. } | Command::DeleteStage { .. } | Command::InsertJobs { .. }) {
            let undo = Some(t!(self.i18n, "undo"));
            self.messages.show(&self.dispatch, ToastKind::Done, text, undo);
        } else if also_changes > 0 {
            let text = t!(self.i18n, "also-changes", count = also_changes);
            self.messages.show(&self.dispatch, ToastKind::Done, text, None);
        } else {
            announce::say(&text);
        }
    }

    pub(super) fn undo(&mut self) {
        if self.change_text(Editor::undo) {
            announce::say(&t!(self.i18n, "undone"));
        }
    }

    pub(super) fn redo(&mut self) {
        if self.change_text(Editor::redo) {
            announce::say(&t!(self.i18n, "redone"));
        }
    }

    pub(super) fn go_to_step(&mut self, done: usize) {
        self.change_text(|editor| editor.go_to_step(done));
    }

    pub(super) fn revert(&mut self, changes: &[LineChange]) {
        if self.change_text(|editor| editor.revert(changes)) {
            announce::say(&t!(self.i18n, "step-revert"));
        }
    }

    /// Lets the editor change its text and brings everything up to date. Whether anything changed.
    pub(super) fn change_text(&mut self, change: impl FnOnce(&mut Editor) -> Option<Transaction>) -> bool {
        let Some(editor) = &mut self.editor else { return false };
        let before = editor.current().clone();
        let Some(transaction) = change(editor) else { return false };
        self.step = Some(TextStep::new(before, editor.current().clone(), transaction));
        self.messages.forget_actions();
        self.derived_anew();
        true
    }

    pub(super) fn type_text(&mut self, transaction: Transaction) {
        let Some(editor) = &mut self.editor else { return };
        clock::measured("edit", || editor.type_text(transaction, clock::now()));
        self.messages.forget_actions();
        self.derived_anew();
    }

    pub(super) fn duplicate(&mut self, job: &str) {
        let Some(editor) = &self.editor else { return };
        let taken = |name: &str| jobs(editor.current()).any(|job| job.name() == name);
        let copy = format!("{job}-copy");
        let name = std::iter::once(copy.clone()).chain((2..).map(|n| format!("{copy}-{n}"))).find(|name| !taken(name));
        if let Some(name) = name {
            let command = Command::DuplicateJob { job: job.to_owned(), name };
            if let Err(refusal) = self.run(command) {
                self.refused(&refusal);
            }
        }
    }

    /// Computes what depends on the text, and drops a selection of what is gone.
    pub(super) fn derived_anew(&mut self) {
        let Some(editor) = &mut self.editor else { return };
        outside::keep(editor.name(), editor.current().shared_text(), editor.shared_opened_text());
        self.derived.refresh(editor, &self.fleet);
        let gone = match editor.selection() {
            Selection::Job(name) => job_named(editor.shown(), name).is_none(),
            Selection::Stage(name) => self.derived.board.lane(name).is_none(),
            Selection::None | Selection::Global => false,
        };
        if gone {
            editor.select(Selection::None);
        }
        self.mark = self.span_of_selection();
    }

    pub(super) fn select(&mut self, selection: Selection) {
        let Some(editor) = &mut self.editor else { return };
        editor.select(selection);
        self.mark = self.span_of_selection();
        if let Some(span) = self.mark {
            self.reveal(Span::empty(span.from()), false);
        }
    }

    /// Where what is selected stands in the text. Nowhere while the text is broken: the board is older then.
    pub(super) fn span_of_selection(&self) -> Option<Span> {
        let editor = self.editor.as_ref().filter(|editor| !editor.is_stale())?;
        match editor.selection() {
            Selection::Job(name) => job_named(editor.current(), name).map(|job| job.span()),
            Selection::Stage(name) => {
                Stages::read(editor.current()).list.into_iter().find(|stage| stage.name == *name)?.span
            }
            Selection::None | Selection::Global => None,
        }
    }

    /// The card of the job that the caret is in is selected. Whether that changed anything.
    pub(super) fn follow_caret(&mut self, offset: usize) -> bool {
        let Some(editor) = self.editor.as_mut().filter(|editor| !editor.is_stale()) else { return false };
        let document = editor.current().clone();
        let Some(job) = jobs(&document).find(|job| job.span().touches(offset)) else { return false };
        let selection = Selection::Job(job.name().to_owned());
        if *editor.selection() == selection {
            return false;
        }
        editor.select(selection);
        self.mark = Some(job.span());
        true
    }

    /// Goes to the next problem behind the caret, or to the one before it.
    pub(super) fn walk(&mut self, forward: bool) {
        let Some(problem) = self.derived.problems.beside(self.caret, forward) else {
            announce::say(&t!(self.i18n, "problems-none"));
            return;
        };
        let (span, line) = (problem.span, t!(self.i18n, "at-line", line = problem.position.line));
        announce::say(&format!("{line}: {}", problem.message));
        self.go_to(span);
    }

    pub(super) fn go_to(&mut self, span: Span) {
        self.caret = span.from();
        self.show_source();
        self.follow_caret(span.from());
        self.reveal(span, true);
    }

    fn reveal(&mut self, span: Span, focus: bool) {
        let serial = self.reveal.map_or(0, |reveal| reveal.serial + 1);
        self.reveal = Some(Reveal { span, focus, serial });
    }
}
