//! A configuration as data: what GitLab's code holds after it has read the YAML, each value with its place in the text.
//!
//! Values are shared, so an anchor, a base or a `!reference` that many jobs use is one value. Knows no keyword.

use std::cell::OnceCell;
use std::rc::Rc;

use super::index::{mark, Index};
use crate::text::Span;

/// A value and where it is written. Cheap to copy.
#[derive(Debug, Clone)]
pub struct Value {
    /// What it is.
    pub data: Data,
    /// The place in the text that it came from.
    pub span: Span,
}

/// What a value is, in the terms of GitLab's parser.
#[derive(Debug, Clone)]
pub enum Data {
    /// What can't be known here: it comes from an include, an input without default or a broken place. Never wrong.
    Unknown,
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number. Shared as the others are: within the value its 16 bytes would be those of every value.
    Int(Rc<i128>),
    /// A number with a point.
    Float(f64),
    /// Text.
    Text(Rc<str>),
    /// A Ruby symbol, `:name` unquoted.
    Symbol(Rc<str>),
    /// A list.
    List(Rc<List>),
    /// Keys with values.
    Map(Rc<Map>),
    /// A `!reference` that is not resolved yet. None are left once the configuration is resolved.
    Reference(Rc<Value>),
}

/// The items of a list.
#[derive(Debug, Default)]
pub struct List {
    /// The items.
    pub items: Vec<Value>,
    pub(super) weight: Weight,
}

/// The entries of a mapping, each key once, in Ruby's order: that of the first time that the key was set.
#[derive(Debug, Default)]
pub struct Map {
    entries: Vec<Entry>,
    /// Whether keys may be missing here that come from elsewhere, an include or a base that is not at hand.
    pub open: bool,
    pub(super) weight: Weight,
    /// The marks of all keys together: what has none of them need not be searched.
    marks: u64,
    /// Made when it is first asked for.
    index: OnceCell<Rc<Index>>,
}

/// A key and its value.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The key.
    pub key: Key,
    /// Where the key is written.
    pub key_span: Span,
    /// The value.
    pub value: Value,
}

/// A key. Names that are no string to YAML stay what they are in GitLab, and are no names to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// A string.
    Name(Rc<str>),
    /// A number, boolean or null, as Ruby prints it.
    Other(Rc<str>),
}

impl Key {
    /// The key as Ruby prints it.
    pub fn text(&self) -> &str {
        match self {
            Key::Name(text) | Key::Other(text) => text,
        }
    }

    /// The same, shared.
    pub fn shared(&self) -> &Rc<str> {
        match self {
            Key::Name(text) | Key::Other(text) => text,
        }
    }

    /// Whether it is a string or an integer (AlphanumericValidator of lib/gitlab/config/entry/validators.rb).
    pub fn is_alphanumeric(&self) -> bool {
        match self {
            Key::Name(_) => true,
            Key::Other(text) => text.parse::<i128>().is_ok(),
        }
    }

    /// Whether it is null or false, of which GitLab's locations say nothing.
    pub fn is_falsy(&self) -> bool {
        matches!(self, Key::Other(text) if matches!(&**text, "" | "false"))
    }

    /// The key where it is a string.
    pub fn name(&self) -> Option<&str> {
        match self {
            Key::Name(text) => Some(text),
            Key::Other(_) => None,
        }
    }
}

/// How large a value is with everything in it, each use of an anchor counted: what GitLab's limits are about
/// (lib/gitlab/utils/deep_size.rb).
#[derive(Debug, Default, Clone, Copy)]
pub struct Weight {
    /// About as many bytes as Ruby's objects take.
    pub bytes: u64,
    /// Levels of nesting.
    pub height: u32,
    /// Whether a `!reference` is in it.
    pub references: bool,
}

