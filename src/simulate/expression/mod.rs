//! Rules expressions (lib/gitlab/ci/pipeline/expression): `$CI_COMMIT_BRANCH == "main" && $X =~ /^a/`.
//!
//! Parsing gives a tree or the reason why there is none, with its place in the text; evaluating takes the variables.

mod evaluate;
mod lexer;
mod parser;

use std::ops::Range;

pub use evaluate::Operand;

/// A parsed expression.
#[derive(Debug, Clone)]
pub struct Expression {
    /// In reverse Polish order: operands before their operator.
    steps: Vec<Step>,
}

/// Why a text is no expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpressionError {
    /// GitLab's words.
    pub message: String,
    /// Where in the text, in bytes.
    pub range: Range<usize>,
}

#[derive(Debug, Clone)]
enum Step {
    Operand(evaluate::Term),
    Not,
    Binary(Operator),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Equals,
    NotEquals,
    Matches,
    NotMatches,
    And,
    Or,
}

impl Operator {
    /// Smaller binds tighter, as in Ruby's table.
    fn precedence(self) -> u8 {
        match self {
            Operator::And => 11,
            Operator::Or => 12,
            _ => 10,
        }
    }
}

impl Expression {
    /// Parses an expression as GitLab does.
    pub fn parse(text: &str) -> Result<Self, ExpressionError> {
        if text.trim().is_empty() {
            return Err(ExpressionError { message: "Statement is empty".to_owned(), range: 0..text.len() });
        }
        let tokens = lexer::tokens(text)?;
        Ok(Self { steps: parser::order(tokens, text.len())? })
    }

    /// Whether it is true with these variables. A variable that is not there is `None`.
    pub fn is_true(&self, variable: impl Fn(&str) -> Option<String>) -> bool {
        self.evaluate(variable).is_present()
    }

    /// What it evaluates to.
    pub fn evaluate(&self, variable: impl Fn(&str) -> Option<String>) -> Operand {
        evaluate::evaluate(&self.steps, &variable)
    }

    /// The names of the variables in it, in order.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().filter_map(|step| match step {
            Step::Operand(evaluate::Term::Variable(name)) => Some(name.as_str()),
            _ => None,
        })
    }
}
