//! The forms that values take.

use super::Group;

/// What a keyword may hold. Forms show it, and shapes are checked by it.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// Anything.
    Any,
    /// Text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number between two.
    Integer {
        /// The least.
        min: i64,
        /// The greatest.
        max: i64,
    },
    /// Text, number or boolean.
    Scalar,
    /// One of some words.
    Choice(Choice),
    /// A list of texts, of at most so many.
    TextList {
        /// How many, where GitLab counts.
        max: Option<usize>,
    },
    /// A text or a list of texts.
    TextOrList,
    /// A list of texts, lists within it flattened.
    NestedTextList,
    /// Shell commands: a text or a list of them, lists within it flattened.
    Script,
    /// A span of time.
    Duration(Duration),
    /// `/…/`
    Pattern,
    /// A rules expression.
    Expression,
    /// A whole number or a list of them.
    IntegerOrList,
    /// A mapping of these keywords.
    Mapping(&'static Group),
    /// A mapping of names of one's own to this form.
    Named(&'static Form),
    /// A list of these.
    List(&'static Form),
    /// Any of these.
    OneOf(&'static [Form]),
}

/// Words to choose from.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// The words.
    pub values: &'static [&'static str],
    /// What GitLab says of others.
    pub says: &'static str,
}

/// What spans of time are taken.
#[derive(Debug, Clone, Copy)]
pub struct Duration {
    /// Whether `never` is one.
    pub never: bool,
    /// Whether variables are.
    pub variables: bool,
    /// What it must not exceed, in words and seconds.
    pub limit: Option<(&'static str, u64)>,
}

impl Form {
    /// A list of texts of any length.
    pub const TEXTS: Form = Form::TextList { max: None };

    /// The groups of keywords that a value of this form may be a mapping of, or hold in a list.
    pub fn groups(&self) -> Vec<&'static Group> {
        match self {
            Form::Mapping(group) => vec![group],
            Form::Named(form) | Form::List(form) => form.groups(),
            Form::OneOf(forms) => forms.iter().flat_map(Form::groups).collect(),
            _ => Vec::new(),
        }
    }
}
