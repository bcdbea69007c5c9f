//! The effective configuration: where each value of a job comes from.

pub mod chain;
