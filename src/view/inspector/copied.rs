//! Values kept elsewhere, as values to write.

use crate::command::Refusal;
use crate::yaml::{Document, Kind, NewValue, NodeId, NodeRef, Scalar};

/// Values inside values that are followed: aliases may go in circles.
const DEPTH: usize = 20;

/// A value that reads as `node` does, aliases followed and anchors left out. Refused for what only the place where it
/// stands can say, as `!reference`.
pub(super) fn copied(node: NodeRef<'_>) -> Result<NewValue, Refusal> {
    copied_at(node, 0).ok_or_else(|| Refusal::NotEditable(node.full_span().slice(node.document().text()).to_owned()))
}

/// The same by the node's index.
pub(super) fn copied_by_id(document: &Document, id: NodeId) -> Result<NewValue, Refusal> {
    document.node(id).map_or(Err(Refusal::NotVerified), copied)
}

fn copied_at(node: NodeRef<'_>, depth: usize) -> Option<NewValue> {
    if depth > DEPTH || node.tag().is_some_and(|tag| tag.starts_with('!') && !tag.starts_with("!!")) {
        return None;
    }
    Some(match node.kind() {
        Kind::Alias => return copied_at(node.resolved()?, depth + 1),
        Kind::Scalar if node.scalar() == Some(Scalar::Str) => NewValue::String(node.value().to_owned()),
        Kind::Scalar => NewValue::Plain(if node.value().is_empty() { "null" } else { node.value() }.to_owned()),
        Kind::Sequence => {
            let items = node.items().map(|item| copied_at(item, depth + 1));
            NewValue::List(items.collect::<Option<_>>()?)
        }
        Kind::Mapping => {
            let mut entries: Vec<(String, NewValue)> = Vec::new();
            for entry in node.entries() {
                if entry.key.value() == "<<" {
                    return None;
                }
                entries.push((entry.key.value().to_owned(), copied_at(entry.value, depth + 1)?));
            }
            NewValue::Map(entries)
        }
    })
}
