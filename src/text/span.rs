//! A range of bytes in a text.

use std::ops::Range;

/// A half-open range of byte offsets. Both ends lie on character boundaries of the text that they belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`, in bytes. An end before the start gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = start as u32;
        Self { start, end: (end as u32).max(start) }
    }

    /// The empty span at `at`.
    pub fn empty(at: usize) -> Self {
        Self::new(at, at)
    }

    /// First byte, as an index.
    pub fn from(self) -> usize {
        self.start as usize
    }

    /// One past the last byte, as an index.
    pub fn to(self) -> usize {
        self.end as usize
    }

    /// The bytes as a range, to slice with.
    pub fn range(self) -> Range<usize> {
        self.from()..self.to()
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `offset` lies inside or at either end.
    pub fn touches(self, offset: usize) -> bool {
        self.from() <= offset && offset <= self.to()
    }

    /// Whether the whole of `other` lies inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The part of `text` that it covers; empty where it does not fit the text.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The same span of a text that has `by` more bytes before it, or fewer. It must not come to stand before the start.
    pub fn shifted(self, by: i32) -> Span {
        Span { start: self.start.wrapping_add_signed(by), end: self.end.wrapping_add_signed(by) }
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_slices_its_text_and_never_panics_outside_it() {
        assert_eq!(Span::new(1, 3).slice("abcd"), "bc");
        assert_eq!(Span::new(3, 9).slice("abcd"), "");
        assert_eq!(Span::new(1, 2).slice("é"), "");
    }

    #[test]
    fn an_end_before_the_start_is_the_empty_span() {
        assert!(Span::new(5, 2).is_empty());
    }
}
