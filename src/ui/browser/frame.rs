//! Calls before the next paint and after a while, kept until they are dropped.

pub(crate) use gloo::render::AnimationFrame;
pub(crate) use gloo::timers::callback::Timeout;

/// Calls `act` before the next paint.
pub(crate) fn next(act: impl FnOnce() + 'static) -> AnimationFrame {
    gloo::render::request_animation_frame(move |_| act())
}
