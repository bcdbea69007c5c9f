//! The browser's modal dialogs.

use web_sys::HtmlDialogElement;
use yew::NodeRef;

/// Opens the dialog over the page.
pub(crate) fn show(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        // Fails only if it is open or out of the page, which is as well.
        let _ = dialog.show_modal();
    }
}

/// Closes it, which gives the focus back to what had it before.
pub(crate) fn close(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// Whether a click was beside the dialog rather than in it.
pub(crate) fn is_backdrop(node: &NodeRef, event: &web_sys::MouseEvent) -> bool {
    let target = event.target();
    node.cast::<HtmlDialogElement>().is_some_and(|dialog| target.is_some_and(|target| target == dialog.into()))
}
