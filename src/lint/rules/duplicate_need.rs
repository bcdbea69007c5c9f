//! A job is needed twice by the same job.
//!
//! Name it once.

use std::collections::HashMap;
use std::rc::Rc;

use crate::lint::facts::Job;
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "duplicate-need",
    severity: Severity::Error,
    summary: "A job is needed twice by the same job.",
    help: "Name it once.",
    source: "lib/gitlab/ci/yaml_processor.rb (validate_needs_specification!)",
    bad: "build:\n  script: make\ntest:\n  script: make test\n  needs: [build, build]\n",
    good: "build:\n  script: make\ntest:\n  script: make test\n  needs: [build]\n",
};

/// Names that come twice among the needs of a job, in the order of their first mention.
pub fn check(own: &str, job: &Job, needs: &[(Rc<str>, Span)], found: &mut Vec<Diagnostic>) {
    let mut count: HashMap<&str, usize> = HashMap::new();
    let mut twice: Vec<(&str, Span)> = Vec::new();
    for (name, span) in needs {
        let times = count.entry(name).or_default();
        *times += 1;
        if *times == 2 {
            twice.push((name, *span));
        }
    }
    let Some((_, span)) = twice.first().copied() else { return };
    let position = |name: &str| needs.iter().position(|(known, _)| &**known == name);
    twice.sort_by_key(|(name, _)| position(name));
    let names: Vec<&str> = twice.iter().map(|(name, _)| *name).collect();
    let message = format!("{own} has the following needs duplicated: {}.", names.join(", "));
    found.push(Diagnostic::new(&RULE, message, span).of(&job.subject));
}
