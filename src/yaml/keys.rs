//! Finding an entry of a large mapping by its key without walking it.

use super::node::{Entry, NodeRef};

/// The places of a mapping's entries, in the order of their keys.
#[derive(Debug, Clone)]
pub(super) struct RootKeys {
    order: Vec<u32>,
}

impl RootKeys {
    /// Children (keys and values) from which on the index is made.
    pub const WORTHWHILE: usize = 32;

    pub fn new(mapping: NodeRef<'_>) -> Self {
        let keys: Vec<&str> = mapping.entries().map(|entry| entry.key.value()).collect();
        let mut order: Vec<u32> = (0..keys.len() as u32).collect();
        // Stable: of equal keys the last in the file stays the last.
        order.sort_by_key(|&at| keys[at as usize]);
        Self { order }
    }

    /// The last entry with that key.
    pub fn find<'d>(&self, mapping: NodeRef<'d>, key: &str) -> Option<Entry<'d>> {
        let at = |at: u32| mapping.nth_entry(at as usize);
        let end = self.order.partition_point(|&place| at(place).is_some_and(|entry| entry.key.value() <= key));
        let candidates = self.order[..end].iter().rev().map_while(|&place| at(place));
        candidates.take_while(|entry| entry.key.value() == key).find(|entry| entry.has_key(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::Document;

    #[test]
    fn the_index_finds_what_a_walk_finds() {
        let mut text: String = (0..RootKeys::WORTHWHILE).map(|n| format!("k{}: {n}\n", n % 20)).collect();
        text.push_str("*a : 1\n? [k3]\n: 2\n");
        let document = Document::parse(text.replacen("k0: 0", "k0: &a 0", 1));
        let top = document.top().unwrap();
        assert!(document.keys_of_root(top.id()).is_some());
        for key in ["k0", "k3", "k11", "k19", "a", "", "k", "zz"] {
            let walked = top.entries().rev().find(|entry| entry.has_key(key)).map(|entry| entry.value);
            assert_eq!(top.get(key), walked, "{key}");
        }
    }
}
