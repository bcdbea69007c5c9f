//! YAML as text: a lossless tree with spans, typed reads, and edits by byte ranges. Knows no GitLab.
//!
//! The text is the document. [`Document::parse`] never fails: it gives a tree of whatever could be read and the errors.
//! Reads go through [`NodeRef`], which knows where everything stands. Edits are planned in [`edit`] as changes of the
//! text and are accepted only if the changed text parses to the intended [`Tree`]. Aliases, merge keys and tags are
//! kinds of node and are never expanded in the text.

mod arena;
mod build;
mod document;
pub mod edit;
mod json;
mod keys;
mod node;
mod recover;
mod scalar;
mod splice;
mod top_entries;
mod tree;
mod trivia;
mod write;

pub use document::{DecodeError, Decoded, Document, SyntaxError};
pub use node::{Entry, Kind, NodeId, NodeRef, Style};
pub use scalar::{resolve_plain, Scalar};
pub use top_entries::TopEntries;
pub use tree::Tree;
pub use write::{key_text, plain_is_safe, NewValue};
