//! Commands for what a person did in a field. None where that changes nothing.
//!
//! A field edits its owner only. What the owner inherits whole (lists; mappings of a merge key or of `default:`) is
//! written out with the change, so that the rest of it stays in force.

use std::rc::Rc;

use super::copied::{copied, copied_by_id};
use super::slot::{own_keyword, Item, Slot, NAMED};
use super::Owner;
use crate::command::{Command, Refusal};
use crate::resolve::chain::{self, Source};
use crate::yaml::{Document, Kind, NewValue, NodeRef};

/// A command, nothing to do, or why not.
pub type Edit = Result<Option<Command>, Refusal>;

/// A change of a list of strings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListEdit {
    /// A new item at the end.
    Add(Rc<str>),
    /// Another text for an item; a blank one removes it.
    Change(usize, Rc<str>),
    /// An item less.
    Remove(usize),
}

/// How a list of one is written where the owner has none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum One {
    /// As a list: `tags: [docker]`.
    List,
    /// As a word: `extends: .base`.
    Word,
    /// As a list of numbers: `exit_codes: [137]`.
    Numbers,
}

/// A word was typed or chosen. A blank one takes the owner's own value away.
pub fn word<T>(document: &Document, slot: &Slot<T>, text: &str) -> Edit {
    let text = text.trim();
    if text.is_empty() {
        return reset(document, slot);
    }
    set(document, &slot.owner, &slot.path, NewValue::String(text.to_owned()))
}

/// Something was switched on or off.
pub fn flag<T>(document: &Document, slot: &Slot<T>, on: bool) -> Edit {
    set(document, &slot.owner, &slot.path, NewValue::bool(on))
}

/// The owner's own value goes; what it inherits counts.
pub fn reset<T>(document: &Document, slot: &Slot<T>) -> Edit {
    if !slot.is_own() {
        return Ok(None);
    }
    let shorthand = slot.path.len() == 2
        && NAMED.contains(&slot.path[0].as_str())
        && own_keyword(document, &slot.owner, &slot.path[0]).is_some_and(|node| node.kind() != Kind::Mapping);
    let path = if shorthand { &slot.path[..1] } else { &slot.path[..] };
    Ok(Some(keyword(&slot.owner, path, None)))
}

/// A list was changed.
pub fn list(document: &Document, slot: &Slot<Vec<Item>>, one: One, edit: &ListEdit) -> Edit {
    let is_own = slot.own.is_some();
    let empty = Vec::new();
    let items = slot.effective().unwrap_or(&empty);
    let own_list =
        is_own && own_node(document, &slot.owner, &slot.path).is_some_and(|node| node.kind() == Kind::Sequence);
    let new = |text: &str| -> Result<NewValue, Refusal> {
        let text = text.trim();
        match one {
            One::Numbers if text.parse::<i64>().is_err() => Err(Refusal::BadName(text.to_owned())),
            One::Numbers => Ok(NewValue::Plain(text.to_owned())),
            One::List | One::Word => Ok(NewValue::String(text.to_owned())),
        }
    };
    let edit = match edit {
        ListEdit::Change(at, text) if text.trim().is_empty() => &ListEdit::Remove(*at),
        other => other,
    };
    let mut values = Vec::with_capacity(items.len() + 1);
    for (at, item) in items.iter().enumerate() {
        match edit {
            ListEdit::Remove(gone) if *gone == at => {}
            ListEdit::Change(changed, text) if *changed == at => values.push(new(text)?),
            _ if own_list => values.push(NewValue::Kept(item.node)),
            _ => values.push(copied_by_id(document, item.node)?),
        }
    }
    if let ListEdit::Add(text) = edit {
        if text.trim().is_empty() || items.iter().any(|item| item.editable && *item.text == *text.trim()) {
            return Ok(None);
        }
        values.push(new(text)?);
    }
    match &values[..] {
        [] if slot.inherited.is_none() => reset(document, slot),
        [only] if !own_list && (one == One::Word || is_own) => set(document, &slot.owner, &slot.path, only.clone()),
        _ => set(document, &slot.owner, &slot.path, NewValue::List(values)),
    }
}

/// An empty list of the owner's own: `needs: []` says something else than no `needs`.
pub fn none_at_all<T>(document: &Document, slot: &Slot<T>) -> Edit {
    set(document, &slot.owner, &slot.path, NewValue::List(Vec::new()))
}

