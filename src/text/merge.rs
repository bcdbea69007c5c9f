//! Three-way merge by lines: what two sides made of one text, put together; where both changed the same lines, a
//! conflict that someone has to decide.

use std::ops::Range;

use super::diff::{line_changes, LineChange, Lines};

/// A part of a merged text, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergePart {
    /// What is clear: unchanged, changed by one side, or changed by both in the same way.
    Merged(String),
    /// What both sides changed differently.
    Conflict {
        /// As it was.
        base: String,
        /// What we made of it.
        ours: String,
        /// What they made of it.
        theirs: String,
    },
}

/// Which side of a conflict counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// What we made of it.
    #[default]
    Ours,
    /// What they made of it.
    Theirs,
    /// What we made of it, and behind it what they did.
    Both,
}

/// Puts together what `ours` and `theirs` made of `base`. A line counts with its break.
pub fn merge(base: &str, ours: &str, theirs: &str) -> Vec<MergePart> {
    let (our_changes, their_changes) = (line_changes(base, ours), line_changes(base, theirs));
    let (base, ours, theirs) = (Lines::of(base), Lines::of(ours), Lines::of(theirs));
    let mut parts = Parts::default();
    let (mut our_at, mut their_at) = (0, 0);
    let mut done = 0;
    while let Some(region) = next_region(&our_changes[our_at..], &their_changes[their_at..]) {
        parts.merged(base.text(done..region.start));
        let our_count = count_within(&our_changes[our_at..], &region);
        let their_count = count_within(&their_changes[their_at..], &region);
        let mine = &our_changes[our_at..our_at + our_count];
        let other = &their_changes[their_at..their_at + their_count];
        let our_text = ours.text(made_of(&region, mine, &our_changes[..our_at]));
        let their_text = theirs.text(made_of(&region, other, &their_changes[..their_at]));
        match (mine.is_empty(), other.is_empty()) {
            (_, true) => parts.merged(our_text),
            (true, _) => parts.merged(their_text),
            _ if our_text == their_text => parts.merged(our_text),
            _ => parts.conflict(base.text(region.clone()), our_text, their_text),
        }
        our_at += our_count;
        their_at += their_count;
        done = region.end;
    }
    parts.merged(base.text(done..base.count()));
    parts.list
}

/// The text that the parts give; `sides` decide the conflicts in order, those left over count as ours.
pub fn merged_text(parts: &[MergePart], sides: &[Side]) -> String {
    let mut sides = sides.iter().copied();
    let mut text = String::new();
    for part in parts {
        match part {
            MergePart::Merged(merged) => text.push_str(merged),
            MergePart::Conflict { ours, theirs, .. } => match sides.next().unwrap_or_default() {
                Side::Ours => text.push_str(ours),
                Side::Theirs => text.push_str(theirs),
                Side::Both => {
                    text.push_str(ours);
                    text.push_str(theirs);
                }
            },
        }
    }
    text
}

/// The lines of the base that the next change covers, with all changes of both sides that overlap it or touch it.
fn next_region(ours: &[LineChange], theirs: &[LineChange]) -> Option<Range<usize>> {
    let first = |changes: &[LineChange]| changes.first().map(|change| change.before.clone());
    let mut region = match (first(ours), first(theirs)) {
        (Some(a), Some(b)) => {
            if a.start <= b.start {
                a
            } else {
                b
            }
        }
        (a, b) => a.or(b)?,
    };
    loop {
        let end =
            ours.iter().chain(theirs).filter(|change| touches(change, &region)).map(|change| change.before.end).max();
        match end.filter(|end| *end > region.end) {
            Some(end) => region.end = end,
            None => return Some(region),
        }
    }
}

/// Whether a change belongs into a region: it shares lines with it, or inserts at one of its ends.
fn touches(change: &LineChange, region: &Range<usize>) -> bool {
    let inserts = change.before.is_empty() || region.is_empty();
    let (from, to) = (change.before.start, change.before.end);
    if inserts {
        from <= region.end && region.start <= to
    } else {
        from < region.end && region.start < to
    }
}

