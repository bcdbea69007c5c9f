//! The store of a document's nodes: one list of nodes in the order of reading, one list of all their children.

use super::node::{Children, Kind, Node, NodeId, Style};
use crate::text::Span;

/// Nodes and who is whose child. A collection's children stand side by side in `children`.
#[derive(Debug, Clone, Default)]
pub(super) struct Arena {
    pub nodes: Vec<Node>,
    pub children: Vec<NodeId>,
}

impl Arena {
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    pub fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.0 as usize]
    }

    pub fn children_of(&self, id: NodeId) -> &[NodeId] {
        let Children { start, end } = self.node(id).children;
        &self.children[start as usize..end as usize]
    }

    /// Gives a collection its children.
    pub fn adopt(&mut self, parent: NodeId, children: impl IntoIterator<Item = NodeId>) {
        let start = self.children.len() as u32;
        self.children.extend(children);
        self.node_mut(parent).children = Children { start, end: self.children.len() as u32 };
    }

    /// Adds the mapping that is the root of a document, with its keys and values in turn.
    pub fn add_root(&mut self, children: &[NodeId]) -> NodeId {
        let root = NodeId(self.nodes.len() as u32);
        self.nodes.push(Node {
            kind: Kind::Mapping,
            style: Style::Block,
            span: Span::default(),
            tag: None,
            anchor: None,
            indicator: None,
            parent: None,
            children: Children::default(),
            value: None,
            target: None,
        });
        self.fill_root(root, children);
        root
    }

    /// Gives a root its children, and the span that they cover.
    pub fn fill_root(&mut self, root: NodeId, children: &[NodeId]) {
        self.adopt(root, children.iter().copied());
        for child in children {
            self.node_mut(*child).parent = Some(root);
        }
        if let (Some(first), Some(last)) = (children.first(), children.last()) {
            self.node_mut(root).span = self.node(*first).full_span().cover(self.node(*last).full_span());
        }
    }
}
