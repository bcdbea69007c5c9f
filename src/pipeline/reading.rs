//! What reading a keyword gave.

use crate::text::Span;
use crate::yaml::{Kind, NodeRef, Scalar};

/// Why a value can't be shown in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpaqueReason {
    /// `!reference [a, b]`: it is kept elsewhere.
    Reference,
    /// `*name`: it is kept where the anchor stands. Holds the anchor's name.
    Alias(String),
    /// It has a form that GitLab does not accept here.
    UnexpectedForm,
    /// It has more items than a form can show; how many.
    TooManyItems(usize),
    /// Its text is longer than a form can show; in bytes.
    TooLong(usize),
}

/// The value of a keyword as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading<T> {
    /// The keyword is not there, or has nothing after its colon.
    Absent,
    /// A value of the expected form.
    Value(T, Span),
    /// Something that forms show as text.
    Opaque {
        /// As it stands in the file.
        text: String,
        /// Why it is not taken apart.
        reason: OpaqueReason,
        /// Where it stands.
        span: Span,
    },
}

impl<T> Reading<T> {
    /// Something that forms can't take apart.
    pub fn opaque(node: NodeRef<'_>) -> Self {
        let reason = match node.kind() {
            Kind::Alias => OpaqueReason::Alias(node.value().to_owned()),
            _ if node.is_reference() => OpaqueReason::Reference,
            _ => OpaqueReason::UnexpectedForm,
        };
        let span = node.full_span();
        Reading::Opaque { text: span.slice(node.document().text()).to_owned(), reason, span }
    }

    /// The value, where it has the expected form.
    pub fn value(&self) -> Option<&T> {
        match self {
            Reading::Value(value, _) => Some(value),
            _ => None,
        }
    }

    /// Where it stands.
    pub fn span(&self) -> Option<Span> {
        match self {
            Reading::Absent => None,
            Reading::Value(_, span) | Reading::Opaque { span, .. } => Some(*span),
        }
    }

    /// Whether nothing is written.
    pub fn is_absent(&self) -> bool {
        matches!(self, Reading::Absent)
    }

    /// Reads `node` with `read`; opaque where that gives nothing.
    pub fn of<'d>(node: Option<NodeRef<'d>>, read: impl FnOnce(NodeRef<'d>) -> Option<T>) -> Self {
        match node {
            None => Reading::Absent,
            Some(node) if node.is_null() => Reading::Absent,
            Some(node) => match read(node) {
                Some(value) => Reading::Value(value, node.full_span()),
                None => Reading::opaque(node),
            },
        }
    }
}

/// The text of a scalar, whatever its type. None for what is no scalar and for null.
pub fn text(node: NodeRef<'_>) -> Option<String> {
    match node.scalar()? {
        Scalar::Null => None,
        _ => Some(node.value().to_owned()),
    }
}

/// A boolean scalar.
pub fn flag(node: NodeRef<'_>) -> Option<bool> {
    match node.scalar()? {
        Scalar::Bool(value) => Some(value),
        _ => None,
    }
}
