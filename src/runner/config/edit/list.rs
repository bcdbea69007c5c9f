//! Changing the items of a list, each where it stands.

use super::source::Source;
use crate::runner::config::tree::quoted;
use crate::text::{Change, Span};

/// Lists longer than this are written anew.
const MOST: usize = 2_000;

/// A list and the places of its items.
pub(super) struct Items {
    /// With its brackets.
    pub(super) list: Span,
    /// The items in order.
    pub(super) spans: Vec<Span>,
}

/// The changes that turn the strings `old` into `new`.
pub(super) fn changes(source: &Source<'_>, items: &Items, old: &[String], new: &[String]) -> Vec<Change> {
    if old.len().max(new.len()) > MOST {
        return Vec::new();
    }
    if old.is_empty() {
        let written: Vec<_> = new.iter().map(|item| quoted(item)).collect();
        return vec![Change { span: Span::empty(items.list.from() + 1), insert: written.join(", ") }];
    }
    let mut changes = Vec::new();
    for gap in gaps(old, new) {
        let both = gap.old.len().min(gap.new.len());
        for at in 0..both {
            let span = items.spans[gap.old.start + at];
            changes.push(Change { span, insert: quoted(&new[gap.new.start + at]) });
        }
        if gap.old.len() > both {
            changes.extend(without(source, items, gap.old.start + both, gap.old.end - 1));
        }
        if gap.new.len() > both {
            let written: Vec<_> = new[gap.new.start + both..gap.new.end].iter().map(|item| quoted(item)).collect();
            match (gap.old.start + both).checked_sub(1) {
                Some(last) => changes.extend(behind(source, items, last, &written)),
                None => changes.push(in_front(source, items, &written)),
            }
        }
    }
    changes
}

/// Takes the items from `first` to `last` away.
pub(super) fn without(source: &Source<'_>, items: &Items, first: usize, last: usize) -> Vec<Change> {
    let (from, to) = (items.spans[first].from(), items.spans[last].to());
    let span = if (first..=last).all(|at| has_own_line(source, items, at)) {
        Span::new(source.line_start(from), source.line_end(to))
    } else if let Some(next) = items.spans.get(last + 1) {
        Span::new(from, next.from())
    } else if let Some(before) = first.checked_sub(1) {
        Span::new(items.spans[before].to(), to)
    } else {
        Span::new(from, to)
    };
    vec![Change { span, insert: String::new() }]
}

fn in_front(source: &Source<'_>, items: &Items, written: &[String]) -> Change {
    let at = items.spans[0].from();
    let between = if has_own_line(source, items, 0) {
        format!(",{}{}", source.line_break, source.indent(at))
    } else {
        ", ".to_owned()
    };
    let insert = written.iter().map(|item| format!("{item}{between}")).collect();
    Change { span: Span::empty(at), insert }
}

fn behind(source: &Source<'_>, items: &Items, item: usize, written: &[String]) -> Vec<Change> {
    let span = items.spans[item];
    let at = |at: usize, insert: String| Change { span: Span::empty(at), insert };
    let begins_line = source.text[source.line_start(span.from())..span.from()].trim().is_empty();
    if !begins_line {
        return vec![at(span.to(), written.iter().map(|item| format!(", {item}")).collect())];
    }
    let gap = format!("{}{}", source.line_break, source.indent(span.from()));
    if !has_own_line(source, items, item) {
        return vec![at(span.to(), written.iter().map(|item| format!(",{gap}{item}")).collect())];
    }
    // Behind the comma and the comment of the item's line, which stay its own.
    let line = &source.text[span.to()..source.line_end(span.to())];
    let end = span.to() + line.trim_end_matches(['\r', '\n']).len();
    if line.trim_start().starts_with(',') {
        vec![at(end, written.iter().map(|item| format!("{gap}{item},")).collect())]
    } else {
        let lines = format!("{gap}{}", written.join(&format!(",{gap}")));
        if end == span.to() {
            return vec![at(end, format!(",{lines}"))];
        }
        vec![at(span.to(), ",".to_owned()), at(end, lines)]
    }
}

/// Whether an item has its lines alone, but for its comma and a comment.
fn has_own_line(source: &Source<'_>, items: &Items, item: usize) -> bool {
    let span = items.spans[item];
    let before = &source.text[source.line_start(span.from())..span.from()];
    let end = source.line_end(span.to());
    let behind = source.text[span.to()..end].trim();
    let behind = behind.strip_prefix(',').unwrap_or(behind).trim_start();
    before.trim().is_empty() && end < items.list.to() && (behind.is_empty() || behind.starts_with('#'))
}

/// A run of items that differ, between equal ones.
struct Gap {
    old: std::ops::Range<usize>,
    new: std::ops::Range<usize>,
}

/// The differences by a longest common subsequence.
fn gaps(old: &[String], new: &[String]) -> Vec<Gap> {
    let width = new.len() + 1;
    let mut longest = vec![0u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i * width + j] = if old[i] == new[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut gaps, mut i, mut j) = (Vec::new(), 0, 0);
    while i < old.len() || j < new.len() {
        let (from_old, from_new) = (i, j);
        while (i < old.len() || j < new.len()) && !(i < old.len() && j < new.len() && old[i] == new[j]) {
            let skip_old =
                j == new.len() || (i < old.len() && longest[(i + 1) * width + j] >= longest[i * width + j + 1]);
            if skip_old {
                i += 1;
            } else {
                j += 1;
            }
        }
        if i > from_old || j > from_new {
            gaps.push(Gap { old: from_old..i, new: from_new..j });
        }
        while i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        }
    }
    gaps
}
