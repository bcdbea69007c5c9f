//! Where an anchor is used.

use crate::pipeline::jobs;
use crate::yaml::{Document, Kind};

/// A place that an anchor is used in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorUse {
    /// The job, or the top-level keyword.
    pub entry: String,
    /// The line, from 1.
    pub line: u32,
}

/// The places where an anchor of that name is used.
pub fn anchor_uses(document: &Document, anchor: &str) -> Vec<AnchorUse> {
    let aliases = document.all_nodes().filter(|node| node.kind() == Kind::Alias && node.value() == anchor);
    let top = document.top();
    aliases
        .map(|alias| {
            let holds = |span: crate::text::Span| span.contains(alias.span());
            let job = jobs(document).find(|job| holds(job.span())).map(|job| job.name());
            let entry = top.and_then(|top| top.entries().find(|entry| holds(entry.span())));
            let name = job.or_else(|| entry.map(|entry| entry.key.value())).unwrap_or_default();
            AnchorUse { entry: name.to_owned(), line: document.position(alias.span().from()).line }
        })
        .collect()
}
