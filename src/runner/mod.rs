//! The runners that a team has, and which of them takes which job. Knows no page; where a runner's tags and environment
//! are kept is the page's concern.

mod fleet;
mod pick;
mod reading;
mod scope;
mod takers;
mod tier;

pub use fleet::{Fleet, Runner};
pub use pick::Nearest;
pub use reading::Tags;
pub use takers::{Part, RunsOn, Takers};
pub use tier::Tier;