impl Weight {
    fn of(own: u64, children: impl Iterator<Item = Weight>) -> Self {
        children.fold(Weight { bytes: own, height: 1, references: false }, |sum, child| Weight {
            bytes: sum.bytes.saturating_add(child.bytes),
            height: sum.height.max(child.height + 1),
            references: sum.references || child.references,
        })
    }
}

/// `ObjectSpace.memsize_of` a string, as Ruby 3.1 has it.
fn text_bytes(text: &str) -> u64 {
    if text.len() > 23 {
        41 + text.len() as u64
    } else {
        40
    }
}

/// The same of an array that grew by appending.
fn list_bytes(items: usize) -> u64 {
    let (items, mut room) = (items as u64, 3u64);
    while room < items {
        let wanted = room + 1;
        room = wanted + (wanted / 2).max(16);
    }
    40 + if room > 3 { 8 * room } else { 0 }
}

/// The same of a hash: a small table, or entries and bins by powers of two.
fn map_bytes(entries: usize) -> u64 {
    match entries {
        0 => 40,
        1..=8 => 168,
        _ => {
            let room = (entries as u64).next_power_of_two().max(32);
            let bin = if room <= 128 {
                1
            } else if room <= 32_768 {
                2
            } else {
                4
            };
            96 + 24 * room + 2 * room * bin
        }
    }
}

/// Mappings of more entries than this are searched by an index.
const INDEXED_FROM: usize = 12;

impl List {
    /// A list of these.
    pub fn new(items: Vec<Value>) -> Self {
        let weight = Weight::of(list_bytes(items.len()), items.iter().map(Value::weight));
        Self { items, weight }
    }
}

impl Map {
    /// A mapping of these, of which no two have the same key.
    pub fn new(entries: Vec<Entry>, open: bool) -> Self {
        let marks = entries.iter().fold(0, |marks, entry| marks | mark(entry.key.text()));
        Self::marked(entries, open, marks, OnceCell::new())
    }

    /// The same of which the index is known.
    pub(super) fn indexed(entries: Vec<Entry>, open: bool, index: Index) -> Self {
        let marks = entries.iter().fold(0, |marks, entry| marks | mark(entry.key.text()));
        Self::marked(entries, open, marks, OnceCell::from(Rc::new(index)))
    }

    /// A mapping with the same keys in the same order.
    pub(super) fn with_entries(&self, entries: Vec<Entry>, open: bool) -> Self {
        Self::marked(entries, open, self.marks, self.index.clone())
    }

    fn marked(entries: Vec<Entry>, open: bool, marks: u64, index: OnceCell<Rc<Index>>) -> Self {
        let keys =
            entries.iter().map(|entry| if entry.key.name().is_some() { text_bytes(entry.key.text()) } else { 0 });
        let own = map_bytes(entries.len()) + keys.sum::<u64>();
        let weight = Weight::of(own, entries.iter().map(|entry| entry.value.weight()));
        Self { entries, open, weight, marks, index }
    }

    /// The entries in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of that name.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        if self.marks & mark(name) == 0 {
            return None;
        }
        if self.entries.len() < INDEXED_FROM {
            // Most keywords differ by length or first letter, which is told sooner than by comparing them.
            let first = name.as_bytes().first();
            let may_be = |key: &str| key.len() == name.len() && key.as_bytes().first() == first;
            let is_it = |entry: &&Entry| entry.key.name().is_some_and(|key| may_be(key) && key == name);
            return self.entries.iter().find(is_it);
        }
        self.index().find_name(name).map(|at| &self.entries[at])
    }

    /// The value of that name. Null counts as a value.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.entry(name).map(|entry| &entry.value)
    }

    /// The value of that name unless it is null, which GitLab takes as not given.
    pub fn given(&self, name: &str) -> Option<&Value> {
        self.get(name).filter(|value| !value.is_null())
    }

    /// Whether the key is written, be it with null.
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The place of a name.
    pub(super) fn position_of(&self, name: &str) -> Option<usize> {
        if self.entries.len() < INDEXED_FROM {
            return self.entries.iter().position(|entry| entry.key.name() == Some(name));
        }
        self.index().find_name(name)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Rc::new(Index::of(&self.entries)))
    }
}

