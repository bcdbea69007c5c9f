//! Where an anchor is used.

use crate::yaml::Document;

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
    let aliases = document.aliases().filter(|alias| alias.value() == anchor);
    let entries: Vec<_> = document.top().into_iter().flat_map(|top| top.entries()).collect();
    aliases
        .map(|alias| {
            // The last entry that begins before it.
            let behind = entries.partition_point(|entry| entry.span().from() <= alias.span().from());
            let entry = behind.checked_sub(1).map(|at| entries[at]);
            let name = entry.filter(|entry| entry.span().contains(alias.span())).map_or("", |entry| entry.key.value());
            AnchorUse { entry: name.to_owned(), line: document.position(alias.span().from()).line }
        })
        .collect()
}
