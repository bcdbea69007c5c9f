//! The rules. A rule is a kind of finding: its code, what to do about it, where GitLab has it, and an example of each kind.

use super::fix::Fixer;
use super::{rules, runners, Severity};
use crate::runner::Fleet;

/// A kind of finding.
#[derive(Debug)]
pub struct Rule {
    /// Its name, which never changes.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it is about, in one line.
    pub summary: &'static str,
    /// What to do about it.
    pub help: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// What mends a finding, where that can be told.
    pub fix: Option<Fixer>,
    /// Whether it is on where nobody chose. Errors always are.
    pub on: bool,
    /// A file that fires it and nothing else.
    pub bad: &'static str,
    /// The file mended.
    pub good: &'static str,
}

impl Rule {
    /// Whether it says nothing where no runners are known.
    pub fn needs_runners(&self) -> bool {
        rules::OF_RUNNERS.iter().any(|rule| rule.code == self.code)
    }

    /// The runners that its examples are about; none for rules that need none.
    pub fn example_runners(&self) -> Fleet {
        if self.needs_runners() {
            runners::example()
        } else {
            Fleet::default()
        }
    }

    /// Whether it is a warning beyond GitLab's.
    pub fn is_advice(&self) -> bool {
        rules::ADVICE.iter().any(|(rule, _)| rule.code == self.code)
    }
}

/// All rules, those of the YAML first, then those of shapes, then those between jobs.
pub static RULES: &[&Rule] = rules::ALL;
