//! A document: the text, its tree, and what is wrong with it.

use std::rc::Rc;

use super::build::Builder;
use super::node::{Kind, Node, NodeId, NodeRef};
use super::recover;
use crate::text::{LineIndex, Position, Span};

/// Why bytes are no text that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecodeError {
    /// Not UTF-8; the offset of the first byte that is not.
    NotUtf8 {
        /// Bytes from the start of the file.
        offset: usize,
    },
    /// A NUL byte: a binary file, not a text.
    Binary {
        /// Bytes from the start of the file.
        offset: usize,
    },
    /// UTF-16, which GitLab's parser would have to guess at.
    Utf16,
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            DecodeError::Binary { offset } => write!(f, "the file is binary: byte {offset} is zero"),
            DecodeError::NotUtf8 { offset } => {
                write!(f, "the file is not UTF-8: byte {offset} does not fit; save it as UTF-8")
            }
            DecodeError::Utf16 => write!(f, "the file is UTF-16; save it as UTF-8"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// The text of bytes that could be opened.
pub type Decoded = String;

/// A place where the text is no YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// What is wrong, in the parser's words.
    pub message: String,
    /// Where; empty where the parser names a point.
    pub span: Span,
}

/// A text and its tree. Immutable: an edit makes a new one.
#[derive(Clone)]
pub struct Document {
    text: Rc<str>,
    lines: Rc<LineIndex>,
    pub(super) nodes: Vec<Node>,
    /// The root of each YAML document of the stream; none where it is empty.
    roots: Vec<NodeId>,
    errors: Vec<SyntaxError>,
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document").field("bytes", &self.text.len()).field("errors", &self.errors).finish()
    }
}

impl Document {
    /// Decodes the bytes of a file. A byte order mark stays in the text.
    pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            return Err(DecodeError::Utf16);
        }
        if let Some(offset) = bytes.iter().position(|&byte| byte == 0) {
            return Err(DecodeError::Binary { offset });
        }
        let text = std::str::from_utf8(bytes).map_err(|error| DecodeError::NotUtf8 { offset: error.valid_up_to() })?;
        Ok(text.to_owned())
    }

    /// Reads `text`. Never fails: where it is no YAML, the errors say so, and the tree holds the top-level entries
    /// that could be read each on its own.
    pub fn parse(text: impl Into<Rc<str>>) -> Self {
        let text: Rc<str> = text.into();
        let lines = Rc::new(LineIndex::new(&text));
        let mut builder = Builder::new(&text);
        let (nodes, roots, errors) = match builder.read_stream() {
            Ok(()) => {
                let errors = builder.unknown_aliases();
                (builder.nodes, builder.roots, errors)
            }
            Err(error) => recover::by_top_level_entries(&text, error),
        };
        Self { text, lines, nodes, roots, errors }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The whole text, shared.
    pub fn shared_text(&self) -> Rc<str> {
        self.text.clone()
    }

    /// Lines and columns of the text.
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// Line and column of a byte offset.
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, offset)
    }

    /// What is no YAML. While this is not empty, edits are refused.
    pub fn errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// Whether all of it is YAML.
    pub fn is_sound(&self) -> bool {
        self.errors.is_empty()
    }

    /// The roots of the YAML documents of the text.
    pub fn roots(&self) -> impl ExactSizeIterator<Item = NodeRef<'_>> {
        self.roots.iter().map(|&id| NodeRef { document: self, id })
    }

    /// The header document with `spec:`, where there is one: GitLab takes the first of several documents as such if it
    /// is a mapping with that key (lib/gitlab/ci/config/yaml/documents.rb).
    pub fn header(&self) -> Option<NodeRef<'_>> {
        let first = self.roots().next()?;
        (self.roots.len() > 1 && first.get("spec").is_some()).then_some(first)
    }

    /// The root of the document that holds the configuration: the last one after a header, else the first.
    ///
    /// GitLab splits a text into at most three documents; what follows the third belongs to it.
    pub fn root(&self) -> Option<NodeRef<'_>> {
        match self.header() {
            Some(_) => self.roots().nth(self.roots.len().min(3) - 1),
            None => self.roots().next(),
        }
    }

    /// The top-level mapping of the configuration, where there is one.
    pub fn top(&self) -> Option<NodeRef<'_>> {
        self.root().filter(|root| root.kind() == Kind::Mapping)
    }

    /// The node of an index that this document gave out.
    pub fn node(&self, id: NodeId) -> Option<NodeRef<'_>> {
        self.nodes.get(id.0 as usize).map(|_| NodeRef { document: self, id })
    }

    /// Every node, in the order in which they were read.
    pub fn all_nodes(&self) -> impl Iterator<Item = NodeRef<'_>> {
        (0..self.nodes.len() as u32).map(|id| NodeRef { document: self, id: NodeId(id) })
    }

    /// The aliases that stand for this node.
    pub fn aliases_of<'d>(&'d self, node: NodeRef<'d>) -> impl Iterator<Item = NodeRef<'d>> {
        self.all_nodes().filter(move |alias| alias.kind() == Kind::Alias && alias.resolved() == Some(node))
    }

    /// The path of collections and scalars around an offset, innermost last: what a caret in the text is on.
    pub fn path_at(&self, offset: usize) -> Vec<NodeRef<'_>> {
        let mut path = Vec::new();
        let mut inside = self.roots().find(|root| root.full_span().touches(offset));
        while let Some(node) = inside {
            path.push(node);
            let children = self.nodes[node.id.0 as usize].children.iter();
            inside =
                children.map(|&id| NodeRef { document: self, id }).rfind(|child| child.full_span().touches(offset));
        }
        path
    }
}
