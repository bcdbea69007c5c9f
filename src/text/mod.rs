//! Plain text: places in it, edits of it, differences between two of it. Knows no YAML.

mod diff;
mod lines;
mod merge;
mod span;
mod transaction;

pub use diff::{diff_lines, line_changes, lines, DiffHunk, DiffLine, DiffTag, LineChange, Lines};
pub use lines::{LineIndex, Position};
pub use merge::{merge, merged_text, MergePart, Side};
pub use span::Span;
pub use transaction::{Change, OverlapError, Transaction};
