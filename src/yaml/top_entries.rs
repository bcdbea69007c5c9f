//! The entries of the top level as pieces of text that can be read one by one.
//!
//! An entry that starts at column 0 of a block mapping reads the same whatever stands around it, but for the targets of its
//! aliases, handles that `%TAG` declares, and byte order marks, which `TopEntries::of` looks out for. So what was made of one entry can be kept while others change.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use super::arena::Arena;
use super::document::Document;
use super::node::{Entry, Kind, Node, NodeId, NodeRef, Style};
use crate::text::Span;

/// The root comes first in the arena of a document with one.
pub(super) const ROOT: NodeId = NodeId(0);

/// Whether an entry is told by more than its own text: `?` may stand lines before its key, the place of a key that is not
/// written depends on what is before, and a byte order mark belongs to a key but not to a text that begins with it.
pub(super) fn is_unusual(arena: &Arena, key: NodeId, text: &str) -> bool {
    let span = arena.full_span(key);
    arena.node(key).indicator != Node::NONE || span.is_empty() || span.slice(text).starts_with('\u{feff}')
}

/// Counts the entries that were read.
static READ: AtomicU64 = AtomicU64::new(0);

/// The top-level entries of a document, where they can be read one by one.
#[derive(Debug, Clone, Default)]
pub struct TopEntries {
    /// The text of each. In a sound document it goes up to the next one.
    pub(super) spans: Vec<Span>,
    /// The first node of each, and one past the last node.
    pub(super) nodes: Vec<u32>,
    /// Where the children of their nodes begin in the list of all children, and one past the last.
    pub(super) children: Vec<u32>,
    /// A number for each that no other ever had, but for the same one in other versions of the document.
    stamps: Vec<u64>,
}

impl TopEntries {
    pub(super) fn of(document: &Document) -> Option<Self> {
        let mut roots = document.roots();
        let root = roots.next().filter(|root| {
            let bare = root.tag().is_none() && root.anchor().is_none();
            root.id() == ROOT && root.kind() == Kind::Mapping && root.style() == Style::Block && bare
        })?;
        if !document.is_sound() || roots.next().is_some() {
            return None;
        }
        let text = document.text();
        let before_first = &text[..root.span().from()];
        let at_column_0 = before_first.is_empty() || before_first.ends_with('\n');
        if !at_column_0 || before_first.split(['\n', '\r', '\u{feff}']).any(|line| line.starts_with('%')) {
            return None;
        }
        if root.entries().any(|entry| is_unusual(&document.arena, entry.key.id(), text)) {
            return None;
        }
        let mut entries = Self::with_room(root.entries().len());
        entries.add_read(&document.arena, document.arena.children_of(ROOT), text.len(), [0, 0]);
        Some(entries.finish(&document.arena))
    }

    /// None yet, with room for some.
    pub(super) fn with_room(count: usize) -> Self {
        let (spans, nodes) = (Vec::with_capacity(count + 8), Vec::with_capacity(count + 8));
        let (mut children, stamps) = (Vec::with_capacity(count + 8), Vec::with_capacity(count + 8));
        children.push(0);
        Self { spans, nodes, children, stamps }
    }

    /// Adds entries that were read into an arena, by their keys and values in turn; the text of the last goes up to `end`.
    /// Their nodes and lists of children stand that much further along in the document.
    pub(super) fn add_read(&mut self, arena: &Arena, top: &[NodeId], end: usize, [nodes, children]: [u32; 2]) {
        let first = READ.fetch_add(top.len() as u64, Ordering::Relaxed);
        let start = |pair: &[NodeId]| arena.full_span(pair[0]).from();
        for (at, pair) in top.chunks_exact(2).enumerate() {
            let next = top.get(2 * at + 2..2 * at + 4);
            self.spans.push(Span::new(start(pair), next.map_or(end, start)));
            self.nodes.push(pair[0].0.wrapping_add(nodes));
            // Children are listed when their parent ends, so those of an entry end with those of its value, or its key.
            let ends =
                pair.iter().map(|node| arena.node(*node).children).filter(|children| children.start < children.end);
            let before = self.children.last().copied().unwrap_or_default();
            self.children.push(ends.map(|own| own.end.wrapping_add(children)).fold(before, u32::max));
            self.stamps.push(first + at as u64);
        }
    }

    /// Adds entries of another version, which stand that much further along: bytes, nodes and lists of children.
    pub(super) fn add_kept(&mut self, other: &Self, range: Range<usize>, [bytes, nodes, children]: [u32; 3]) {
        let moved = |list: &[u32], by: u32| list.iter().map(|at| at.wrapping_add(by)).collect::<Vec<u32>>();
        self.spans.extend(other.spans[range.clone()].iter().map(|span| span.shifted(bytes as i32)));
        self.nodes.extend(moved(&other.nodes[range.clone()], nodes));
        self.children.extend(moved(&other.children[range.start + 1..range.end + 1], children));
        self.stamps.extend(&other.stamps[range]);
    }

    /// They are all.
    pub(super) fn finish(mut self, arena: &Arena) -> Self {
        self.nodes.push(arena.nodes.len() as u32);
        self
    }

    /// A number that stands for the text and the tree of one: where it is the same in another document, both are.
    pub fn stamp(&self, entry: usize) -> Option<u64> {
        self.stamps.get(entry).copied()
    }

    /// Their keys and values in turn.
    pub(super) fn top<'d>(&self, document: &'d Document) -> &'d [NodeId] {
        document.arena.children_of(ROOT)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text of one, up to the next one, or of a broken text to the end of its piece.
    pub fn span(&self, entry: usize) -> Span {
        self.spans[entry]
    }

    /// The one that holds the offset, or stands before the gap with it; with `before` the one before where the offset is the
    /// start of one.
    pub(super) fn at(&self, offset: usize, before: bool) -> Option<usize> {
        let spans = &self.spans;
        let count = spans.partition_point(|span| if before { span.from() < offset } else { span.from() <= offset });
        count.checked_sub(1).or_else(|| (before && spans.first()?.from() == offset).then_some(0))
    }

    /// The one that holds a node other than the root, and the number of the node in it.
    pub fn place_of(&self, node: NodeRef<'_>) -> Option<(usize, u32)> {
        let id = node.id().0;
        let entry = self.nodes.partition_point(|&first| first <= id).checked_sub(1)?;
        Some((entry, id - self.nodes[entry]))
    }

    /// The key and the value of one.
    pub fn entry<'d>(&self, document: &'d Document, entry: usize) -> Option<Entry<'d>> {
        NodeRef { document, id: ROOT }.nth_entry(entry)
    }

    /// The nodes of one, the key first.
    pub fn nodes<'d>(&self, document: &'d Document, entry: usize) -> impl Iterator<Item = NodeRef<'d>> {
        let range: Range<u32> = self.nodes[entry]..self.nodes[entry + 1];
        range.map(|id| NodeRef { document, id: NodeId(id) })
    }

    /// The node of one that has this number in it.
    pub fn node<'d>(&self, document: &'d Document, entry: usize, number: u32) -> Option<NodeRef<'d>> {
        document.node(NodeId(self.nodes[entry] + number))
    }
}
