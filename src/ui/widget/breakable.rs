//! Names that may be broken between their words.

use yew::prelude::*;

/// A name that browsers break behind `_`, `:`, `/` and `.` too, before they break a word. Behind a dash they do by themselves.
pub(crate) fn breakable(name: &str) -> Html {
    let mut pieces = name.split_inclusive(['_', ':', '/', '.']).peekable();
    let mut shown = Vec::new();
    while let Some(piece) = pieces.next() {
        shown.push(html! { { piece } });
        if pieces.peek().is_some() {
            shown.push(html! { <wbr /> });
        }
    }
    shown.into_iter().collect()
}
