//! The way of changes between the editor, which counts UTF-16 units, and the text, which counts bytes.

use std::rc::Rc;

use super::editor_js::SourceChange;
use crate::text::{Change, LineIndex, OverlapError, Span, Transaction};
use crate::yaml::Document;

/// A change that the text pane has to follow: from one document to the next. Equal to itself only.
#[derive(Debug, Clone)]
pub(crate) struct TextStep {
    before: Rc<Document>,
    after: Rc<Document>,
    transaction: Rc<Transaction>,
}

impl TextStep {
    /// The change of `before` that gave `after`.
    pub(crate) fn new(before: Rc<Document>, after: Rc<Document>, transaction: Transaction) -> Self {
        Self { before, after, transaction: Rc::new(transaction) }
    }

    /// The change for an editor that shows `known`, if this is the change from there to `wanted`.
    pub(super) fn changes(&self, known: &Rc<Document>, wanted: &Rc<Document>) -> Option<Vec<SourceChange>> {
        let fits = Rc::ptr_eq(&self.before, known) && Rc::ptr_eq(&self.after, wanted);
        fits.then(|| to_editor(&self.transaction, known.text(), known.lines()))
    }
}

impl PartialEq for TextStep {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.after, &other.after) && Rc::ptr_eq(&self.before, &other.before)
    }
}

/// The changes of a transaction on `text`, counted as the editor counts.
pub(super) fn to_editor(transaction: &Transaction, text: &str, lines: &LineIndex) -> Vec<SourceChange> {
    let utf16 = |offset: usize| lines.utf16(text, offset);
    let change = |change: &Change| SourceChange {
        from: utf16(change.span.from()),
        to: utf16(change.span.to()),
        insert: change.insert.clone(),
    };
    transaction.changes().iter().map(change).collect()
}

/// What was typed as a transaction on `text`.
pub(super) fn from_editor(
    changes: &[SourceChange],
    text: &str,
    lines: &LineIndex,
) -> Result<Transaction, OverlapError> {
    let byte = |utf16: u32| lines.byte_of_utf16(text, utf16);
    let change = |change: &SourceChange| Change {
        span: Span::new(byte(change.from), byte(change.to)),
        insert: change.insert.clone(),
    };
    Transaction::new(changes.iter().map(change).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_behind_wide_characters_lands_at_the_right_bytes() {
        let document = Document::parse("é: 😀\r\nb: 1\r\n");
        let typed = [
            SourceChange { from: 3, to: 5, insert: "x".to_owned() },
            SourceChange { from: 10, to: 11, insert: "2".to_owned() },
        ];
        let transaction = from_editor(&typed, document.text(), document.lines()).unwrap();
        assert_eq!(transaction.apply(document.text()), "é: x\r\nb: 2\r\n");
        assert_eq!(to_editor(&transaction, document.text(), document.lines()), typed);
    }
}
