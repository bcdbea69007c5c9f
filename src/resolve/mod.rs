//! The effective configuration: what GitLab makes of a file, and where each value of a job comes from.
//!
//! [`effective`] gives the whole configuration as [`Value`]s: aliases, merge keys, `extends` and `!reference` resolved in
//! GitLab's order (lib/gitlab/ci/config.rb). It never fails: what can't be resolved is told as a [`Problem`] and stands
//! as unknown, which no check takes for wrong. Knows no rule.

mod building;
pub mod chain;
mod effective;
mod extend;
mod foreign;
mod index;
mod inputs;
mod interpolate;
mod meaning;
mod memory;
mod parallel;
mod problem;
mod reach;
mod read;
mod reference;
pub mod ruby;
mod taken;
mod value;
mod written;

pub use effective::{effective, effective_after, Effective};
pub use inputs::{typed, Deciding};
pub use meaning::{as_taken, default_of, of_file, of_part, same_entry, same_meaning, same_value, same_with_defaults};
pub(crate) use memory::{is_same, Known};
pub use memory::{Memory, Places};
pub use parallel::{instance_count, instances, Instance};
pub use problem::{Problem, ProblemKind};
pub use reach::Reach;
pub use read::SIZE_LIMIT;
pub use taken::{inherits, is_kept, job_variable, same_job, with_defaults};
pub use value::{Data, Entry, Key, List, Map, Value};
pub use written::written;
