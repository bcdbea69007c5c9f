//! The board as something to put elsewhere: a drawing (SVG) and a text of Mermaid. Words are those of the file alone.

mod mermaid;
mod svg;

pub use mermaid::mermaid;
pub use svg::{svg, Colours};

use crate::pipeline::{job_named, Need, Reading};
use crate::resolve::chain;
use crate::yaml::Document;

/// The jobs of the file that a job needs; none where it waits for its stage.
fn needs(document: &Document, job: &str) -> Option<Vec<String>> {
    let job = job_named(document, job)?;
    let found = chain::keyword(document, job.value(), "needs")?;
    match Need::read(Some(found.value)) {
        Reading::Value(needs, _) => Some(needs.into_iter().filter(|need| need.editable).map(|need| need.job).collect()),
        Reading::Absent | Reading::Opaque { .. } => None,
    }
}
