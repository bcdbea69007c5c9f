//! What a quick fix would do, before it is done: the list of problems shows it.

use std::rc::Rc;

use super::problems::Problem;
use crate::command::Command;
use crate::lint::{Fix, Label, RULES};
use crate::runner::Fleet;
use crate::text::{diff_lines, DiffHunk};
use crate::yaml::Document;

/// A quick fix of a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// What it does.
    pub label: Label,
    rule: &'static str,
    line: u32,
    column: u32,
    /// The runners, where the rule needs them.
    runners: Rc<Fleet>,
}

impl Mend {
    /// The fix of a problem of `document`. None while the text is broken: nothing can be edited then.
    pub fn of(document: &Document, problem: &Problem, fleet: &Rc<Fleet>) -> Option<Self> {
        let finding = problem.finding.as_ref().filter(|_| document.is_sound())?;
        let needed = RULES.iter().any(|rule| rule.code == finding.rule && rule.needs_runners());
        let runners = if needed { fleet.clone() } else { Rc::default() };
        let fix = Fix::of(document, finding, &runners)?;
        let at = problem.position;
        Some(Self { label: fix.label, rule: finding.rule, line: at.line, column: at.column, runners })
    }

    /// The edit that does it.
    pub fn command(&self) -> Command {
        Command::Fix {
            rule: self.rule.to_owned(),
            line: self.line,
            column: Some(self.column),
            runners: Fleet::clone(&self.runners),
        }
    }

    /// The edit that does the same for all problems of the kind.
    pub fn all(&self) -> Command {
        Command::FixAll { rule: self.rule.to_owned(), runners: Fleet::clone(&self.runners) }
    }

    /// The lines that it changes. Empty where the edit is refused.
    pub fn preview(&self, document: &Document) -> Rc<Vec<DiffHunk>> {
        let plan = self.command().plan(document);
        Rc::new(plan.map(|plan| diff_lines(document.text(), plan.document.text(), 1)).unwrap_or_default())
    }
}
