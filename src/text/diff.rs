//! Line differences between two texts, as hunks with context.

use similar::{ChangeTag, TextDiff};

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
    /// Its lines, in reading order.
    pub lines: Vec<DiffLine>,
}

/// The hunks that turn `before` into `after`, each with up to `context` unchanged lines on both sides.
pub fn diff_lines(before: &str, after: &str, context: usize) -> Vec<DiffHunk> {
    let diff = TextDiff::from_lines(before, after);
    diff.grouped_ops(context)
        .iter()
        .map(|ops| DiffHunk {
            lines: ops.iter().flat_map(|op| diff.iter_changes(op)).map(|change| line(&change)).collect(),
        })
        .collect()
}

fn line(change: &similar::Change<&str>) -> DiffLine {
    DiffLine {
        tag: match change.tag() {
            ChangeTag::Equal => DiffTag::Equal,
            ChangeTag::Insert => DiffTag::Insert,
            ChangeTag::Delete => DiffTag::Delete,
        },
        before: change.old_index().map(|index| index + 1),
        after: change.new_index().map(|index| index + 1),
        text: change.value().trim_end_matches(['\n', '\r']).to_owned(),
    }
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
}
