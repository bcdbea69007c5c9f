//! What can be written at a caret: keywords, their values, names of the file, variables.
//!
//! The place comes from the lines above ([`Place`]), which works in a text that is just being typed; the names come from
//! the document.

mod field;
mod keys;
mod values;
mod variables;

pub use field::{in_field, in_value};

use crate::keywords::{Part, Site};
use crate::text::Span;
use crate::view::place::{variable_at, Place, Slot, Step};
use crate::yaml::Document;

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemKind {
    /// A keyword of GitLab.
    Keyword,
    /// One of the words that a keyword takes.
    Value,
    /// A job of the file, or a key of one.
    Job,
    /// A stage.
    Stage,
    /// Something that the file uses elsewhere: a tag, an image, an environment.
    Used,
    /// A variable that the file declares.
    Variable,
    /// A variable that GitLab sets.
    Predefined,
}

/// One thing that can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name, which what is typed is compared with.
    pub label: String,
    /// A line on what it is; empty where there is nothing to say.
    pub detail: String,
    /// The text that replaces the span.
    pub insert: String,
    /// What it is.
    pub kind: ItemKind,
}

/// What can be written at a caret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completions {
    /// What is replaced; the caret is in it or at its end.
    pub span: Span,
    /// What can be written, the likely first.
    pub items: Vec<Item>,
    /// Whether to show them only when asked for, as nothing was begun yet.
    pub on_request: bool,
}

/// What can be written at the caret at `offset`. None where nothing is known.
pub fn completions(document: &Document, offset: usize) -> Option<Completions> {
    let text = document.text();
    let repaired = (!document.is_sound()).then(|| without_line(text, offset));
    complete(repaired.as_ref().unwrap_or(document), text, offset)
}

/// What can be written at `offset` of a text, with the names of `file`.
fn complete(file: &Document, text: &str, offset: usize) -> Option<Completions> {
    let place = Place::at(text, offset)?;
    if let Some(word) = variable_at(text, offset).filter(|_| place.slot != Slot::Key) {
        let items = variables::items(file, text, &place, word);
        return Some(Completions { span: word.name, items, on_request: false }).filter(|found| !found.items.is_empty());
    }
    if place.slot == Slot::Text {
        return None;
    }
    let site = site_of(&place.path);
    let mut items = values::items(file, &place, &site);
    if place.slot != Slot::Value && place.quote.is_none() {
        items.extend(keys::items(text, &place, &site));
    }
    let mut seen = std::collections::HashSet::new();
    items.retain(|item| seen.insert(item.label.clone()));
    let begun = offset > place.word.from() || place.slot != Slot::Node || place.path.last() == Some(&Step::Item);
    Some(Completions { span: place.word, items, on_request: !begun }).filter(|found| !found.items.is_empty())
}

/// What the keyword table knows of a path. A step into `!reference` leaves it.
pub(super) fn site_of(path: &[Step<'_>]) -> Site {
    let known = path.iter().map_while(|step| match step {
        Step::Key(key) => Some(Part::Key(key)),
        Step::Item => Some(Part::Item),
        Step::Reference(_) => None,
    });
    Site::of(known)
}

/// The text without the line that is just being typed, which may be all that breaks it.
fn without_line(text: &str, offset: usize) -> Document {
    let from = text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let to = text[from..].find('\n').map_or(text.len(), |at| from + at);
    Document::parse([&text[..from], &text[to..]].concat())
}

#[cfg(test)]
mod tests;
