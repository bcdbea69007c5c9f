//! Where a caret stands in a text: the keys and items that lead there, and the word under it.
//!
//! A text that is just being typed is mostly no YAML, and then the document has no tree around the caret. So this reads
//! lines: those from the start of the top-level entry to the caret, by their indentation, brackets and quotes. It never
//! fails; where there is nothing to say, say in a comment, there is no place.

mod flow;
mod scan;
mod words;

use crate::text::Span;

pub use words::{siblings, variable_at, VariableWord};

/// One step from the top level to the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'t> {
    /// Into the value of that key.
    Key(&'t str),
    /// Into an item of a list.
    Item,
    /// Into an item of `!reference […]`: of its first, or of a later one, with what the first says.
    Reference(Option<&'t str>),
}

/// What may be written at the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// A whole node that begins its line or follows a dash: a key, or a value.
    Node,
    /// A value behind its key on the same line, or an item in brackets.
    Value,
    /// A key in braces.
    Key,
    /// More of a text that began on a line above.
    Text,
}

/// Where a caret stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<'t> {
    /// The steps from the top level to what may be written here.
    pub path: Vec<Step<'t>>,
    /// What may be written.
    pub slot: Slot,
    /// Whether it is in brackets or braces.
    pub flow: bool,
    /// The quote that the word began with.
    pub quote: Option<char>,
    /// The key or value that the caret is on, quotes and what follows apart; empty between two.
    pub word: Span,
    /// How far the word, or what could stand there, is from the start of its line, in bytes.
    pub column: usize,
    /// Whether a colon follows the word.
    pub colon: bool,
}

impl<'t> Place<'t> {
    /// The place of the caret at `offset`.
    pub fn at(text: &'t str, offset: usize) -> Option<Self> {
        scan::place(text, offset)
    }

    /// The top-level key that it is under: mostly the job.
    pub fn top(&self) -> Option<&'t str> {
        match self.path.first() {
            Some(Step::Key(name)) => Some(name),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The place of the mark `^`, its path joined by dots, with the slot and the word.
    fn place(marked: &str) -> Option<(String, Slot, String)> {
        let at = marked.find('^').unwrap();
        let text = marked.replacen('^', "", 1);
        let place = Place::at(&text, at)?;
        let step = |step: &Step<'_>| match step {
            Step::Key(key) => (*key).to_owned(),
            Step::Item => "-".to_owned(),
            Step::Reference(job) => format!("!{}", job.unwrap_or_default()),
        };
        let path = place.path.iter().map(step).collect::<Vec<_>>().join(".");
        Some((path, place.slot, place.word.slice(&text).to_owned()))
    }

    fn assert_place(marked: &str, path: &str, slot: Slot, word: &str) {
        assert_eq!(place(marked), Some((path.to_owned(), slot, word.to_owned())), "{marked}");
    }

    #[test]
    fn indentation_tells_what_a_line_belongs_to() {
        assert_place("sta^", "", Slot::Node, "sta");
        assert_place("a:\n  x: 1\nsta^", "", Slot::Node, "sta");
        assert_place("build:\n  sta^", "build", Slot::Node, "sta");
        assert_place("build:\n  script: make\n  ^", "build", Slot::Node, "");
        assert_place("build:\n  artifacts:\n    reports:\n      ju^", "build.artifacts.reports", Slot::Node, "ju");
        assert_place("build:\n  artifacts:\n    paths:\n      - a\n    wh^\n", "build.artifacts", Slot::Node, "wh");
        assert_place("build:\n  script:\n  - make\n  st^", "build", Slot::Node, "st");
    }

    #[test]
    fn the_word_is_whole_and_lines_below_do_not_matter() {
        assert_place("build:\n  st^age: test\nb: [", "build", Slot::Node, "stage");
        assert_place("build:\n  stage: te^st # x\n", "build.stage", Slot::Value, "test");
        assert_place("build:\n  needs: [a, b^c, d]\n", "build.needs.-", Slot::Value, "bc");
    }

    #[test]
    fn values_stand_behind_their_key() {
        assert_place("build:\n  stage: ^", "build.stage", Slot::Value, "");
        assert_place("build:\n  when: &w man^", "build.when", Slot::Value, "man");
        assert_place("build:\n  stage: 'te^st'\n", "build.stage", Slot::Value, "test");
        assert_eq!(place("build:\n  stage:^"), None);
    }

    #[test]
    fn items_stand_behind_their_dash() {
        assert_place("build:\n  needs:\n    - ^", "build.needs.-", Slot::Node, "");
        assert_place("build:\n  needs:\n  - a\n  - b^", "build.needs.-", Slot::Node, "b");
        assert_place("build:\n  rules:\n    - if: $A\n      wh^", "build.rules.-", Slot::Node, "wh");
        assert_place("build:\n  rules:\n    - if: $A^", "build.rules.-.if", Slot::Value, "$A");
        assert_place("stages:\n- a\n- ^", "stages.-", Slot::Node, "");
        assert_place("build:\n  rules:\n    - if: $A\n    - ^", "build.rules.-", Slot::Node, "");
    }

    #[test]
    fn brackets_and_braces_count_over_lines() {
        assert_place("build:\n  needs: [^", "build.needs.-", Slot::Value, "");
        assert_place("build:\n  needs: [a,\n    b, ^", "build.needs.-", Slot::Value, "");
        assert_place("build: {sta^", "build", Slot::Key, "sta");
        assert_place("build: {stage: te^}", "build.stage", Slot::Value, "te");
        assert_place("build:\n  needs: [{job: a, arti^", "build.needs.-", Slot::Key, "arti");
        assert_place("build:\n  needs: [\"a, b\", ^", "build.needs.-", Slot::Value, "");
    }

    #[test]
    fn a_bracket_left_open_does_not_swallow_the_next_key() {
        assert_place("build:\n  needs: [a\n  sta^", "build", Slot::Node, "sta");
    }

    #[test]
    fn text_in_a_block_is_no_yaml() {
        assert_place("build:\n  script:\n    - |\n      echo x: $C^\n", "build.script.-", Slot::Text, "");
        assert_place("build:\n  script: |\n    a: [\n  st^", "build", Slot::Node, "st");
        assert_place("build:\n  script: make\n    al^", "build.script", Slot::Text, "");
    }

    #[test]
    fn references_know_their_job() {
        assert_place("a:\n  script:\n    - !reference [^", "a.script.-.!", Slot::Value, "");
        assert_place("a:\n  script: !reference [.x, scr^", "a.script.!.x", Slot::Value, "scr");
    }

    #[test]
    fn there_is_no_place_in_comments_and_behind_what_is_closed() {
        assert_eq!(place("# sta^"), None);
        assert_eq!(place("a:\n  stage: x # st^"), None);
        assert_eq!(place("a:\n  needs: [b] ^"), None);
    }

    #[test]
    fn any_offset_of_any_text_is_fine() {
        let text = "é: [\"ü\r\n- - ? |\n{ 'a: }]\n  !reference [\n\t- :\n";
        for offset in 0..text.len() + 2 {
            let _ = Place::at(text, offset);
        }
    }
}
