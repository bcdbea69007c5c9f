//! Finding an entry of a large mapping by its key without walking it.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;

use super::node::{Entry, NodeRef};

/// The places of a mapping's entries with the hashes of their keys, in the order of the hashes: numbers side by side are
/// found sooner than texts all over the file.
#[derive(Debug, Clone)]
pub(super) struct RootKeys {
    state: RandomState,
    order: Vec<(u64, u32)>,
}

impl RootKeys {
    /// Children (keys and values) from which on the index is made.
    pub const WORTHWHILE: usize = 32;

    pub fn new(mapping: NodeRef<'_>) -> Self {
        let state = RandomState::default();
        let hashed = |(at, entry): (usize, Entry<'_>)| (state.hash_one(entry.key.value()), at as u32);
        let mut order: Vec<(u64, u32)> = mapping.entries().enumerate().map(hashed).collect();
        // Of equal keys the last in the file stays the last.
        order.sort_unstable();
        Self { state, order }
    }

    /// The last entry with that key.
    pub fn find<'d>(&self, mapping: NodeRef<'d>, key: &str) -> Option<Entry<'d>> {
        let sought = self.state.hash_one(key);
        let end = self.order.partition_point(|&(hash, _)| hash <= sought);
        let equal = self.order[..end].iter().rev().take_while(|&&(hash, _)| hash == sought);
        equal.filter_map(|&(_, at)| mapping.nth_entry(at as usize)).find(|entry| entry.has_key(key))
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
