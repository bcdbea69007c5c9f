//! A mapping while its entries are collected.

use super::index::Index;
use super::value::{Entry, Key, Map, Value};

/// Entries that are being collected: a key that comes again keeps its place and gets the new value, as in a Ruby hash.
#[derive(Default)]
pub(super) struct Building {
    pub entries: Vec<Entry>,
    pub open: bool,
    index: Index,
}

impl Building {
    /// Starts with the entries of `map`.
    pub fn from_map(map: &Map) -> Self {
        let entries = map.entries().to_vec();
        let index = match entries.len() {
            0..=8 => Index::default(),
            _ => Index::of(&entries),
        };
        Self { entries, open: map.open, index }
    }

    /// The mapping of what was collected.
    pub fn finish(self) -> Map {
        if self.entries.len() > 8 {
            return Map::indexed(self.entries, self.open, self.index);
        }
        Map::new(self.entries, self.open)
    }

    /// Something that is not at hand is merged over what is here: any of it may be another then.
    pub fn cover(&mut self) {
        self.open = true;
        self.entries.iter_mut().for_each(|entry| entry.value = Value::unknown(entry.value.span));
    }

    /// The place of a key.
    pub fn position(&self, key: &Key) -> Option<usize> {
        match self.entries.len() {
            0..=8 => self.entries.iter().position(|known| known.key == *key),
            _ => self.index.find(key),
        }
    }

    pub fn set(&mut self, entry: Entry) {
        let known = self.position(&entry.key);
        match known {
            Some(at) => {
                self.entries[at].value = entry.value;
                self.entries[at].key_span = entry.key_span;
            }
            None => {
                if self.entries.len() == 8 {
                    self.index = Index::of(&self.entries);
                }
                if self.entries.len() >= 8 {
                    self.index.add(&entry.key, self.entries.len());
                }
                self.entries.push(entry);
            }
        }
    }
}
