//! Lines and columns of byte offsets, and their UTF-16 offsets (which the browser counts in).

use super::Span;

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
        let (mut starts, mut starts_utf16) = (vec![0], vec![0]);
        let mut utf16 = 0u32;
        let bytes = text.as_bytes();
        for (at, c) in text.char_indices() {
            utf16 += c.len_utf16() as u32;
            let ends_line = c == '\n' || (c == '\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends_line {
                starts.push((at + 1) as u32);
                starts_utf16.push(utf16);
            }
        }
        Self { starts, starts_utf16 }
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

#[cfg(test)]
mod tests {
    use super::*;

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
