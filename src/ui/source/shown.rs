//! What the text pane's editor shows, from which its questions are answered.

use std::rc::Rc;

use crate::text::LineIndex;
use crate::ui::i18n::I18n;
use crate::yaml::Document;

/// The text in the editor and the language of the page.
pub(super) struct Shown {
    /// The document that the editor shows. Behind the page's between its change and the next render.
    pub known: Rc<Document>,
    /// What was typed, as the text after it, until the page has taken it over.
    pub typed: Option<(String, LineIndex)>,
    /// The words.
    pub i18n: I18n,
}

impl Shown {
    /// The text and its lines.
    pub fn text(&self) -> (&str, &LineIndex) {
        match &self.typed {
            Some((text, lines)) => (text, lines),
            None => (self.known.text(), self.known.lines()),
        }
    }

    /// The text as a document.
    pub fn document(&self) -> Rc<Document> {
        match &self.typed {
            Some((text, _)) => Rc::new(Document::parse(text.as_str())),
            None => self.known.clone(),
        }
    }
}
