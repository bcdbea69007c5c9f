//! `image` and `services`.

use super::list::ListItem;
use super::reading::{text, Reading};
use crate::yaml::{Kind, NodeId, NodeRef};

/// The image that a job runs in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Image {
    /// The image's name.
    pub name: String,
    /// `entrypoint`
    pub entrypoint: Vec<ListItem>,
    /// `pull_policy`, one or several.
    pub pull_policy: Vec<ListItem>,
    /// Whether it is written as a mapping with `name:`.
    pub detailed: bool,
}

impl Image {
    /// Reads a name or a mapping.
    pub fn read(node: Option<NodeRef<'_>>) -> Reading<Self> {
        Reading::of(node, |node| match node.kind() {
            Kind::Scalar => Some(Self { name: node.value().to_owned(), ..Self::default() }),
            Kind::Mapping => Some(Self {
                name: node.get("name").and_then(text).unwrap_or_default(),
                entrypoint: items(node.get("entrypoint")),
                pull_policy: items(node.get("pull_policy")),
                detailed: true,
            }),
            _ => None,
        })
    }
}

/// A service that runs beside a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// The image's name; the text in the file of what is neither name nor mapping.
    pub name: String,
    /// `alias`
    pub alias: Option<String>,
    /// `entrypoint`
    pub entrypoint: Vec<ListItem>,
    /// `command`
    pub command: Vec<ListItem>,
    /// Whether a form may change it.
    pub editable: bool,
    /// Whether it is written as a mapping with `name:`.
    pub detailed: bool,
    /// The node, to keep it as it is in an edit of the list.
    pub node: NodeId,
}

impl Service {
    /// Reads the list of services.
    pub fn read(node: Option<NodeRef<'_>>) -> Reading<Vec<Self>> {
        Reading::of(node, |node| {
            (node.kind() == Kind::Sequence && !node.is_reference()).then(|| node.items().map(Self::one).collect())
        })
    }

    fn one(node: NodeRef<'_>) -> Self {
        let detailed = node.kind() == Kind::Mapping;
        let name = if detailed { node.get("name").and_then(text) } else { text(node) };
        Self {
            editable: name.is_some(),
            name: name.unwrap_or_else(|| node.text().to_owned()),
            alias: node.get("alias").and_then(text),
            entrypoint: items(node.get("entrypoint")),
            command: items(node.get("command")),
            detailed,
            node: node.id(),
        }
    }
}

fn items(node: Option<NodeRef<'_>>) -> Vec<ListItem> {
    match node {
        Some(node) if node.kind() == Kind::Sequence => node.items().map(ListItem::of).collect(),
        Some(node) if node.kind() == Kind::Scalar && !node.is_null() => vec![ListItem::of(node)],
        _ => Vec::new(),
    }
}
