//! Links that hold a text, in the part of the address that no server gets.

use super::keeper::{keeper, Failure, JsDraft};
use wasm_bindgen::JsCast;

/// What a link holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shared {
    /// The file's name, without folders.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A link to this page that holds a text.
pub(crate) async fn make(name: &str, text: &str) -> Result<String, Failure> {
    let hash = keeper().await?.pack(name, text).await?.as_string().ok_or(Failure::Damaged)?;
    let here = gloo::utils::window().location().href().map_err(Failure::from)?;
    let page = here.split(['#', '?']).next().unwrap_or_default();
    Ok(format!("{page}{hash}"))
}

/// What the page's own address holds, if that is a text: at most so many characters, and so many bytes of text.
pub(crate) async fn read(longest: usize, limit: usize) -> Result<Option<Shared>, Failure> {
    let hash = gloo::utils::window().location().hash().map_err(Failure::from)?;
    if hash.is_empty() {
        return Ok(None);
    }
    // The name beside the text: a few bytes more.
    let found = keeper().await?.unpack(&hash, longest as u32, (limit + 1024) as u32).await?;
    let shared = found.unchecked_ref::<JsDraft>();
    Ok(found.is_object().then(|| Shared { name: shared.name(), text: shared.text() }))
}

/// Takes the text out of the page's address.
pub(crate) fn clear() {
    let window = gloo::utils::window();
    let (Ok(here), Ok(history)) = (window.location().href(), window.history()) else { return };
    let page = here.split('#').next();
    // Where the browser refuses, the address stays as it is.
    let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", page);
}
