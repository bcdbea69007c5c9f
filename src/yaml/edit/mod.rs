//! Planning edits: byte-range changes of the text together with the tree that they mean to give.
//!
//! A [`Draft`] collects both. [`Draft::finish`] applies the changes, parses the result and compares it with the
//! intended tree; on any difference the edit is refused. So an edit may be refused, but it is never wrong. What a
//! change may touch is decided by who owns a line, see `block`.

mod block;
mod carry;
mod comments;
mod entries;
mod flow;
mod items;
mod layout;
mod overlay;
mod reconcile;
mod rewrite;
mod value;

use std::collections::{HashMap, HashSet};

use overlay::Overlay;

use super::document::Document;
use super::node::{NodeId, NodeRef};
use super::tree::{Data, Tree};
use super::write::NewValue;
use crate::text::{Change, Span, Transaction};

pub use block::owned_lines;
pub use carry::Carried;
pub use comments::{comments_of, keeps_comments};
pub use layout::layout_near;

/// Why an edit can't be made without loss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// What would go defines an anchor that is used elsewhere; its name.
    AnchorInUse(String),
    /// An alias would stand before its anchor; the anchor's name.
    AnchorOrder(String),
    /// The place has a form in which nothing can be added or taken without loss.
    Unsupported,
    /// The changed text does not read as intended.
    Differs,
}

/// Changes that belong to one edit of a sound document.
pub struct Draft<'d> {
    document: &'d Document,
    changes: Vec<Change>,
    overlay: Overlay,
    /// Items and keys of entries that go, for the question what is left beside them.
    removed: HashSet<NodeId>,
    /// How many children of each collection go.
    removed_of: HashMap<NodeId, usize>,
    /// How many entries come into each mapping.
    inserted_of: HashMap<NodeId, usize>,
    /// The nodes with an anchor, which edits must not lose.
    anchored: Vec<NodeRef<'d>>,
    /// Whether something changed its place in the file.
    moved: bool,
    /// The root of a text that held none.
    first: Option<Tree>,
}

impl<'d> Draft<'d> {
    /// An edit that changes nothing yet.
    pub fn new(document: &'d Document) -> Self {
        Self {
            document,
            changes: Vec::new(),
            overlay: Overlay::default(),
            removed: HashSet::new(),
            removed_of: HashMap::new(),
            inserted_of: HashMap::new(),
            anchored: document.anchored().collect(),
            moved: false,
            first: None,
        }
    }

    /// The document that is edited.
    pub fn document(&self) -> &'d Document {
        self.document
    }

    fn text(&self) -> &'d str {
        self.document.text()
    }

    fn change(&mut self, span: Span, insert: impl Into<String>) {
        self.changes.push(Change { span, insert: insert.into() });
    }

    fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.change(Span::empty(at), text);
        self.keep_last_block_scalar(at);
    }

    /// A block scalar that ends the text without a line break has none in its value. Text behind it gives it one, so
    /// its header has to say that there is none.
    fn keep_last_block_scalar(&mut self, at: usize) {
        let text = self.text();
        if at < text.len() || text.ends_with('\n') {
            return;
        }
        let last = self.document.all_nodes().find(|node| node.style().is_block_scalar() && node.span().to() == at);
        let Some(last) = last else { return };
        let header = last.text().split(['\n', '\r', ' ', '\t']).next().unwrap_or("");
        let strip_at = last.span().from() + 1;
        let known = self.changes.iter().any(|change| change.span == Span::empty(strip_at));
        if !header.contains(['+', '-']) && !known {
            self.change(Span::empty(strip_at), "-");
        }
    }

    /// How many aliases stand for anchored values that the changes are inside of: places that change too.
    pub fn aliases_of_changed(&self) -> usize {
        let inside = |node: NodeRef<'d>| self.changes.iter().any(|change| node.full_span().contains(change.span));
        let changed = self.anchored.iter().filter(|node| inside(**node));
        changed.map(|node| self.document.aliases_of(*node).count()).sum()
    }

    /// Checks the edit and gives the change of the text and the document after it.
    pub fn finish(self) -> Result<(Transaction, Document), EditError> {
        let transaction = Transaction::new(union_of_deletions(self.changes)).map_err(|_| EditError::Differs)?;
        let (edited, origins) = self.document.edited_with_origins(&transaction);
        if let Some(alias) = edited.aliases().find(|alias| alias.resolved().is_none()) {
            return Err(EditError::AnchorOrder(alias.value().to_owned()));
        }
        let same = edited.is_sound()
            && match (origins, self.document.roots().next(), edited.roots().next()) {
                (Some(origins), Some(before), Some(after)) => self.overlay.gives(before, after, &origins),
                _ => {
                    let roots = self.document.roots().map(|root| self.overlay.tree(root));
                    reads_as(&edited, &roots.chain(self.first).collect::<Vec<Tree>>())
                }
            };
        if !same || (self.moved && !targets_kept(self.document, &edited)) {
            return Err(EditError::Differs);
        }
        Ok((transaction, edited))
    }

    /// Marks an item or the key of an entry as going.
    fn mark_removed(&mut self, parent: NodeRef<'d>, child: NodeRef<'d>) {
        self.overlay.remove(child);
        self.removed.insert(child.id());
        *self.removed_of.entry(parent.id()).or_default() += 1;
    }

    /// How many children a collection is left with; entries that come into a mapping count.
    fn staying(&self, parent: NodeRef<'d>) -> usize {
        let count = |of: &HashMap<NodeId, usize>| of.get(&parent.id()).copied().unwrap_or(0);
        let children = parent.items().len() + parent.entries().len() + count(&self.inserted_of);
        children - count(&self.removed_of)
    }

    /// Refuses if what would go defines an anchor that is used outside of it.
    fn check_anchors(&self, going: Span) -> Result<(), EditError> {
        for node in self.anchored.iter().filter(|node| going.contains(node.full_span())) {
            let Some(anchor) = node.anchor() else { continue };
            if self.document.aliases_of(*node).any(|alias| !going.contains(alias.span())) {
                return Err(EditError::AnchorInUse(anchor.to_owned()));
            }
        }
        Ok(())
    }
}

