//! A finding, and all that there are.

use std::rc::Rc;

use super::Rule;
use crate::runner::Takers;
use crate::text::Span;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// GitLab refuses the file.
    Error,
    /// The file works, but not as one may think.
    Warning,
    /// A warning that a person holds to be none.
    Hint,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The code of its rule; stable.
    pub rule: &'static str,
    /// How bad it is, to who chose the settings.
    pub severity: Severity,
    /// What is wrong, in GitLab's words where GitLab says it.
    pub message: String,
    /// The place, as small as can be told.
    pub span: Span,
    /// The job that it is about.
    pub subject: Option<Rc<str>>,
    /// What to do about it.
    pub help: &'static str,
}

impl Diagnostic {
    pub(super) fn new(rule: &'static Rule, message: impl Into<String>, span: Span) -> Self {
        Self { rule: rule.code, severity: rule.severity, message: message.into(), span, subject: None, help: rule.help }
    }

    pub(super) fn of(mut self, subject: &Rc<str>) -> Self {
        self.subject = Some(subject.clone());
        self
    }
}

/// What is to be said of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The findings, by their place in the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether GitLab accepts the file, as far as can be known without its includes.
    pub valid: bool,
    /// The visible jobs with their stages, parallel ones each by its own name. Empty for files that are not valid.
    pub jobs: Vec<(Rc<str>, Rc<str>)>,
    /// Who takes them, where runners are known.
    pub takers: Takers,
}
