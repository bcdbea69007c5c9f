//! Something that is wrong with the file, as the fields show it.

use std::rc::Rc;

use crate::text::Span;

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub span: Span,
    /// What, in GitLab's or the linter's words.
    pub message: Rc<str>,
    /// Whether GitLab takes the file all the same.
    pub warning: bool,
}
