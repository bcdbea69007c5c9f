//! How the text around lays things out, for new text to do the same.

use super::block::{column, start_of};
use crate::yaml::document::Document;
use crate::yaml::node::{Kind, NodeRef, Style};
use crate::yaml::trivia;
use crate::yaml::write::Layout;

/// The layout of the top-level entry around `near`; what that does not show is taken from the rest of the document.
pub fn layout_near(near: NodeRef<'_>) -> Layout {
    let document = near.document();
    let mut entry = near;
    while let Some(parent) = entry.parent().filter(|parent| parent.parent().is_some()) {
        entry = parent;
    }
    let own = Seen::of(document, entry.descendants());
    let all = layout_of(document);
    Layout {
        step: own.step.unwrap_or(all.step),
        list_step: own.list_step.unwrap_or(all.list_step),
        quotes: own.quotes.unwrap_or(all.quotes),
        ..all
    }
}

/// The layout of a document as a whole.
pub(super) fn layout_of(document: &Document) -> Layout {
    let all = Seen::of(document, document.all_nodes());
    Layout {
        step: all.step.unwrap_or(2),
        list_step: all.list_step.unwrap_or(2),
        line_break: trivia::line_break(document.text()),
        quotes: all.quotes.unwrap_or(Style::DoubleQuoted),
    }
}

/// The first of each that is seen.
#[derive(Default)]
struct Seen {
    step: Option<usize>,
    list_step: Option<usize>,
    quotes: Option<Style>,
}

impl Seen {
    fn of<'d>(document: &'d Document, nodes: impl Iterator<Item = NodeRef<'d>>) -> Self {
        let mut seen = Self::default();
        let text = document.text();
        for node in nodes {
            if matches!(node.style(), Style::SingleQuoted | Style::DoubleQuoted) {
                seen.quotes = seen.quotes.or(Some(node.style()));
            }
            if node.style() == Style::Block {
                seen.look_at(text, node);
            }
            if seen.step.is_some() && seen.list_step.is_some() && seen.quotes.is_some() {
                break;
            }
        }
        seen
    }

    fn look_at(&mut self, text: &str, node: NodeRef<'_>) {
        let Some(parent) = node.parent().filter(|parent| parent.kind() == Kind::Mapping) else { return };
        if parent.style() != Style::Block {
            return;
        }
        let Some(key) = parent.entries().find(|entry| entry.value == node).map(|entry| entry.key) else { return };
        let outer = column(text, start_of(key));
        let Some(inner) = column(text, node.span().from()).checked_sub(outer) else { return };
        match node.kind() {
            Kind::Mapping if inner > 0 => self.step = self.step.or(Some(inner)),
            Kind::Sequence => self.list_step = self.list_step.or(Some(inner)),
            _ => {}
        }
    }
}
