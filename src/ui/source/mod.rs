//! The text pane. Its editor is JavaScript, reached through [`SourceEditor`] alone.

mod editor_js;

pub use editor_js::{Finding, Options, Severity, SourceChange, SourceEditor, PHRASES};
