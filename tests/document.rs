//! Laws that hold for the document of every pipeline, those of others where they are present.

mod common;

use pipewright::yaml::{Document, Kind, NodeRef, Style};

fn documents() -> impl Iterator<Item = (String, Document)> {
    common::pipelines().into_iter().filter_map(|(path, bytes)| {
        let text = Document::decode(&bytes).ok()?;
        Some((path.display().to_string(), Document::parse(text)))
    })
}

#[test]
fn every_file_comes_back_byte_for_byte() {
    for (path, bytes) in common::pipelines() {
        if let Ok(text) = Document::decode(&bytes) {
            assert_eq!(Document::parse(text).text().as_bytes(), bytes, "{}", path.display());
        }
    }
}

#[test]
fn every_node_knows_where_it_stands() {
    for (path, document) in documents() {
        for node in document.all_nodes() {
            assert_well_placed(&path, node);
        }
    }
}

fn assert_well_placed(path: &str, node: NodeRef<'_>) {
    let document = node.document();
    let place = document.position(node.span().from());
    let sign = node.indicator().map(|at| document.text().as_bytes()[at]);
    if let Some(parent) = node.parent() {
        let is_key = parent.entries().any(|entry| entry.key == node);
        if parent.kind() == Kind::Sequence && parent.style() == Style::Block {
            assert_eq!(sign, Some(b'-'), "{path} {place:?}: an item stands behind its dash");
        }
        if parent.kind() == Kind::Mapping && parent.style() == Style::Block && !is_key {
            assert_eq!(sign, Some(b':'), "{path} {place:?}: a value stands behind its colon");
        }
        if parent.parent().is_some() || document.is_sound() {
            assert!(parent.span().contains(node.full_span()), "{path} {place:?}: {node:?} lies in {parent:?}");
        }
    }
    match (node.kind(), node.style()) {
        (Kind::Scalar, Style::DoubleQuoted) => assert!(node.text().starts_with('"') && node.text().ends_with('"')),
        (Kind::Scalar, Style::SingleQuoted) => assert!(node.text().starts_with('\'') && node.text().ends_with('\'')),
        (Kind::Scalar, Style::Literal) => assert!(node.text().starts_with('|'), "{path} {place:?}"),
        (Kind::Scalar, Style::Folded) => assert!(node.text().starts_with('>'), "{path} {place:?}"),
        (Kind::Sequence, Style::Flow) => {
            assert!(node.text().starts_with('[') && node.text().ends_with(']'), "{path} {place:?}");
        }
        (Kind::Sequence, Style::Block) => assert!(node.text().starts_with('-'), "{path} {place:?}"),
        (Kind::Alias, _) => assert!(node.text().starts_with('*'), "{path} {place:?}"),
        _ => {}
    }
}
