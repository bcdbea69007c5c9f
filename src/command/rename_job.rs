//! `rename_job`: a job's name changes wherever the file names it.
//!
//! References (doc/ci/yaml): `needs` and `rules:needs`, `dependencies`, `extends`, `!reference`, `environment:on_stop`,
//! `trigger:include` and `include` with `artifact` and `job`. Needs may name one instance of a parallel job:
//! `build 1/2`, `build: [a, b]` (lib/gitlab/ci/config/normalizer.rb).

use std::collections::HashSet;

use super::{target, Refusal};
use crate::yaml::edit::Draft;
use crate::yaml::{Document, Kind, NewValue, NodeRef};

pub(super) fn draft(draft: &mut Draft<'_>, job: &str, name: &str) -> Result<(), Refusal> {
    let document = draft.document();
    let old = target::job(document, job)?.name();
    if old == name {
        return Ok(());
    }
    target::check_new_job_name(document, name)?;
    for job in target::same_named(document, old) {
        draft.rename_key(job.key(), name)?;
    }
    let mut seen = HashSet::new();
    for node in references(document) {
        let Some(node) = node.resolved().filter(|node| node.kind() == Kind::Scalar) else { continue };
        if let Some(renamed) = renamed(node.value(), old, name).filter(|_| seen.insert(node.id())) {
            draft.replace(node, &NewValue::String(renamed))?;
        }
    }
    Ok(())
}

/// The new text of a reference to the job or to one of its instances.
pub(super) fn renamed(reference: &str, old: &str, new: &str) -> Option<String> {
    let rest = reference.strip_prefix(old)?;
    let instance = rest.starts_with(": [") && rest.ends_with(']')
        || rest.strip_prefix(' ').and_then(|rest| rest.split_once('/')).is_some_and(|(index, total)| {
            [index, total].iter().all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
        });
    (rest.is_empty() || instance).then(|| format!("{new}{rest}"))
}

/// Every node of the file that names a job.
fn references(document: &Document) -> impl Iterator<Item = NodeRef<'_>> {
    document.root().into_iter().flat_map(references_in)
}

/// Every node below `root` that names a job.
pub(super) fn references_in<'d>(root: NodeRef<'d>) -> impl Iterator<Item = NodeRef<'d>> {
    root.descendants().flat_map(|node| {
        if node.is_reference() {
            return node.items().take(1).collect();
        }
        let pairs = node.entries().flat_map(|entry| match entry.key.value() {
            "extends" | "dependencies" => one_or_list(entry.value),
            "needs" => one_or_list(entry.value).into_iter().filter_map(needed_job).collect(),
            "on_stop" => vec![entry.value],
            "job" if node.get("artifact").is_some() => vec![entry.value],
            _ => Vec::new(),
        });
        pairs.collect::<Vec<_>>()
    })
}

fn one_or_list(node: NodeRef<'_>) -> Vec<NodeRef<'_>> {
    match node.kind() {
        Kind::Sequence if !node.is_reference() => node.items().collect(),
        Kind::Sequence => Vec::new(),
        _ => vec![node],
    }
}

/// The name in one need, unless it is a job of another project or pipeline.
fn needed_job(need: NodeRef<'_>) -> Option<NodeRef<'_>> {
    match need.kind() {
        Kind::Mapping if need.get("project").is_none() && need.get("pipeline").is_none() => need.get("job"),
        Kind::Mapping => None,
        _ => Some(need),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instances_of_a_parallel_job_are_renamed_with_it() {
        assert_eq!(renamed("build", "build", "make").as_deref(), Some("make"));
        assert_eq!(renamed("build 1/2", "build", "make").as_deref(), Some("make 1/2"));
        assert_eq!(renamed("build: [a, b]", "build", "make").as_deref(), Some("make: [a, b]"));
        assert_eq!(renamed("build docs", "build", "make"), None);
    }
}
