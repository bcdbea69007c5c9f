//! Plain text: places in it, edits of it, differences between two of it. Knows no YAML.

mod diff;
mod lines;
mod span;
mod transaction;

pub use diff::{diff_lines, DiffHunk, DiffLine, DiffTag};
pub use lines::{LineIndex, Position};
pub use span::Span;
pub use transaction::{Change, OverlapError, Transaction};
