//! Handing a text to the person: as a file, or by the clipboard.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::keeper::{keeper, object};
use super::page;

/// Offers `text` as a file of that name, byte for byte. Whether the browser took it.
pub(crate) fn file(name: &str, text: &str) -> bool {
    typed(name, text, "application/yaml")
}

/// Offers `text` as a file of that name and media type.
pub(crate) fn typed(name: &str, text: &str, kind: &str) -> bool {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(text.as_bytes()));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    blob.is_ok_and(|blob| offer(name, &blob).is_some())
}

/// Draws `svg` as PNG and offers it as a file of that name. Whether that went well.
pub(crate) async fn png(name: &str, svg: &str) -> bool {
    let Ok(keeper) = keeper().await else { return false };
    let Ok(blob) = keeper.png(svg).await else { return false };
    offer(name, blob.unchecked_ref()).is_some()
}

/// Packs files, each a path and a text, into an archive and offers it under that name. Whether that went well.
pub(crate) async fn zip(name: &str, files: &[(String, String)]) -> bool {
    let Ok(keeper) = keeper().await else { return false };
    let entry = |(path, text): &(String, String)| object(&[("path", path.into()), ("text", text.into())]);
    let Ok(blob) = keeper.zip(files.iter().map(entry).collect()).await else { return false };
    offer(name, blob.unchecked_ref()).is_some()
}

fn offer(name: &str, blob: &Blob) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = page::document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    gloo::timers::callback::Timeout::new(10_000, move || drop(Url::revoke_object_url(&url))).forget();
    Some(())
}

/// Puts `text` on the clipboard and says whether that went well.
pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let navigator = gloo::utils::window().navigator();
    // Pages that are not served securely have no clipboard.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    let Ok(clipboard) = clipboard.and_then(|value| value.dyn_into::<web_sys::Clipboard>()) else {
        return done(false);
    };
    let promise = clipboard.write_text(text);
    wasm_bindgen_futures::spawn_local(async move {
        done(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok());
    });
}
