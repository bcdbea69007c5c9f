//! The text pane. Its editor is JavaScript, reached through [`editor_js::SourceEditor`] alone.

mod editor_js;
mod pane;
mod step;
mod words;

#[cfg(test)]
use editor_js::PHRASES;
pub(crate) use pane::SourcePane;
pub(crate) use step::TextStep;
