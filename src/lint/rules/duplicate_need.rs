//! A job is needed twice by the same job.
//!
//! Name it once.

use foldhash::{HashMap, HashMapExt};
use std::borrow::Cow;

use crate::lint::facts::Job;
use crate::lint::fix::{take_out, Fix, Site};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::text::Span;
use crate::yaml::Kind;

/// The rule.
pub static RULE: Rule = Rule {
    code: "duplicate-need",
    severity: Severity::Error,
    summary: "A job is needed twice by the same job.",
    help: "Name it once.",
    source: "lib/gitlab/ci/yaml_processor.rb (validate_needs_specification!)",
    fix: Some(fix),
    on: true,
    bad: "build:\n  script: make\ntest:\n  script: make test\n  needs: [build, build]\n",
    good: "build:\n  script: make\ntest:\n  script: make test\n  needs: [build]\n",
};

/// Names that come twice among the needs of a job, in the order of their first mention.
pub fn check(own: &str, job: &Job, needs: &[(Cow<'_, str>, Span)], found: &mut Vec<Diagnostic>) {
    if needs.len() < 2 {
        return;
    }
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

/// Each name stays once.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let path = site.document.path_at(site.finding.span.from());
    let list = path.into_iter().rfind(|node| node.kind() == Kind::Sequence)?;
    let mut known = Vec::new();
    let mut mended: Option<Fix> = None;
    for need in list.items() {
        let name = need.get("job").unwrap_or(need);
        if name.kind() != Kind::Scalar || need.get("parallel").is_some() {
            continue;
        }
        if known.contains(&name.value()) {
            let fix = take_out(name)?;
            mended = Some(match mended {
                Some(before) => before.joined(fix),
                None => fix,
            });
        }
        known.push(name.value());
    }
    mended
}
