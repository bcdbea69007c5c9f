//! Finding keys in mappings without going through them.

use foldhash::{HashMap, HashMapExt};
use std::rc::Rc;

use super::value::{Entry, Key};

/// The places of a mapping's keys, for large ones.
#[derive(Debug, Default, Clone)]
pub(super) struct Index {
    names: HashMap<Rc<str>, usize>,
    others: HashMap<Rc<str>, usize>,
}

impl Index {
    /// That of entries.
    pub fn of(entries: &[Entry]) -> Self {
        let mut index = Self { names: HashMap::with_capacity(entries.len()), others: HashMap::new() };
        entries.iter().enumerate().for_each(|(at, entry)| index.add(&entry.key, at));
        index
    }

    /// Adds a key.
    pub fn add(&mut self, key: &Key, at: usize) {
        match key {
            Key::Name(text) => self.names.insert(text.clone(), at),
            Key::Other(text) => self.others.insert(text.clone(), at),
        };
    }

    /// The place of a name.
    pub fn find_name(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }

    /// The place of a key.
    pub fn find(&self, key: &Key) -> Option<usize> {
        match key {
            Key::Name(text) => self.find_name(text),
            Key::Other(text) => self.others.get(text).copied(),
        }
    }
}

/// One bit of 64 by which most different keys differ.
pub(super) fn mark(key: &str) -> u64 {
    let bytes = key.as_bytes();
    let ends = bytes.first().zip(bytes.last()).map_or(0, |(first, last)| usize::from(*first) + 5 * usize::from(*last));
    1 << ((ends + 11 * bytes.len()) % 64)
}
