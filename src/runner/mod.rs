//! The runners that a team has, and which of them takes which job. Knows no page; where a runner's tags and environment
//! are kept is the page's concern.

mod fleet;

pub use fleet::{Fleet, Runner};
