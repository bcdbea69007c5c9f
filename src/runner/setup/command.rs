//! A command as words, of which one may be a secret.

use super::shell::quote;
use crate::runner::config::MASK;

/// A word of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// A value: it is quoted.
    Value(String),
    /// A piece of shell: it stands as it is.
    Shell(&'static str),
    /// The token: shown masked unless that is asked for.
    Secret(String),
}

/// A command, in the lines in which it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Command {
    /// The words of each line.
    pub lines: Vec<Vec<Word>>,
}

impl Command {
    /// A command that begins with these words.
    pub(super) fn new(words: &str) -> Self {
        Self::default().line(words.split(' '))
    }

    /// A further line of values.
    pub(super) fn line<T: Into<String>>(mut self, words: impl IntoIterator<Item = T>) -> Self {
        self.lines.push(words.into_iter().map(|word| Word::Value(word.into())).collect());
        self
    }

    /// A further line of any words.
    pub(super) fn words(mut self, words: Vec<Word>) -> Self {
        self.lines.push(words);
        self
    }

    /// The command as a shell reads it, with its secret or a mask in its place.
    pub fn text(&self, reveal: bool) -> String {
        let word = |word: &Word| match word {
            Word::Value(text) => quote(text),
            Word::Shell(text) => (*text).to_owned(),
            Word::Secret(secret) if reveal => quote(secret),
            Word::Secret(_) => MASK.to_owned(),
        };
        let line = |words: &Vec<Word>| words.iter().map(word).collect::<Vec<_>>().join(" ");
        self.lines.iter().map(line).collect::<Vec<_>>().join(" \\\n  ")
    }
}
