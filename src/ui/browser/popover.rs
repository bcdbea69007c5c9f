//! Popovers: over everything, beside the element that opened them, closed by a click elsewhere.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::NodeRef;

use super::page;

/// Space between the popover and its anchor, and to the edges of the page.
const GAP: f64 = 4.0;

/// Shows the popover beside the element with the id `anchor`; `onleave` is called on a press elsewhere.
pub(crate) fn show(node: &NodeRef, anchor: &str, onleave: impl Fn() + 'static) -> Option<EventListener> {
    let popover = node.cast::<HtmlElement>()?;
    let _ = popover.show_popover();
    place(&popover, anchor);
    let (inside, anchor) = (popover.clone(), anchor.to_owned());
    let options = EventListenerOptions::run_in_capture_phase();
    Some(EventListener::new_with_options(&page::document(), "pointerdown", options, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let in_popover = inside.contains(target.as_ref());
        let in_anchor = page::by_id(&anchor).is_some_and(|anchor| anchor.contains(target.as_ref()));
        if !in_popover && !in_anchor {
            onleave();
        }
    }))
}

fn place(popover: &HtmlElement, anchor: &str) {
    let Some(anchor) = page::by_id(anchor) else { return };
    let (beside, own) = (anchor.get_bounding_client_rect(), popover.get_bounding_client_rect());
    let (width, height) = page::size();
    let fits_below = beside.bottom() + GAP + own.height() <= height - GAP;
    let fits_above = beside.top() - GAP - own.height() >= GAP;
    let top = match (fits_below, fits_above) {
        (true, _) => beside.bottom() + GAP,
        (false, true) => beside.top() - GAP - own.height(),
        (false, false) => (height - GAP - own.height()).max(GAP),
    };
    let left = if beside.left() + own.width() <= width - GAP { beside.left() } else { beside.right() - own.width() };
    let style = popover.style();
    let _ = style.set_property("top", &format!("{top}px"));
    let _ = style.set_property("left", &format!("{}px", left.clamp(GAP, (width - own.width() - GAP).max(GAP))));
}

/// Hides it and gives the focus back to the anchor, if the focus was in it.
pub(crate) fn hide(node: &NodeRef, anchor: &str) {
    let Some(popover) = node.cast::<HtmlElement>() else { return };
    let had_focus = page::document().active_element().is_some_and(|element| popover.contains(Some(&element)));
    let _ = popover.hide_popover();
    if had_focus {
        if let Some(anchor) = page::by_id(anchor) {
            let _ = anchor.focus();
        }
    }
}
