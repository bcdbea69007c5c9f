//! What stands between nodes: blanks, line breaks, comments. Finds indicators and lines; knows no tree.

/// The first byte at or after `at` that is neither blank, line break, byte order mark nor inside a comment.
///
/// Only sound where `at` lies between tokens: there every `#` starts a comment.
pub(super) fn skip(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        match bytes.get(at) {
            Some(b' ' | b'\t' | b'\n' | b'\r') => at += 1,
            Some(0xEF) if bytes[at..].starts_with(&[0xEF, 0xBB, 0xBF]) => at += 3,
            Some(b'#') => at = line_end(text, at),
            _ => return at,
        }
    }
}

/// The end of the line that holds `at`, before its line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text.as_bytes()[at..].iter().position(|b| matches!(b, b'\n' | b'\r')).map_or(text.len(), |n| at + n)
}

/// The start of the line that holds `at`.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let breaks = |i: usize| bytes[i] == b'\n' || (bytes[i] == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
    (0..at).rev().find(|&i| breaks(i)).map_or(0, |i| i + 1)
}

/// The start of the line after the one that holds `at`: past its line break, or the end of the text.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    let end = line_end(text, at);
    let rest = &text.as_bytes()[end..];
    end + if rest.starts_with(b"\r\n") { 2 } else { usize::from(!rest.is_empty()) }
}

/// Indentation of the line that starts at `start`: its leading spaces, in bytes. A byte order mark counts as none.
pub(super) fn indent(text: &str, start: usize) -> usize {
    let line = text[start..].trim_start_matches('\u{feff}');
    line.len() - line.trim_start_matches(' ').len()
}

/// What kind of line starts at `start`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    /// Nothing but blanks.
    Blank,
    /// Blanks and a comment.
    Comment,
    /// Anything else.
    Content,
}

/// Classifies the line that starts at `start`. Only sound outside multi-line scalars.
pub(super) fn line_kind(text: &str, start: usize) -> LineKind {
    match text[start..line_end(text, start)].trim_start_matches([' ', '\t', '\u{feff}']).chars().next() {
        None => LineKind::Blank,
        Some('#') => LineKind::Comment,
        Some(_) => LineKind::Content,
    }
}

/// The line break that the text uses: that of its first line, LF where it has none.
pub(super) fn line_break(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skipping_passes_comments_and_breaks() {
        assert_eq!(skip("  # c\r\n\n  x", 0), 10);
        assert_eq!(skip("# c", 0), 3);
    }

    #[test]
    fn lines_have_starts_and_ends_with_crlf_too() {
        let text = "a\r\n  b\r\nc";
        assert_eq!(line_start(text, 5), 3);
        assert_eq!(line_end(text, 3), 6);
        assert_eq!(next_line(text, 4), 8);
        assert_eq!(line_break(text), "\r\n");
    }
}
