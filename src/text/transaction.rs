//! Edits as data: a transaction is a list of changes that can be applied, inverted, composed and mapped through.
//!
//! Undo is the inverse, not a snapshot. A transaction belongs to one text; applying it elsewhere is an error of the
//! caller that this module answers without panicking (offsets are clamped).

use super::Span;

/// One replaced range. `span` counts bytes of the text before the transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What goes.
    pub span: Span,
    /// What comes in its place.
    pub insert: String,
}

/// Changes in ascending order that do not overlap. Two insertions at one place keep the order they were given in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transaction {
    changes: Vec<Change>,
}

/// Two changes of one transaction overlap; it says where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverlapError(pub Span);

impl Transaction {
    /// Sorts the changes and refuses overlapping ones.
    pub fn new(mut changes: Vec<Change>) -> Result<Self, OverlapError> {
        changes.retain(|change| !(change.span.is_empty() && change.insert.is_empty()));
        changes.sort_by_key(|change| (change.span.start, change.span.end));
        match changes.windows(2).find(|pair| pair[1].span.start < pair[0].span.end) {
            Some(pair) => Err(OverlapError(pair[1].span)),
            None => Ok(Self { changes }),
        }
    }

    /// A single replacement.
    pub fn replace(span: Span, insert: impl Into<String>) -> Self {
        Self { changes: vec![Change { span, insert: insert.into() }] }
    }

    /// The smallest single replacement that turns `before` into `after`.
    pub fn between(before: &str, after: &str) -> Self {
        if before == after {
            return Self::default();
        }
        let shorter = before.len().min(after.len());
        let same = |(one, other): &(u8, u8)| one == other;
        // Two characters may begin or end with the same bytes.
        let mut prefix = before.bytes().zip(after.bytes()).take_while(same).count();
        while !before.is_char_boundary(prefix) || !after.is_char_boundary(prefix) {
            prefix -= 1;
        }
        let backwards = before.bytes().rev().zip(after.bytes().rev()).take(shorter - prefix);
        let mut suffix = backwards.take_while(same).count();
        while !before.is_char_boundary(before.len() - suffix) || !after.is_char_boundary(after.len() - suffix) {
            suffix -= 1;
        }
        let insert = after[prefix..after.len() - suffix].to_owned();
        Self { changes: vec![Change { span: Span::new(prefix, before.len() - suffix), insert }] }
    }

    /// The changes, ascending.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The text with the changes made.
    pub fn apply(&self, text: &str) -> String {
        let grown: usize = self.changes.iter().map(|change| change.insert.len()).sum();
        let mut out = String::with_capacity(text.len() + grown);
        let mut at = 0;
        for change in &self.changes {
            out.push_str(Span::new(at, change.span.from()).slice(text));
            out.push_str(&change.insert);
            at = change.span.to();
        }
        out.push_str(Span::new(at, text.len()).slice(text));
        out
    }

    /// The transaction that takes the result back to `text`, the text before this one.
    pub fn invert(&self, text: &str) -> Transaction {
        let mut shift = 0isize;
        let changes = self.changes.iter().map(|change| {
            let start = (change.span.from() as isize + shift) as usize;
            shift += change.insert.len() as isize - change.span.len() as isize;
            Change { span: Span::new(start, start + change.insert.len()), insert: change.span.slice(text).to_owned() }
        });
        Self { changes: changes.collect() }
    }

    /// One transaction that does this and then `next` (which belongs to the result of this).
    pub fn compose(&self, next: &Transaction, text: &str) -> Transaction {
        let after = next.apply(&self.apply(text));
        Transaction::between(text, &after)
    }

    /// Where a byte offset of the text before stands after. At an insertion it stays before the inserted text; inside
    /// a replaced range it goes to the range's new end at most.
    pub fn map(&self, offset: usize) -> usize {
        let mut shift = 0isize;
        for change in &self.changes {
            if change.span.to() <= offset && !(change.span.is_empty() && change.span.from() == offset) {
                shift += change.insert.len() as isize - change.span.len() as isize;
            } else if change.span.from() < offset {
                let inside = (offset - change.span.from()).min(change.insert.len());
                return ((change.span.from() + inside) as isize + shift) as usize;
            } else {
                break;
            }
        }
        (offset as isize + shift) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn change(from: usize, to: usize, insert: &str) -> Change {
        Change { span: Span::new(from, to), insert: insert.into() }
    }

    #[test]
    fn overlapping_changes_are_refused() {
        assert!(Transaction::new(vec![change(0, 3, ""), change(2, 4, "")]).is_err());
    }

    #[test]
    fn insertions_at_one_place_keep_their_order() {
        let both = Transaction::new(vec![change(1, 1, "x"), change(1, 1, "y")]).unwrap();
        assert_eq!(both.apply("ab"), "axyb");
    }

    #[test]
    fn an_offset_maps_through_changes_before_it() {
        let edit = Transaction::new(vec![change(0, 1, "xyz"), change(3, 3, "!")]).unwrap();
        assert_eq!(edit.map(2), 4);
        assert_eq!(edit.map(3), 5);
        assert_eq!(edit.map(4), 7);
    }

    proptest! {
        #[test]
        fn the_inverse_gives_back_the_text(before in "[a-é\n]{0,20}", after in "[a-é\n]{0,20}") {
            let edit = Transaction::between(&before, &after);
            prop_assert_eq!(edit.apply(&before), after.clone());
            prop_assert_eq!(edit.invert(&before).apply(&after), before);
        }

        #[test]
        fn composing_is_doing_one_after_the_other(a in "[ab]{0,9}", b in "[ab]{0,9}", c in "[ab]{0,9}") {
            let (first, second) = (Transaction::between(&a, &b), Transaction::between(&b, &c));
            prop_assert_eq!(first.compose(&second, &a).apply(&a), c);
        }
    }
}
