//! The tree that an edit means to give: the old tree with marks of what goes, comes and changes.

use foldhash::{HashMap, HashSet};

use crate::yaml::node::{Entry, Kind, NodeId, NodeRef};
use crate::yaml::tree::{Data, Tree};

/// Something that comes into a collection.
#[derive(Debug, Clone)]
pub(super) enum Inserted {
    Item(Tree),
    Entry(Tree, Tree),
}

/// Marks by node. An entry is marked by its key.
#[derive(Debug, Default)]
pub(super) struct Overlay {
    replaced: HashMap<NodeId, (Option<String>, Data)>,
    anchors: HashMap<NodeId, Option<String>>,
    removed: HashSet<NodeId>,
    inserted: HashMap<(NodeId, Option<NodeId>), Vec<Inserted>>,
}

impl Overlay {
    /// The node gets other data; its anchor stays. A tag such as `!reference` goes: it said what the old value was.
    pub fn replace(&mut self, node: NodeRef<'_>, data: Data) {
        self.replaced.insert(node.id(), (None, data));
    }

    /// The node gets the tag and the data of `tree`; its anchor stays.
    pub fn replace_tree(&mut self, node: NodeRef<'_>, tree: Tree) {
        self.replaced.insert(node.id(), (tree.tag, tree.data));
    }

    /// The node gets another anchor, or none.
    pub fn rename_anchor(&mut self, node: NodeRef<'_>, name: Option<&str>) {
        self.anchors.insert(node.id(), name.map(str::to_owned));
    }

    /// The item, or the entry of this key, goes.
    pub fn remove(&mut self, node: NodeRef<'_>) {
        self.removed.insert(node.id());
    }

    /// Something comes into `parent` before one of its items or keys, or at its end. What comes to one place stays in
    /// the order of the calls.
    pub fn insert(&mut self, parent: NodeRef<'_>, before: Option<NodeRef<'_>>, what: Inserted) {
        self.inserted.entry((parent.id(), before.map(|node| node.id()))).or_default().push(what);
    }

    /// The tree of `node` with the marks applied.
    pub fn tree(&self, node: NodeRef<'_>) -> Tree {
        let mut tree = self.tree_below(node);
        if let Some(anchor) = self.anchors.get(&node.id()) {
            tree.anchor.clone_from(anchor);
        }
        tree
    }

    fn tree_below(&self, node: NodeRef<'_>) -> Tree {
        if let Some((tag, data)) = self.replaced.get(&node.id()) {
            let mut tree = Tree::with_properties(node, data.clone());
            tree.tag.clone_from(tag);
            return tree;
        }
        let data = match node.kind() {
            Kind::Scalar | Kind::Alias => return Tree::of(node),
            Kind::Sequence => Data::Sequence(self.items(node)),
            Kind::Mapping => Data::Mapping(self.entries(node)),
        };
        Tree::with_properties(node, data)
    }

    fn items(&self, node: NodeRef<'_>) -> Vec<Tree> {
        let mut items = Vec::new();
        let take = |before: Option<NodeId>, items: &mut Vec<Tree>| {
            for inserted in self.inserted.get(&(node.id(), before)).into_iter().flatten() {
                if let Inserted::Item(tree) = inserted {
                    items.push(tree.clone());
                }
            }
        };
        for item in node.items() {
            take(Some(item.id()), &mut items);
            if !self.removed.contains(&item.id()) {
                items.push(self.tree(item));
            }
        }
        take(None, &mut items);
        items
    }

    fn entries(&self, node: NodeRef<'_>) -> Vec<(Tree, Tree)> {
        let tree = |intended| match intended {
            Intended::Old(_, entry) => (self.tree(entry.key), self.tree(entry.value)),
            Intended::New(key, value) => (key.clone(), value.clone()),
        };
        self.intended(node).map(tree).collect()
    }

    /// Whether the mapping `after`, whose entries came from those of `before` as `origins` says, is what the marks
    /// make of `before`. Entries that were taken over without marks are equal without looking.
    pub fn gives(&self, before: NodeRef<'_>, after: NodeRef<'_>, origins: &[Option<usize>]) -> bool {
        if self.replaced.contains_key(&before.id()) {
            return self.tree(before) == Tree::of(after);
        }
        let marked = self.marked();
        let keys: Vec<NodeId> = before.entries().map(|entry| entry.key.id()).collect();
        // The nodes of an entry are those from its key to the next key.
        let is_marked = |at: usize| {
            let next = marked.get(marked.partition_point(|id| *id < keys[at]));
            next.is_some_and(|id| keys.get(at + 1).is_none_or(|key| id < key))
        };
        let same = |(intended, (entry, origin)): (Intended<'_>, (Entry<'_>, &Option<usize>))| match intended {
            Intended::Old(at, _) if *origin == Some(at) && !is_marked(at) => true,
            Intended::Old(_, old) => {
                self.tree(old.key) == Tree::of(entry.key) && self.tree(old.value) == Tree::of(entry.value)
            }
            Intended::New(key, value) => *key == Tree::of(entry.key) && *value == Tree::of(entry.value),
        };
        let count = self.intended(before).count();
        count == after.entries().len() && self.intended(before).zip(after.entries().zip(origins)).all(same)
    }

    /// The entries that a mapping is to have: its own with their number, and new ones.
    fn intended<'a>(&'a self, node: NodeRef<'a>) -> impl Iterator<Item = Intended<'a>> + 'a {
        let inserted = move |before: Option<NodeId>| {
            let list = self.inserted.get(&(node.id(), before)).into_iter().flatten();
            list.filter_map(|inserted| match inserted {
                Inserted::Entry(key, value) => Some(Intended::New(key, value)),
                Inserted::Item(_) => None,
            })
        };
        let own = node.entries().enumerate().flat_map(move |(at, entry)| {
            let stays = !self.removed.contains(&entry.key.id());
            inserted(Some(entry.key.id())).chain(stays.then_some(Intended::Old(at, entry)))
        });
        own.chain(inserted(None))
    }

    /// The nodes with marks, in order.
    fn marked(&self) -> Vec<NodeId> {
        let inserted = self.inserted.keys().flat_map(|(parent, before)| [Some(*parent), *before]).flatten();
        let own = self.replaced.keys().chain(self.anchors.keys()).chain(&self.removed).copied();
        let mut marked: Vec<NodeId> = own.chain(inserted).collect();
        marked.sort_unstable();
        marked
    }
}

/// An entry that a mapping is to have.
enum Intended<'a> {
    /// One that it has, by its number.
    Old(usize, Entry<'a>),
    /// One that comes.
    New(&'a Tree, &'a Tree),
}
