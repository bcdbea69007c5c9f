//! `inline_anchor`: the value of an anchor is written out where it is used, and the anchor goes.
//! `rewrite_uses`: another command, after writing out the uses of the anchors that stand against it.

use super::steps::{check_same_meaning, Steps};
use super::{Command, Plan, Refusal};
use crate::resolve::chain;
use crate::yaml::edit::Draft;
use crate::yaml::{Document, Entry, Kind, NewValue, NodeRef};

/// Anchors that one command may stand against.
const ANCHORS: usize = 50;
/// Levels of merge keys in merged mappings.
const DEPTH: usize = 12;

pub(super) fn plan(document: &Document, anchor: &str) -> Result<Plan, Refusal> {
    let mut steps = Steps::new(document);
    inline_uses(&mut steps, anchor)?;
    steps.edit(|draft| {
        for node in draft.document().anchored().filter(|node| node.anchor() == Some(anchor)) {
            draft.rename_anchor(node, None)?;
        }
        Ok(())
    })?;
    steps.plan_with_same_meaning()
}

pub(super) fn plan_rewriting(document: &Document, then: &Command) -> Result<Plan, Refusal> {
    let mut steps = Steps::new(document);
    for _ in 0..ANCHORS {
        match then.plan(steps.now()) {
            Ok(plan) => {
                check_same_meaning(document, steps.now(), None)?;
                steps.then(plan);
                return Ok(steps.plan());
            }
            Err(Refusal::AnchorInUse(name, _) | Refusal::AnchorOrder(name)) => inline_uses(&mut steps, &name)?,
            Err(other) => return Err(other),
        }
    }
    Err(Refusal::NotVerified)
}

/// Writes out the value of an anchor wherever it is used.
fn inline_uses(steps: &mut Steps<'_>, anchor: &str) -> Result<(), Refusal> {
    steps.edit(|draft| {
        let document = draft.document();
        if !document.anchored().any(|node| node.anchor() == Some(anchor)) {
            return Err(Refusal::NotThere(format!("&{anchor}")));
        }
        let is_use = |node: &NodeRef<'_>| node.kind() == Kind::Alias && node.value() == anchor;
        let mut merges: Vec<Entry<'_>> = Vec::new();
        for alias in document.aliases().filter(is_use) {
            match merge_of(alias) {
                Some(merge) if merges.iter().any(|known| known.key == merge.key) => {}
                Some(merge) => {
                    expand_merge(draft, merge)?;
                    merges.push(merge);
                }
                None => {
                    let target = alias.resolved().ok_or(Refusal::NotVerified)?;
                    draft.replace(alias, &copy(target)?)?;
                }
            }
        }
        Ok(())
    })
}

/// The merge key that the alias is for.
fn merge_of(alias: NodeRef<'_>) -> Option<Entry<'_>> {
    let holder = alias.parent().filter(|parent| parent.kind() == Kind::Sequence).unwrap_or(alias);
    holder.own_entry().filter(|entry| entry.value == holder && is_merge(entry))
}

fn is_merge(entry: &Entry<'_>) -> bool {
    entry.key.kind() == Kind::Scalar && entry.key.text() == "<<"
}

fn copy(node: NodeRef<'_>) -> Result<NewValue, Refusal> {
    NewValue::copy_with_aliases(node).ok_or_else(|| Refusal::NotEditable(node.text().to_owned()))
}

/// Puts what a merge key brings in its place. Keys behind it win over it, keys before it lose.
fn expand_merge<'d>(draft: &mut Draft<'d>, merge: Entry<'d>) -> Result<(), Refusal> {
    let Some(mapping) = merge.key.parent() else { return Err(Refusal::NotVerified) };
    let brought = brought(merge, 0).ok_or(Refusal::NotVerified)?;
    let own: Vec<Entry<'d>> = mapping.entries().collect();
    if own.len() == 1 {
        let entries = brought.iter().map(|(key, value)| Ok(((*key).to_owned(), copy(*value)?)));
        let entries: Vec<(String, NewValue)> = entries.collect::<Result<_, Refusal>>()?;
        return Ok(draft.replace(mapping, &NewValue::Map(entries))?);
    }
    for (key, value) in brought {
        let named = |entry: &&Entry<'d>| entry.key.value() == key;
        if own.iter().filter(named).any(|entry| entry.key.id() > merge.key.id()) {
            continue;
        }
        draft.insert_entry(mapping, Some(merge), key, &copy(value)?)?;
        for loser in own.iter().filter(named) {
            draft.remove_entry(*loser)?;
        }
    }
    Ok(draft.remove_entry(merge)?)
}

/// The entries that a merge key brings, each key once: of several mappings the first wins.
fn brought<'d>(merge: Entry<'d>, depth: usize) -> Option<Vec<(&'d str, NodeRef<'d>)>> {
    let mut entries: Vec<(&'d str, NodeRef<'d>)> = Vec::new();
    let targets: Vec<NodeRef<'d>> = chain::merge_targets(merge.value).map(|(_, target)| target).collect();
    for target in targets.into_iter().rev() {
        if depth > DEPTH || target.kind() != Kind::Mapping {
            return None;
        }
        for entry in target.entries() {
            let new =
                if is_merge(&entry) { brought(entry, depth + 1)? } else { vec![(entry.key.value(), entry.value)] };
            for (key, value) in new {
                match entries.iter_mut().find(|(known, _)| *known == key) {
                    Some(slot) => slot.1 = value,
                    None => entries.push((key, value)),
                }
            }
        }
    }
    Some(entries)
}
