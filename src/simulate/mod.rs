//! What would run: the language of rules expressions, and the patterns in it.
//!
//! Knows no page and no document: expressions are texts here. A [`Scenario`] is a kind of pipeline by example.

pub mod expression;
pub mod pattern;
mod scenario;

pub use expression::{Expression, ExpressionError, Operand};
pub use scenario::{Example, Scenario};
