//! Line differences between two texts, bare and as hunks with context.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

use super::Span;

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiffTag {
    /// Unchanged context.
    Equal,
    /// Only in the text after.
    Insert,
    /// Only in the text before.
    Delete,
}

/// One line of a hunk, without its line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffLine {
    /// What became of it.
    pub tag: DiffTag,
    /// 1-based line number in the text before, for lines that stand there.
    pub before: Option<usize>,
    /// 1-based line number in the text after, for lines that stand there.
    pub after: Option<usize>,
    /// The line.
    pub text: String,
}

/// A run of changed lines with the context around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffHunk {
    /// What changes in it.
    pub changes: Vec<LineChange>,
    /// Its lines, in reading order.
    pub lines: Vec<DiffLine>,
}

/// Neighbouring lines that differ. Lines count from 0; either range may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineChange {
    /// What goes, in lines of the text before.
    pub before: Range<usize>,
    /// What comes in its place, in lines of the text after.
    pub after: Range<usize>,
}

/// The changes of lines that turn `before` into `after`, in order. A line counts with its break.
pub fn line_changes(before: &str, after: &str) -> Vec<LineChange> {
    let input = InternedInput::new(before, after);
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    let range = |range: Range<u32>| range.start as usize..range.end as usize;
    diff.hunks().map(|hunk| LineChange { before: range(hunk.before), after: range(hunk.after) }).collect()
}

/// The hunks that turn `before` into `after`, each with up to `context` unchanged lines on both sides.
pub fn diff_lines(before: &str, after: &str, context: usize) -> Vec<DiffHunk> {
    let changes = line_changes(before, after);
    let (before, after): (Vec<&str>, Vec<&str>) = (lines(before).collect(), lines(after).collect());
    let near = |a: &LineChange, b: &LineChange| b.before.start - a.before.end <= 2 * context;
    changes.chunk_by(near).map(|group| hunk(group, context, &before, &after)).collect()
}

/// The lines of a text, each with its break.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive('\n')
}

/// The lines of a text by their numbers from 0.
pub struct Lines<'t> {
    text: &'t str,
    /// Where each line starts, and the end of the text.
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Finds the lines.
    pub fn of(text: &'t str) -> Self {
        let ends = lines(text).scan(0, |at, line| {
            *at += line.len();
            Some(*at)
        });
        Self { text, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.starts.len() - 1
    }

    /// Where some of them stand.
    pub fn span(&self, lines: Range<usize>) -> Span {
        let at = |line: usize| self.starts[line.min(self.count())];
        Span::new(at(lines.start), at(lines.end))
    }

    /// Some of them, with their breaks.
    pub fn text(&self, lines: Range<usize>) -> &'t str {
        self.span(lines).slice(self.text)
    }
}

fn hunk(changes: &[LineChange], context: usize, before: &[&str], after: &[&str]) -> DiffHunk {
    let line = |tag, before: Option<usize>, after: Option<usize>, text: &str| DiffLine {
        tag,
        before: before.map(|at| at + 1),
        after: after.map(|at| at + 1),
        text: text.trim_end_matches(['\n', '\r']).to_owned(),
    };
    // Unchanged lines stand at the same distance from the change behind or before them in both texts.
    let equal = |from: usize, count: usize, after: usize| {
        (0..count).map(move |at| line(DiffTag::Equal, Some(from + at), Some(after + at), before[from + at]))
    };
    let mut lines = Vec::new();
    let mut ahead = changes.first().map_or(0, |first| first.before.start.min(context));
    for (at, change) in changes.iter().enumerate() {
        lines.extend(equal(change.before.start - ahead, ahead, change.after.start - ahead));
        lines.extend(change.before.clone().map(|at| line(DiffTag::Delete, Some(at), None, before[at])));
        lines.extend(change.after.clone().map(|at| line(DiffTag::Insert, None, Some(at), after[at])));
        ahead = changes.get(at + 1).map_or(0, |next| next.before.start - change.before.end);
    }
    if let Some(last) = changes.last() {
        lines.extend(equal(last.before.end, context.min(before.len() - last.before.end), last.after.end));
    }
    DiffHunk { changes: changes.to_vec(), lines }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_changed_line_is_one_hunk_with_its_numbers() {
        let hunks = diff_lines("a\nb\nc\n", "a\nB\nc\n", 1);
        assert_eq!(hunks.len(), 1);
        let tags: Vec<_> = hunks[0].lines.iter().map(|l| (l.tag, l.before, l.after)).collect();
        assert_eq!(
            tags,
            [
                (DiffTag::Equal, Some(1), Some(1)),
                (DiffTag::Delete, Some(2), None),
                (DiffTag::Insert, None, Some(2)),
                (DiffTag::Equal, Some(3), Some(3)),
            ]
        );
    }

    #[test]
    fn equal_texts_have_no_hunks() {
        assert!(diff_lines("a\r\n", "a\r\n", 3).is_empty());
    }

    #[test]
    fn changes_whose_context_meets_are_one_hunk() {
        let before = "a\nb\nc\nd\ne\nf\ng\nh";
        let shown = |context: usize| -> Vec<String> {
            let mark = |tag| match tag {
                DiffTag::Equal => ' ',
                DiffTag::Insert => '+',
                DiffTag::Delete => '-',
            };
            let hunks = diff_lines(before, "A\nb\nc\nd\nx\ne\nf\ng\nh\n", context);
            hunks
                .iter()
                .map(|hunk| hunk.lines.iter().flat_map(|l| [mark(l.tag).to_string(), l.text.clone()]).collect())
                .collect()
        };
        assert_eq!(shown(1), ["-a+A b", " d+x e", " g-h+h"]);
        assert_eq!(shown(2), ["-a+A b c d+x e f g-h+h"]);
        assert_eq!(shown(0), ["-a+A", "+x", "-h+h"]);
    }
}
