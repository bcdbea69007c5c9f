//! Where in the configuration a check is: the path of keys in GitLab's messages.

use crate::text::Span;

/// A place in the tree of entries. It borrows the places above it.
#[derive(Clone, Copy)]
pub struct At<'a> {
    parent: Option<&'a At<'a>>,
    /// Empty for entries that GitLab's locations leave out.
    key: &'a str,
    /// Whether what is missing here may come from elsewhere.
    pub open: bool,
    /// The place in the text that is named where no smaller one can be.
    pub span: Span,
}

impl<'a> At<'a> {
    /// The top.
    pub fn top(open: bool, span: Span) -> At<'static> {
        At { parent: None, key: "", open, span }
    }

    /// An entry that names itself and not what is above it.
    pub fn alone(self, key: &'a str) -> At<'a> {
        At { parent: None, key, ..self }
    }

    /// The value of a key here. It stays open if this is.
    pub fn key(&'a self, key: &'a str, span: Span) -> At<'a> {
        At { parent: Some(self), key, open: self.open, span }
    }

    /// An item of a list here: nothing of it comes from elsewhere.
    pub fn item(&'a self, key: &'a str, span: Span) -> At<'a> {
        At { parent: Some(self), key, open: false, span }
    }

    /// The same place, open too if `more` is.
    pub fn opened(self, more: bool) -> At<'a> {
        At { open: self.open || more, ..self }
    }

    /// The path, with colons.
    pub fn location(&self) -> String {
        let mut keys = Vec::new();
        let mut place = Some(self);
        while let Some(at) = place {
            if !at.key.is_empty() {
                keys.push(at.key);
            }
            place = at.parent;
        }
        keys.reverse();
        keys.join(":")
    }
}
