//! The runners that a team has, which of them takes which job, the files that configure them, and the commands that set one
//! up. Knows no page; where a runner's tags and environment are kept is the page's concern.

pub mod config;
pub mod desk;
mod fleet;
pub mod setup;

pub use fleet::{Fleet, Runner};
