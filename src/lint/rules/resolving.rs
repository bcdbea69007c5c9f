//! What can't be resolved: `extends` (lib/gitlab/ci/config/extendable/entry.rb) and `!reference`
//! (lib/gitlab/ci/config/yaml/tags). GitLab stops at the first of these.

use crate::lint::fix::{self, Fix, Site};
use crate::lint::{Rule, Severity};
use crate::pipeline::{job_named, jobs};
use crate::yaml::Kind;

/// `extends` names nothing.
pub static UNKNOWN_BASE: Rule = Rule {
    code: "unknown-base",
    severity: Severity::Error,
    summary: "`extends` names a job that is not there.",
    help: "Name a job or template of this file or of one that is included; the dot of hidden ones belongs to the name.",
    source: "lib/gitlab/ci/config/extendable/entry.rb (unknown_extensions)",
    fix: Some(unknown_base),
    on: true,
    bad: "build:\n  extends: .base\n  script: make\n",
    good: ".base:\n  image: alpine:3.22\nbuild:\n  extends: .base\n  script: make\n",
};

/// `extends` names something else than a mapping.
pub static INVALID_BASE: Rule = Rule {
    code: "invalid-base",
    severity: Severity::Error,
    summary: "`extends` names something that is no job.",
    help: "Only mappings can be extended. Take a list or text over by an anchor or !reference.",
    source: "lib/gitlab/ci/config/extendable/entry.rb (invalid_bases)",
    fix: Some(fix::taken_out),
    on: true,
    bad: ".commands: [make]\nbuild:\n  extends: .commands\n  script: make\n",
    good: ".commands: [make]\nbuild:\n  script: !reference [.commands]\n",
};

/// `extends` in a circle.
pub static CIRCULAR_EXTENDS: Rule = Rule {
    code: "circular-extends",
    severity: Severity::Error,
    summary: "`extends` comes back to where it started.",
    help: "Take one of the extends of the circle out.",
    source: "lib/gitlab/ci/config/extendable/entry.rb (circular_dependency?)",
    fix: Some(fix::entry_taken_out),
    on: true,
    bad: "build:\n  extends: build\n  script: make\n",
    good: "build:\n  script: make\n",
};

/// `extends` too deep.
pub static DEEP_EXTENDS: Rule = Rule {
    code: "deep-extends",
    severity: Severity::Error,
    summary: "`extends` goes over more than ten levels.",
    help: "Extend fewer levels: merge some of the templates.",
    source: "lib/gitlab/ci/config/extendable/entry.rb (MAX_NESTING_LEVELS)",
    fix: None,
    on: true,
    bad: "build: {extends: .a, script: make}\n.a: {extends: .b}\n.b: {extends: .c}\n.c: {extends: .d}\n.d: {extends: .e}\n.e: {extends: .f}\n.f: {extends: .g}\n.g: {extends: .h}\n.h: {extends: .i}\n.i: {extends: .j}\n.j: {extends: .k}\n.k: {extends: .l}\n.l: {image: alpine:3.22}\n",
    good: "build: {extends: .a, script: make}\n.a: {extends: .b}\n.b: {image: alpine:3.22}\n",
};

/// `!reference` to nothing.
pub static UNKNOWN_REFERENCE: Rule = Rule {
    code: "unknown-reference",
    severity: Severity::Error,
    summary: "A `!reference` leads to nothing, or to null or false.",
    help: "Name the job and the keyword that hold the value: !reference [.job, script].",
    source: "lib/gitlab/ci/config/yaml/tags/reference.rb",
    fix: Some(unknown_reference),
    on: true,
    bad: ".base:\n  script: make\nbuild:\n  script: !reference [.base, scripts]\n",
    good: ".base:\n  script: make\nbuild:\n  script: !reference [.base, script]\n",
};

/// `!reference` in a circle.
pub static CIRCULAR_REFERENCE: Rule = Rule {
    code: "circular-reference",
    severity: Severity::Error,
    summary: "A `!reference` comes back to itself.",
    help: "Write one of the values of the circle out.",
    source: "lib/gitlab/ci/config/yaml/tags/base.rb",
    fix: None,
    on: true,
    bad: "build:\n  script: !reference [build, script]\n",
    good: ".base:\n  script: make\nbuild:\n  script: !reference [.base, script]\n",
};

/// `!reference` of a wrong form.
pub static INVALID_REFERENCE: Rule = Rule {
    code: "invalid-reference",
    severity: Severity::Error,
    summary: "A `!reference` is no list of names.",
    help: "Write it as !reference [.job, keyword].",
    source: "lib/gitlab/ci/config/yaml/tags/base.rb",
    fix: None,
    on: true,
    bad: ".base:\n  script: make\nbuild:\n  script: !reference .base\n",
    good: ".base:\n  script: make\nbuild:\n  script: !reference [.base, script]\n",
};

/// The base that was probably meant, or none.
fn unknown_base(site: &Site<'_>) -> Option<Fix> {
    let names: Vec<&str> = jobs(site.document).map(|job| job.name()).collect();
    site.nearest(names).or_else(|| fix::taken_out(site))
}

/// The name of the path that was probably meant, where the names before it are right.
fn unknown_reference(site: &Site<'_>) -> Option<Fix> {
    let path = site.node().filter(|node| node.is_reference())?;
    let mut names = path.items();
    let first = names.next().filter(|name| name.kind() == Kind::Scalar)?;
    let Some(job) = job_named(site.document, first.value()) else {
        let known: Vec<&str> = jobs(site.document).map(|job| job.name()).collect();
        return Some(fix::use_text(first, fix::nearest(first.value(), known)?));
    };
    let mut holder = job.value();
    for name in names {
        let Some(inside) = holder.get(name.value()) else {
            let known = holder.entries().map(|entry| entry.key.value());
            return Some(fix::use_text(name, fix::nearest(name.value(), known)?));
        };
        holder = inside.resolved()?;
    }
    None
}
