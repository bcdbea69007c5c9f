//! Edits of a `config.toml`, each planned as a change of its own lines only, and verified: the result is read again and
//! compared with what was meant. Any difference refuses the edit, so a fault in the planning can't make a wrong file.

mod blocks;
mod intent;
mod keys;
mod list;
mod source;

use super::document::{Document, Path, SIZE_LIMIT};
use super::tree::quoted;
use crate::text::{Change, Transaction};

/// A value to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewValue {
    /// A string.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// `true` or `false`.
    Flag(bool),
    /// Strings.
    List(Vec<String>),
}

/// A runner to write.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewRunner {
    /// `name`.
    pub name: String,
    /// `url`.
    pub url: String,
    /// `executor`.
    pub executor: String,
    /// `image`, for executors with containers.
    pub image: String,
}

/// An edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Gives a key a value; of a list only the items that differ are written.
    Set(Path, NewValue),
    /// Takes a key and its value away.
    Remove(Path),
    /// Adds a runner behind the last one.
    AddRunner(NewRunner),
    /// Takes a runner away, with the comment above it.
    RemoveRunner(usize),
    /// Moves a runner to another place among them.
    MoveRunner {
        /// Where it is.
        from: usize,
        /// Where it is to be.
        to: usize,
    },
}

/// Why an edit is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The text is no TOML.
    Broken,
    /// What it is about is not there.
    NotThere,
    /// The place is written in a way that this edit does not know.
    OtherForm,
    /// The file would be larger than [`SIZE_LIMIT`].
    TooLarge,
    /// The result would not say what was meant.
    NotVerified,
}

/// Plans an edit: the change of the text, and what comes of it.
pub fn plan(document: &Document, edit: &Edit) -> Result<(Transaction, Document), Refusal> {
    let root = document.tree().map_err(|_| Refusal::Broken)?;
    let intended = intent::of(root.value(), edit).ok_or(Refusal::NotThere)?;
    let mut refusal = Refusal::NotVerified;
    for changes in plans(document, edit)? {
        let Ok(transaction) = Transaction::new(changes) else { continue };
        let text = transaction.apply(document.text());
        if text.len() > SIZE_LIMIT {
            refusal = Refusal::TooLarge;
            continue;
        }
        let result = Document::new(text);
        if result.tree().is_ok_and(|tree| tree.value() == intended) {
            return Ok((transaction, result));
        }
    }
    Err(refusal)
}

/// The ways to make an edit, the finest first.
fn plans(document: &Document, edit: &Edit) -> Result<Vec<Vec<Change>>, Refusal> {
    match edit {
        Edit::Set(path, value) => keys::set(document, path, value),
        Edit::Remove(path) => Ok(vec![keys::remove(document, path)?]),
        Edit::AddRunner(runner) => Ok(vec![blocks::add(document, runner)?]),
        Edit::RemoveRunner(index) => Ok(vec![blocks::remove(document, *index)?]),
        Edit::MoveRunner { from, to } => Ok(vec![blocks::reorder(document, *from, *to)?]),
    }
}

impl NewValue {
    /// As it is written on one line.
    fn written(&self) -> String {
        match self {
            NewValue::Text(text) => quoted(text),
            NewValue::Integer(number) => number.to_string(),
            NewValue::Flag(flag) => flag.to_string(),
            NewValue::List(items) => {
                let items: Vec<_> = items.iter().map(|item| quoted(item)).collect();
                format!("[{}]", items.join(", "))
            }
        }
    }

    /// As it is written where `old` stood: in the same quotes if they can hold it.
    fn written_like(&self, old: &str) -> String {
        let plain = |text: &str| !text.contains(['\'', '\n', '\r']) && !text.chars().any(char::is_control);
        match self {
            NewValue::Text(text) if old.starts_with('\'') && plain(text) => format!("'{text}'"),
            _ => self.written(),
        }
    }
}
