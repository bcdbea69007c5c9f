//! Reading the lines above a caret by their indentation.

use super::flow::{self, Flow};
use super::words;
use super::{Place, Slot, Step};
use crate::text::Span;

/// A key or dash that is still open: what is more indented belongs to it.
struct Frame<'t> {
    column: usize,
    step: Step<'t>,
    /// Whether a value began on its own line, so that what is more indented goes on with that.
    filled: bool,
}

/// What is open after the lines that were read.
struct Scan<'t> {
    text: &'t str,
    frames: Vec<Frame<'t>>,
    flow: Vec<Flow<'t>>,
    /// The column of the key or dash whose block scalar is being read.
    block: Option<usize>,
}

pub(super) fn place(text: &str, offset: usize) -> Option<Place<'_>> {
    let mut caret = offset.min(text.len());
    while !text.is_char_boundary(caret) {
        caret -= 1;
    }
    let line = text[..caret].rfind('\n').map_or(0, |at| at + 1);
    let mut scan = Scan { text, frames: Vec::new(), flow: Vec::new(), block: None };
    let mut at = entry_start(text, line);
    while at < line {
        let next = text[at..line].find('\n').map_or(line, |end| at + end + 1);
        scan.line(at, next);
        at = next;
    }
    scan.caret(line, caret)
}

/// The start of the top-level entry that the line belongs to.
fn entry_start(text: &str, line: usize) -> usize {
    let begins = |at: usize| {
        let first = text[at..].chars().next();
        first.is_some_and(|c| !c.is_whitespace() && !matches!(c, '#' | '-' | ']' | '}' | ','))
            || text[at..].starts_with("---")
    };
    let mut at = line;
    while at > 0 && !begins(at) {
        at = text[..at - 1].rfind('\n').map_or(0, |end| end + 1);
    }
    at
}

impl<'t> Scan<'t> {
    /// Reads a whole line.
    fn line(&mut self, from: usize, to: usize) {
        let to = from + self.text[from..to].trim_end().len();
        let start = words::after_spaces(self.text, from, to);
        if start == to {
            return;
        }
        let column = start - from;
        if self.goes_on(column, &self.text[start..to]) {
            if self.block.is_none() {
                flow::read(self.text, start, to, &mut self.flow);
            }
            return;
        }
        if !self.text[start..to].starts_with('#') && !self.text[start..to].starts_with("---") {
            let rest = self.dashes(from, start, to);
            match words::key(self.text, rest, to) {
                Some((key, value)) => {
                    self.open(rest - from, Step::Key(key));
                    self.value(value, to);
                }
                None => self.value(rest, to),
            }
        }
    }

    /// Whether a line of that indentation goes on with a block scalar or an open bracket; closes both otherwise.
    fn goes_on(&mut self, column: usize, content: &str) -> bool {
        if let Some(parent) = self.block {
            if column > parent {
                return true;
            }
            self.block = None;
        }
        if self.flow.is_empty() {
            return false;
        }
        // An unfinished line above may have left a bracket open; what is not more indented is not in it.
        if column > self.column() || content.starts_with([']', '}']) {
            return true;
        }
        self.flow.clear();
        false
    }

    /// The column of the innermost open key or dash.
    fn column(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.column)
    }

    /// Opens the dashes at `at`, gives what follows them.
    fn dashes(&mut self, line: usize, mut at: usize, to: usize) -> usize {
        while self.text[at..to].starts_with("- ") || &self.text[at..to] == "-" {
            let column = at - line;
            // A list may stand at the column of its key, so the key stays open.
            let stays = |frame: &Frame<'_>| {
                frame.column < column || frame.column == column && matches!(frame.step, Step::Key(_))
            };
            while self.frames.last().is_some_and(|frame| !stays(frame)) {
                self.frames.pop();
            }
            self.frames.push(Frame { column, step: Step::Item, filled: false });
            at = words::after_spaces(self.text, at + 1, to);
        }
        at
    }

    /// Closes what a key at this column does not belong to.
    fn close(&mut self, column: usize) {
        while self.frames.last().is_some_and(|frame| frame.column >= column) {
            self.frames.pop();
        }
    }

    fn open(&mut self, column: usize, step: Step<'t>) {
        self.close(column);
        self.frames.push(Frame { column, step, filled: false });
    }

    /// Reads what stands behind a key or dash.
    fn value(&mut self, at: usize, to: usize) {
        let (at, reference) = words::after_properties(self.text, at, to);
        match self.text[at..to].chars().next() {
            Some('|' | '>') => self.block = Some(self.column()),
            Some('[' | '{') => {
                flow::read(self.text, at, to, &mut self.flow);
                if let Some(first) = self.flow.first_mut() {
                    first.reference = reference;
                }
            }
            None | Some('#') => {}
            Some(_) => {
                if let Some(frame) = self.frames.last_mut() {
                    frame.filled = true;
                }
            }
        }
    }

    /// Reads the caret's line as far as the caret.
    fn caret(mut self, line: usize, caret: usize) -> Option<Place<'t>> {
        let start = words::after_spaces(self.text, line, caret);
        if self.goes_on(start - line, &self.text[start..caret]) {
            if self.block.is_some() {
                return Some(self.place(Slot::Text, caret, caret, caret - line));
            }
            flow::read(self.text, start, caret, &mut self.flow);
            return self.in_flow(line, caret);
        }
        if words::comment_before(self.text, line, caret) {
            return None;
        }
        let rest = self.dashes(line, start, caret);
        // `-` without a space is no dash yet.
        if rest == caret && self.text[start..caret].ends_with('-') {
            return None;
        }
        let (slot, value) = match words::key(self.text, rest, caret) {
            Some((_, value)) if self.text[..value].ends_with(':') => return None,
            Some((key, value)) => {
                self.open(rest - line, Step::Key(key));
                (Slot::Value, value)
            }
            None => {
                self.close(rest - line);
                (Slot::Node, rest)
            }
        };
        let filled = self.frames.last().is_some_and(|frame| frame.filled);
        if slot == Slot::Node && filled {
            return Some(self.place(Slot::Text, caret, caret, rest - line));
        }
        self.value(value, caret);
        let (word, _) = words::after_properties(self.text, value, caret);
        if self.text[word..caret].starts_with(['[', '{']) {
            return self.in_flow(line, caret);
        }
        if self.block.is_some() {
            return None;
        }
        Some(self.place(slot, word, caret, rest - line))
    }

    fn in_flow(self, line: usize, caret: usize) -> Option<Place<'t>> {
        let open = self.flow.last()?;
        let slot = if open.expects_key() { Slot::Key } else { Slot::Value };
        let start = open.start.max(line);
        let word = start + (self.text[start..caret].len() - self.text[start..caret].trim_start().len());
        Some(self.place(slot, word, caret, word - line))
    }

    fn place(self, slot: Slot, word: usize, caret: usize, column: usize) -> Place<'t> {
        let flow = !self.flow.is_empty();
        let quote = self.text[word..caret].chars().next().filter(|c| matches!(c, '\'' | '"'));
        let from = word + usize::from(quote.is_some());
        let to = match slot {
            Slot::Text => caret,
            _ => words::end(self.text, caret, flow, quote),
        };
        let after = self.text[to..].strip_prefix(quote.unwrap_or('\0')).unwrap_or(&self.text[to..]);
        let colon = after.trim_start_matches(' ').starts_with(':');
        let mut path: Vec<_> = self.frames.iter().map(|frame| frame.step).collect();
        path.extend(self.flow.iter().filter_map(Flow::step));
        Place { path, slot, flow, quote, word: Span::new(from, to), column, colon }
    }
}
