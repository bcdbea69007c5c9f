//! Listeners on the whole page. They stop when dropped.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;

use super::page;

/// Calls `act` on each event of that name that reaches the document, before anything else sees it or after all.
pub(crate) fn on_document<E: JsCast + 'static>(name: &'static str, act: impl Fn(&E) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&page::document(), name, options, move |event| {
        if let Some(event) = event.dyn_ref::<E>() {
            act(event);
        }
    })
}

/// Calls `act` on each event of that name of the window.
pub(crate) fn on_window<E: JsCast + 'static>(name: &'static str, act: impl Fn(&E) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::window(), name, options, move |event| {
        if let Some(event) = event.dyn_ref::<E>() {
            act(event);
        }
    })
}
