//! What the top bar says about the open file.

use crate::editor::Editor;
use crate::view::problems::Problems;

/// The state of the open file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The file's name.
    pub name: String,
    /// Whether there are changes that were not saved.
    pub unsaved: bool,
    /// Whether a step can be taken back.
    pub can_undo: bool,
    /// Whether a step can be done again.
    pub can_redo: bool,
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

impl Header {
    /// Reads the state of an editor; `saved` is the text that was handed out last, where it was handed out at all.
    pub fn of(editor: &Editor, problems: &Problems, saved: Option<&str>) -> Self {
        Self {
            name: editor.name().to_owned(),
            unsaved: saved.unwrap_or(editor.opened_text()) != editor.text(),
            can_undo: !editor.history().done().is_empty(),
            can_redo: !editor.history().undone().is_empty(),
            errors: problems.errors,
            warnings: problems.warnings,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, Transaction};

    #[test]
    fn a_file_is_unsaved_from_the_first_change_until_it_is_saved_or_undone() {
        let mut editor = Editor::new("a.yml", "a: 1\n");
        let header = |editor: &Editor, saved: Option<&str>| Header::of(editor, &Problems::default(), saved);
        assert!(!header(&editor, None).unsaved);
        editor.type_text(Transaction::replace(Span::new(3, 4), "2"), 0);
        assert!(header(&editor, None).unsaved);
        assert!(!header(&editor, Some("a: 2\n")).unsaved);
        editor.undo();
        assert!(!header(&editor, None).unsaved);
        assert!(header(&editor, Some("a: 2\n")).unsaved, "another text was handed out");
        assert!(header(&editor, None).can_redo);
    }
}
