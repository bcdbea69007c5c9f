//! The time, and how a language writes it.

/// Milliseconds since the page was opened.
pub(crate) fn now() -> u64 {
    gloo::utils::window().performance().map(|clock| clock.now() as u64).unwrap_or(0)
}

/// Does a work and leaves how long it took in the browser's timeline, under a name: only the last of each name is kept.
/// The browser's own tools show it, and benches/page.mjs reads it.
pub(crate) fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let Some(timeline) = gloo::utils::window().performance() else { return work() };
    // Where the browser refuses, nothing is measured.
    let marked = timeline.mark(name).is_ok();
    let result = work();
    if marked {
        timeline.clear_measures_with_measure_name(name);
        timeline.measure_with_start_mark(name, name).ok();
        timeline.clear_marks_with_mark_name(name);
    }
    result
}

/// A moment, in milliseconds since 1970, as people who speak that language write day and time.
pub(crate) fn date_text(time: f64, language: &str) -> String {
    let date = js_sys::Date::new(&time.into());
    let options = super::keeper::object(&[("dateStyle", "medium".into()), ("timeStyle", "short".into())]);
    date.to_locale_string(language, &options).into()
}
