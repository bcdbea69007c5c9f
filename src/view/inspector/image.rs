//! The image that a job runs in, and the services beside it.

use std::rc::Rc;

use super::copied::{copied, copied_by_id};
use super::edit::{self, Edit, ListEdit};
use super::slot::{items, own_keyword, word, Opaque};
use super::{Item, Owner, Slot};
use crate::pipeline::{Reading, Service};
use crate::text::Span;
use crate::yaml::{Document, Kind, NewValue, NodeId, NodeRef};

/// `image`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageView {
    /// What no field can show.
    pub opaque: Option<Opaque>,
    /// The image's name.
    pub name: Rc<Slot<Rc<str>>>,
    /// `entrypoint`
    pub entrypoint: Rc<Slot<Vec<Item>>>,
    /// `pull_policy`, one or several.
    pub pull_policy: Rc<Slot<Vec<Item>>>,
}

/// One service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceRow {
    /// The image's name; the text in the file of what no field can show.
    pub name: Rc<str>,
    /// `alias`
    pub alias: Rc<str>,
    /// `entrypoint`
    pub entrypoint: Vec<Item>,
    /// `command`
    pub command: Vec<Item>,
    /// Whether a form may change it.
    pub editable: bool,
    /// Where it stands.
    pub span: Span,
    node: NodeId,
}

/// `services`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServicesView {
    /// The list.
    pub slot: Rc<Slot<Vec<ServiceRow>>>,
}

/// A change of one of the services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServiceEdit {
    /// Another image.
    Name(Rc<str>),
    /// Another alias; a blank one removes it.
    Alias(Rc<str>),
    /// A change of `entrypoint`.
    Entrypoint(ListEdit),
    /// A change of `command`.
    Command(ListEdit),
    /// It goes.
    Remove,
}

impl ImageView {
    /// The owner's image.
    pub fn of(document: &Document, owner: &Owner) -> Self {
        let list = |key: &str| Slot::read(document, owner, &["image", key], items);
        let own = own_keyword(document, owner, "image");
        Self {
            opaque: own.filter(|node| !matches!(node.kind(), Kind::Scalar | Kind::Mapping)).map(Opaque::of),
            name: Slot::read(document, owner, &["image", "name"], word),
            entrypoint: list("entrypoint"),
            pull_policy: list("pull_policy"),
        }
    }
}

impl ServiceRow {
    fn of(document: &Document, service: Service) -> Self {
        let list = |items: Vec<crate::pipeline::ListItem>| items.into_iter().map(Item::from).collect();
        Self {
            name: service.name.into(),
            alias: service.alias.unwrap_or_default().into(),
            entrypoint: list(service.entrypoint),
            command: list(service.command),
            editable: service.editable,
            span: document.node(service.node).map(|node| node.full_span()).unwrap_or_default(),
            node: service.node,
        }
    }
}

impl ServicesView {
    /// The owner's services.
    pub fn of(document: &Document, owner: &Owner) -> Self {
        let read = |node: NodeRef<'_>| match Service::read(Some(node)) {
            Reading::Value(list, _) => Some(list.into_iter().map(|one| ServiceRow::of(document, one)).collect()),
            Reading::Absent | Reading::Opaque { .. } => None,
        };
        Self { slot: Slot::read(document, owner, &["services"], read) }
    }

    fn rows(&self) -> &[ServiceRow] {
        self.slot.effective().map_or(&[], |rows| rows)
    }

    fn kept(&self, document: &Document, row: &ServiceRow) -> Result<NewValue, crate::command::Refusal> {
        if self.slot.own.is_some() {
            Ok(NewValue::Kept(row.node))
        } else {
            copied_by_id(document, row.node)
        }
    }

    fn set(&self, document: &Document, values: Vec<NewValue>) -> Edit {
        if values.is_empty() && self.slot.inherited.is_none() {
            return edit::reset(document, &self.slot);
        }
        edit::set(document, &self.slot.owner, &self.slot.path, NewValue::List(values))
    }

    /// A service more.
    pub fn add(&self, document: &Document, name: &str) -> Edit {
        let name = name.trim();
        if name.is_empty() {
            return Ok(None);
        }
        let mut values = self.rows().iter().map(|row| self.kept(document, row)).collect::<Result<Vec<_>, _>>()?;
        values.push(NewValue::String(name.to_owned()));
        self.set(document, values)
    }

    /// One of them is changed.
    pub fn change(&self, document: &Document, at: usize, change: &ServiceEdit) -> Edit {
        let mut values = Vec::new();
        for (place, row) in self.rows().iter().enumerate() {
            if place != at {
                values.push(self.kept(document, row)?);
            } else if let Some(new) = self.changed(document, row, change)? {
                values.push(new);
            }
        }
        self.set(document, values)
    }

    fn changed(
        &self,
        document: &Document,
        row: &ServiceRow,
        change: &ServiceEdit,
    ) -> Result<Option<NewValue>, crate::command::Refusal> {
        let node = document.node(row.node).ok_or(crate::command::Refusal::NotVerified)?;
        let (key, value) = match change {
            ServiceEdit::Remove => return Ok(None),
            ServiceEdit::Name(name) if name.trim().is_empty() => return Ok(None),
            ServiceEdit::Name(name) => ("name", Some(NewValue::String(name.trim().to_owned()))),
            ServiceEdit::Alias(alias) if alias.trim().is_empty() => ("alias", None),
            ServiceEdit::Alias(alias) => ("alias", Some(NewValue::String(alias.trim().to_owned()))),
            ServiceEdit::Entrypoint(list) => ("entrypoint", self.listed(document, &row.entrypoint, list)?),
            ServiceEdit::Command(list) => ("command", self.listed(document, &row.command, list)?),
        };
        if node.kind() == Kind::Scalar {
            return Ok(Some(match (key, value) {
                ("name", Some(name)) => name,
                (_, None) => copied(node)?,
                (key, Some(value)) => NewValue::Map(vec![("name".to_owned(), copied(node)?), (key.to_owned(), value)]),
            }));
        }
        Ok(Some(self.entry_set(node, key, value)?))
    }

    /// The mapping of a service with another value for one key.
    fn entry_set(
        &self,
        node: NodeRef<'_>,
        key: &str,
        value: Option<NewValue>,
    ) -> Result<NewValue, crate::command::Refusal> {
        let is_own = self.slot.own.is_some();
        with_entry(node, key, value, is_own)
    }

    fn listed(
        &self,
        document: &Document,
        items: &[Item],
        change: &ListEdit,
    ) -> Result<Option<NewValue>, crate::command::Refusal> {
        let mut values = Vec::new();
        for (at, item) in items.iter().enumerate() {
            match change {
                ListEdit::Remove(gone) if *gone == at => {}
                ListEdit::Change(changed, text) if *changed == at && text.trim().is_empty() => {}
                ListEdit::Change(changed, text) if *changed == at => {
                    values.push(NewValue::String(text.trim().to_owned()));
                }
                _ => values.push(copied_by_id(document, item.node)?),
            }
        }
        if let ListEdit::Add(text) = change {
            values.push(NewValue::String(text.trim().to_owned()));
        }
        Ok(Some(values).filter(|values| !values.is_empty()).map(NewValue::List))
    }
}

