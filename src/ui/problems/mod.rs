//! The list of problems.

mod checks;
mod explanation;
mod level;
mod panel;
mod row;

pub(crate) use panel::{view_problem, ProblemsPanel};
