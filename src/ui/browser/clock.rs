//! The time.

/// Milliseconds since the page was opened.
pub(crate) fn now() -> u64 {
    gloo::utils::window().performance().map(|clock| clock.now() as u64).unwrap_or(0)
}