impl Default for Value {
    /// Null, written nowhere.
    fn default() -> Self {
        Self { data: Data::Null, span: Span::default() }
    }
}

impl Value {
    /// A value that is written at `span`.
    pub fn new(data: Data, span: Span) -> Self {
        Self { data, span }
    }

    /// What can't be known.
    pub fn unknown(span: Span) -> Self {
        Self::new(Data::Unknown, span)
    }

    /// A text.
    pub fn text(text: impl Into<Rc<str>>, span: Span) -> Self {
        Self::new(Data::Text(text.into()), span)
    }

    /// A list.
    pub fn list(items: Vec<Value>, span: Span) -> Self {
        Self::new(Data::List(Rc::new(List::new(items))), span)
    }

    /// A mapping.
    pub fn map(entries: Vec<Entry>, open: bool, span: Span) -> Self {
        Self::new(Data::Map(Rc::new(Map::new(entries, open))), span)
    }

    /// The text, where it is one.
    pub fn as_text(&self) -> Option<&str> {
        match &self.data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The mapping, where it is one.
    pub fn as_map(&self) -> Option<&Map> {
        match &self.data {
            Data::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The items, where it is a list.
    pub fn as_list(&self) -> Option<&[Value]> {
        match &self.data {
            Data::List(list) => Some(&list.items),
            _ => None,
        }
    }

    /// What tells a shared list or mapping from others while the configuration lives: many jobs may hold the same one.
    pub fn identity(&self) -> Option<usize> {
        match &self.data {
            Data::List(list) => Some(Rc::as_ptr(list) as usize),
            Data::Map(map) => Some(Rc::as_ptr(map) as usize),
            _ => None,
        }
    }

    /// About how many bytes it takes with all that is in it, each use of what is shared counted.
    pub fn bytes(&self) -> u64 {
        self.weight().bytes
    }

    /// Whether it is null.
    pub fn is_null(&self) -> bool {
        matches!(self.data, Data::Null)
    }

    /// Whether nothing can be said of it.
    pub fn is_unknown(&self) -> bool {
        matches!(self.data, Data::Unknown | Data::Reference(_))
    }

    /// Whether it is a text or a symbol, which GitLab's checks of strings mostly take alike.
    pub fn is_string(&self) -> bool {
        matches!(self.data, Data::Text(_) | Data::Symbol(_))
    }

    /// Whether Rails calls it blank: null, false, empty, or nothing but white space.
    pub fn is_blank(&self) -> bool {
        match &self.data {
            Data::Null | Data::Bool(false) => true,
            Data::Text(text) => text.chars().all(char::is_whitespace),
            Data::Symbol(text) => text.is_empty(),
            Data::List(list) => list.items.is_empty(),
            Data::Map(map) => map.entries.is_empty() && !map.open,
            _ => false,
        }
    }

    pub(super) fn weight(&self) -> Weight {
        match &self.data {
            Data::List(list) => list.weight,
            Data::Map(map) => map.weight,
            Data::Text(text) => Weight { bytes: text_bytes(text), ..Weight::default() },
            // An object of its own, which GitLab does not look into.
            Data::Reference(_) => Weight { bytes: 40, references: true, ..Weight::default() },
            _ => Weight::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_those_of_ruby_3_1() {
        let hashes: Vec<u64> = [0, 1, 8, 9, 17, 32, 100].into_iter().map(map_bytes).collect();
        assert_eq!(hashes, [40, 168, 168, 928, 928, 928, 3424]);
        assert_eq!([0, 3, 5, 20].map(list_bytes), [40, 40, 200, 200]);
        assert_eq!([text_bytes("abc"), text_bytes(&"x".repeat(24))], [40, 65]);
    }
}