fn count_within(changes: &[LineChange], region: &Range<usize>) -> usize {
    changes.iter().take_while(|change| touches(change, region)).count()
}

/// The lines of one side that stand for a region of the base.
fn made_of(region: &Range<usize>, changes: &[LineChange], earlier: &[LineChange]) -> Range<usize> {
    let moved = earlier.last().map_or(0, |change| change.after.end as isize - change.before.end as isize);
    let start = region.start.saturating_add_signed(moved);
    let moved = changes.last().map_or(moved, |change| change.after.end as isize - change.before.end as isize);
    start..region.end.saturating_add_signed(moved)
}

#[derive(Default)]
struct Parts {
    list: Vec<MergePart>,
}

impl Parts {
    fn merged(&mut self, text: &str) {
        if let Some(MergePart::Merged(last)) = self.list.last_mut() {
            last.push_str(text);
        } else if !text.is_empty() {
            self.list.push(MergePart::Merged(text.to_owned()));
        }
    }

    fn conflict(&mut self, base: &str, ours: &str, theirs: &str) {
        let [base, ours, theirs] = [base, ours, theirs].map(str::to_owned);
        self.list.push(MergePart::Conflict { base, ours, theirs });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::lines;

    fn clean(base: &str, ours: &str, theirs: &str) -> String {
        let parts = merge(base, ours, theirs);
        assert!(parts.iter().all(|part| matches!(part, MergePart::Merged(_))), "{parts:?}");
        merged_text(&parts, &[])
    }

    #[test]
    fn changes_of_different_lines_are_put_together() {
        assert_eq!(clean("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\ne\n"), "A\nb\nc\nD\ne\n");
        assert_eq!(clean("a\nb\nc\n", "b\nc\n", "a\nb\nx\nc\n"), "b\nx\nc\n");
    }

    #[test]
    fn the_same_change_of_both_counts_once() {
        assert_eq!(clean("a\nb\n", "a\nB\n", "a\nB\n"), "a\nB\n");
    }

    #[test]
    fn different_changes_of_one_line_are_a_conflict() {
        let parts = merge("a\nb\nc\n", "a\nx\nc\n", "a\ny\nc\n");
        let conflict = MergePart::Conflict { base: "b\n".into(), ours: "x\n".into(), theirs: "y\n".into() };
        assert_eq!(parts, [MergePart::Merged("a\n".into()), conflict, MergePart::Merged("c\n".into())]);
        assert_eq!(merged_text(&parts, &[Side::Theirs]), "a\ny\nc\n");
        assert_eq!(merged_text(&parts, &[Side::Both]), "a\nx\ny\nc\n");
    }

    #[test]
    fn two_insertions_at_one_place_are_a_conflict() {
        let parts = merge("a\nb\n", "a\nx\nb\n", "a\ny\nb\n");
        assert!(matches!(parts[1], MergePart::Conflict { .. }), "{parts:?}");
    }

    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(vec!["a\n", "b\n", "c\n", "\n", "d"]), 0..12)
            .prop_map(|lines| lines.concat())
    }

    proptest! {
        #[test]
        fn a_side_that_changed_nothing_gives_the_other(base in text(), other in text()) {
            prop_assert_eq!(clean(&base, &base, &other), other.clone());
            prop_assert_eq!(clean(&base, &other, &base), other.clone());
            prop_assert_eq!(clean(&base, &other, &other), other);
        }

        #[test]
        fn whatever_was_changed_each_side_can_be_had_back_from_the_conflicts(base in text(), ours in text(), theirs in text()) {
            // Every line of ours that is new is in the merge if our side is taken.
            let taken = merged_text(&merge(&base, &ours, &theirs), &[]);
            for change in line_changes(&base, &ours) {
                for line in lines(&ours).skip(change.after.start).take(change.after.len()) {
                    prop_assert!(taken.contains(line));
                }
            }
        }
    }
}
