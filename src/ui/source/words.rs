//! The words that the text pane's editor says by itself, in the page's language.

use super::editor_js::PHRASES;
use crate::ui::i18n::{key, I18n};

/// The key of a phrase's translation.
fn key_of(phrase: &str) -> Option<&'static str> {
    Some(match phrase {
        "Completions" => key("cm-completions"),
        "Control character" => key("cm-control-character"),
        "Diagnostics" => key("cm-diagnostics"),
        "Find" => key("cm-find"),
        "Fold line" => key("cm-fold-line"),
        "Folded lines" => key("cm-folded-lines"),
        "Go to line" => key("cm-go-to-line"),
        "No diagnostics" => key("cm-no-diagnostics"),
        "Replace" => key("cm-replace-field"),
        "Selection deleted" => key("cm-selection-deleted"),
        "Unfold line" => key("cm-unfold-line"),
        "Unfolded lines" => key("cm-unfolded-lines"),
        "all" => key("cm-all"),
        "by word" => key("cm-by-word"),
        "close" => key("cm-close"),
        "current match" => key("cm-current-match"),
        "folded code" => key("cm-folded-code"),
        "go" => key("cm-go"),
        "match case" => key("cm-match-case"),
        "next" => key("cm-next"),
        "on line" => key("cm-on-line"),
        "previous" => key("cm-previous"),
        "regexp" => key("cm-regexp"),
        "replace" => key("cm-replace"),
        "replace all" => key("cm-replace-all"),
        "replaced $ matches" => key("cm-replaced-matches"),
        "replaced match on line $" => key("cm-replaced-match"),
        "to" => key("cm-to"),
        "unfold" => key("cm-unfold"),
        _ => return None,
    })
}

/// The translations.
pub(super) fn phrases(i18n: &I18n) -> Vec<(&'static str, String)> {
    let translation = |phrase: &&'static str| Some((*phrase, i18n.message(key_of(phrase)?, None).to_string()));
    PHRASES.iter().filter_map(translation).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_of_the_editor_has_a_translation() {
        assert!(PHRASES.iter().all(|phrase| key_of(phrase).is_some()));
    }
}
