//! The nodes of a document and the handle that reads them.

use super::arena::Properties;
use super::{
    document::Document,
    scalar::{is_null, resolve_plain},
    Scalar,
};
use crate::text::Span;

/// Index of a node in its document's arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub(super) u32);

/// How a node is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A plain scalar.
    Plain,
    /// `'…'`
    SingleQuoted,
    /// `"…"`
    DoubleQuoted,
    /// `|`
    Literal,
    /// `>`
    Folded,
    /// A collection by indentation.
    Block,
    /// A collection in brackets.
    Flow,
}

impl Style {
    /// Whether it is `|` or `>`.
    pub fn is_block_scalar(self) -> bool {
        matches!(self, Style::Literal | Style::Folded)
    }
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text of any type.
    Scalar,
    /// A list.
    Sequence,
    /// Keys with values.
    Mapping,
    /// `*name`
    Alias,
}

/// A range of [`super::arena::Arena::children`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Children {
    pub start: u32,
    pub end: u32,
}

/// The name of an anchor or alias without its `&` or `*`. A name may begin with another one.
pub(super) fn without_mark(text: &str, mark: char) -> &str {
    text.strip_prefix(mark).unwrap_or(text)
}

/// Nodes are copied when a document is edited (see `splice`), so they own nothing, and what few of them have stands apart
/// (see `arena`). Numbers that are [`Node::NONE`] are none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub kind: Kind,
    pub style: Style,
    /// The node's own text: quotes, brackets and block scalar headers included, tag and anchor not. A block
    /// collection's goes from its first dash or key to the end of its last child.
    pub span: Span,
    /// The dash of an item of a block sequence, or the colon of a mapping's value.
    pub indicator: u32,
    pub parent: NodeId,
    /// Where its children stand among those of all nodes: items of a sequence; keys and values in turn of a mapping.
    pub children: Children,
    /// The number of a scalar's value where it differs from its text.
    pub value: u32,
    /// The number of its properties.
    pub properties: u32,
}

impl Node {
    /// What stands for no number.
    pub const NONE: u32 = u32::MAX;

    /// A node that stands for itself.
    pub fn new(kind: Kind, style: Style, span: Span) -> Self {
        let (indicator, value, properties, parent) = (Self::NONE, Self::NONE, Self::NONE, NodeId(Self::NONE));
        Self { kind, style, span, indicator, parent, children: Children::default(), value, properties }
    }
}

impl Children {
    /// The same ones further along the list.
    pub fn moved(self, by: u32) -> Self {
        if self.start == self.end {
            return Self::default();
        }
        Self { start: self.start.wrapping_add(by), end: self.end.wrapping_add(by) }
    }
}

/// A node of a document, ready to be read. Cheap to copy.
#[derive(Clone, Copy)]
pub struct NodeRef<'d> {
    pub(super) document: &'d Document,
    pub(super) id: NodeId,
}

/// A key and its value in a mapping.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'d> {
    /// The key.
    pub key: NodeRef<'d>,
    /// The value; an empty scalar where nothing is written.
    pub value: NodeRef<'d>,
}

impl Entry<'_> {
    /// From the start of the key to the end of the value.
    pub fn span(&self) -> Span {
        self.key.full_span().cover(self.value.full_span())
    }

    /// Whether its key is that scalar.
    pub fn has_key(&self, key: &str) -> bool {
        self.key.kind() == Kind::Scalar && self.key.value() == key
    }
}

impl PartialEq for NodeRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.document, other.document) && self.id == other.id
    }
}

impl Eq for NodeRef<'_> {}

impl std::fmt::Debug for NodeRef<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}({:?})", self.kind(), self.text())
    }
}

