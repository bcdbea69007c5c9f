//! A document: the text, its tree, and what is wrong with it.

use std::cell::OnceCell;
use std::rc::Rc;

use super::arena::Arena;
use super::build::Builder;
use super::keys::RootKeys;
use super::node::{without_mark, Kind, NodeId, NodeRef};
use super::recover::{self, Edited, Recovered};
use super::splice;
use super::top_entries::{TopEntries, ROOT};
use crate::text::{LineIndex, Position, Span, Transaction};

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

/// A text and its tree. Immutable: an edit makes a new one. A clone costs little.
#[derive(Clone)]
pub struct Document {
    text: Rc<str>,
    lines: Rc<LineIndex>,
    pub(super) arena: Rc<Arena>,
    /// The root of each YAML document of the stream; none where it is empty.
    roots: Vec<NodeId>,
    errors: Vec<SyntaxError>,
    /// Finds the entries of the last root, which holds the jobs; made when it is first asked for.
    keys: OnceCell<RootKeys>,
    /// Made when it is first asked for.
    taken: OnceCell<Taken>,
    /// Made when they are first asked for.
    top_entries: OnceCell<Option<TopEntries>>,
    /// Of a broken text: the last sound one before it, against which the next one is read.
    base: Option<Rc<Document>>,
}

