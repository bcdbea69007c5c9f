//! `set_keyword`: any keyword by its path. What the forms of the page use for all that has no command of its own.

use super::{target, Refusal};
use crate::yaml::edit::Draft;
use crate::yaml::{Kind, NewValue, NodeRef};

pub(super) fn draft(
    draft: &mut Draft<'_>,
    job: Option<&str>,
    path: &[String],
    value: Option<&NewValue>,
) -> Result<(), Refusal> {
    let Some((first, rest)) = path.split_first() else { return Err(Refusal::NotThere("an empty path".to_owned())) };
    let document = draft.document();
    let holder = match job {
        Some(job) => Some(target::keywords(document, job)?),
        None => document.top(),
    };
    match (holder, value) {
        (Some(holder), None) => remove(draft, holder, path),
        (None, None) => Err(Refusal::NotThere(path.join(":"))),
        (Some(holder), Some(value)) if job.is_some() || holder.get(first).is_some() => set(draft, holder, path, value),
        (_, Some(value)) => {
            let before = target::first_job_entry(document);
            Ok(draft.insert_block(before, first, &nested(rest, value))?)
        }
    }
}

/// Sets the value at a path below the keywords of a job or file; mappings on the way come where they are missing.
pub(super) fn set<'d>(
    draft: &mut Draft<'d>,
    holder: NodeRef<'d>,
    path: &[String],
    value: &NewValue,
) -> Result<(), Refusal> {
    let mut holder = holder;
    let mut at = 0;
    while at + 1 < path.len() {
        match holder.get(&path[at]) {
            Some(next) if next.kind() == Kind::Mapping && next.entries().len() > 0 => holder = next,
            _ => break,
        }
        at += 1;
    }
    let new = nested(&path[at + 1..], value);
    if at == 0 {
        return target::set_keyword(draft, holder, &path[0], &new);
    }
    match holder.get(&path[at]) {
        Some(old) if at + 1 < path.len() && !old.is_null() && old.kind() != Kind::Mapping => {
            Err(Refusal::NotEditable(path[..=at].join(":")))
        }
        _ => Ok(draft.set(holder, &path[at], &new)?),
    }
}

/// Removes the value at a path, and the mappings on the way that it leaves empty.
fn remove<'d>(draft: &mut Draft<'d>, holder: NodeRef<'d>, path: &[String]) -> Result<(), Refusal> {
    let missing = || Refusal::NotThere(path.join(":"));
    let mut holders = vec![holder];
    for key in path {
        let last = holders[holders.len() - 1];
        holders.push(last.get(key).ok_or_else(missing)?);
    }
    let mut at = path.len() - 1;
    while at > 0 && holders[at].entries().all(|entry| entry.key.value() == path[at]) {
        at -= 1;
    }
    target::remove_keyword(draft, holders[at], &path[at])
}

fn nested(path: &[String], value: &NewValue) -> NewValue {
    path.iter().rev().fold(value.clone(), |inner, key| NewValue::Map(vec![(key.clone(), inner)]))
}
