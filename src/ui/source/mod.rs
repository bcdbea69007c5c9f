//! The text pane. Its editor is JavaScript, reached through [`editor_js::SourceEditor`] alone.

mod assist;
mod assist_js;
// The whole face of the editor, of which this page uses most.
#[allow(dead_code)]
mod editor_js;
mod pane;
mod shown;
mod step;
mod words;

pub(crate) use pane::SourcePane;
pub(crate) use step::TextStep;
