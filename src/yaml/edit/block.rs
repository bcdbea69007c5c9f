//! Who owns a line of a block collection.
//!
//! A comment belongs to the node below it, at most as deep as that node, with no blank line between; or to the node
//! on whose line it stands. Comments behind a node that are deeper than it belong to it too: they stood inside. A blank
//! line belongs to nobody.

use crate::text::Span;
use crate::yaml::node::NodeRef;
use crate::yaml::trivia::{self, LineKind};

/// Column of an offset, in characters; a byte order mark counts as none.
pub(super) fn column(text: &str, at: usize) -> usize {
    text[trivia::line_start(text, at)..at].chars().filter(|&c| c != '\u{feff}').count()
}

/// Where an item or entry of a block collection begins: its dash, its `?`, or the key with tag and anchor.
pub(super) fn start_of(node: NodeRef<'_>) -> usize {
    let own = node.full_span().from();
    node.indicator().map_or(own, |at| own.min(at))
}

/// Whether nothing but blanks stands before `at` on its line.
pub(super) fn starts_line(text: &str, at: usize) -> bool {
    text[trivia::line_start(text, at)..at].trim_matches([' ', '\u{feff}']).is_empty()
}

/// The start of the first line of the comments that belong to what begins at `start`, or of its own line.
pub(super) fn comments_start(text: &str, start: usize) -> usize {
    let depth = column(text, start);
    let mut first = trivia::line_start(text, start);
    while first > 0 {
        let above = trivia::line_start(text, first - 1);
        if trivia::line_kind(text, above) != LineKind::Comment || trivia::indent(text, above) > depth {
            break;
        }
        first = above;
    }
    first
}

/// The end of the last line of what ends at `end` and whose own column is `depth`: past a comment on that line and
/// past deeper comments below. Before the line break.
pub(super) fn lines_end(text: &str, end: usize, depth: usize) -> usize {
    let mut last = trivia::line_end(text, end);
    let mut at = trivia::next_line(text, end);
    while at < text.len() {
        match trivia::line_kind(text, at) {
            LineKind::Comment if trivia::indent(text, at) > depth => last = trivia::line_end(text, at),
            LineKind::Blank => {}
            _ => break,
        }
        at = trivia::next_line(text, at);
    }
    last
}

/// The whole lines of an item or entry that begins at `start` and ends at `end`: with its comments, and with the line
/// break of its last line where there is one.
pub fn owned_lines(text: &str, start: usize, end: usize) -> Span {
    let from = comments_start(text, start);
    let last = lines_end(text, end, column(text, start));
    Span::new(from, trivia::next_line(text, last).max(last))
}

/// What is deleted so that the spacing around stays: the lines themselves; where blank lines stand on both sides, those
/// behind; at the end of the text the blank lines before, so that it ends as it did.
pub(super) fn deletion(text: &str, lines: Span) -> Span {
    let before = blank_lines_before(text, lines.from());
    let after = blank_lines_after(text, lines.to());
    let at_end = after == text.len();
    if at_end {
        // The line break of the last line that stays is the text's last one only if it had one.
        let mut from = before;
        if !text.ends_with('\n') {
            from = from.saturating_sub(usize::from(text[..from].ends_with('\n')));
            from = from.saturating_sub(usize::from(text[..from].ends_with('\r')));
        }
        let to = if lines.to() == after { after } else { lines.to() };
        return Span::new(if to == after { from } else { lines.from() }, to);
    }
    let blank_before = before < lines.from() || lines.from() == 0;
    Span::new(lines.from(), if blank_before { after } else { lines.to() })
}

/// Start of the blank lines that end at the line start `at`.
pub(super) fn blank_lines_before(text: &str, at: usize) -> usize {
    let mut first = at;
    while first > 0 {
        let above = trivia::line_start(text, first - 1);
        if trivia::line_kind(text, above) != LineKind::Blank {
            break;
        }
        first = above;
    }
    first
}

/// End of the blank lines that start at the line start `at`.
pub(super) fn blank_lines_after(text: &str, at: usize) -> usize {
    let mut end = at;
    while end < text.len() && trivia::line_kind(text, end) == LineKind::Blank {
        let next = trivia::next_line(text, end);
        if next == end {
            break;
        }
        end = next;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# head\n\n# a's\na:\n  x: 1 # beside\n    # inside\n# b's\nb: 2\n";

    fn lines(of: &str, end: &str) -> &'static str {
        let start = TEXT.find(of).unwrap();
        owned_lines(TEXT, start, TEXT.find(end).unwrap() + end.len()).slice(TEXT)
    }

    #[test]
    fn comments_above_beside_and_deeper_below_belong_to_a_node() {
        assert_eq!(lines("a:", "x: 1"), "# a's\na:\n  x: 1 # beside\n    # inside\n");
        assert_eq!(lines("b:", "b: 2"), "# b's\nb: 2\n");
    }

    #[test]
    fn deleting_between_blank_lines_leaves_one() {
        let text = "a: 1\n\nb: 2\n\nc: 3\n";
        let b = owned_lines(text, 6, 10);
        assert_eq!(deletion(text, b).slice(text), "b: 2\n\n");
    }

    #[test]
    fn deleting_the_last_takes_the_blank_line_before() {
        let text = "a: 1\n\nb: 2\n";
        assert_eq!(deletion(text, owned_lines(text, 6, 10)).slice(text), "\nb: 2\n");
        let text = "a: 1\n\nb: 2";
        assert_eq!(deletion(text, owned_lines(text, 6, 10)).slice(text), "\n\nb: 2");
    }
}
