//! A keyword that GitLab advises against.

use crate::keywords::{Keyword, ARTIFACTS, GLOBAL, JOB, REPORTS};
use crate::lint::advice::Holder;
use crate::lint::fix::{self, Fix, Site};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::yaml::{Kind, NewValue, NodeRef};

/// The rule.
pub static RULE: Rule = Rule {
    code: "deprecated-keyword",
    severity: Severity::Warning,
    summary: "A keyword is deprecated: it still works, and another one has taken its place.",
    help: "Use the keyword in the message. only and except become rules; global image, services, cache and scripts go \
           under default.",
    source: "doc/ci/yaml/deprecated_keywords.md",
    fix: Some(fix),
    on: true,
    bad: "image: ruby:3.4\nbuild:\n  script: make\n",
    good: "default:\n  image: ruby:3.4\nbuild:\n  script: make\n",
};

/// Each deprecated keyword where it is written.
pub fn check(holder: &Holder<'_>, found: &mut Vec<Diagnostic>) {
    if holder.is_workflow() {
        return;
    }
    let known = if holder.is_top() { GLOBAL.keywords } else { JOB.keywords };
    report(holder, holder.node, known, found);
    if let Some(artifacts) = holder.node.get("artifacts").filter(|_| holder.job.is_some()) {
        report(holder, artifacts, ARTIFACTS.keywords, found);
        if let Some(reports) = artifacts.get("reports") {
            report(holder, reports, REPORTS.keywords, found);
        }
    }
}

fn report(holder: &Holder<'_>, mapping: NodeRef<'_>, known: &[Keyword], found: &mut Vec<Diagnostic>) {
    if mapping.kind() != Kind::Mapping {
        return;
    }
    for keyword in known {
        let Some(instead) = keyword.deprecated else { continue };
        if let Some(entry) = mapping.entry(keyword.name) {
            let message = format!("{} is deprecated; use {}", keyword.name, instead.replace('.', ":"));
            found.push(holder.finding(&RULE, message, entry.key));
        }
    }
}

/// A global keyword moves under `default`.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let entry = site.node()?.own_entry()?;
    let top = site.document.top().filter(|top| entry.key.parent() == Some(*top))?;
    let keyword = GLOBAL.keyword(entry.key.value())?.deprecated?.strip_prefix("default.")?;
    let value = NewValue::copy_of(entry.value)?;
    let moved = match top.get("default") {
        Some(default) if default.get(keyword).is_none() => Fix::set(default, keyword, value),
        Some(_) => return None,
        None => {
            // Several such keywords at once would each want a `default` of their own: they go into one.
            let others = top.entries().filter(|other| {
                let deprecated = GLOBAL.keyword(other.key.value()).and_then(|keyword| keyword.deprecated);
                deprecated.is_some_and(|instead| instead.starts_with("default."))
            });
            let others: Vec<_> = others.collect();
            let values: Option<Vec<_>> = others
                .iter()
                .map(|other| Some((other.key.value().to_owned(), NewValue::copy_of(other.value)?)))
                .collect();
            let first = others.first()?.key;
            let block = Fix::block(Some(first), "default", NewValue::Map(values?));
            return Some(others.iter().fold(block, |fix, other| fix.joined(fix::take_entry_out(other.key))));
        }
    };
    Some(moved.joined(fix::take_entry_out(entry.key)))
}
