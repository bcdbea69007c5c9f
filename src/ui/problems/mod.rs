//! The list of problems.

mod checks;
mod explanation;
mod level;
mod note;
mod panel;
mod row;

pub(crate) use note::ProblemNote;
pub(crate) use panel::{view_problem, ProblemsPanel};
