//! The place that keeps a job from the artifacts of another, and the edit that brings them.

use super::{take_entry_out, Fix, Site};
use crate::graph::{Barrier, Job};
use crate::text::Span;
use crate::yaml::{Kind, NewValue, NodeRef};

/// Where the text says that a job does not get the artifacts of another.
pub fn barred_at(job: &Job<'_>, barrier: Barrier) -> Span {
    let keyword = match barrier {
        Barrier::NotNeeded | Barrier::WithoutArtifacts => "needs",
        Barrier::NotDepended => "dependencies",
        Barrier::Stage => return job.span,
    };
    job.map.entry(keyword).map_or(job.span, |entry| entry.key_span)
}

/// The job gets the artifacts of `maker`: what is in the way goes, or the maker is added to `needs` or `dependencies`.
pub fn taken_from(site: &Site<'_>, maker: &str) -> Option<Fix> {
    let entry = site.node()?.own_entry()?;
    let named = |item: &NodeRef<'_>| item.value() == maker || item.get("job").is_some_and(|job| job.value() == maker);
    match (entry.key.value(), entry.value.kind()) {
        ("needs", Kind::Sequence) => match entry.value.items().find(named) {
            Some(need) => {
                let artifacts = need.entries().find(|entry| entry.key.value() == "artifacts")?;
                Some(take_entry_out(artifacts.key))
            }
            None => Some(Fix::append(entry.value, NewValue::String(maker.to_owned()))),
        },
        ("dependencies", Kind::Sequence) => Some(Fix::append(entry.value, NewValue::String(maker.to_owned()))),
        ("needs" | "dependencies", _) => None,
        // It is barred by its stage.
        _ => {
            let job = site.job()?;
            let needs = NewValue::List(vec![NewValue::String(maker.to_owned())]);
            let earlier = site.visible_jobs().any(|name| name == maker) && job.get("needs").is_none();
            (earlier && job.value().kind() == Kind::Mapping).then(|| Fix::set(job.value(), "needs", needs))
        }
    }
}
