//! An entry at the top is neither keyword nor job.
//!
//! Give it script, run or trigger; start the name of a template with a dot.

use crate::keywords::GLOBAL;
use crate::lint::fix::{self, Fix, Site};
use crate::lint::{Rule, Severity};
use crate::yaml::Kind;

/// The rule.
pub static RULE: Rule = Rule {
    code: "job-without-script",
    severity: Severity::Error,
    summary: "An entry at the top is neither keyword nor job.",
    help: "Give it script, run or trigger; start the name of a template with a dot.",
    source: "lib/gitlab/ci/config/entry/jobs.rb",
    fix: Some(fix),
    on: true,
    bad: "build:\n  script: make\ntest:\n  image: alpine:3.22\n",
    good: "build:\n  script: make\n.test:\n  image: alpine:3.22\n",
};

/// The top-level keyword that was probably meant; a job gets a script, and anything else a dot.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let entry = site.node()?.own_entry()?;
    let missing = |name: &&str| site.document.top().is_some_and(|top| top.get(name).is_none());
    let keywords = GLOBAL.keywords.iter().map(|keyword| keyword.name).filter(missing);
    if let Some(meant) = fix::nearest(entry.key.value(), keywords) {
        return Some(Fix::rename(entry.key, meant));
    }
    match entry.value.kind() {
        Kind::Mapping => Some(Fix::set(entry.value, "script", fix::shape::to_do())),
        _ => Some(Fix::rename(entry.key, &format!(".{}", entry.key.value()))),
    }
}