impl<'d> NodeRef<'d> {
    fn node(&self) -> &'d Node {
        self.document.arena.node(self.id)
    }

    fn properties(&self) -> Option<&'d Properties> {
        self.document.arena.properties(self.node())
    }

    fn children(&self) -> &'d [NodeId] {
        self.document.arena.children_of(self.id)
    }

    fn at(&self, id: NodeId) -> NodeRef<'d> {
        NodeRef { document: self.document, id }
    }

    /// The document that it belongs to.
    pub fn document(&self) -> &'d Document {
        self.document
    }

    /// Its index, to find it again by [`Document::node`].
    pub fn id(&self) -> NodeId {
        self.id
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        self.node().kind
    }

    /// How it is written.
    pub fn style(&self) -> Style {
        self.node().style
    }

    /// Its own text, without tag and anchor; a block scalar's header and brackets belong to it.
    pub fn span(&self) -> Span {
        self.node().span
    }

    /// Its text with tag and anchor.
    pub fn full_span(&self) -> Span {
        self.document.arena.full_span(self.id)
    }

    /// The text of [`NodeRef::span`].
    pub fn text(&self) -> &'d str {
        self.span().slice(self.document.text())
    }

    /// A scalar's value after quotes, escapes and folding; the name of an alias; nothing for collections.
    pub fn value(&self) -> &'d str {
        let node = self.node();
        match (self.document.arena.value(node), node.kind) {
            (Some(value), _) => value,
            (None, Kind::Scalar) => self.text(),
            (None, Kind::Alias) => without_mark(self.text(), '*'),
            (None, _) => "",
        }
    }

    /// A scalar's typed value, as GitLab's parser types it. None for what is no scalar.
    pub fn scalar(&self) -> Option<Scalar> {
        if self.kind() != Kind::Scalar {
            return None;
        }
        if self.style() != Style::Plain {
            return Some(Scalar::Str);
        }
        Some(if self.is_tagged_str() { Scalar::Str } else { resolve_plain(self.value()) })
    }

    fn is_tagged_str(&self) -> bool {
        matches!(self.tag(), Some("!!str" | "!str" | "!<tag:yaml.org,2002:str>"))
    }

    /// The value of a scalar that is a string to GitLab's parser.
    pub fn as_str(&self) -> Option<&'d str> {
        matches!(self.scalar(), Some(Scalar::Str)).then(|| self.value())
    }

    /// Whether it is a scalar that reads as null, an empty value among them.
    pub fn is_null(&self) -> bool {
        let plain = self.kind() == Kind::Scalar && self.style() == Style::Plain;
        plain && is_null(self.value()) && !self.is_tagged_str()
    }

    /// Whether Rails finds what it reads as blank: nothing, false, a text of blanks, or a collection without items.
    pub fn is_blank(&self) -> bool {
        match self.kind() {
            Kind::Scalar => {
                let is_false = matches!(self.scalar(), Some(Scalar::Bool(false)));
                self.is_null() || is_false || self.value().trim().is_empty()
            }
            Kind::Mapping | Kind::Sequence => self.children().is_empty(),
            Kind::Alias => false,
        }
    }

    /// Whether nothing at all is written for it (`key:` with nothing after it, without tag or anchor).
    pub fn is_absent(&self) -> bool {
        self.kind() == Kind::Scalar && self.style() == Style::Plain && self.full_span().is_empty()
    }

    /// The tag as written, `!reference` for example.
    pub fn tag(&self) -> Option<&'d str> {
        self.tag_span().map(|span| span.slice(self.document.text()))
    }

    /// Where the tag stands.
    pub fn tag_span(&self) -> Option<Span> {
        self.properties()?.tag
    }

    /// The name of the anchor that it defines.
    pub fn anchor(&self) -> Option<&'d str> {
        self.anchor_span().map(|span| without_mark(span.slice(self.document.text()), '&'))
    }

    /// Where the anchor stands, `&` included.
    pub fn anchor_span(&self) -> Option<Span> {
        self.properties()?.anchor
    }

    /// The byte offset of the dash before an item of a block sequence, or of the colon before a value.
    pub fn indicator(&self) -> Option<usize> {
        Some(self.node().indicator).filter(|at| *at != Node::NONE).map(|at| at as usize)
    }

    /// What an alias stands for: the last node before it with that anchor. Itself for everything else.
    ///
    /// The target of an alias may hold the alias; guard walks against going in circles.
    pub fn resolved(&self) -> Option<NodeRef<'d>> {
        match self.kind() {
            Kind::Alias => self.properties()?.target.map(|id| self.at(id)),
            _ => Some(*self),
        }
    }

    /// The collection that holds it; none for the root of a document.
    pub fn parent(&self) -> Option<NodeRef<'d>> {
        Some(self.node().parent).filter(|id| id.0 != Node::NONE).map(|id| self.at(id))
    }

    /// The items of a sequence; nothing for others.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = NodeRef<'d>> + ExactSizeIterator + use<'d> {
        let this = *self;
        let children: &'d [NodeId] = if self.kind() == Kind::Sequence { self.children() } else { &[] };
        children.iter().map(move |&id| this.at(id))
    }

    /// The entries of a mapping in the order of the file, merge keys and duplicates included; nothing for others.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = Entry<'d>> + ExactSizeIterator + use<'d> {
        let this = *self;
        let children: &'d [NodeId] = if self.kind() == Kind::Mapping { self.children() } else { &[] };
        children.chunks_exact(2).map(move |pair| Entry { key: this.at(pair[0]), value: this.at(pair[1]) })
    }

    /// The entry of that number.
    pub(super) fn nth_entry(&self, at: usize) -> Option<Entry<'d>> {
        let pair = self.children().get(at * 2..at * 2 + 2)?;
        Some(Entry { key: self.at(pair[0]), value: self.at(pair[1]) })
    }

    /// The entry with that key. Of duplicates it is the last one, which is the one that counts in GitLab.
    pub fn entry(&self, key: &str) -> Option<Entry<'d>> {
        match self.document.keys_of_root(self.id) {
            Some(keys) => keys.find(*self, key),
            None => self.entries().rev().find(|entry| entry.has_key(key)),
        }
    }

    /// The value under that key, as [`NodeRef::entry`] finds it.
    pub fn get(&self, key: &str) -> Option<NodeRef<'d>> {
        self.entry(key).map(|entry| entry.value)
    }

    /// The entry of a mapping whose key or value it is.
    pub fn own_entry(&self) -> Option<Entry<'d>> {
        self.parent()?.entries().find(|entry| entry.key == *self || entry.value == *self)
    }

    /// Whether it is `!reference [a, b]`.
    pub fn is_reference(&self) -> bool {
        self.kind() == Kind::Sequence && self.tag() == Some("!reference")
    }

    /// Whether it or a node around it is in brackets.
    pub fn in_flow(&self) -> bool {
        let mut around = self.parent();
        while let Some(node) = around {
            if node.style() == Style::Flow {
                return true;
            }
            around = node.parent();
        }
        false
    }

    /// It and everything below it, parents first.
    pub fn descendants(&self) -> impl Iterator<Item = NodeRef<'d>> + use<'d> {
        let this = *self;
        let mut stack = vec![self.id];
        std::iter::from_fn(move || {
            let node = this.at(stack.pop()?);
            stack.extend(node.children().iter().rev());
            Some(node)
        })
    }
}
