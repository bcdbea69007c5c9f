//! Where each variable of a job comes from, for those who have a document only.

use std::rc::Rc;

use crate::graph::{claims, Claim, Facts};
use crate::resolve::of_file;
use crate::yaml::Document;

/// The variables of a job, each with the places that give it, the strongest first.
pub fn claims_of(document: &Document, job: &str) -> Vec<(Rc<str>, Vec<Claim>)> {
    let effective = of_file(document);
    let Some(config) = effective.config.as_map() else { return Vec::new() };
    claims(document, &Facts::of(config, &Default::default()), job)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_holds_no_pipeline_has_none() {
        for text in ["", "- x", "a: [", "a: {script: x}"] {
            assert!(claims_of(&Document::parse(text), "a").is_empty(), "{text}");
        }
    }
}
