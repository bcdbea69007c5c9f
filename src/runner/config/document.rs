//! A `config.toml` as it was opened: its text, and what it says.

use std::rc::Rc;

use super::tree::{self, Kind, Node, SyntaxError, Table};
use crate::text::{LineIndex, Position, Span};
use crate::yaml::Document as Yaml;

/// The largest file that is opened, in bytes. A machine with a hundred runners has some 100 kB.
pub const SIZE_LIMIT: usize = 1024 * 1024;

/// Why a file can't be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// More bytes than [`SIZE_LIMIT`].
    TooLarge,
    /// It is no text.
    NoText,
}

/// One part of a [`Path`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The value of a key.
    Key(String),
    /// The item of a list.
    Item(usize),
}

/// Where something stands in the file: from the root by keys and items.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// A runner, counted from 0.
    pub fn runner(index: usize) -> Self {
        Self(vec![Step::Key("runners".to_owned()), Step::Item(index)])
    }

    /// An entry of what this path leads to.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.push(Step::Key(key.into()));
        self
    }

    /// An item of what this path leads to.
    pub fn item(mut self, index: usize) -> Self {
        self.0.push(Step::Item(index));
        self
    }
}

/// The file. Reading it never fails; where it is no TOML it says why.
#[derive(Debug, Clone)]
pub struct Document {
    text: Rc<str>,
    tree: Result<Table, SyntaxError>,
    lines: LineIndex,
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Document {
    /// Reads a text.
    pub fn new(text: impl Into<Rc<str>>) -> Self {
        let text = text.into();
        Self { tree: tree::read(&text), lines: LineIndex::new(&text), text }
    }

    /// Reads a file.
    pub fn open(bytes: &[u8]) -> Result<Self, OpenError> {
        if bytes.len() > SIZE_LIMIT {
            return Err(OpenError::TooLarge);
        }
        // Bytes are made text as those of a pipeline are.
        let text = Yaml::decode(bytes).map_err(|_| OpenError::NoText)?;
        Ok(Self::new(text))
    }

    /// The text, byte for byte.
    pub fn text(&self) -> &Rc<str> {
        &self.text
    }

    /// What it says.
    pub fn tree(&self) -> Result<&Table, &SyntaxError> {
        self.tree.as_ref()
    }

    /// The runners, where they are tables as GitLab Runner writes them.
    pub fn runners(&self) -> &[Node] {
        self.tree().ok().and_then(|root| root.get("runners")).and_then(Node::items).unwrap_or_default()
    }

    /// What a path leads to.
    pub fn find(&self, path: &Path) -> Option<&Node> {
        let (first, rest) = path.0.split_first()?;
        let Step::Key(key) = first else { return None };
        let start = self.tree().ok()?.get(key)?;
        rest.iter().try_fold(start, |node, step| match (step, &node.kind) {
            (Step::Key(key), Kind::Table(table)) => table.get(key),
            (Step::Item(index), Kind::List(items) | Kind::Tables(items)) => items.get(*index),
            _ => None,
        })
    }

    /// Line and column of a place.
    pub fn position(&self, span: Span) -> Position {
        self.lines.position(&self.text, span.from().min(self.text.len()))
    }

    /// The lines.
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }
}
