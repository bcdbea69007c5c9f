//! `variables`, global and per job.

use super::list::ListItem;
use super::reading::{flag, text, Reading};
use crate::text::Span;
use crate::yaml::{Kind, NodeId, NodeRef};

/// One variable as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its value; none where only a description is given.
    pub value: Option<String>,
    /// `description`, for global variables.
    pub description: Option<String>,
    /// `options`, for global variables.
    pub options: Vec<ListItem>,
    /// `expand`
    pub expand: Option<bool>,
    /// Whether a form may change it. Aliases, `!reference` and merge keys are shown only.
    pub editable: bool,
    /// From the start of its name to the end of its value.
    pub span: Span,
    /// The node of its value.
    pub node: NodeId,
}

/// The variables of a mapping in the order of the file. A merge key is listed as `<<`, not editable.
pub fn variables(node: Option<NodeRef<'_>>) -> Reading<Vec<Variable>> {
    Reading::of(node, |node| {
        (node.kind() == Kind::Mapping).then(|| {
            node.entries()
                .map(|entry| {
                    let (value, detailed) = match entry.value.kind() {
                        Kind::Mapping => (entry.value.get("value").and_then(text), true),
                        Kind::Scalar => (Some(entry.value.value().to_owned()), false),
                        _ => (Some(entry.value.text().to_owned()), false),
                    };
                    let detail = |key: &str| entry.value.get(key).filter(|_| detailed);
                    Variable {
                        name: entry.key.value().to_owned(),
                        value,
                        description: detail("description").and_then(text),
                        options: detail("options")
                            .map(|list| list.items().map(ListItem::of).collect())
                            .unwrap_or_default(),
                        expand: detail("expand").and_then(flag),
                        editable: entry.key.value() != "<<"
                            && matches!(entry.value.kind(), Kind::Scalar | Kind::Mapping),
                        span: entry.span(),
                        node: entry.value.id(),
                    }
                })
                .collect()
        })
    })
}
