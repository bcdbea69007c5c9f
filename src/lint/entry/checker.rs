//! Collects findings while the entries are gone through.

use std::rc::Rc;

use super::At;
use crate::lint::{Diagnostic, Rule};
use crate::text::Span;

/// What was found so far.
pub struct Checker {
    /// The findings.
    pub found: Vec<Diagnostic>,
    /// The job that is being checked.
    pub subject: Option<Rc<str>>,
}

impl Checker {
    /// Nothing found yet.
    pub fn new() -> Self {
        Self { found: Vec::new(), subject: None }
    }

    /// `LOCATION ATTRIBUTE TEXT`, in lower case as GitLab has it (lib/gitlab/config/entry/validator.rb).
    pub fn error(&mut self, rule: &'static Rule, at: &At, attribute: &str, text: &str, span: Span) {
        let attribute = attribute.replace('_', " ");
        let parts = [at.location(), attribute, text.to_owned()];
        let message = parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ");
        self.words(rule, message.to_lowercase(), span);
    }

    /// An error in just these words.
    pub fn words(&mut self, rule: &'static Rule, message: String, span: Span) {
        let mut diagnostic = Diagnostic::new(rule, message, span);
        diagnostic.subject = self.subject.clone();
        self.found.push(diagnostic);
    }

    /// Runs `check` and tells whether it found nothing.
    pub fn sound(&mut self, check: impl FnOnce(&mut Self)) -> bool {
        let before = self.found.len();
        check(self);
        self.found.len() == before
    }
}
