//! Where the focus is and where it goes.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};
use yew::NodeRef;

use super::page;

/// Focuses the element with that id. Whether there is one.
pub(crate) fn by_id(id: &str) -> bool {
    page::by_id(id).is_some_and(|element| element.focus().is_ok())
}

/// The items of a menu that can be chosen and seen.
fn items(node: &NodeRef) -> Vec<HtmlElement> {
    let Some(menu) = node.cast::<Element>() else { return Vec::new() };
    let Ok(list) = menu.query_selector_all("[role^=menuitem]:not(:disabled)") else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}

fn focused(items: &[HtmlElement]) -> Option<usize> {
    let active = page::document().active_element()?;
    items.iter().position(|item| **item == active)
}

/// Focuses the first item of a menu.
pub(crate) fn first_item(node: &NodeRef) -> bool {
    items(node).first().is_some_and(|item| item.focus().is_ok())
}

/// Focuses the last item of a menu.
pub(crate) fn last_item(node: &NodeRef) -> bool {
    items(node).last().is_some_and(|item| item.focus().is_ok())
}

/// Moves the focus among the items of a menu, around its ends.
pub(crate) fn move_item(node: &NodeRef, by: i32) -> bool {
    let items = items(node);
    let count = items.len() as i32;
    if count == 0 {
        return false;
    }
    let to = focused(&items).map_or(0, |at| (at as i32 + by).rem_euclid(count));
    items[to as usize].focus().is_ok()
}

/// Focuses the next item whose text starts with a letter.
pub(crate) fn item_starting_with(node: &NodeRef, letter: &str) -> bool {
    let items = items(node);
    let from = focused(&items).map_or(0, |at| at + 1);
    let letter = letter.to_lowercase();
    let starts =
        |item: &&HtmlElement| item.text_content().unwrap_or_default().trim().to_lowercase().starts_with(&letter);
    let found = items[from..].iter().chain(&items[..from]).find(starts);
    found.is_some_and(|item| item.focus().is_ok())
}

/// The identity of the focused item, if it has items of its own.
pub(crate) fn current_group() -> Option<String> {
    page::document().active_element()?.get_attribute("data-group")
}

/// Focuses the item that has items of its own.
pub(crate) fn group_item(node: &NodeRef, group: &str) -> bool {
    items(node)
        .iter()
        .find(|item| item.get_attribute("data-group").as_deref() == Some(group))
        .is_some_and(|item| item.focus().is_ok())
}

/// Sends all events of the pointer to the element that listens, until it is up.
pub(crate) fn capture(event: &PointerEvent) {
    let target = event.current_target().or_else(|| event.target());
    if let Some(element) = target.and_then(|target| target.dyn_into::<Element>().ok()) {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}
