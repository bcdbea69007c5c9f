//! The time, and how a language writes it.

/// Milliseconds since the page was opened.
pub(crate) fn now() -> u64 {
    gloo::utils::window().performance().map(|clock| clock.now() as u64).unwrap_or(0)
}

/// A moment, in milliseconds since 1970, as people who speak that language write day and time.
pub(crate) fn date_text(time: f64, language: &str) -> String {
    let date = js_sys::Date::new(&time.into());
    let options = super::keeper::object(&[("dateStyle", "medium".into()), ("timeStyle", "short".into())]);
    date.to_locale_string(language, &options).into()
}
