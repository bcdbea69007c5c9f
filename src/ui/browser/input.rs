//! Values of form controls, read from their events.

use wasm_bindgen::JsCast;
use yew::TargetCast;

/// The value of the control that an event is about; empty if it has none.
pub(crate) fn value<E: AsRef<web_sys::Event>>(event: &E) -> String {
    let Some(target) = event.as_ref().target() else { return String::new() };
    if let Some(input) = target.dyn_ref::<web_sys::HtmlInputElement>() {
        input.value()
    } else if let Some(area) = target.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        area.value()
    } else if let Some(select) = target.dyn_ref::<web_sys::HtmlSelectElement>() {
        select.value()
    } else {
        String::new()
    }
}

/// Whether the box that an event is about is ticked.
pub(crate) fn checked(event: &web_sys::Event) -> bool {
    event.target_dyn_into::<web_sys::HtmlInputElement>().is_some_and(|input| input.checked())
}

/// Replaces the text of the control that an event is about.
pub(crate) fn set_value<E: AsRef<web_sys::Event>>(event: &E, value: &str) {
    let Some(target) = event.as_ref().target() else { return };
    if let Some(input) = target.dyn_ref::<web_sys::HtmlInputElement>() {
        input.set_value(value);
    } else if let Some(area) = target.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        area.set_value(value);
    }
}

/// A field in which a person types.
pub(crate) enum TextControl {
    /// Of one line.
    Line(web_sys::HtmlInputElement),
    /// Of several.
    Area(web_sys::HtmlTextAreaElement),
}

impl TextControl {
    /// The one that an event is about.
    pub(crate) fn of<E: AsRef<web_sys::Event>>(event: &E) -> Option<Self> {
        let target = event.as_ref().target()?;
        let line = target.dyn_ref::<web_sys::HtmlInputElement>().cloned().map(Self::Line);
        line.or_else(|| target.dyn_into().ok().map(Self::Area))
    }

    /// The one that a component rendered.
    pub(crate) fn at(node: &yew::NodeRef) -> Option<Self> {
        node.cast().map(Self::Line).or_else(|| node.cast().map(Self::Area))
    }

    /// Its text.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Line(input) => input.value(),
            Self::Area(area) => area.value(),
        }
    }

    /// The byte of its text at which the caret is; none while a part is selected.
    pub(crate) fn caret(&self) -> Option<usize> {
        let (start, end) = match self {
            Self::Line(input) => (input.selection_start(), input.selection_end()),
            Self::Area(area) => (area.selection_start(), area.selection_end()),
        };
        let (start, end) = (start.ok()??, end.ok()??);
        (start == end).then(|| bytes_of(&self.text(), start as usize))
    }

    /// Replaces its text by `before` and `after`, with the caret between them.
    pub(crate) fn put(&self, before: &str, after: &str) {
        let caret = before.encode_utf16().count() as u32;
        let text = format!("{before}{after}");
        // Where the browser refuses, the caret is at the end.
        let _ = match self {
            Self::Line(input) => {
                input.set_value(&text);
                input.set_selection_range(caret, caret)
            }
            Self::Area(area) => {
                area.set_value(&text);
                area.set_selection_range(caret, caret)
            }
        };
    }
}

/// Bytes of the first `units` UTF-16 code units.
fn bytes_of(text: &str, units: usize) -> usize {
    let mut left = units;
    let whole = text.chars().take_while(|c| {
        let fits = left >= c.len_utf16();
        left = left.saturating_sub(c.len_utf16());
        fits
    });
    whole.map(char::len_utf8).sum()
}

/// Whether keys typed now go into a text: a field, or the text pane.
pub(crate) fn is_typing(event: &web_sys::Event) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else {
        return false;
    };
    let field = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]";
    element.closest(field).ok().flatten().is_some()
}

/// Whether a dialog is open, which has the keys to itself.
pub(crate) fn in_dialog() -> bool {
    super::page::document().query_selector("dialog[open]").ok().flatten().is_some()
}
