//! Reading an edited text again only where it changed: the top-level entries that an edit touches.
//!
//! Entries read the same whatever stands around them (see `top_entries`), but for two things: text that joins one to its
//! neighbour, which is why entries count as touched if an edit comes up to them, and the targets of aliases, which are
//! found anew. Where anything is out of the ordinary the answer is none, and the caller reads the whole. A property test
//! holds both ways equal (tests/reparse.rs).

use foldhash::{HashMap, HashMapExt};
use std::ops::Range;

use super::arena::Arena;
use super::build::Builder;
use super::document::Document;
use super::node::{without_mark, Children, Kind, Node, NodeId, Style};
use super::top_entries::{TopEntries, ROOT};
use crate::text::{Change, Span, Transaction};

/// For each top-level entry of the edited document: the entry before the edit whose text and tree it is.
pub(super) type Origins = Vec<Option<usize>>;

/// The arena of the edited text and where its entries come from.
pub(super) fn splice(old: &Document, transaction: &Transaction, text: &str) -> Option<(Arena, Origins)> {
    let entries = old.top_entries()?;
    let mut builder = Builder::new(text);
    builder.one_document = true;
    let mut spliced = Spliced::new(old);
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
    /// By how many bytes the text grew before this place.
    shift: isize,
}

impl<'d> Spliced<'d> {
    fn new(old: &'d Document) -> Self {
        let mut arena = Arena::default();
        arena.nodes.reserve(old.arena.nodes.len() + 64);
        arena.children.reserve(old.arena.children.len() + 64);
        arena.add_root(&[]);
        Self { old, arena, top: Vec::new(), origins: Vec::new(), shift: 0 }
    }

    /// Takes entries over as they are.
    fn keep(&mut self, entries: &TopEntries, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let nodes = entries.nodes[range.start]..entries.nodes[range.end];
        self.copy(&self.old.arena, nodes, self.shift);
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
        let bare = node.tag.is_none() && node.anchor.is_none();
        let start = node.span.from();
        let at_column_0 = start == piece.from() || text[..start].ends_with('\n');
        if root != ROOT || node.kind != Kind::Mapping || node.style != Style::Block || !bare || !at_column_0 {
            return None;
        }
        let keys = builder.arena.children_of(root).iter().step_by(2);
        let count = keys.len();
        // `?` may stand lines before its key, and the place of a key that is not written depends on what is before.
        let unusual = |node: &Node| node.indicator.is_some() || node.full_span().is_empty();
        if keys.into_iter().any(|key| unusual(builder.arena.node(*key))) {
            return None;
        }
        self.copy(&builder.arena, 1..builder.arena.nodes.len() as u32, 0);
        self.origins.extend(std::iter::repeat_n(None, count));
        Some(())
    }

    /// Copies nodes, whose parents are among them or the root, with their text moved by `shift` bytes.
    fn copy(&mut self, from: &Arena, nodes: Range<u32>, shift: isize) {
        let moved = self.arena.nodes.len() as i64 - i64::from(nodes.start);
        let id = |id: NodeId| NodeId((i64::from(id.0) + moved) as u32);
        for old in nodes.map(NodeId) {
            let node = from.node(old);
            let parent = node.parent.filter(|parent| *parent != ROOT);
            if parent.is_none() {
                self.top.push(id(old));
            }
            self.arena.nodes.push(Node {
                span: shifted(node.span, shift),
                tag: node.tag.map(|span| shifted(span, shift)),
                anchor: node.anchor.map(|span| shifted(span, shift)),
                indicator: node.indicator.map(|at| at.saturating_add_signed(shift as i32)),
                parent: parent.map(id),
                children: Children::default(),
                ..node.clone()
            });
            let children = from.children_of(old);
            if !children.is_empty() {
                self.arena.adopt(id(old), children.iter().map(|child| id(*child)));
            }
        }
    }

    fn finish(mut self, text: &str) -> (Arena, Origins) {
        self.arena.fill_root(ROOT, &self.top);
        find_targets(&mut self.arena, text);
        (self.arena, self.origins)
    }
}

fn shifted(span: Span, shift: isize) -> Span {
    let by = shift as i32;
    Span { start: span.start.saturating_add_signed(by), end: span.end.saturating_add_signed(by) }
}

/// What each alias stands for: the last node before it with that anchor.
fn find_targets(arena: &mut Arena, text: &str) {
    let mut anchors: HashMap<&str, NodeId> = HashMap::new();
    for at in 0..arena.nodes.len() {
        let node = &mut arena.nodes[at];
        if let Some(anchor) = node.anchor {
            anchors.insert(without_mark(anchor.slice(text), '&'), NodeId(at as u32));
        }
        if node.kind == Kind::Alias {
            node.target = anchors.get(without_mark(node.span.slice(text), '*')).copied();
        }
    }
}
