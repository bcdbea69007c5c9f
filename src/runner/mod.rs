//! The runners that a team has, which of them takes which job, the files that configure them, and the commands that set one
//! up. Knows no page; where a runner's tags and environment are kept is the page's concern.

pub mod config;
pub mod desk;
mod fleet;
mod pick;
mod reading;
mod scope;
pub mod setup;
mod takers;

pub use fleet::{Fleet, Runner};
pub use pick::Nearest;
pub use reading::Tags;
pub use takers::{Part, RunsOn, Takers};
