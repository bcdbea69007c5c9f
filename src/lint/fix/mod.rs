//! Quick fixes: what mends a finding, as a small plan of edits with a label in plain words.
//!
//! A rule that has one names a [`Fixer`]. A fixer looks at the text around the finding and proposes; nothing is changed
//! here. The command that carries a fix out verifies it as it does every edit, so a fix is exact or refused.

mod nearest;
mod place;
pub(super) mod shape;
mod site;
mod taking;
pub(super) mod text;

use super::{Diagnostic, RULES};
use crate::runner::Fleet;
use crate::yaml::edit::{Draft, EditError};
use crate::yaml::{Document, NewValue, NodeId, NodeRef};

pub(super) use nearest::nearest;
pub(super) use shape::a_job;
pub(super) use site::{entry_taken_out, take_entry_out, take_out, taken_out, use_text, Site};
pub(super) use taking::{barred_at, taken_from};

/// Finds the fix of a finding.
pub type Fixer = fn(&Site<'_>) -> Option<Fix>;

/// What mends a finding of the document that it was made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does.
    pub label: Label,
    steps: Vec<Step>,
}

/// What a fix does, as a type so that the page can say it in the reader's language. `Display` gives English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// Puts this in the place of what stands there.
    Use(String),
    /// Takes this out.
    TakeOut(String),
    /// Adds this.
    Add(String),
    /// Gives a key this name.
    Rename(String),
    /// Puts the value in quotes.
    Quote,
    /// Takes the quotes off.
    Unquote,
    /// Makes a list of the value.
    List,
    /// Makes one value of a list of one.
    Single,
}

/// One edit of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// Takes out an item, or the entry of a key.
    Remove(NodeId),
    /// Puts a value in the place of a node.
    Replace(NodeId, NewValue),
    /// Gives a key another name.
    Rename(NodeId, String),
    /// Sets a key of a mapping.
    Set(NodeId, String, NewValue),
    /// Adds an item at the end of a list.
    Append(NodeId, NewValue),
    /// Sets a key of a mapping; a new one comes before another, at the end without one.
    Place(NodeId, Option<NodeId>, String, NewValue),
    /// Adds an entry at the top of the file before another, at the end without one.
    Block(Option<NodeId>, String, NewValue),
}

impl Fix {
    fn new(label: Label, step: Step) -> Self {
        Self { label, steps: vec![step] }
    }

    /// Gives a key another name.
    pub(super) fn rename(key: NodeRef<'_>, name: &str) -> Self {
        Self::new(Label::Rename(name.to_owned()), Step::Rename(key.id(), name.to_owned()))
    }

    /// Sets a keyword of a mapping.
    pub(super) fn set(mapping: NodeRef<'_>, keyword: &str, value: NewValue) -> Self {
        Self::new(Label::Add(keyword.to_owned()), Step::Set(mapping.id(), keyword.to_owned(), value))
    }

    /// The same, before another keyword of the mapping where it is new.
    pub(super) fn place(mapping: NodeRef<'_>, before: Option<NodeRef<'_>>, keyword: &str, value: NewValue) -> Self {
        let step = Step::Place(mapping.id(), before.map(|key| key.id()), keyword.to_owned(), value);
        Self::new(Label::Add(keyword.to_owned()), step)
    }

    /// The same under another label.
    pub(super) fn labelled(self, label: Label) -> Self {
        Self { label, ..self }
    }

    /// Puts a value in the place of a node.
    pub(super) fn replace(node: NodeRef<'_>, value: NewValue) -> Self {
        Self::new(Label::Use(String::new()), Step::Replace(node.id(), value))
    }

    /// Adds a text to a list.
    pub(super) fn append(list: NodeRef<'_>, item: NewValue) -> Self {
        let label = match &item {
            NewValue::String(text) => text.clone(),
            _ => String::new(),
        };
        Self::new(Label::Add(label), Step::Append(list.id(), item))
    }

    /// Adds an entry to the top of the file.
    pub(super) fn block(before: Option<NodeRef<'_>>, key: &str, value: NewValue) -> Self {
        Self::new(Label::Add(key.to_owned()), Step::Block(before.map(|key| key.id()), key.to_owned(), value))
    }

