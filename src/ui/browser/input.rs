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
