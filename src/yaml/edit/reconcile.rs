//! Turning a value into another by the fewest changes: what is equal keeps its text, comments and style.

use super::{Draft, EditError};
use crate::yaml::node::{Kind, NodeRef};
use crate::yaml::tree::Tree;
use crate::yaml::write::NewValue;

/// Lists longer than this are compared from both ends only, so that the work stays linear.
const LCS_LIMIT: usize = 400;

impl<'d> Draft<'d> {
    /// Makes `node` read as `value`.
    pub fn reconcile(&mut self, node: NodeRef<'d>, value: &NewValue) -> Result<(), EditError> {
        match (node.kind(), value) {
            (_, NewValue::Kept(id)) if *id == node.id() => Ok(()),
            (Kind::Sequence, NewValue::List(items)) if !node.is_reference() && !items.is_empty() => {
                if node.items().len() == 0 {
                    self.replace(node, value)
                } else {
                    self.reconcile_list(node, items)
                }
            }
            (Kind::Mapping, NewValue::Map(entries)) if !entries.is_empty() && node.entries().len() > 0 => {
                self.reconcile_map(node, entries)
            }
            _ if same(node, value) => Ok(()),
            _ => self.replace(node, value),
        }
    }

    fn reconcile_map(&mut self, map: NodeRef<'d>, entries: &[(String, NewValue)]) -> Result<(), EditError> {
        for old in map.entries() {
            let wanted = entries.iter().find(|(key, _)| key == old.key.value());
            // Of duplicate keys the last counts; the others are left alone while the key stays.
            let counts = map.entry(old.key.value()).is_some_and(|last| last.key == old.key);
            match wanted {
                None => self.remove_entry(old)?,
                Some((_, value)) if counts => self.reconcile(old.value, value)?,
                Some(_) => {}
            }
        }
        for (key, value) in entries.iter().filter(|(key, _)| map.entry(key).is_none()) {
            self.insert_entry(map, None, key, value)?;
        }
        Ok(())
    }

    fn reconcile_list(&mut self, list: NodeRef<'d>, items: &[NewValue]) -> Result<(), EditError> {
        let old: Vec<NodeRef<'d>> = list.items().collect();
        let pairs = matches(&old, items);
        let (mut from_old, mut from_new) = (0, 0);
        let ends = pairs.into_iter().chain([(old.len(), items.len())]);
        for (at_old, at_new) in ends {
            self.reconcile_gap(list, &old[from_old..at_old], old.get(at_old).copied(), &items[from_new..at_new])?;
            (from_old, from_new) = (at_old + 1, at_new + 1);
        }
        Ok(())
    }

    /// Between two items that stay: old ones turn into new ones in turn; what is left over goes or comes.
    fn reconcile_gap(
        &mut self,
        list: NodeRef<'d>,
        old: &[NodeRef<'d>],
        next: Option<NodeRef<'d>>,
        new: &[NewValue],
    ) -> Result<(), EditError> {
        let both = old.len().min(new.len());
        for (node, value) in old.iter().zip(new) {
            self.reconcile(*node, value)?;
        }
        for node in &old[both..] {
            self.remove_item(*node)?;
        }
        for value in &new[both..] {
            self.insert_item(list, next, value)?;
        }
        Ok(())
    }
}

fn same(node: NodeRef<'_>, value: &NewValue) -> bool {
    match value {
        NewValue::Kept(id) => *id == node.id(),
        _ => {
            let (old, new) = (Tree::of(node), Tree::from_new(value));
            old.data == new.data && old.tag == new.tag
        }
    }
}

/// The longest run of items that stay, as pairs of places in the old and in the new list.
fn matches(old: &[NodeRef<'_>], new: &[NewValue]) -> Vec<(usize, usize)> {
    let start = old.iter().zip(new).take_while(|(node, value)| same(**node, value)).count();
    let left = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(left).take_while(|(node, value)| same(**node, value)).count();
    let (middle_old, middle_new) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let mut pairs: Vec<(usize, usize)> = (0..start).map(|at| (at, at)).collect();
    if middle_old.len() <= LCS_LIMIT && middle_new.len() <= LCS_LIMIT {
        pairs.extend(longest_common(middle_old, middle_new).into_iter().map(|(a, b)| (a + start, b + start)));
    }
    pairs.extend((0..end).rev().map(|back| (old.len() - 1 - back, new.len() - 1 - back)));
    pairs
}

fn longest_common(old: &[NodeRef<'_>], new: &[NewValue]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let equal: Vec<bool> = old.iter().flat_map(|node| new.iter().map(|value| same(*node, value))).collect();
    let is_equal = |a: usize, b: usize| equal[a * new.len() + b];
    let mut best = vec![0u32; (old.len() + 1) * width];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            best[a * width + b] = if is_equal(a, b) {
                best[(a + 1) * width + b + 1] + 1
            } else {
                best[(a + 1) * width + b].max(best[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while a < old.len() && b < new.len() {
        if is_equal(a, b) {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if best[(a + 1) * width + b] >= best[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}
