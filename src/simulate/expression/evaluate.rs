//! The value of an expression (lib/gitlab/ci/pipeline/expression/lexeme/*.rb).

use regex_lite::Regex;

use super::{Operator, Step};
use crate::simulate::pattern;

/// An operand as written.
#[derive(Debug, Clone)]
pub enum Term {
    Null,
    Bool(bool),
    Text(String),
    Variable(String),
    Input(String),
    Pattern(Regex),
}

/// What a part of an expression evaluates to.
#[derive(Debug, Clone)]
pub enum Operand {
    /// `null`, or a variable that is not there.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Text.
    Text(String),
    /// A pattern, which is of use only on the right of `=~`.
    Pattern(Regex),
}

impl Operand {
    /// Whether it counts as true: whatever is not null, false or empty (Rails' `present?`).
    pub fn is_present(&self) -> bool {
        match self {
            Operand::Null => false,
            Operand::Bool(flag) => *flag,
            Operand::Text(text) => !text.chars().all(char::is_whitespace),
            Operand::Pattern(_) => true,
        }
    }

    /// Whether Ruby takes it for true, the empty text among it.
    fn is_truthy(&self) -> bool {
        !matches!(self, Operand::Null | Operand::Bool(false))
    }

    fn text(&self) -> String {
        match self {
            Operand::Null => String::new(),
            Operand::Bool(flag) => flag.to_string(),
            Operand::Text(text) => text.clone(),
            // Ruby prints the object, which no text holds.
            Operand::Pattern(_) => "#<Gitlab::UntrustedRegexp>".to_owned(),
        }
    }

    fn equals(&self, other: &Operand) -> bool {
        match (self, other) {
            (Operand::Null, Operand::Null) => true,
            (Operand::Null, _) | (_, Operand::Null) => false,
            (Operand::Pattern(left), Operand::Pattern(right)) => left.as_str() == right.as_str(),
            (Operand::Pattern(_), _) | (_, Operand::Pattern(_)) => false,
            _ => self.text() == other.text(),
        }
    }

    fn matches(&self, right: &Operand) -> bool {
        match right {
            Operand::Null | Operand::Bool(false) => false,
            Operand::Pattern(regex) => regex.is_match(&self.text()),
            Operand::Bool(true) => "true".contains(&self.text()),
            Operand::Text(text) => match pattern::compile(&text.replace("\\/", "/")) {
                Ok(regex) => regex.is_match(&self.text()),
                // Any other text is searched for the left one.
                Err(_) => text.contains(&self.text()),
            },
        }
    }
}

pub(super) fn evaluate(steps: &[Step], variable: &dyn Fn(&str) -> Option<String>) -> Operand {
    let mut stack: Vec<Operand> = Vec::new();
    for step in steps {
        match step {
            Step::Operand(term) => stack.push(operand(term, variable)),
            Step::Not => {
                let value = stack.pop().unwrap_or(Operand::Null);
                stack.push(Operand::Bool(!value.is_present()));
            }
            Step::Binary(operator) => {
                let right = stack.pop().unwrap_or(Operand::Null);
                let left = stack.pop().unwrap_or(Operand::Null);
                stack.push(binary(*operator, left, right));
            }
        }
    }
    stack.pop().unwrap_or(Operand::Null)
}

fn operand(term: &Term, variable: &dyn Fn(&str) -> Option<String>) -> Operand {
    match term {
        Term::Null => Operand::Null,
        Term::Bool(flag) => Operand::Bool(*flag),
        Term::Text(text) => Operand::Text(text.clone()),
        Term::Variable(name) => variable(name).map_or(Operand::Null, Operand::Text),
        Term::Input(name) => variable(&format!("inputs.{name}")).map_or(Operand::Null, Operand::Text),
        Term::Pattern(regex) => Operand::Pattern(regex.clone()),
    }
}

fn binary(operator: Operator, left: Operand, right: Operand) -> Operand {
    match operator {
        Operator::Equals => Operand::Bool(left.equals(&right)),
        Operator::NotEquals => Operand::Bool(!left.equals(&right)),
        Operator::Matches => Operand::Bool(left.matches(&right)),
        Operator::NotMatches => Operand::Bool(!left.matches(&right)),
        Operator::And if left.is_truthy() => right,
        Operator::And => left,
        Operator::Or if left.is_truthy() => left,
        Operator::Or => right,
    }
}
