//! Sizes that people set by dragging, as custom properties of the root element.

use super::page;
use wasm_bindgen::JsCast;

/// Sets a custom property to pixels.
pub(crate) fn set(property: &str, pixels: f64) {
    let root = page::document().document_element().and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(root) = root {
        let _ = root.style().set_property(property, &format!("{}px", pixels.round()));
    }
}
