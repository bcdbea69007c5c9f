//! The value of a node as plain data, to compare what an edit gave with what it meant to give.

use super::node::{Kind, NodeRef};
use super::scalar::Scalar;
use super::write::NewValue;

/// A node's value with its tag and anchor; no spans, no style, no comments.
///
/// Two trees are equal if YAML reads them as the same: a scalar counts by its text and by whether it is a string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The tag as written. `!!str` is dropped: it says what `string` says.
    pub tag: Option<String>,
    /// The anchor's name.
    pub anchor: Option<String>,
    /// What it holds.
    pub data: Data,
}

/// What a tree node holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Data {
    /// A scalar by its value.
    Scalar {
        /// The value after quotes and escapes.
        value: String,
        /// Whether GitLab's parser reads it as a string.
        string: bool,
    },
    /// A list.
    Sequence(Vec<Tree>),
    /// Keys and values in the order of the file.
    Mapping(Vec<(Tree, Tree)>),
    /// A reference to an anchor.
    Alias(String),
}

impl Tree {
    /// The value of `node`. Nothing is expanded.
    pub fn of(node: NodeRef<'_>) -> Self {
        let data = match node.kind() {
            Kind::Scalar => Data::Scalar { value: node.value().to_owned(), string: node.scalar() == Some(Scalar::Str) },
            Kind::Alias => Data::Alias(node.value().to_owned()),
            Kind::Sequence => Data::Sequence(node.items().map(Tree::of).collect()),
            Kind::Mapping => {
                Data::Mapping(node.entries().map(|entry| (Tree::of(entry.key), Tree::of(entry.value))).collect())
            }
        };
        Self::with_properties(node, data)
    }

    /// `data` under the tag and anchor of `node`.
    pub(super) fn with_properties(node: NodeRef<'_>, data: Data) -> Self {
        let tag = node.tag().filter(|tag| !matches!(*tag, "!!str" | "!str")).map(str::to_owned);
        Self { tag, anchor: node.anchor().map(str::to_owned), data }
    }

    /// A value without tag and anchor.
    pub(super) fn plain(data: Data) -> Self {
        Self { tag: None, anchor: None, data }
    }

    /// A string.
    pub fn string(value: &str) -> Self {
        Self::plain(Data::Scalar { value: value.to_owned(), string: true })
    }

    /// The value that `new` stands for.
    pub fn from_new(new: &NewValue) -> Self {
        match new {
            NewValue::String(value) => Tree::string(value),
            NewValue::Plain(value) => Tree::plain(Data::Scalar { value: value.clone(), string: false }),
            NewValue::Alias(name) => Tree::plain(Data::Alias(name.clone())),
            NewValue::Reference(path) => Tree {
                tag: Some("!reference".to_owned()),
                anchor: None,
                data: Data::Sequence(path.iter().map(|name| Tree::string(name)).collect()),
            },
            // A kept node has no tree of its own; nothing that is written reads like this.
            NewValue::Kept(_) => Tree::plain(Data::Alias(String::new())),
            NewValue::List(items) => Tree::plain(Data::Sequence(items.iter().map(Tree::from_new).collect())),
            NewValue::Map(entries) => Tree::plain(Data::Mapping(
                entries.iter().map(|(key, value)| (Tree::key(key), Tree::from_new(value))).collect(),
            )),
        }
    }

    /// A key as [`super::key_text`] writes it: always a string but for the merge key, which is no string in any sense.
    pub fn key(key: &str) -> Self {
        Tree::string(key)
    }
}
