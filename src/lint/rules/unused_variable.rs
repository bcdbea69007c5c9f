//! A variable is defined that nothing in the file uses.
//!
//! Off where nobody asks for it: programs read their variables from the environment, which no file shows.

use crate::lint::advice::Advice;
use crate::lint::fix;
use crate::lint::mentions::Mentions;
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "unused-variable",
    severity: Severity::Warning,
    summary: "A variable is defined that nothing in this file uses.",
    help: "Take it out, unless a program or an included file reads it.",
    source: "doc/ci/variables",
    fix: Some(fix::entry_taken_out),
    on: false,
    bad: "variables:\n  HOST: example.org\n  OLD_HOST: example.com\ndeploy:\n  script: rsync out/ $HOST\n",
    good: "variables:\n  HOST: example.org\ndeploy:\n  script: rsync out/ $HOST\n",
};

/// Starts of names that runners and well-known programs read.
const READ_BY_PROGRAMS: &[&str] = &[
    "CI_",
    "GIT_",
    "FF_",
    "GITLAB_",
    "DOCKER_",
    "SECURE_",
    "SAST_",
    "DAST_",
    "DS_",
    "CS_",
    "AUTO_",
    "KUBERNETES_",
    "POSTGRES_",
    "MYSQL_",
    "TRANSFER_",
    "ARTIFACT_",
    "CACHE_",
    "RUNNER_",
    "PIP_",
    "NPM_",
    "CARGO_",
    "RUST",
    "GO",
    "MAVEN_",
    "GRADLE_",
    "JAVA_",
    "NODE_",
    "CMAKE_",
    "CCACHE_",
    "DEBIAN_",
    "LC_",
    "LANG",
    "PYTHON",
    "TF_",
    "AWS_",
];

/// Each such variable of a file that takes nothing in from elsewhere.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    if advice.facts.open {
        return;
    }
    let mentions = Mentions::of(advice.document, advice.pieces);
    let used: std::collections::HashSet<&str> = mentions.used.iter().map(|(name, _)| *name).collect();
    for (name, defined) in &mentions.defined {
        let read = READ_BY_PROGRAMS.iter().any(|start| name.starts_with(start));
        if *name != "<<" && !used.contains(name) && !read && !defined.of_matrix {
            found.push(Diagnostic::new(&RULE, format!("nothing in this file uses {name}"), defined.span));
        }
    }
}