/// An item of a list of the owner's own goes one place up or down.
pub fn shift<T>(slot: &Slot<T>, item: usize, count: usize, down: bool) -> Edit {
    if slot.own.is_none() || (down && item + 1 >= count) || (!down && item == 0) {
        return Ok(None);
    }
    let before = if down { Some(item + 2).filter(|at| *at < count) } else { Some(item - 1) };
    let path = slot.owner.path(&slot.path);
    Ok(Some(Command::MoveItem { job: slot.owner.job(), path, item, before }))
}

/// The owner gets `value` at `path`.
pub(super) fn set(document: &Document, owner: &Owner, path: &[String], value: NewValue) -> Edit {
    let [first, rest @ ..] = path else { return Ok(None) };
    if rest.is_empty() {
        return Ok(Some(keyword(owner, path, Some(value))));
    }
    let own = own_keyword(document, owner, first);
    let is_named = NAMED.contains(&first.as_str());
    match own {
        Some(node) if node.kind() == Kind::Mapping => Ok(Some(keyword(owner, path, Some(value)))),
        // `image: ruby` becomes a mapping when it gets more than a name.
        Some(node) if is_named && node.kind() == Kind::Scalar => {
            Ok(Some(keyword(owner, &path[..1], Some(with_name(copied(node)?, &rest[0], value)))))
        }
        Some(_) => Err(Refusal::NotEditable(first.clone())),
        None => {
            let whole = inherited_whole(document, owner, first);
            let new = match whole {
                Some((node, _)) if is_named && node.kind() == Kind::Scalar => with_name(copied(node)?, &rest[0], value),
                Some((node, false)) => {
                    let mut all = copied(node)?;
                    put(&mut all, rest, value);
                    all
                }
                // What bases have is merged with what is written here.
                Some((_, true)) => return Ok(Some(keyword(owner, path, Some(value)))),
                None if is_named && rest[0] == "name" => value,
                None => return Ok(Some(keyword(owner, path, Some(value)))),
            };
            Ok(Some(keyword(owner, &path[..1], Some(new))))
        }
    }
}

/// What the owner inherits for a keyword, and whether it comes from a base.
fn inherited_whole<'d>(document: &'d Document, owner: &Owner, first: &str) -> Option<(NodeRef<'d>, bool)> {
    let Owner::Job(_) = owner else { return None };
    let found = chain::inherited(document, owner.keywords(document)?, first)?;
    Some((found.value, matches!(found.source, Source::Extends(_))))
}

/// A name alone, as a mapping with one more key; the name itself where that is what is set.
fn with_name(name: NewValue, key: &str, value: NewValue) -> NewValue {
    match key {
        "name" => value,
        _ => NewValue::Map(vec![("name".to_owned(), name), (key.to_owned(), value)]),
    }
}

/// Puts a value into a mapping at a path.
fn put(into: &mut NewValue, path: &[String], value: NewValue) {
    let [key, rest @ ..] = path else {
        *into = value;
        return;
    };
    if !matches!(into, NewValue::Map(_)) {
        *into = NewValue::Map(Vec::new());
    }
    let NewValue::Map(entries) = into else { return };
    match entries.iter_mut().find(|(known, _)| known == key) {
        Some((_, inner)) => put(inner, rest, value),
        None => {
            let mut inner = NewValue::Map(Vec::new());
            put(&mut inner, rest, value);
            entries.push((key.clone(), inner));
        }
    }
}

/// The owner's own node at a path.
pub(super) fn own_node<'d>(document: &'d Document, owner: &Owner, path: &[String]) -> Option<NodeRef<'d>> {
    path.iter().try_fold(owner.keywords(document)?, |node, key| node.get(key))
}

/// The command that sets or removes the owner's keyword at a path.
pub(super) fn keyword(owner: &Owner, path: &[String], value: Option<NewValue>) -> Command {
    Command::SetKeyword { job: owner.job(), path: owner.path(path), value }
}

