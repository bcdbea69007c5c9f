//! What is kept between visits: theme, language, layout. Never the pipeline. Absent where the browser refuses storage.

fn storage() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

/// What was kept under a key.
pub(crate) fn get(key: &str) -> Option<String> {
    storage()?.get_item(&format!("pipewright.{key}")).ok().flatten()
}

/// Keeps a value.
pub(crate) fn set(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full storage only costs the memory of a preference.
        let _ = storage.set_item(&format!("pipewright.{key}"), value);
    }
}
