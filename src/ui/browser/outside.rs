//! What must outlive this instance: the text, which the page's shell (web/) shows if Rust panics, and hands to the next
//! load. The shell reads it out of our memory, so keeping it costs no copy.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

thread_local! {
    /// What the shell may read. It lives here, so that a panic in the middle of an edit leaves it whole.
    static KEPT: RefCell<Option<[Rc<str>; 2]>> = const { RefCell::new(None) };
}

/// Says what the file is now: its name, its text and the text that was opened.
pub(crate) fn keep(name: &str, text: Rc<str>, opened: Rc<str>) {
    let place = |text: &Rc<str>| (text.as_ptr().addr() as u32, text.len() as u32);
    let ((text_at, text_bytes), (opened_at, opened_bytes)) = (place(&text), place(&opened));
    js::keep(name, text_at, text_bytes, opened_at, opened_bytes);
    // Only now may the text before go.
    KEPT.with(|kept| *kept.borrow_mut() = Some([text, opened]));
}

/// What the last load of this tab handed over.
pub(crate) struct Carried {
    /// The file's name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The text that was opened.
    pub opened: String,
}

/// What the last load handed over, if it did.
pub(crate) fn carried() -> Option<Carried> {
    let carried = js::carried()?;
    Some(Carried { name: carried.name(), text: carried.text(), opened: carried.opened() })
}

/// From now on a panic tells the shell what happened before the instance dies.
pub fn report_panics() {
    // By Yew, which would put its own hook in the place of an ordinary one.
    yew::set_custom_panic_hook(Box::new(|info| js::panicked(&info.to_string())));
}

mod js {
    use super::*;

    #[wasm_bindgen(module = "/src/ui/browser/outside.js")]
    extern "C" {
        pub(super) fn keep(name: &str, text: u32, text_bytes: u32, opened: u32, opened_bytes: u32);
        pub(super) fn panicked(message: &str);
        pub(super) fn carried() -> Option<JsCarried>;
    }

    #[wasm_bindgen]
    extern "C" {
        /// `Text` of web/kept.js.
        pub(super) type JsCarried;

        #[wasm_bindgen(method, getter)]
        pub(super) fn name(this: &JsCarried) -> String;
        #[wasm_bindgen(method, getter)]
        pub(super) fn text(this: &JsCarried) -> String;
        #[wasm_bindgen(method, getter)]
        pub(super) fn opened(this: &JsCarried) -> String;
    }
}
