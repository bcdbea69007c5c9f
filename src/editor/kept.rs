//! The history as a text, for a draft that outlives the visit.
//!
//! What a step was made by is kept as words only ([`StepKind::Earlier`]): the changes undo and redo, the command itself is
//! never carried out again. Steps beyond [`HISTORY_LIMIT`] are left out, the oldest first.

use serde::{Deserialize, Serialize};

use super::{Editor, History, Selection, Step, StepKind};
use crate::text::{Change, Span, Transaction};

/// Bytes of text in the steps that are kept: the newest ones up to it.
pub const HISTORY_LIMIT: usize = 256 * 1024;

/// The history: how many steps are done, and the steps.
#[derive(Serialize, Deserialize)]
struct KeptHistory(usize, Vec<KeptStep>);

/// A step: its words, the lines that it changed, what it did and what takes it back.
#[derive(Serialize, Deserialize)]
struct KeptStep(String, usize, Vec<KeptChange>, Vec<KeptChange>);

/// A change: its span in bytes, and what comes there.
#[derive(Serialize, Deserialize)]
struct KeptChange(u32, u32, String);

impl Editor {
    /// The undo steps as a text; `words` says what a step was.
    pub fn history_text(&self, words: impl Fn(&StepKind) -> String) -> String {
        let (steps, done) = (self.history().steps(), self.history().done().len());
        let mut room = HISTORY_LIMIT;
        let fits = |step: &&Step| {
            let sides = [&step.forward, &step.backward].map(Transaction::changes);
            let bytes: usize = sides.into_iter().flatten().map(|change| change.insert.len() + 24).sum();
            room.checked_sub(bytes).is_some_and(|left| {
                room = left;
                true
            })
        };
        let kept = steps.iter().rev().take_while(fits).count();
        let left_out = steps.len() - kept;
        // Where even the steps ahead are too much the history says nothing of the text as it stands.
        let (done, steps) = match done.checked_sub(left_out) {
            Some(done) => (done, &steps[left_out..]),
            None => (0, &[][..]),
        };
        let kept = steps
            .iter()
            .map(|step| KeptStep(words(&step.kind), step.lines, changes(&step.forward), changes(&step.backward)));
        serde_json::to_string(&KeptHistory(done, kept.collect())).unwrap_or_default()
    }

    /// Goes on where an earlier visit ended. A history that is none, or does not fit the text, is left out.
    pub fn go_on(name: impl Into<String>, opened: &str, text: &str, history: &str) -> Self {
        let mut editor = Self::new(name, opened);
        if text != opened {
            editor.set_document(editor.current().edited(&Transaction::between(opened, text)));
        }
        if let Some(history) = read(history, text.len()) {
            editor.history = history;
        }
        editor
    }
}

fn changes(transaction: &Transaction) -> Vec<KeptChange> {
    let kept = |change: &Change| KeptChange(change.span.start, change.span.end, change.insert.clone());
    transaction.changes().iter().map(kept).collect()
}

fn transaction(changes: &[KeptChange]) -> Option<Transaction> {
    let change = |KeptChange(from, to, insert): &KeptChange| {
        (from <= to).then(|| Change { span: Span::new(*from as usize, *to as usize), insert: insert.clone() })
    };
    Transaction::new(changes.iter().map(change).collect::<Option<_>>()?).ok()
}

/// Reads the history of a text of so many bytes. The steps must agree on how long the text is between them.
fn read(text: &str, now: usize) -> Option<History> {
    let KeptHistory(done, kept) = serde_json::from_str(text).ok()?;
    let mut steps = Vec::with_capacity(kept.len());
    for KeptStep(words, lines, forward, backward) in &kept {
        steps.push(Step {
            kind: StepKind::Earlier(words.as_str().into()),
            lines: *lines,
            forward: transaction(forward)?,
            backward: transaction(backward)?,
            selection_before: Selection::None,
        });
    }
    let (back, ahead) = (steps.get(..done)?, &steps[done..]);
    back.iter().rev().try_fold(now, |length, step| walk(length, &step.backward, &step.forward))?;
    ahead.iter().try_fold(now, |length, step| walk(length, &step.forward, &step.backward))?;
    Some(History { steps, done })
}

/// The length after a change, if it fits the one before and its inverse the one after.
fn walk(length: usize, change: &Transaction, inverse: &Transaction) -> Option<usize> {
    let after = grown(length, change)?;
    (grown(after, inverse)? == length).then_some(after)
}

fn grown(length: usize, transaction: &Transaction) -> Option<usize> {
    let last = transaction.changes().last().map_or(0, |change| change.span.to());
    let gone: usize = transaction.changes().iter().map(|change| change.span.len()).sum();
    let come: usize = transaction.changes().iter().map(|change| change.insert.len()).sum();
    (last <= length).then(|| length - gone + come)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited() -> Editor {
        let mut editor = Editor::new("a", "a: 1\nb: ü\n");
        for (at, insert) in [(3, "2"), (5, "3"), (5, "é")] {
            let now = editor.revision() * 10_000;
            editor.type_text(Transaction::replace(Span::empty(at), insert), now);
        }
        editor.undo();
        editor
    }

    fn gone_on(editor: &Editor) -> Editor {
        let history = editor.history_text(|_| "typing".into());
        Editor::go_on(editor.name(), editor.opened_text(), editor.text(), &history)
    }

    #[test]
    fn an_editor_that_goes_on_undoes_and_redoes_as_before() {
        let (mut before, mut after) = (edited(), gone_on(&edited()));
        assert_eq!((after.text(), after.opened_text()), (before.text(), before.opened_text()));
        assert_eq!(after.history().steps()[0].kind, StepKind::Earlier("typing".into()));
        for _ in 0..2 {
            assert_eq!(before.redo().is_some(), after.redo().is_some());
            assert_eq!(before.text(), after.text());
        }
        for _ in 0..4 {
            assert_eq!(before.undo().is_some(), after.undo().is_some());
            assert_eq!(before.text(), after.text());
        }
        assert!(!after.is_changed());
    }

    #[test]
    fn a_history_that_does_not_fit_is_left_out_and_the_text_stays() {
        for history in ["", "{}", "[9,[]]", "[1,[[\"a\",1,[[4,2,\"\"]],[]]]]", "[1,[[\"a\",1,[],[[90,99,\"\"]]]]]"] {
            let on = Editor::go_on("a", "a: 1\n", "a: 1234567\n", history);
            assert_eq!((on.text(), on.history().steps().len()), ("a: 1234567\n", 0), "{history}");
        }
    }

    #[test]
    fn of_a_long_history_the_newest_steps_are_kept() {
        let mut editor = Editor::new("a", "a: 1\n");
        let long = "#".repeat(HISTORY_LIMIT / 5);
        for _ in 0..9 {
            let now = editor.revision() * 10_000;
            editor.type_text(Transaction::replace(Span::empty(5), long.as_str()), now);
        }
        let mut on = gone_on(&editor);
        assert_eq!(on.history().steps().len(), 4);
        on.undo();
        editor.undo();
        assert_eq!(on.text(), editor.text());
        editor.go_to_step(0);
        assert_eq!(gone_on(&editor).history().steps().len(), 0);
    }
}
