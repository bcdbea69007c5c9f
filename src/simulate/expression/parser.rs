//! Tokens to reverse Polish order, by the shunting yard (lib/gitlab/ci/pipeline/expression/parser.rb). Oddities of it,
//! such as an operator after both its operands, are GitLab's and kept.

use std::ops::Range;

use super::lexer::{Token, TokenKind};
use super::{ExpressionError, Operator, Step};

enum Pending {
    Open(Range<usize>),
    Not(Range<usize>),
    Binary(Operator, Range<usize>),
}

struct Output {
    steps: Vec<Step>,
    /// Values on the stack at this point of the evaluation.
    values: usize,
}

pub(super) fn order(tokens: Vec<Token>, length: usize) -> Result<Vec<Step>, ExpressionError> {
    let mut output = Output { steps: Vec::with_capacity(tokens.len()), values: 0 };
    let mut pending: Vec<Pending> = Vec::new();
    for token in tokens {
        match token.kind {
            TokenKind::Value(term) => {
                output.steps.push(Step::Operand(term));
                output.values += 1;
            }
            TokenKind::Open => pending.push(Pending::Open(token.range)),
            TokenKind::Not => pending.push(Pending::Not(token.range)),
            TokenKind::Binary(operator) => {
                while let Some(last) = pending.pop_if(|last| binds_tighter(last, operator)) {
                    output.operator(last)?;
                }
                pending.push(Pending::Binary(operator, token.range));
            }
            TokenKind::Close => loop {
                match pending.pop() {
                    Some(Pending::Open(_)) => break,
                    Some(operator) => output.operator(operator)?,
                    None => return Err(error("Unmatched parenthesis", token.range)),
                }
            },
        }
    }
    while let Some(operator) = pending.pop() {
        output.operator(operator)?;
    }
    match output.values {
        0 => Err(error("Empty parse tree", 0..length)),
        1 => Ok(output.steps),
        _ => Err(error("Unreachable nodes in parse tree", 0..length)),
    }
}

fn binds_tighter(last: &Pending, operator: Operator) -> bool {
    match last {
        Pending::Open(_) => false,
        Pending::Not(_) => true,
        Pending::Binary(last, _) => last.precedence() <= operator.precedence(),
    }
}

impl Output {
    fn operator(&mut self, operator: Pending) -> Result<(), ExpressionError> {
        match operator {
            Pending::Open(range) => {
                return Err(error("Unprocessable token found in parse tree: parenthesis_open", range));
            }
            Pending::Not(range) => {
                if self.values == 0 {
                    return Err(error("Invalid operand", range));
                }
                self.steps.push(Step::Not);
            }
            Pending::Binary(operator, range) => {
                if self.values < 2 {
                    return Err(error("Invalid left operand", range));
                }
                self.values -= 1;
                self.steps.push(Step::Binary(operator));
            }
        }
        Ok(())
    }
}

fn error(message: &str, range: Range<usize>) -> ExpressionError {
    ExpressionError { message: message.to_owned(), range }
}