/// The text after an edit, for tests.
#[cfg(test)]
pub(super) fn after(text: &str, edit: impl FnOnce(&Document) -> Edit) -> String {
    let document = Document::parse(text);
    match edit(&document) {
        Ok(None) => "nothing to do".to_owned(),
        Ok(Some(command)) => match command.plan(&document) {
            Ok(plan) => plan.document.text().to_owned(),
            Err(refusal) => format!("refused: {refusal}"),
        },
        Err(refusal) => format!("refused: {refusal}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::slot;
    use super::*;

    fn typed(text: &str, keys: &[&str], new: &str) -> String {
        let owner = Owner::Job("a".into());
        after(text, |document| word(document, &Slot::read(document, &owner, keys, slot::word), new))
    }

    fn listed(text: &str, keys: &[&str], one: One, edit: ListEdit) -> String {
        let owner = Owner::Job("a".into());
        after(text, |document| list(document, &Slot::read(document, &owner, keys, slot::items), one, &edit))
    }

    #[test]
    fn an_image_stays_a_word_until_it_gets_more() {
        assert_eq!(typed("a:\n  image: go # c\n", &["image", "name"], "rust"), "a:\n  image: rust # c\n");
        assert_eq!(
            listed("a:\n  image: go\n", &["image", "pull_policy"], One::Word, ListEdit::Add("always".into())),
            "a:\n  image:\n    name: go\n    pull_policy: always\n"
        );
        assert_eq!(typed("a:\n  script: x\n", &["image", "name"], "go"), "a:\n  image: go\n  script: x\n");
        assert_eq!(typed("a:\n  image: go\n  script: x\n", &["image", "name"], " "), "a:\n  script: x\n");
    }

    #[test]
    fn an_image_of_the_default_is_overridden_with_its_name() {
        let text = "default:\n  image: go\na:\n  script: x\n";
        assert_eq!(
            listed(text, &["image", "entrypoint"], One::List, ListEdit::Add("sh".into())),
            "default:\n  image: go\na:\n  image:\n    name: go\n    entrypoint:\n      - sh\n  script: x\n"
        );
    }

    #[test]
    fn artifacts_of_the_default_are_written_out_and_those_of_a_base_are_not() {
        let text = "default:\n  artifacts:\n    paths: [out]\na:\n  script: x\n";
        let wanted =
            "default:\n  artifacts:\n    paths: [out]\na:\n  script: x\n  artifacts:\n    paths:\n      - out\n    \
                      expire_in: 1 day\n";
        assert_eq!(typed(text, &["artifacts", "expire_in"], "1 day"), wanted);
        let text = ".b:\n  artifacts:\n    paths: [out]\na:\n  extends: .b\n  script: x\n";
        assert_eq!(
            typed(text, &["artifacts", "expire_in"], "1 day"),
            format!("{text}  artifacts:\n    expire_in: 1 day\n")
        );
    }

    #[test]
    fn lists_keep_their_other_items_as_they_are() {
        let text = "a:\n  tags:\n    - 'x' # why\n    - y\n";
        assert_eq!(
            listed(text, &["tags"], One::List, ListEdit::Change(1, "z".into())),
            "a:\n  tags:\n    - 'x' # why\n    - z\n"
        );
        assert_eq!(listed(text, &["tags"], One::List, ListEdit::Add("y".into())), "nothing to do");
        assert_eq!(listed(text, &["tags"], One::List, ListEdit::Remove(0)), "a:\n  tags:\n    - y\n");
    }

    #[test]
    fn an_inherited_list_is_written_out_with_the_change() {
        let text = "default:\n  tags: [x]\na:\n  script: x\n";
        let wanted = "default:\n  tags: [x]\na:\n  tags:\n    - x\n    - w\n  script: x\n";
        assert_eq!(listed(text, &["tags"], One::List, ListEdit::Add("w".into())), wanted);
        let wanted = "default:\n  tags: [x]\na:\n  tags: []\n  script: x\n";
        assert_eq!(listed(text, &["tags"], One::List, ListEdit::Remove(0)), wanted);
    }

    #[test]
    fn a_word_that_stands_for_a_list_stays_one_while_it_can() {
        let text = "a:\n  extends: .b\n";
        assert_eq!(listed(text, &["extends"], One::Word, ListEdit::Change(0, ".c".into())), "a:\n  extends: .c\n");
        assert_eq!(
            listed(text, &["extends"], One::Word, ListEdit::Add(".c".into())),
            "a:\n  extends:\n    - .b\n    - .c\n"
        );
        assert_eq!(
            listed("a:\n  script: x\n", &["extends"], One::Word, ListEdit::Add(".c".into())),
            "a:\n  extends: .c\n  script: x\n"
        );
    }

    #[test]
    fn exit_codes_are_numbers() {
        let text = "a:\n  allow_failure:\n    exit_codes: [1]\n";
        let keys = ["allow_failure", "exit_codes"];
        assert_eq!(
            listed(text, &keys, One::Numbers, ListEdit::Add("137".into())),
            "a:\n  allow_failure:\n    exit_codes: [1, 137]\n"
        );
        assert!(listed(text, &keys, One::Numbers, ListEdit::Add("x".into())).starts_with("refused"));
    }
}
