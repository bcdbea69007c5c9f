//! What a `config.toml` says, each part with its place. The one file that knows `toml_edit`: it reads with spans and
//! quotes values. It does not write files, as it would write every line break anew (CRLF would be lost): [`super::edit`]
//! plans changes of the text.

use std::collections::BTreeMap;
use std::ops::Range;

use toml_edit::{Item, Key, TableLike};

use crate::text::Span;

/// A text that is no TOML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// Where.
    pub span: Span,
    /// What is wrong, in the reader's words.
    pub message: String,
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where it stands; of a table its header, or the key that brings it about.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A string.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Another number, as it is written.
    Float(String),
    /// `true` or `false`.
    Bool(bool),
    /// A date or time, as it is written.
    Date(String),
    /// `[a, b]`.
    List(Vec<Node>),
    /// `[[runners]]`, `[[runners]]`.
    Tables(Vec<Node>),
    /// A table.
    Table(Table),
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The whole file.
    Root,
    /// Under a header of its own.
    Header,
    /// By headers of tables in it only.
    Implicit,
    /// By dotted keys: `docker.image = …`.
    Dotted,
    /// `{ image = … }`.
    Inline,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// How it is written.
    pub form: Form,
    /// Its entries, in their order.
    pub entries: Vec<Entry>,
}

/// An entry of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// Its value.
    pub node: Node,
}

/// A value without its place, to compare with.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Text(String),
    Integer(i64),
    Float(String),
    Bool(bool),
    Date(String),
    List(Vec<Value>),
    Table(BTreeMap<String, Value>),
}

/// Reads a text.
pub(super) fn read(text: &str) -> Result<Table, SyntaxError> {
    match toml_edit::Document::parse(text) {
        Ok(document) => Ok(Table { form: Form::Root, entries: entries(document.as_table(), text) }),
        Err(error) => {
            let span = error.span().map_or(Span::empty(text.len()), |span| Span::new(span.start, span.end));
            Err(SyntaxError { span, message: error.message().to_owned() })
        }
    }
}

/// A string as TOML writes it, in the quotes that need the fewest escapes.
pub(super) fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

/// A key, quoted where it has to be.
pub(super) fn key(name: &str) -> String {
    Key::new(name).to_string()
}

fn entries(table: &dyn TableLike, text: &str) -> Vec<Entry> {
    let entry = |(name, item): (&str, &Item)| {
        let key_span = place(table.key(name).and_then(Key::span));
        Some(Entry { key: name.to_owned(), key_span, node: node(item, key_span, text)? })
    };
    table.iter().filter_map(entry).collect()
}

fn place(range: Option<Range<usize>>) -> Span {
    range.map_or(Span::default(), |range| Span::new(range.start, range.end))
}

fn node(item: &Item, key: Span, text: &str) -> Option<Node> {
    match item {
        Item::None => None,
        Item::Value(found) => Some(value(found, text)),
        Item::Table(table) => {
            let form = match (table.is_dotted(), table.is_implicit()) {
                (true, _) => Form::Dotted,
                (false, true) => Form::Implicit,
                (false, false) => Form::Header,
            };
            let span = if form == Form::Header { place(table.span()) } else { key };
            Some(Node { span, kind: Kind::Table(Table { form, entries: entries(table, text) }) })
        }
        Item::ArrayOfTables(tables) => {
            let one = |table: &toml_edit::Table| Node {
                span: place(table.span()),
                kind: Kind::Table(Table { form: Form::Header, entries: entries(table, text) }),
            };
            Some(Node { span: key, kind: Kind::Tables(tables.iter().map(one).collect()) })
        }
    }
}

fn value(found: &toml_edit::Value, text: &str) -> Node {
    let span = place(found.span());
    let kind = match found {
        toml_edit::Value::String(string) => Kind::Text(string.value().clone()),
        toml_edit::Value::Integer(number) => Kind::Integer(*number.value()),
        toml_edit::Value::Boolean(flag) => Kind::Bool(*flag.value()),
        toml_edit::Value::Float(_) => Kind::Float(span.slice(text).to_owned()),
        toml_edit::Value::Datetime(_) => Kind::Date(span.slice(text).to_owned()),
        toml_edit::Value::Array(items) => Kind::List(items.iter().map(|item| value(item, text)).collect()),
        toml_edit::Value::InlineTable(table) => {
            // Of `{ a.b = 1 }` the table `a` is dotted.
            let form = if table.is_dotted() { Form::Dotted } else { Form::Inline };
            Kind::Table(Table { form, entries: entries(table, text) })
        }
    };
    Node { span, kind }
}

impl Table {
    /// The entry of a key.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The table of a key.
    pub fn table(&self, key: &str) -> Option<&Table> {
        self.get(key).and_then(Node::as_table)
    }

    pub(super) fn value(&self) -> Value {
        Value::Table(self.entries.iter().map(|entry| (entry.key.clone(), entry.node.value())).collect())
    }
}

impl Node {
    /// It, if it is a string.
    pub fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// It, if it is a table.
    pub fn as_table(&self) -> Option<&Table> {
        match &self.kind {
            Kind::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Its items, if it is a list, also one of tables.
    pub fn items(&self) -> Option<&[Node]> {
        match &self.kind {
            Kind::List(items) | Kind::Tables(items) => Some(items),
            _ => None,
        }
    }

    /// The strings in it: of a list, or the one that stands for a list of one.
    pub fn texts(&self) -> Vec<String> {
        match &self.kind {
            Kind::Text(text) => vec![text.clone()],
            Kind::List(items) => items.iter().filter_map(Node::as_text).map(str::to_owned).collect(),
            _ => Vec::new(),
        }
    }

    pub(super) fn value(&self) -> Value {
        match &self.kind {
            Kind::Text(text) => Value::Text(text.clone()),
            Kind::Integer(number) => Value::Integer(*number),
            Kind::Float(number) => Value::Float(number.clone()),
            Kind::Bool(flag) => Value::Bool(*flag),
            Kind::Date(date) => Value::Date(date.clone()),
            Kind::List(items) | Kind::Tables(items) => Value::List(items.iter().map(Node::value).collect()),
            Kind::Table(table) => table.value(),
        }
    }
}
