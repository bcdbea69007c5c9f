//! Reading an edited text again only where it changed: the top-level entries that an edit touches.
//!
//! Entries read the same whatever stands around them (see `top_entries`), but for two things: text that joins one to its
//! neighbour, which is why entries count as touched if an edit comes up to them, and the targets of aliases, which are
//! found anew. Where anything is out of the ordinary the answer is none, and the caller reads the whole. A property test
//! holds both ways equal (tests/reparse.rs).

use foldhash::{HashMap, HashMapExt};
use std::ops::Range;

use super::arena::{Arena, Properties};
use super::build::Builder;
use super::document::Document;
use super::node::{without_mark, Kind, Node, NodeId, Style};
use super::top_entries::{TopEntries, ROOT};
use crate::text::{Change, Span, Transaction};

/// For each top-level entry of the edited document: the entry before the edit whose text and tree it is.
pub(super) type Origins = Vec<Option<usize>>;

/// The arena of the edited text and where its entries come from.
pub(super) fn splice(old: &Document, transaction: &Transaction, text: &str) -> Option<(Arena, TopEntries, Origins)> {
    let entries = old.top_entries()?;
    let mut builder = Builder::new(text);
    builder.one_document = true;
    let mut spliced = Spliced::new(old, entries.len());
    let mut kept_to = 0;
    for group in touched(entries, transaction)? {
        spliced.keep(entries, kept_to..group.entries.start);
        let piece = group.piece(entries, spliced.shift);
        spliced.read(&mut builder, text, piece)?;
        spliced.shift += group.growth;
        kept_to = group.entries.end;
    }
    spliced.keep(entries, kept_to..entries.len());
    Some(spliced.finish(text))
}

/// Neighbouring entries that are read again together.
struct Group {
    entries: Range<usize>,
    /// By how many bytes the edit makes them longer.
    growth: isize,
}

impl Group {
    /// Where they stand in the edited text. `shift` is what the text before grew by.
    fn piece(&self, entries: &TopEntries, shift: isize) -> Span {
        let start = entries.starts[self.entries.start].saturating_add_signed(shift);
        let end = entries.starts[self.entries.end].saturating_add_signed(shift + self.growth);
        Span::new(start, end)
    }
}

/// The entries that the changes touch, in order. None where a change comes before the first one.
fn touched(entries: &TopEntries, transaction: &Transaction) -> Option<Vec<Group>> {
    let mut groups: Vec<Group> = Vec::new();
    for Change { span, insert } in transaction.changes() {
        let first = entries.at(span.from(), true)?;
        let last = entries.at(span.to(), false)?;
        let growth = insert.len() as isize - span.len() as isize;
        match groups.last_mut().filter(|group| first < group.entries.end) {
            Some(group) => {
                group.entries.end = group.entries.end.max(last + 1);
                group.growth += growth;
            }
            None => groups.push(Group { entries: first..last + 1, growth }),
        }
    }
    Some(groups)
}

/// The arena of the edited text as it grows.
struct Spliced<'d> {
    old: &'d Document,
    arena: Arena,
    /// Keys and values of the root in turn.
    top: Vec<NodeId>,
    origins: Origins,
    entries: TopEntries,
    /// By how many bytes the text grew before this place.
    shift: isize,
}

impl<'d> Spliced<'d> {
    fn new(old: &'d Document, count: usize) -> Self {
        let mut arena = Arena::default();
        arena.reserve_for(&old.arena);
        arena.add_root(&[]);
        let (top, origins) = (Vec::with_capacity(2 * count + 16), Vec::with_capacity(count + 8));
        Self { old, arena, top, origins, entries: TopEntries::with_room(count), shift: 0 }
    }

    /// Takes entries over as they are.
    fn keep(&mut self, entries: &TopEntries, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let top = &entries.top(self.old)[2 * range.start..2 * range.end];
        let nodes = entries.nodes[range.start]..entries.nodes[range.end];
        let children = entries.children[range.start]..entries.children[range.end];
        let moved = [self.shift as u32, self.along(nodes.start), self.along_children(children.start)];
        self.entries.add_kept(entries, range.clone(), moved);
        self.copy(&self.old.arena, top, nodes, children, self.shift as i32);
        self.origins.extend(range.map(Some));
    }

    /// Reads a piece of the edited text, which must be entries of a block mapping at column 0 and nothing else.
    fn read(&mut self, builder: &mut Builder<'_>, text: &str, piece: Span) -> Option<()> {
        let lines = || piece.slice(text).split(['\n', '\r']);
        if lines().any(|line| ["---", "...", "%"].iter().any(|marker| line.starts_with(marker))) {
            return None;
        }
        builder.arena = Arena::default();
        builder.roots.clear();
        builder.read(piece).ok()?;
        let [root] = builder.roots[..] else { return None };
        let node = builder.arena.node(root);
        let bare = node.properties == Node::NONE;
        let start = node.span.from();
        let at_column_0 = start == piece.from() || text[..start].ends_with('\n');
        if root != ROOT || node.kind != Kind::Mapping || node.style != Style::Block || !bare || !at_column_0 {
            return None;
        }
        let keys = builder.arena.children_of(root).iter().step_by(2);
        let count = keys.len();
        // `?` may stand lines before its key, and the place of a key that is not written depends on what is before.
        let arena = &builder.arena;
        let unusual = |key: NodeId| arena.node(key).indicator != Node::NONE || arena.full_span(key).is_empty();
        if keys.into_iter().any(|key| unusual(*key)) {
            return None;
        }
        let of_root = arena.node(root).children;
        let (nodes, children) = (self.along(1), self.along_children(0));
        self.entries.add_read(arena, arena.children_of(root), nodes, children);
        self.copy(arena, arena.children_of(root), 1..arena.nodes.len() as u32, 0..of_root.start, 0);
        self.origins.extend(std::iter::repeat_n(None, count));
        Some(())
    }

    /// Copies nodes with their text moved by `shift` bytes. `top` are those among them that are children of the root.
    fn copy(&mut self, from: &Arena, top: &[NodeId], nodes: Range<u32>, children: Range<u32>, shift: i32) {
        let moved = self.along(nodes.start);
        self.top.extend(top.iter().map(|id| NodeId(id.0.wrapping_add(moved))));
        self.arena.copy(from, nodes, children, ROOT, shift);
    }

    /// How much further along nodes come to stand of which this is the first.
    fn along(&self, first: u32) -> u32 {
        (self.arena.nodes.len() as u32).wrapping_sub(first)
    }

    /// The same of lists of children.
    fn along_children(&self, first: u32) -> u32 {
        (self.arena.children.len() as u32).wrapping_sub(first)
    }

    fn finish(mut self, text: &str) -> (Arena, TopEntries, Origins) {
        self.arena.fill_copied_root(ROOT, &self.top);
        find_targets(&mut self.arena, text);
        let entries = self.entries.finish(text, &self.arena);
        (self.arena, entries, self.origins)
    }
}

/// What each alias stands for: the last node before it with that anchor.
fn find_targets(arena: &mut Arena, text: &str) {
    let mut anchors: HashMap<&str, NodeId> = HashMap::new();
    for at in 0..arena.all_properties().len() {
        let Properties { node, anchor, .. } = arena.all_properties()[at];
        if let Some(anchor) = anchor {
            anchors.insert(without_mark(anchor.slice(text), '&'), node);
        }
        if arena.node(node).kind == Kind::Alias {
            let name = without_mark(arena.node(node).span.slice(text), '*');
            arena.all_properties_mut()[at].target = anchors.get(name).copied();
        }
    }
}