    fn and(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// One that does nothing yet.
    pub(super) fn none(label: Label) -> Self {
        Self { label, steps: Vec::new() }
    }

    /// Puts a text in the place of an item too.
    pub(super) fn replacing(self, item: NodeRef<'_>, text: String) -> Self {
        self.and(Step::Replace(item.id(), NewValue::String(text)))
    }

    /// Takes an item out too.
    pub(super) fn removing(self, item: NodeRef<'_>) -> Self {
        self.and(Step::Remove(item.id()))
    }

    /// Adds a text to a list too.
    pub(super) fn appending(self, list: NodeRef<'_>, text: String) -> Self {
        self.and(Step::Append(list.id(), NewValue::String(text)))
    }

    /// Both in one, under the label of the first.
    pub(super) fn joined(self, other: Fix) -> Self {
        other.steps.into_iter().fold(self, Fix::and)
    }

    /// The fix of a finding of `document`, where there is one; `fleet` is that which it was found with.
    pub fn of(document: &Document, finding: &Diagnostic, fleet: &Fleet) -> Option<Fix> {
        let rule = RULES.iter().find(|rule| rule.code == finding.rule)?;
        (rule.fix?)(&Site::new(document, finding, fleet))
    }

    /// Adds the edits to a draft of the same document.
    pub fn draft(&self, draft: &mut Draft<'_>) -> Result<(), EditError> {
        self.steps.iter().try_for_each(|step| step.draft(draft))
    }

    /// Whether both fixes can be made in one go: no node is in the way of two edits. An edit that both make, such as a
    /// stage that two jobs lack, is no obstacle; see [`Fix::without`].
    pub fn goes_with(&self, document: &Document, other: &Fix) -> bool {
        let meets = |step: &Step, theirs: &Step| step != theirs && step.meets(theirs, document);
        !self.steps.iter().any(|step| other.steps.iter().any(|theirs| meets(step, theirs)))
    }

    /// The fix without the edits that `other` makes too.
    pub fn without(mut self, other: &Fix) -> Self {
        self.steps.retain(|step| !other.steps.contains(step));
        self
    }
}

impl Step {
    fn draft(&self, draft: &mut Draft<'_>) -> Result<(), EditError> {
        let document = draft.document();
        let node = |id: &NodeId| document.node(*id).ok_or(EditError::Unsupported);
        match self {
            Step::Remove(id) => {
                let node = node(id)?;
                match node.own_entry() {
                    Some(entry) => draft.remove_entry(entry),
                    None => draft.remove_item(node),
                }
            }
            Step::Replace(id, value) => draft.replace(node(id)?, value),
            Step::Rename(id, name) => draft.rename_key(node(id)?, name),
            Step::Set(id, key, value) => draft.set(node(id)?, key, value),
            Step::Append(id, value) => draft.insert_item(node(id)?, None, value),
            Step::Place(id, before, key, value) => {
                let (mapping, before) = (node(id)?, before.as_ref().map(node).transpose()?);
                match mapping.get(key) {
                    Some(_) => draft.set(mapping, key, value),
                    None => draft.insert_entry(mapping, before.and_then(|key| key.own_entry()), key, value),
                }
            }
            Step::Block(before, key, value) => {
                let before = before.as_ref().map(node).transpose()?.and_then(|key| key.own_entry());
                draft.insert_block(before, key, value)
            }
        }
    }

    /// The node that an edit changes or takes out; additions are in nobody's way.
    fn changed(&self) -> Option<NodeId> {
        match self {
            Step::Remove(id) | Step::Replace(id, _) | Step::Rename(id, _) => Some(*id),
            Step::Set(..) | Step::Place(..) | Step::Append(..) | Step::Block(..) => None,
        }
    }

    fn target(&self) -> Option<NodeId> {
        match self {
            Step::Set(id, ..) | Step::Place(id, ..) | Step::Append(id, _) => Some(*id),
            Step::Block(..) => None,
            _ => self.changed(),
        }
    }

    /// The mapping and the key that an edit sets.
    fn set_key(&self) -> Option<(NodeId, &str)> {
        match self {
            Step::Set(id, key, _) | Step::Place(id, _, key, _) => Some((*id, key)),
            _ => None,
        }
    }

    fn meets(&self, other: &Step, document: &Document) -> bool {
        if let (Some((own, key)), Some((theirs, other))) = (self.set_key(), other.set_key()) {
            return own == theirs && key == other;
        }
        if let (Step::Block(_, key, _), Step::Block(_, other, _)) = (self, other) {
            return key == other;
        }
        let span = |id: Option<NodeId>| {
            let node = document.node(id?)?;
            Some(node.own_entry().filter(|entry| entry.key == node).map_or(node.full_span(), |entry| entry.span()))
        };
        let inside = |one: Option<NodeId>, two: Option<NodeId>| match (span(one), span(two)) {
            (Some(one), Some(two)) => one.contains(two) || two.contains(one),
            _ => false,
        };
        inside(self.changed(), other.target()) || inside(self.target(), other.changed())
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Label::Use(what) => write!(f, "Use “{what}”"),
            Label::TakeOut(what) => write!(f, "Take out “{what}”"),
            Label::Add(what) => write!(f, "Add “{what}”"),
            Label::Rename(name) => write!(f, "Rename to “{name}”"),
            Label::Quote => write!(f, "Put it in quotes"),
            Label::Unquote => write!(f, "Write it without quotes"),
            Label::List => write!(f, "Make it a list"),
            Label::Single => write!(f, "Write it without the list"),
        }
    }
}
