//! An entry of `include` is of no form that GitLab knows.
//!
//! Give exactly one of local, project with file, remote, template or component, with a .yml or .yaml path.

use crate::lint::fix::{Fix, Site};
use crate::lint::{Rule, Severity};
use crate::yaml::Kind;

/// The rule.
pub static RULE: Rule = Rule {
    code: "include-form",
    severity: Severity::Error,
    summary: "An entry of `include` is of no form that GitLab knows.",
    help: "Give exactly one of local, project with file, remote, template or component, with a .yml or .yaml path.",
    source: "lib/gitlab/ci/config/external/mapper",
    fix: Some(fix),
    on: true,
    bad: "include:\n  - path: a.yml\nbuild:\n  script: make\n",
    good: "include:\n  - local: a.yml\nbuild:\n  script: make\n",
};

/// A file that is named by another keyword is one of this project.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let entry = site.node().filter(|node| node.kind() == Kind::Mapping)?;
    let of = |name: &str| entry.entry(name).filter(|_| entry.get("project").is_none() && entry.get("local").is_none());
    let file = ["path", "file", "files", "location", "yaml"].into_iter().find_map(of)?;
    let address = file.value.value().starts_with("https://");
    Some(Fix::rename(file.key, if address { "remote" } else { "local" }))
}
