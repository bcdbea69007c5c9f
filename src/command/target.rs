//! What commands work on: jobs, their keywords, and where a new keyword goes.

use super::Refusal;
use crate::pipeline::{is_global_keyword, is_job_entry, job_named, jobs, Job};
use crate::resolve::chain;
use crate::yaml::edit::Draft;
use crate::yaml::{Document, Entry, Kind, NewValue, NodeRef};

/// The order in which people write the keywords of a job: a new one goes behind those that come before it here.
const KEYWORD_ORDER: &[&str] = &[
    "extends",
    "<<",
    "stage",
    "trigger",
    "image",
    "services",
    "tags",
    "rules",
    "only",
    "except",
    "when",
    "start_in",
    "allow_failure",
    "interruptible",
    "resource_group",
    "environment",
    "needs",
    "dependencies",
    "variables",
    "cache",
    "before_script",
    "script",
    "run",
    "after_script",
    "coverage",
    "artifacts",
    "retry",
    "timeout",
    "parallel",
];

/// The job of that name.
pub(super) fn job<'d>(document: &'d Document, name: &str) -> Result<Job<'d>, Refusal> {
    job_named(document, name).ok_or_else(|| Refusal::NoSuchJob(name.to_owned()))
}

/// The keywords of a job, which must be a mapping or nothing for commands to edit them.
pub(super) fn keywords<'d>(document: &'d Document, name: &str) -> Result<NodeRef<'d>, Refusal> {
    let value = job(document, name)?.value();
    match value.kind() {
        Kind::Mapping => Ok(value),
        _ if value.is_null() => Ok(value),
        _ => Err(Refusal::NotEditable(name.to_owned())),
    }
}

/// The top-level entry of a job.
pub(super) fn entry<'d>(document: &'d Document, name: &str) -> Result<Entry<'d>, Refusal> {
    let job = job(document, name)?;
    Ok(Entry { key: job.key(), value: job.value() })
}

/// The top-level entries of jobs of that name: of duplicates GitLab takes the last.
pub(super) fn same_named<'d>(document: &'d Document, name: &'d str) -> impl Iterator<Item = Job<'d>> {
    jobs(document).filter(move |job| job.name() == name)
}

/// Refuses names that no job can have (doc/ci/jobs, "Job names").
pub(super) fn check_new_job_name(document: &Document, name: &str) -> Result<(), Refusal> {
    let reserved = is_global_keyword(name) || name == "<<" || name == "spec" && document.header().is_none();
    if name.trim().is_empty() || name.chars().count() > 255 || name.contains('\n') || reserved {
        return Err(Refusal::BadName(name.to_owned()));
    }
    if job_named(document, name).is_some() {
        return Err(Refusal::NameTaken(name.to_owned()));
    }
    Ok(())
}

/// Refuses names that no stage can have (lib/gitlab/ci/config/entry/stages.rb takes any string but blank ones make no
/// sense on a board).
pub(super) fn check_new_stage_name(name: &str) -> Result<(), Refusal> {
    if name.trim().is_empty() || name.contains('\n') {
        return Err(Refusal::BadName(name.to_owned()));
    }
    Ok(())
}

/// Sets a keyword of a job. A new one goes where people look for it; one that a merge key behind it would overwrite
/// goes behind that merge key.
pub(super) fn set_keyword<'d>(
    draft: &mut Draft<'d>,
    keywords: NodeRef<'d>,
    name: &str,
    value: &NewValue,
) -> Result<(), Refusal> {
    let overwriting = overwriting_merge(keywords, name);
    match keywords.entry(name) {
        Some(own) if overwriting.is_none_or(|merge| merge.key.id() < own.key.id()) => {
            draft.reconcile(own.value, value)?;
        }
        Some(own) => {
            draft.remove_entry(own)?;
            draft.insert_entry(keywords, behind(keywords, overwriting), name, value)?;
        }
        None => {
            let before = place(keywords, name, overwriting);
            draft.insert_entry(keywords, before, name, value)?;
        }
    }
    Ok(())
}

/// Removes a keyword of a job, duplicates among them. What the job then inherits counts.
pub(super) fn remove_keyword<'d>(draft: &mut Draft<'d>, keywords: NodeRef<'d>, name: &str) -> Result<(), Refusal> {
    for entry in keywords.entries().filter(|entry| entry.key.value() == name) {
        draft.remove_entry(entry)?;
    }
    Ok(())
}

/// The last merge key that brings a keyword along.
fn overwriting_merge<'d>(keywords: NodeRef<'d>, name: &str) -> Option<Entry<'d>> {
    keywords.entries().rev().find(|entry| {
        entry.key.value() == "<<" && chain::merge_targets(entry.value).any(|(_, target)| target.get(name).is_some())
    })
}

/// The entry before which a new keyword of a job goes; none for the end.
pub(super) fn place_of<'d>(keywords: NodeRef<'d>, name: &str) -> Option<Entry<'d>> {
    place(keywords, name, overwriting_merge(keywords, name))
}

/// The entry before which a new keyword goes; none for the end.
fn place<'d>(keywords: NodeRef<'d>, name: &str, overwriting: Option<Entry<'d>>) -> Option<Entry<'d>> {
    let rank = |keyword: &str| KEYWORD_ORDER.iter().position(|known| *known == keyword);
    let own_rank = rank(name)?;
    let earlier = |entry: &Entry<'d>| rank(entry.key.value()).is_some_and(|rank| rank < own_rank);
    let last_earlier = keywords.entries().rfind(earlier);
    let after = match (last_earlier, overwriting) {
        (Some(a), Some(b)) => Some(if a.key.id() > b.key.id() { a } else { b }),
        (one, other) => one.or(other),
    };
    match after {
        Some(_) => behind(keywords, after),
        None => keywords.entries().next(),
    }
}

fn behind<'d>(keywords: NodeRef<'d>, entry: Option<Entry<'d>>) -> Option<Entry<'d>> {
    let entry = entry?;
    keywords.entries().skip_while(|other| other.key != entry.key).nth(1)
}

/// The stage that counts for a job; GitLab's `test` where none is given.
pub(super) fn stage_of<'d>(document: &'d Document, job: &Job<'d>) -> &'d str {
    let found = job.value().resolved().and_then(|value| chain::keyword(document, value, "stage"));
    found.map_or("test", |found| found.value.value())
}

/// The first top-level entry that a new `stages:`, `variables:` or the like goes before: the first job.
pub(super) fn first_job_entry(document: &Document) -> Option<Entry<'_>> {
    document.top()?.entries().find(is_job_entry)
}
