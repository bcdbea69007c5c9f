//! `add_tag`, `remove_tag`, `add_artifact_path`: one string comes into a list of a job or goes from it.
//!
//! A list is inherited whole. Where the job has none of its own, what it inherits is written out with the change, so
//! that the job keeps the rest.

use super::{target, Refusal};
use crate::resolve::chain;
use crate::yaml::edit::Draft;
use crate::yaml::{Kind, NewValue, NodeRef};

pub(super) fn add(draft: &mut Draft<'_>, job: &str, path: &[&str], text: &str) -> Result<(), Refusal> {
    if text.is_empty() {
        return Err(Refusal::BadName(text.to_owned()));
    }
    let keywords = target::keywords(draft.document(), job)?;
    let new = NewValue::String(text.to_owned());
    match own(keywords, path)? {
        Some(list) if list.kind() == Kind::Sequence => {
            if !list.items().any(|item| item.value() == text && item.kind() == Kind::Scalar) {
                draft.insert_item(list, None, &new)?;
            }
            Ok(())
        }
        own => {
            let mut items = match own {
                Some(other) => all_copied(other, path)?,
                None => inherited(draft, keywords, path)?,
            };
            if !items.contains(&new) {
                items.push(new);
            }
            write(draft, keywords, path, NewValue::List(items))
        }
    }
}

pub(super) fn remove(draft: &mut Draft<'_>, job: &str, path: &[&str], text: &str) -> Result<(), Refusal> {
    let document = draft.document();
    let keywords = target::keywords(document, job)?;
    let missing = || Refusal::NotThere(text.to_owned());
    if let Some(list) = own(keywords, path)?.filter(|list| list.kind() == Kind::Sequence) {
        let going: Vec<NodeRef<'_>> =
            list.items().filter(|item| item.kind() == Kind::Scalar && item.value() == text).collect();
        if going.is_empty() {
            return Err(missing());
        }
        let inherits = chain::inherited(document, keywords, path[0]).is_some();
        if going.len() == list.items().len() && path.len() == 1 && !inherits {
            return target::remove_keyword(draft, keywords, path[0]);
        }
        for item in going {
            draft.remove_item(item)?;
        }
        return Ok(());
    }
    let mut items = match own(keywords, path)? {
        Some(other) => all_copied(other, path)?,
        None => inherited(draft, keywords, path)?,
    };
    let before = items.len();
    items.retain(|item| *item != NewValue::String(text.to_owned()));
    if items.len() == before {
        return Err(missing());
    }
    write(draft, keywords, path, NewValue::List(items))
}

/// What is written in the job itself at the end of the path.
fn own<'d>(keywords: NodeRef<'d>, path: &[&str]) -> Result<Option<NodeRef<'d>>, Refusal> {
    let mut node = keywords;
    for key in path {
        match node.get(key) {
            Some(next) => node = next,
            None => return Ok(None),
        }
    }
    if node.is_reference() {
        return Err(Refusal::NotEditable(path.join(":")));
    }
    Ok(Some(node).filter(|node| !node.is_null()))
}

fn inherited(draft: &Draft<'_>, keywords: NodeRef<'_>, path: &[&str]) -> Result<Vec<NewValue>, Refusal> {
    let Some(found) = chain::inherited(draft.document(), keywords, path[0]) else { return Ok(Vec::new()) };
    let own_parent = path.len() > 1 && keywords.get(path[0]).is_some_and(|own| !own.is_null());
    // `extends` merges mappings, but a mapping of the job's own hides one of a merge key or of `default:`.
    if own_parent && !matches!(found.source, chain::Source::Extends(_)) {
        return Ok(Vec::new());
    }
    let list = path[1..].iter().try_fold(found.value, |node, key| node.get(key)?.resolved());
    list.map_or(Ok(Vec::new()), |list| all_copied(list, path))
}

/// The items of a list kept elsewhere, as values to write; a single string counts as a list of one.
fn all_copied(list: NodeRef<'_>, path: &[&str]) -> Result<Vec<NewValue>, Refusal> {
    let list = list.resolved().filter(|list| !list.is_reference());
    let copied = list.and_then(|list| match list.kind() {
        Kind::Sequence => list.items().map(NewValue::copy_of).collect(),
        Kind::Scalar => Some(vec![NewValue::copy_of(list)?]),
        _ => None,
    });
    copied.ok_or_else(|| Refusal::NotEditable(path.join(":")))
}

fn write<'d>(draft: &mut Draft<'d>, keywords: NodeRef<'d>, path: &[&str], list: NewValue) -> Result<(), Refusal> {
    let path: Vec<String> = path.iter().map(|key| (*key).to_owned()).collect();
    super::set_keyword::set(draft, keywords, &path, &list)
}
