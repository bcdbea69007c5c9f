//! The `config.toml` of a machine with GitLab Runner: read, checked and edited without loss.
//!
//! As with pipelines the text is the truth. [`Document`] reads it, [`Edit`] changes only its own lines and is verified, and
//! [`problems`] says what is wrong. Nothing here keeps or shows a token: [`masked`] covers them.

mod check;
mod document;
mod edit;
mod known;
mod read;
mod secrets;
mod tree;
mod typed;

pub use check::{problems, Problem, ProblemKind, Severity, Wanted};
pub use document::{Document, OpenError, Path, Step, SIZE_LIMIT};
pub use edit::{plan, Edit, NewRunner, NewValue, Refusal};
pub use read::{container_table, ConfigRunner, Machine};
pub use secrets::{masked, secrets, MASK};
pub use tree::{Entry, Form, Kind, Node, SyntaxError, Table};
pub use typed::retyped;
