//! `needs`

use super::reading::{flag, text, Reading};
use crate::text::Span;
use crate::yaml::{Kind, NodeId, NodeRef};

/// One need as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// The job that is needed; the text in the file of what names none.
    pub job: String,
    /// `artifacts`; true where it is not given.
    pub artifacts: bool,
    /// `optional`; false where it is not given.
    pub optional: bool,
    /// Whether it names a job of this pipeline, and a form may change it.
    pub editable: bool,
    /// Whether it is written as a mapping with `job:`.
    pub detailed: bool,
    /// Where it stands.
    pub span: Span,
    /// The node, to keep it as it is in an edit of the list.
    pub node: NodeId,
}

impl Need {
    /// Reads the list of needs, or the one mapping that stands for a list of one.
    pub fn read(node: Option<NodeRef<'_>>) -> Reading<Vec<Self>> {
        Reading::of(node, |node| match node.kind() {
            Kind::Sequence if !node.is_reference() => Some(node.items().map(Self::one).collect()),
            Kind::Mapping => Some(vec![Self::one(node)]),
            _ => None,
        })
    }

    fn one(node: NodeRef<'_>) -> Self {
        let detailed = node.kind() == Kind::Mapping;
        let elsewhere = ["project", "pipeline", "parallel"].iter().any(|key| node.get(key).is_some());
        let job = if detailed { node.get("job").and_then(text) } else { text(node) };
        Self {
            editable: job.is_some() && !elsewhere,
            job: job.unwrap_or_else(|| node.text().to_owned()),
            artifacts: node.get("artifacts").and_then(flag).unwrap_or(true),
            optional: node.get("optional").and_then(flag).unwrap_or(false),
            detailed,
            span: node.full_span(),
            node: node.id(),
        }
    }
}
