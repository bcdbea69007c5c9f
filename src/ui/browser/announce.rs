//! Words for screen readers only, through the page's one live region.

use super::page;

/// The id of the live region.
pub(crate) const REGION: &str = "announcements";

/// Has a sentence read out as soon as the reader is free to.
pub(crate) fn say(text: &str) {
    let Some(region) = page::by_id(REGION) else { return };
    // The same sentence twice in a row is read again only if the text changes.
    let again = region.text_content().as_deref() == Some(text);
    region.set_text_content(Some(&if again { format!("{text}\u{a0}") } else { text.to_owned() }));
}
