//! Lists of strings: tags, paths, stages and the like.

use super::reading::{text, Reading};
use crate::text::Span;
use crate::yaml::{Kind, NodeId, NodeRef};

/// One item of a list as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// The string; for what is none, its text in the file.
    pub text: String,
    /// Whether it is a plain string that a form may change. Aliases, `!reference` and nested lists are shown only.
    pub editable: bool,
    /// Where it stands.
    pub span: Span,
    /// The node, to keep it as it is in an edit of the list.
    pub node: NodeId,
}

impl ListItem {
    /// Reads an item.
    pub fn of(node: NodeRef<'_>) -> Self {
        let string = text(node);
        let span = node.full_span();
        Self {
            editable: string.is_some(),
            text: string.unwrap_or_else(|| span.slice(node.document().text()).to_owned()),
            span,
            node: node.id(),
        }
    }
}

/// A list of strings, or one string that stands for a list of one.
pub fn strings(node: Option<NodeRef<'_>>) -> Reading<Vec<ListItem>> {
    Reading::of(node, |node| match node.kind() {
        Kind::Sequence if !node.is_reference() => Some(node.items().map(ListItem::of).collect()),
        Kind::Scalar => Some(vec![ListItem::of(node)]),
        _ => None,
    })
}