/// Documents of a stream that mean something to GitLab.
#[derive(Debug, Clone, Copy)]
struct Taken {
    header: Option<NodeId>,
    root: Option<NodeId>,
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
        let lines = LineIndex::new(&text);
        let mut builder = Builder::new(&text);
        let read = builder.read_stream();
        let (arena, roots) = (builder.arena, builder.roots);
        match read {
            Ok(()) => {
                let errors = unknown_aliases(&text, &arena);
                Self::from_parts(text, lines, arena, roots, errors)
            }
            Err(error) => {
                let recovered = recover::by_top_level_entries(&text, error);
                Self::broken(text, lines, recovered, None)
            }
        }
    }

    /// The document after an edit: what [`Document::parse`] would read of the edited text, but read again only where
    /// the edit changed something, if the rest can't read otherwise for it.
    pub fn edited(&self, transaction: &Transaction) -> Self {
        self.edited_with_origins(transaction).0
    }

    /// As [`Document::edited`], and which top-level entries were taken over as they are, of a sound document.
    pub(super) fn edited_with_origins(&self, transaction: &Transaction) -> (Self, Option<splice::Origins>) {
        let text: Rc<str> = transaction.apply(&self.text).into();
        if !self.is_sound() && self.base.is_none() {
            return (Self::parse(text), None);
        }
        match &self.base {
            Some(base) => {
                let difference = Transaction::between(&base.text, &text);
                (self.read_against(base, || base.clone(), &difference, transaction, text).0, None)
            }
            None => self.read_against(self, || Rc::new(self.clone()), transaction, transaction, text),
        }
    }

    /// The document of the text that `edit` makes of this one and `difference` of a sound one, and which entries of the sound
    /// one were taken over. A broken one keeps the sound one, `kept`, a clone of which is made only then.
    fn read_against(
        &self,
        sound: &Document,
        kept: impl Fn() -> Rc<Document>,
        difference: &Transaction,
        edit: &Transaction,
        text: Rc<str>,
    ) -> (Self, Option<splice::Origins>) {
        let lines = || self.lines.edited(&self.text, edit, &text);
        if let Some((arena, entries, origins)) = splice::splice(sound, difference, &text) {
            let (errors, lines) = (unknown_aliases(&text, &arena), lines());
            let mut document = Self::from_parts(text, lines, arena, sound.roots.clone(), errors);
            if document.is_sound() {
                document.top_entries.get_or_init(|| Some(entries));
            } else {
                document.base = Some(kept());
            }
            return (document, Some(origins));
        }
        let (from_sound, from_last) = (Edited { before: sound, edit: difference }, Edited { before: self, edit });
        if let Some(recovered) = recover::after(from_sound, from_last, &text) {
            let lines = lines();
            return (Self::broken(text, lines, recovered, Some(kept())), None);
        }
        let mut document = Self::parse(text);
        let helps = !document.is_sound() && sound.top_entries().is_some();
        document.base = helps.then(kept);
        (document, None)
    }

    fn from_parts(text: Rc<str>, lines: LineIndex, arena: Arena, roots: Vec<NodeId>, errors: Vec<SyntaxError>) -> Self {
        let (lines, arena) = (Rc::new(lines), Rc::new(arena));
        let (keys, taken, top_entries) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { text, lines, arena, roots, errors, keys, taken, top_entries, base: None }
    }

    fn broken(text: Rc<str>, lines: LineIndex, recovered: Recovered, base: Option<Rc<Document>>) -> Self {
        let Recovered { arena, errors, entries } = recovered;
        let document = Self { base, ..Self::from_parts(text, lines, arena, vec![ROOT], errors) };
        document.top_entries.get_or_init(|| entries);
        document
    }

    /// The index of the keys of this node, where it is the root with the jobs and has many.
    pub(super) fn keys_of_root(&self, id: NodeId) -> Option<&RootKeys> {
        let indexed = self.roots.last() == Some(&id) && self.arena.children_of(id).len() > RootKeys::WORTHWHILE;
        indexed.then(|| self.keys.get_or_init(|| RootKeys::new(NodeRef { document: self, id })))
    }

    /// The entries of the top level, where they can be read one by one.
    pub fn top_entries(&self) -> Option<&TopEntries> {
        self.top_entries.get_or_init(|| TopEntries::of(self)).as_ref()
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

    /// The roots that GitLab reads. It splits a text at two places at most, an empty beginning counted, reads the first
    /// document of each part, and drops those that are blank (lib/gitlab/config/loader/multi_doc_yaml.rb).
    pub fn documents(&self) -> impl Iterator<Item = NodeRef<'_>> {
        let parts = if self.roots.len() > 1 && begins_with_divider(&self.text) { 2 } else { 3 };
        self.roots().take(parts).filter(|root| !root.is_blank())
    }

    /// The header document with `spec:`, where there is one: GitLab takes the first of several documents as such if it
    /// is a mapping with that key (lib/gitlab/ci/config/yaml/documents.rb).
    pub fn header(&self) -> Option<NodeRef<'_>> {
        self.taken().header.map(|id| NodeRef { document: self, id })
    }

    /// The root of the document that holds the configuration: the last one after a header, else the first.
    pub fn root(&self) -> Option<NodeRef<'_>> {
        self.taken().root.map(|id| NodeRef { document: self, id })
    }

    /// Which documents GitLab takes for header and configuration. Found once: it may take a look at all of the text.
    fn taken(&self) -> &Taken {
        self.taken.get_or_init(|| {
            if self.roots.len() < 2 {
                return Taken { header: None, root: self.roots.first().copied() };
            }
            let documents: Vec<NodeRef<'_>> = self.documents().collect();
            let header = documents.first().filter(|first| documents.len() > 1 && first.get("spec").is_some());
            let root = if header.is_some() { documents.last() } else { documents.first() };
            let root = root.map(NodeRef::id).or_else(|| self.roots.first().copied());
            Taken { header: header.map(NodeRef::id), root }
        })
    }

    /// The top-level mapping of the configuration, where there is one.
    pub fn top(&self) -> Option<NodeRef<'_>> {
        self.root().filter(|root| root.kind() == Kind::Mapping)
    }

    /// The node of an index that this document gave out.
    pub fn node(&self, id: NodeId) -> Option<NodeRef<'_>> {
        self.arena.nodes.get(id.0 as usize).map(|_| NodeRef { document: self, id })
    }

    /// Every node, in the order in which they were read.
    pub fn all_nodes(&self) -> impl Iterator<Item = NodeRef<'_>> {
        (0..self.arena.nodes.len() as u32).map(|id| NodeRef { document: self, id: NodeId(id) })
    }

    /// The aliases that stand for this node.
    pub fn aliases_of<'d>(&'d self, node: NodeRef<'d>) -> impl Iterator<Item = NodeRef<'d>> {
        self.aliases().filter(move |alias| alias.resolved() == Some(node))
    }

    /// The aliases, in the order of the file.
    pub fn aliases(&self) -> impl Iterator<Item = NodeRef<'_>> {
        self.with_properties().filter(|node| node.kind() == Kind::Alias)
    }

    /// The nodes with an anchor, in the order of the file.
    pub fn anchored(&self) -> impl Iterator<Item = NodeRef<'_>> {
        self.with_properties().filter(|node| node.anchor().is_some())
    }

    /// The nodes with a tag, in the order of the file.
    pub fn tagged(&self) -> impl Iterator<Item = NodeRef<'_>> {
        self.with_properties().filter(|node| node.tag().is_some())
    }

    fn with_properties(&self) -> impl Iterator<Item = NodeRef<'_>> {
        self.arena.all_properties().iter().map(|properties| NodeRef { document: self, id: properties.node })
    }

    /// The path of collections and scalars around an offset, innermost last: what a caret in the text is on.
    pub fn path_at(&self, offset: usize) -> Vec<NodeRef<'_>> {
        let mut path = Vec::new();
        let mut inside = self.roots().find(|root| root.full_span().touches(offset));
        while let Some(node) = inside {
            path.push(node);
            let children = self.arena.children_of(node.id).iter();
            inside =
                children.map(|&id| NodeRef { document: self, id }).rfind(|child| child.full_span().touches(offset));
        }
        path
    }
}

/// Whether nothing but comments stands before the first `---`.
fn begins_with_divider(text: &str) -> bool {
    let is_comment = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let first = text.trim_start_matches('\u{feff}').lines().find(|line| !is_comment(line));
    first.is_some_and(|line| {
        line.strip_prefix("---").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
    })
}

/// Aliases whose anchor did not come before them, which YAML refuses.
fn unknown_aliases(text: &str, arena: &Arena) -> Vec<SyntaxError> {
    let without_target = arena.all_properties().iter().filter(|properties| properties.target.is_none());
    let nodes = without_target.map(|properties| arena.node(properties.node));
    let error =
        |span: Span| SyntaxError { message: format!("Unknown alias: {}", without_mark(span.slice(text), '*')), span };
    nodes.filter(|node| node.kind == Kind::Alias).map(|node| error(node.span)).collect()
}
