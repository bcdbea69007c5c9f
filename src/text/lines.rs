//! Lines and columns of byte offsets, and their UTF-16 offsets (which the browser counts in).

use super::{Span, Transaction};

/// A place for people: 1-based line, 1-based column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// 1-based.
    pub line: u32,
    /// 1-based, in characters (Unicode scalar values).
    pub column: u32,
}

/// Where the lines of one text start. A line ends with LF, CRLF or a lone CR, as YAML counts them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineIndex {
    /// Byte offset of each line's first character.
    starts: Vec<u32>,
    /// UTF-16 offset of each line's first character.
    starts_utf16: Vec<u32>,
}

impl LineIndex {
    /// Indexes `text` in one pass.
    pub fn new(text: &str) -> Self {
        let mut index = Self { starts: vec![0], starts_utf16: vec![0] };
        index.read(text, Span::new(0, text.len()), 0);
        index
    }

    /// The index of a text after an edit, of which this is the text before: read only where the edit changed something.
    pub fn edited(&self, before: &str, transaction: &Transaction, after: &str) -> Self {
        let (Some(first), Some(last)) = (transaction.changes().first(), transaction.changes().last()) else {
            return self.clone();
        };
        let growth = after.len() as i64 - before.len() as i64;
        // Whether a line starts somewhere is for the characters on both sides to say.
        let kept = self.starts.partition_point(|start| *start < first.span.start).max(1);
        let behind = self.starts.partition_point(|start| *start <= last.span.end);
        let mut index = Self { starts: Vec::new(), starts_utf16: Vec::new() };
        index.starts.reserve(self.starts.len() + 16);
        index.starts_utf16.reserve(self.starts.len() + 16);
        index.starts.extend_from_slice(&self.starts[..kept]);
        index.starts_utf16.extend_from_slice(&self.starts_utf16[..kept]);
        let from = self.starts[kept - 1] as usize;
        let changed = Span::new(from, (last.span.to() as i64 + growth) as usize);
        let length = index.read(after, changed, self.starts_utf16[kept - 1]);
        let length_before = utf16_length(Span::new(from, last.span.to()).slice(before));
        let growth_utf16 = i64::from(length) - i64::from(length_before);
        let moved =
            |list: &[u32], by: i64| -> Vec<u32> { list.iter().map(|at| (i64::from(*at) + by) as u32).collect() };
        index.starts.extend(moved(&self.starts[behind..], growth));
        index.starts_utf16.extend(moved(&self.starts_utf16[behind..], growth_utf16));
        index
    }

    /// Adds the lines that start in a part of a text, which `utf16` code units stand before. Gives those of the part.
    fn read(&mut self, text: &str, part: Span, utf16: u32) -> u32 {
        let bytes = text.as_bytes();
        let read = part.slice(text);
        let is_ascii = read.is_ascii();
        // Where a code unit is a byte, only the ends of lines are to be looked for.
        let mut behind = utf16.wrapping_sub(part.start);
        let mut at_char = 0;
        for (at, byte) in read.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'\n' | b'\r')) {
            let at = part.from() + at;
            if byte == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                continue;
            }
            let start = at + 1;
            if !is_ascii {
                let line = Span::new(part.from() + at_char, start).slice(text);
                behind = behind.wrapping_sub(line.len() as u32).wrapping_add(utf16_length(line));
                at_char = start - part.from();
            }
            self.starts.push(start as u32);
            self.starts_utf16.push(behind.wrapping_add(start as u32));
        }
        utf16_length(read)
    }

    /// Number of lines; a text that ends with a line break has an empty last line.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// 0-based line of a byte offset.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= offset).saturating_sub(1)
    }

    /// Byte offset at which a 0-based line starts; the last line's for lines beyond the end.
    pub fn start_of(&self, line: usize) -> usize {
        self.starts[line.min(self.starts.len() - 1)] as usize
    }

    /// Line and column of a byte offset in `text`, the text that this index was made of.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.line_of(offset);
        let before = Span::new(self.start_of(line), offset.min(text.len())).slice(text);
        let column = before.chars().filter(|&c| c != '\u{feff}').count();
        Position { line: line as u32 + 1, column: column as u32 + 1 }
    }

    /// The UTF-16 offset of a byte offset in `text`.
    pub fn utf16(&self, text: &str, offset: usize) -> u32 {
        let line = self.line_of(offset);
        let before = Span::new(self.start_of(line), offset.min(text.len())).slice(text);
        self.starts_utf16[line] + before.encode_utf16().count() as u32
    }

    /// The byte offset of a UTF-16 offset in `text`; inside a surrogate pair, that of the character's start.
    pub fn byte_of_utf16(&self, text: &str, utf16: u32) -> usize {
        let line = self.starts_utf16.partition_point(|&start| start <= utf16).saturating_sub(1);
        let mut left = utf16 - self.starts_utf16[line];
        let mut at = self.start_of(line);
        for c in text[at..].chars() {
            let width = c.len_utf16() as u32;
            if left < width {
                break;
            }
            left -= width;
            at += c.len_utf8();
        }
        at
    }
}

fn utf16_length(text: &str) -> u32 {
    if text.is_ascii() {
        text.len() as u32
    } else {
        text.chars().map(|c| c.len_utf16() as u32).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Change;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_edited_index_is_that_of_the_edited_text(
            text in "[a\\n\\ré😀]{0,20}",
            edits in prop::collection::vec((0usize..21, 0usize..4, "[b\\n\\ré😀]{0,3}"), 0..4),
        ) {
            let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let changes = edits.into_iter().map(|(at, length, insert)| {
                let start = floor(at);
                Change { span: Span::new(start, floor(start + length)), insert }
            });
            if let Ok(transaction) = Transaction::new(changes.collect()) {
                let after = transaction.apply(&text);
                prop_assert_eq!(LineIndex::new(&text).edited(&text, &transaction, &after), LineIndex::new(&after));
            }
        }
    }

    #[test]
    fn lines_end_with_lf_crlf_or_cr() {
        let index = LineIndex::new("a\nb\r\nc\rd");
        assert_eq!(index.count(), 4);
        assert_eq!(index.line_of(0), 0);
        assert_eq!(index.line_of(2), 1);
        assert_eq!(index.line_of(5), 2);
        assert_eq!(index.line_of(7), 3);
    }

    #[test]
    fn columns_count_characters_and_a_byte_order_mark_is_none() {
        let text = "\u{feff}é: 😀x";
        let index = LineIndex::new(text);
        let x = text.find('x').unwrap();
        assert_eq!(index.position(text, x), Position { line: 1, column: 5 });
    }

    #[test]
    fn utf16_offsets_come_back_as_the_same_bytes() {
        let text = "é\n😀: x\r\n😀";
        let index = LineIndex::new(text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(index.byte_of_utf16(text, index.utf16(text, at)), at);
        }
    }
}
