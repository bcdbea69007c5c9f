//! The tree that an edit means to give: the old tree with marks of what goes, comes and changes.

use std::collections::{HashMap, HashSet};

use crate::yaml::node::{Kind, NodeId, NodeRef};
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
        let mut entries = Vec::new();
        let take = |before: Option<NodeId>, entries: &mut Vec<(Tree, Tree)>| {
            for inserted in self.inserted.get(&(node.id(), before)).into_iter().flatten() {
                if let Inserted::Entry(key, value) = inserted {
                    entries.push((key.clone(), value.clone()));
                }
            }
        };
        for entry in node.entries() {
            take(Some(entry.key.id()), &mut entries);
            if !self.removed.contains(&entry.key.id()) {
                entries.push((self.tree(entry.key), self.tree(entry.value)));
            }
        }
        take(None, &mut entries);
        entries
    }
}
