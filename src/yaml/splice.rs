//! Reading an edited text again only where it changed: the top-level entries that an edit touches.
//!
//! Entries read the same whatever stands around them (see `top_entries`), but for two things: text that joins one to its
//! neighbour, which is why entries count as touched if an edit comes up to them, and the targets of aliases, which are
//! found anew. Where anything is out of the ordinary the answer is none, and the caller reads the whole. A property test
//! holds both ways equal (tests/reparse.rs).

use foldhash::{HashMap, HashMapExt};
use std::ops::Range;

use super::arena::{Arena, Properties};
use super::build::{Builder, NODE_LIMIT};
use super::document::Document;
use super::node::{without_mark, Kind, Node, NodeId, Style};
use super::top_entries::{is_unusual, TopEntries, ROOT};
use crate::text::{Change, Span, Transaction};

/// For each top-level entry of the edited document: the entry before the edit whose text and tree it is.
pub(super) type Origins = Vec<Option<usize>>;

/// The arena of the edited text and where its entries come from.
pub(super) fn splice(old: &Document, transaction: &Transaction, text: &str) -> Option<(Arena, TopEntries, Origins)> {
    let entries = old.top_entries().filter(|_| old.is_sound())?;
    let mut builder = Builder::new(text);
    builder.one_document = true;
    let mut spliced = Spliced::with_room_for(&old.arena, entries.len());
    for part in parts(entries, transaction)? {
        match part {
            Part::Kept(kept) => spliced.keep(old, entries, &kept),
            Part::Touched(piece) => spliced.read(&mut builder, text, piece)?,
        }
    }
    (spliced.nodes() <= NODE_LIMIT).then(|| spliced.finish(text))
}

/// A part of the edited text.
pub(super) enum Part {
    /// Entries that no change touches.
    Kept(Run),
    /// The text that the changes made of neighbouring entries.
    Touched(Span),
}

/// Neighbouring entries that are taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// Their numbers in the document before.
    pub entries: Range<usize>,
    /// By how many bytes the text before them grew.
    pub shift: isize,
}

/// What an edit makes of the entries of a document, in order. None where a change comes before the first one.
pub(super) fn parts(entries: &TopEntries, transaction: &Transaction) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let (mut kept_to, mut shift) = (0, 0);
    for group in touched(entries, transaction)? {
        parts.push(Part::Kept(Run { entries: kept_to..group.entries.start, shift }));
        let start = entries.span(group.entries.start).from().saturating_add_signed(shift);
        shift += group.growth;
        let end = entries.span(group.entries.end - 1).to().saturating_add_signed(shift);
        parts.push(Part::Touched(Span::new(start, end)));
        kept_to = group.entries.end;
    }
    parts.push(Part::Kept(Run { entries: kept_to..entries.len(), shift }));
    Some(parts)
}

/// Neighbouring entries that changes touch.
struct Group {
    entries: Range<usize>,
    /// By how many bytes the edit makes them longer.
    growth: isize,
}

/// The entries that the changes touch, in order.
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

/// A tree that is put together from entries that are taken over and entries that are read.
#[derive(Default)]
pub(super) struct Spliced {
    arena: Arena,
    /// Keys and values of the root in turn.
    top: Vec<NodeId>,
    origins: Origins,
    entries: TopEntries,
    /// Whether one is told by more than its own text.
    pub has_unusual: bool,
}

impl Spliced {
    /// One without entries yet.
    pub fn new() -> Self {
        Self::with_room_for(&Arena::default(), 0)
    }

    /// The same, with room for as much as another has.
    pub fn with_room_for(other: &Arena, count: usize) -> Self {
        let mut arena = Arena::default();
        arena.reserve_for(other);
        arena.add_root();
        let (top, origins) = (Vec::with_capacity(2 * count + 16), Vec::with_capacity(count + 8));
        Self { arena, top, origins, entries: TopEntries::with_room(count), has_unusual: false }
    }

    /// How many nodes it has.
    pub fn nodes(&self) -> usize {
        self.arena.nodes.len()
    }

    /// Takes entries over as they are.
    pub fn keep(&mut self, old: &Document, entries: &TopEntries, kept: &Run) {
        let Run { entries: range, shift } = kept;
        if range.is_empty() {
            return;
        }
        let top = &entries.top(old)[2 * range.start..2 * range.end];
        let nodes = entries.nodes[range.start]..entries.nodes[range.end];
        let children = entries.children[range.start]..entries.children[range.end];
        let moved = [*shift as u32, self.along(nodes.start), self.along_children(children.start)];
        self.entries.add_kept(entries, range.clone(), moved);
        self.copy(&old.arena, top, nodes, children, *shift as i32);
        self.origins.extend(range.clone().map(Some));
    }

    /// Reads a piece of the edited text, which must be entries of a block mapping at column 0 and nothing else.
    fn read(&mut self, builder: &mut Builder<'_>, text: &str, piece: Span) -> Option<()> {
        let mut lines = piece.slice(text).split(['\n', '\r']);
        // At the start of what is read a byte order mark is none of the text; inside a document it is.
        if piece.slice(text).starts_with('\u{feff}') {
            return None;
        }
        if lines.any(|line| ["---", "...", "%"].iter().any(|marker| line.starts_with(marker))) {
            return None;
        }
        builder.begin_piece();
        builder.read(piece).ok()?;
        (self.add(builder, text, piece) && !self.has_unusual).then_some(())
    }

    /// Adds what was read of a piece if that is entries of a block mapping without properties.
    pub fn add(&mut self, builder: &Builder<'_>, text: &str, piece: Span) -> bool {
        let arena = &builder.arena;
        let is_plain =
            |root: &Node| root.kind == Kind::Mapping && root.style == Style::Block && root.properties == Node::NONE;
        if builder.roots != [ROOT] || !is_plain(arena.node(ROOT)) {
            return false;
        }
        let (top, start) = (arena.children_of(ROOT), arena.node(ROOT).span.from());
        let at_column_0 = start == piece.from() || text[..start].ends_with('\n');
        self.has_unusual |= !at_column_0 || top.iter().step_by(2).any(|key| is_unusual(arena, *key, text));
        let of_root = arena.node(ROOT).children;
        self.entries.add_read(arena, top, piece.to(), [self.along(1), self.along_children(0)]);
        self.copy(arena, top, 1..arena.nodes.len() as u32, 0..of_root.start, 0);
        self.origins.extend(std::iter::repeat_n(None, top.len() / 2));
        true
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

    /// They are all. The tree, its entries and where they come from.
    pub fn finish(mut self, text: &str) -> (Arena, TopEntries, Origins) {
        self.arena.fill_root(ROOT, &self.top);
        find_targets(&mut self.arena, text);
        let entries = self.entries.finish(&self.arena);
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