/// A mapping with another value, or none, for one key. The rest is kept where the mapping itself is edited.
pub(super) fn with_entry(
    node: NodeRef<'_>,
    key: &str,
    value: Option<NewValue>,
    keep: bool,
) -> Result<NewValue, crate::command::Refusal> {
    let mut entries = Vec::new();
    let mut value = value;
    for entry in node.entries() {
        if entry.key.value() == key {
            if let Some(value) = value.take() {
                entries.push((key.to_owned(), value));
            }
        } else {
            let old = if keep { NewValue::Kept(entry.value.id()) } else { copied(entry.value)? };
            entries.push((entry.key.value().to_owned(), old));
        }
    }
    entries.extend(value.map(|value| (key.to_owned(), value)));
    Ok(NewValue::Map(entries))
}

#[cfg(test)]
mod tests {
    use super::super::edit::after;
    use super::*;

    const TEXT: &str = "a:\n  services:\n    - redis # cache\n    - name: postgres:16 # db\n      alias: db\n";

    fn edited(text: &str, make: impl Fn(&ServicesView, &Document) -> Edit) -> String {
        after(text, |document| make(&ServicesView::of(document, &Owner::Job("a".into())), document))
    }

    #[test]
    fn one_service_changes_and_the_others_keep_their_text() {
        assert_eq!(
            edited(TEXT, |view, document| view.change(document, 1, &ServiceEdit::Alias("sql".into()))),
            TEXT.replace("alias: db", "alias: sql")
        );
        assert_eq!(
            edited(TEXT, |view, document| view.change(document, 0, &ServiceEdit::Name("valkey".into()))),
            TEXT.replace("redis", "valkey")
        );
        assert_eq!(
            edited(TEXT, |view, document| view.change(document, 1, &ServiceEdit::Remove)),
            "a:\n  services:\n    - redis # cache\n"
        );
        assert_eq!(
            edited(TEXT, |view, document| view.add(document, "docker:dind")),
            format!("{TEXT}    - docker:dind\n")
        );
    }

    #[test]
    fn a_service_by_its_name_alone_gets_an_alias() {
        assert_eq!(
            edited("a:\n  services:\n    - redis\n", |view, document| {
                view.change(document, 0, &ServiceEdit::Alias("cache".into()))
            }),
            "a:\n  services:\n    - name: redis\n      alias: cache\n"
        );
    }

    #[test]
    fn a_command_comes_and_goes() {
        let text = "a:\n  services:\n    - name: redis\n";
        let with = "a:\n  services:\n    - name: redis\n      command:\n        - --port\n";
        let add = ServiceEdit::Command(ListEdit::Add("--port".into()));
        assert_eq!(edited(text, |view, document| view.change(document, 0, &add)), with);
        let remove = ServiceEdit::Command(ListEdit::Remove(0));
        assert_eq!(edited(with, |view, document| view.change(document, 0, &remove)), text);
    }

    #[test]
    fn services_of_the_default_are_written_out_when_one_is_added() {
        let text = "default:\n  services:\n    - name: a\n      alias: b\na:\n  script: x\n";
        let wanted = "default:\n  services:\n    - name: a\n      alias: b\na:\n  services:\n    - name: a\n      \
                      alias: b\n    - c\n  script: x\n";
        assert_eq!(edited(text, |view, document| view.add(document, "c")), wanted);
    }
}
