//! The shape of the configuration, checked as GitLab's entry tree does (lib/gitlab/config/entry and
//! lib/gitlab/ci/config/entry): level by level, what is inside of something unsound is not looked at.
//!
//! The keyword table drives it; a file here holds what the table can't say of one keyword. Knows nothing of what holds
//! between jobs.

mod allow_failure;
mod artifacts;
mod at;
mod cache;
mod checker;
mod environment;
mod header;
mod image;
pub mod include;
mod inputs;
mod job;
mod mapping;
pub mod needs;
mod parallel;
mod policy;
mod release;
mod retry;
mod rules;
mod secrets;
mod simple;
mod steps;
mod top;
mod trigger;
mod variables;

pub use at::At;
pub use checker::Checker;
pub use header::header;
pub use top::configuration;
pub use variables::same as is_equal;
