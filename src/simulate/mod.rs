//! What would run: the language of rules expressions, and the patterns in it.
//!
//! Knows no page and no document: expressions are texts here.

pub mod expression;
pub mod pattern;

pub use expression::{Expression, ExpressionError, Operand};