/// Whether the documents of the text are the intended ones. A mapping that lost its last entry leaves nothing.
fn reads_as(edited: &Document, intended: &[Tree]) -> bool {
    let is_empty = |tree: &Tree| tree.data == Data::Mapping(Vec::new()) && tree.anchor.is_none();
    match intended {
        [only] if is_empty(only) => edited.roots().all(|root| root.is_null() || Tree::of(root) == *only),
        _ => {
            edited.roots().len() == intended.len()
                && edited
                    .roots()
                    .zip(intended)
                    .all(|(root, tree)| Tree::of(root) == *tree || is_empty(tree) && root.is_null())
        }
    }
}

/// Deletions may overlap, where two neighbours go and both would take the blank line between them.
fn union_of_deletions(mut changes: Vec<Change>) -> Vec<Change> {
    changes.sort_by_key(|change| (change.span.start, change.span.end));
    let mut union: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        match union.last_mut() {
            Some(last)
                if last.insert.is_empty()
                    && change.insert.is_empty()
                    && !last.span.is_empty()
                    && change.span.start < last.span.end =>
            {
                last.span = last.span.cover(change.span);
            }
            _ => union.push(change),
        }
    }
    union
}

/// Where a name is anchored more than once, an alias means the last one before it: after a move that could be another.
/// Trees only compare names, so here the order of anchors and aliases with such a name must stay.
fn targets_kept(before: &Document, after: &Document) -> bool {
    let anchored = |document: &Document| -> Vec<String> {
        document.anchored().filter_map(|node| node.anchor()).map(str::to_owned).collect()
    };
    let mut names = anchored(before);
    names.sort();
    let repeated: Vec<String> =
        names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone()).collect();
    if repeated.is_empty() {
        return true;
    }
    let uses = |document: &Document| -> Vec<(String, Option<Tree>)> {
        let aliases = document.aliases();
        let repeated = aliases.filter(|alias| repeated.iter().any(|name| name == alias.value()));
        repeated.map(|alias| (alias.value().to_owned(), alias.resolved().map(Tree::of))).collect()
    };
    let (mut old, mut new) = (uses(before), uses(after));
    let key = |(name, tree): &(String, Option<Tree>)| format!("{name} {tree:?}");
    old.sort_by_key(key);
    new.sort_by_key(key);
    old == new
}

/// What a key, a value or an item is to be: the way commands say what they want.
impl<'d> Draft<'d> {
    /// Sets the value of `key` in a mapping, at the end of the mapping where it is new.
    pub fn set(&mut self, mapping: NodeRef<'d>, key: &str, value: &NewValue) -> Result<(), EditError> {
        match mapping.get(key) {
            Some(old) => self.reconcile(old, value),
            None => self.insert_entry(mapping, None, key, value),
        }
    }
}
