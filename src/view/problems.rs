//! What is wrong with the file, as the list at the bottom and the marks on the cards show it.

use foldhash::{HashMap, HashMapExt};
use std::rc::Rc;

use crate::lint::{self, Diagnostic, Settings};
use crate::runner::{Fleet, Takers};
use crate::text::{Position, Span};
use crate::yaml::Document;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Hint,
    /// Worth a look.
    Warning,
    /// GitLab refuses the file, or a person holds it to be as bad.
    Error,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// What was found; none for the first place of a broken text on its own.
    pub finding: Option<Rc<Diagnostic>>,
    /// What is wrong, in GitLab's or the parser's words.
    pub message: String,
    /// What to do, where something is known.
    pub help: Option<&'static str>,
    /// Where, in the text that was checked.
    pub span: Span,
    /// The same for people.
    pub position: Position,
    /// The job that it is in.
    pub job: Option<String>,
}

impl Problem {
    /// The code of its rule.
    pub fn rule(&self) -> Option<&'static str> {
        self.finding.as_ref().map(|finding| finding.rule)
    }

    /// Whether it is one for which GitLab refuses the file.
    pub fn is_gitlabs(&self) -> bool {
        let rule = self.rule().and_then(|code| lint::RULES.iter().find(|rule| rule.code == code));
        self.severity == Severity::Error && rule.is_none_or(|rule| rule.severity == lint::Severity::Error)
    }

    /// Whether it holds all the words, in its message, its rule, its job or its place.
    pub fn matches(&self, words: &str) -> bool {
        let place = format!("{}:{}", self.position.line, self.position.column);
        let texts = [self.message.as_str(), self.rule().unwrap_or(""), self.job.as_deref().unwrap_or(""), &place];
        let text = texts.join(" ").to_lowercase();
        words.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
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
    /// How many are hints.
    pub hints: usize,
    /// Who takes the jobs, where runners are known.
    pub takers: Rc<Takers>,
    /// Whether GitLab refuses the file.
    refused: bool,
}

impl Problems {
    /// Checks a document. Nothing is known of runners.
    pub fn check(document: &Document, settings: &Settings) -> Self {
        Self::check_for(document, settings, &Rc::default())
    }

    /// Checks a document with the runners that there are.
    pub fn check_for(document: &Document, settings: &Settings, fleet: &Rc<Fleet>) -> Self {
        Self::check_after(document, settings, fleet, &mut lint::Memory::default())
    }

    /// Checks the next version of a document, sooner.
    pub fn check_after(document: &Document, settings: &Settings, fleet: &Rc<Fleet>, memory: &mut lint::Memory) -> Self {
        let problem = |found: Diagnostic| Problem {
            severity: match found.severity {
                lint::Severity::Error => Severity::Error,
                lint::Severity::Warning => Severity::Warning,
                lint::Severity::Hint => Severity::Hint,
            },
            position: document.position(found.span.from()),
            job: found.subject.as_deref().map(str::to_owned),
            help: (!found.help.is_empty()).then_some(found.help),
            message: found.message.clone(),
            span: found.span,
            finding: Some(Rc::new(found)),
        };
        let report = lint::check_after(document, settings, fleet, memory);
        let list = report.diagnostics.into_iter().map(problem).collect();
        Self { refused: !report.valid, takers: Rc::new(report.takers), ..Self::of(list) }
    }

    /// The first place of a broken text that could not be read.
    pub fn first_syntax_error(document: &Document) -> Option<Problem> {
        let error = document.errors().iter().min_by_key(|error| error.span)?;
        Some(Problem {
            severity: Severity::Error,
            finding: None,
            message: error.message.clone(),
            help: None,
            span: error.span,
            position: document.position(error.span.from()),
            job: None,
        })
    }

    fn of(mut list: Vec<Problem>) -> Self {
        list.sort_by_key(|problem| problem.span);
        let count = |severity| list.iter().filter(|problem| problem.severity == severity).count();
        let (errors, warnings, hints) = (count(Severity::Error), count(Severity::Warning), count(Severity::Hint));
        Self { errors, warnings, hints, refused: errors > 0, list: Rc::new(list), takers: Rc::default() }
    }

    /// How many findings of a rule there are.
    pub fn of_rule(&self, code: &str) -> usize {
        self.list.iter().filter(|problem| problem.rule() == Some(code)).count()
    }

    /// The next problem behind a place of the text, or the last before it; past the end it begins again.
    pub fn beside(&self, offset: usize, forward: bool) -> Option<&Problem> {
        let list = &self.list;
        if forward {
            list.iter().find(|problem| problem.span.from() > offset).or(list.first())
        } else {
            list.iter().rfind(|problem| problem.span.from() < offset).or(list.last())
        }
    }

    /// Whether GitLab would take the file.
    pub fn is_valid(&self) -> bool {
        !self.refused
    }

    /// The worst problem of each job that has one, hints left out.
    pub fn by_job(&self) -> HashMap<&str, Severity> {
        let mut marks: HashMap<&str, Severity> = HashMap::new();
        for problem in self.list.iter() {
            if let Some(job) = problem.job.as_ref().filter(|_| problem.severity > Severity::Hint) {
                let mark = marks.entry(job).or_insert(problem.severity);
                *mark = (*mark).max(problem.severity);
            }
        }
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems() -> Problems {
        let text = "a:\n  script: make\n  needs: [x]\nb:\n  script: make\n  tag: [y]\n";
        Problems::check(&Document::parse(text), &Settings::default())
    }

    #[test]
    fn the_walk_through_the_problems_begins_again_at_the_end() {
        let problems = problems();
        let lines = |offset, forward| problems.beside(offset, forward).map(|problem| problem.position.line);
        assert_eq!([lines(0, true), lines(40, true), lines(90, true)], [Some(3), Some(6), Some(3)]);
        assert_eq!([lines(0, false), lines(40, false)], [Some(6), Some(3)]);
    }

    #[test]
    fn a_warning_that_counts_as_an_error_leaves_the_file_valid() {
        let document = Document::parse("a:\n  image: ruby\n  script: make\n");
        let mut settings = Settings::default();
        settings.set_level("unpinned-image", lint::Level::Error);
        let problems = Problems::check(&document, &settings);
        assert!(problems.is_valid() && problems.errors == 1 && !problems.list[0].is_gitlabs());
        settings.set_level("unpinned-image", lint::Level::Hint);
        let problems = Problems::check(&document, &settings);
        assert_eq!((problems.errors, problems.warnings, problems.hints), (0, 0, 1));
    }

    #[test]
    fn words_are_looked_for_in_message_rule_job_and_place() {
        let problems = problems();
        let found = |words: &str| problems.list.iter().filter(|problem| problem.matches(words)).count();
        assert_eq!(
            [found(""), found("undefined NEED"), found("b unknown"), found("6:3"), found("nothing")],
            [2, 1, 1, 1, 0]
        );
    }
}
