//! The list of problems.

mod panel;

pub(crate) use panel::{view_problem, ProblemsPanel};
