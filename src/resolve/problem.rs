//! What can't be resolved, in GitLab's words.

use std::rc::Rc;

use crate::text::Span;

/// What kind of problem it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// A date or time without quotes.
    Date,
    /// A tag that stands for an object of Ruby.
    Object,
    /// Too large or too deep once anchors are expanded.
    TooBig,
    /// `extends` names something that is not there.
    UnknownBase,
    /// `extends` names something that is no mapping.
    InvalidBase,
    /// `extends` comes back to itself.
    CircularExtends,
    /// `extends` of more than ten levels.
    DeepExtends,
    /// A `!reference` to nothing.
    UnknownReference,
    /// A `!reference` that comes back to itself.
    CircularReference,
    /// A `!reference` that is no list of names.
    InvalidReference,
    /// An input of `spec:inputs` or its use.
    Input,
}

/// A problem and its place.
#[derive(Debug, Clone)]
pub struct Problem {
    /// What it is.
    pub kind: ProblemKind,
    /// GitLab's words.
    pub message: String,
    /// Where.
    pub span: Span,
    /// The top-level entry that it is in.
    pub subject: Option<Rc<str>>,
}

impl Problem {
    pub(super) fn new(kind: ProblemKind, message: impl Into<String>, span: Span) -> Self {
        Self { kind, message: message.into(), span, subject: None }
    }

    pub(super) fn of(mut self, subject: &str) -> Self {
        self.subject = Some(subject.into());
        self
    }
}
