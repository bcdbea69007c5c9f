//! What is wrong with the file, as the list at the bottom and the marks on the cards show it.

use std::collections::HashMap;
use std::rc::Rc;

use crate::lint::{self, Diagnostic};
use crate::text::{Position, Span};
use crate::yaml::Document;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look.
    Warning,
    /// GitLab refuses the file.
    Error,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in GitLab's or the parser's words.
    pub message: String,
    /// What to do, where something is known.
    pub help: Option<String>,
    /// Where, in the text that was checked.
    pub span: Span,
    /// The same for people.
    pub position: Position,
    /// The job that it is in.
    pub job: Option<String>,
}

/// All problems, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems {
    /// The problems.
    pub list: Rc<Vec<Problem>>,
    /// How many are errors.
    pub errors: usize,
    /// How many are warnings.
    pub warnings: usize,
}

impl Problems {
    /// Checks a document.
    pub fn check(document: &Document) -> Self {
        let problem = |found: Diagnostic| Problem {
            severity: match found.severity {
                lint::Severity::Error => Severity::Error,
                lint::Severity::Warning => Severity::Warning,
            },
            position: document.position(found.span.from()),
            job: found.subject.as_deref().map(str::to_owned),
            help: (!found.help.is_empty()).then(|| found.help.to_owned()),
            message: found.message,
            span: found.span,
        };
        Self::of(lint::check(document).diagnostics.into_iter().map(problem).collect())
    }

    /// The first place of a broken text that could not be read.
    pub fn first_syntax_error(document: &Document) -> Option<Problem> {
        let error = document.errors().iter().min_by_key(|error| error.span)?;
        Some(Problem {
            severity: Severity::Error,
            message: error.message.clone(),
            help: None,
            span: error.span,
            position: document.position(error.span.from()),
            job: None,
        })
    }

    fn of(mut list: Vec<Problem>) -> Self {
        list.sort_by_key(|problem| problem.span);
        let errors = list.iter().filter(|problem| problem.severity == Severity::Error).count();
        Self { errors, warnings: list.len() - errors, list: Rc::new(list) }
    }

    /// Whether GitLab would take the file.
    pub fn is_valid(&self) -> bool {
        self.errors == 0
    }

    /// The worst problem of each job that has one.
    pub fn by_job(&self) -> HashMap<&str, Severity> {
        let mut marks: HashMap<&str, Severity> = HashMap::new();
        for problem in self.list.iter() {
            if let Some(job) = &problem.job {
                let mark = marks.entry(job).or_insert(problem.severity);
                *mark = (*mark).max(problem.severity);
            }
        }
        marks
    }
}
