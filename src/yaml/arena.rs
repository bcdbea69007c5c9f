//! The store of a document's nodes: one list of nodes in the order of reading, one list of all their children, and what only
//! few nodes have apart, so that a document is copied fast when it is edited (see `splice`).

use std::ops::Range;
use std::rc::Rc;

use super::node::{Children, Kind, Node, NodeId, Style};
use crate::text::Span;

/// Nodes and who is whose child. A collection's children stand side by side in `children`.
#[derive(Debug, Clone, Default)]
pub(super) struct Arena {
    pub nodes: Vec<Node>,
    pub children: Vec<NodeId>,
    /// Scalars' values that differ from their text, in the order of the nodes.
    values: Vec<(NodeId, Rc<str>)>,
    /// In the order of the nodes.
    properties: Vec<Properties>,
}

/// What few nodes have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Properties {
    pub node: NodeId,
    pub tag: Option<Span>,
    pub anchor: Option<Span>,
    /// What an alias stands for; none where no anchor of that name came before it.
    pub target: Option<NodeId>,
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

    /// A scalar's value where it differs from its text.
    pub fn value(&self, node: &Node) -> Option<&str> {
        self.values.get(node.value as usize).map(|(_, value)| &**value)
    }

    /// The properties of a node, if it has any.
    pub fn properties(&self, node: &Node) -> Option<&Properties> {
        self.properties.get(node.properties as usize)
    }

    /// Those of all nodes that have any.
    pub fn all_properties(&self) -> &[Properties] {
        &self.properties
    }

    /// The same, to change what aliases stand for.
    pub fn all_properties_mut(&mut self) -> &mut [Properties] {
        &mut self.properties
    }

    /// Its text with tag and anchor.
    pub fn full_span(&self, id: NodeId) -> Span {
        let node = self.node(id);
        let properties = self.properties(node).into_iter().flat_map(|all| [all.tag, all.anchor]);
        properties.flatten().fold(node.span, Span::cover)
    }

    /// Gives the last node its value, which differs from its text.
    pub fn set_value(&mut self, value: &str) {
        let id = NodeId(self.nodes.len() as u32 - 1);
        self.node_mut(id).value = self.values.len() as u32;
        self.values.push((id, value.into()));
    }

    /// The properties of the last node, to be set.
    pub fn set_properties(&mut self) -> Option<&mut Properties> {
        let node = NodeId(self.nodes.len() as u32 - 1);
        if self.node(node).properties == Node::NONE {
            self.node_mut(node).properties = self.properties.len() as u32;
            self.properties.push(Properties { node, tag: None, anchor: None, target: None });
        }
        self.properties.last_mut()
    }

    fn values_before(&self, node: u32) -> usize {
        self.values.partition_point(|(id, _)| id.0 < node)
    }

    fn properties_before(&self, node: u32) -> usize {
        self.properties.partition_point(|properties| properties.node.0 < node)
    }

    /// Makes room for as many nodes as another has, and a few more.
    pub fn reserve_for(&mut self, other: &Arena) {
        self.nodes.reserve(other.nodes.len() + 64);
        self.children.reserve(other.children.len() + 64);
        self.values.reserve(other.values.len() + 8);
        self.properties.reserve(other.properties.len() + 8);
    }

    /// Copies nodes of another, whose children are `children` there, with their text moved by `shift` bytes. Their parents
    /// are among them or `root`. What aliases stand for stays as it was.
    pub fn copy(&mut self, from: &Arena, nodes: Range<u32>, children: Range<u32>, root: NodeId, shift: i32) {
        let moved = (self.nodes.len() as u32).wrapping_sub(nodes.start);
        let id = |id: NodeId| NodeId(id.0.wrapping_add(moved));
        let range = |range: Range<u32>| range.start as usize..range.end as usize;
        let (values, properties) = (
            from.values_before(nodes.start)..from.values_before(nodes.end),
            from.properties_before(nodes.start)..from.properties_before(nodes.end),
        );
        let among = |to: usize, from: usize| (to as u32).wrapping_sub(from as u32);
        let of_values = among(self.values.len(), values.start);
        let of_properties = among(self.properties.len(), properties.start);
        let of_children = among(self.children.len(), children.start as usize);
        let along = |at: u32, by: u32| if at == Node::NONE { at } else { at.wrapping_add(by) };
        self.nodes.extend(from.nodes[range(nodes)].iter().map(|node| Node {
            span: node.span.shifted(shift),
            indicator: along(node.indicator, shift as u32),
            parent: if node.parent == root { root } else { id(node.parent) },
            children: node.children.moved(of_children),
            value: along(node.value, of_values),
            properties: along(node.properties, of_properties),
            ..*node
        }));
        self.children.extend(from.children[range(children)].iter().map(|child| id(*child)));
        self.values.extend(from.values[values].iter().map(|(node, value)| (id(*node), value.clone())));
        self.properties.extend(from.properties[properties].iter().map(|properties| Properties {
            node: id(properties.node),
            tag: properties.tag.map(|span| span.shifted(shift)),
            anchor: properties.anchor.map(|span| span.shifted(shift)),
            target: properties.target,
        }));
    }

    /// Gives a collection its children.
    pub fn adopt(&mut self, parent: NodeId, children: impl IntoIterator<Item = NodeId>) {
        let start = self.children.len() as u32;
        self.children.extend(children);
        self.node_mut(parent).children = Children { start, end: self.children.len() as u32 };
    }

    /// Adds the mapping that becomes the root of a document.
    pub fn add_root(&mut self) -> NodeId {
        let root = NodeId(self.nodes.len() as u32);
        self.nodes.push(Node::new(Kind::Mapping, Style::Block, Span::default()));
        root
    }

    /// Gives a root its children, which were copied as such, and the span that they cover.
    pub fn fill_root(&mut self, root: NodeId, children: &[NodeId]) {
        self.adopt(root, children.iter().copied());
        if let (Some(first), Some(last)) = (children.first(), children.last()) {
            self.node_mut(root).span = self.full_span(*first).cover(self.full_span(*last));
        }
    }
}
