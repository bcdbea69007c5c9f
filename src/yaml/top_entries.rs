//! The entries of the top level as pieces of text that can be read one by one.
//!
//! An entry that starts at column 0 of a block mapping reads the same whatever stands around it, but for the targets of its
//! aliases. So what was made of one entry can be kept while others change.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use super::arena::Arena;
use super::document::Document;
use super::node::{Entry, Kind, NodeId, NodeRef, Style};
use crate::text::Span;

/// The root comes first in the arena of a document that was read whole.
pub(super) const ROOT: NodeId = NodeId(0);

/// Counts the entries that were read.
static READ: AtomicU64 = AtomicU64::new(0);

/// The top-level entries of a document, where they can be read one by one.
#[derive(Debug, Clone, Default)]
pub struct TopEntries {
    /// Where each starts, and the end of the text.
    pub(super) starts: Vec<usize>,
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
        if !at_column_0 || before_first.lines().any(|line| line.starts_with('%')) {
            return None;
        }
        let unusual = |entry: Entry<'_>| entry.key.indicator().is_some() || entry.key.is_absent();
        if root.entries().any(unusual) {
            return None;
        }
        let mut entries = Self::with_room(root.entries().len());
        entries.add_read(&document.arena, document.arena.children_of(ROOT), 0, 0);
        Some(entries.finish(text, &document.arena))
    }

    /// None yet, with room for some.
    pub(super) fn with_room(count: usize) -> Self {
        let (starts, nodes) = (Vec::with_capacity(count + 8), Vec::with_capacity(count + 8));
        let (mut children, stamps) = (Vec::with_capacity(count + 8), Vec::with_capacity(count + 8));
        children.push(0);
        Self { starts, nodes, children, stamps }
    }

    /// Adds entries that were read into an arena, by their keys and values in turn. Their nodes and lists of children stand
    /// that much further along in the document.
    pub(super) fn add_read(&mut self, arena: &Arena, top: &[NodeId], nodes: u32, children: u32) {
        let first = READ.fetch_add(top.len() as u64, Ordering::Relaxed);
        for (at, pair) in top.chunks_exact(2).enumerate() {
            self.starts.push(arena.full_span(pair[0]).from());
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
        let start = |start: &usize| (*start as u32).wrapping_add(bytes) as usize;
        self.starts.extend(other.starts[range.clone()].iter().map(start));
        self.nodes.extend(moved(&other.nodes[range.clone()], nodes));
        self.children.extend(moved(&other.children[range.start + 1..range.end + 1], children));
        self.stamps.extend(&other.stamps[range]);
    }

    /// They are all.
    pub(super) fn finish(mut self, text: &str, arena: &Arena) -> Self {
        self.starts.push(text.len());
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
        self.starts.len() - 1
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text of one, up to the next one.
    pub fn span(&self, entry: usize) -> Span {
        Span::new(self.starts[entry], self.starts[entry + 1])
    }

    /// The one that holds the offset, or the one before where the offset is its start and `before` is asked for.
    pub(super) fn at(&self, offset: usize, before: bool) -> Option<usize> {
        let starts = &self.starts[..self.len()];
        let count = starts.partition_point(|&start| if before { start < offset } else { start <= offset });
        count.checked_sub(1).or_else(|| (before && starts.first() == Some(&offset)).then_some(0))
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
