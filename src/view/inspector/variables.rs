//! The variables of a job or of the file.

use std::rc::Rc;

use super::copied::copied;
use super::edit::{Edit, ListEdit};
use super::image::with_entry;
use super::slot::{beginning, is_long, own_keyword, Opaque};
use super::{Item, Owner};
use crate::command::{Command, Refusal};
use crate::pipeline::{variables, Variable};
use crate::resolve::chain::{self, Source};
use crate::text::Span;
use crate::yaml::{Document, Kind, NewValue, NodeId, NodeRef};

/// One variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableRow {
    /// Its name.
    pub name: Rc<str>,
    /// Its value; for what no field can show, its text in the file.
    pub value: Rc<str>,
    /// `description`
    pub description: Rc<str>,
    /// `options`
    pub options: Vec<Item>,
    /// `expand`; true where it is not given.
    pub expand: bool,
    /// Whether a form may change it.
    pub editable: bool,
    /// Whose it is, if not the owner's.
    pub source: Option<Source>,
    /// Whether it hides one that is inherited.
    pub overrides: bool,
    /// Where it stands.
    pub span: Span,
    node: NodeId,
}

/// The variables that count, own and inherited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariablesView {
    /// The job; none for the file.
    pub job: Option<Rc<str>>,
    /// `variables` of a form that no grid can show.
    pub opaque: Option<Opaque>,
    /// The owner's own, in the order of the file.
    pub own: Vec<VariableRow>,
    /// What else counts.
    pub inherited: Vec<VariableRow>,
    /// Where the owner's own stand.
    pub span: Option<Span>,
}

impl VariablesView {
    /// The variables of a job, or of the file.
    pub fn of(document: &Document, owner: &Owner) -> Self {
        let node = own_keyword(document, owner, "variables");
        let long = node.is_some_and(|node| is_long(node.resolved().unwrap_or(node)));
        let is_alias = node.is_some_and(|node| node.kind() == Kind::Alias);
        let mapping = node.filter(|node| node.kind() == Kind::Mapping && !long);
        let all = match (owner, owner.keywords(document)) {
            (Owner::Job(_), Some(job)) if !long => chain::entries(document, job, "variables"),
            _ => Vec::new(),
        };
        let read = variables(mapping);
        let mut own: Vec<VariableRow> =
            read.value().into_iter().flatten().map(|variable| VariableRow::own(variable.clone())).collect();
        let base = |name: &str| owner.keywords(document).is_some_and(|job| overrides(document, job, name));
        for row in &mut own {
            row.overrides = matches!(owner, Owner::Job(_)) && base(&row.name);
        }
        let alias = node.filter(|_| is_alias).map(|node| Source::Merge(node.value().to_owned()));
        let others = all.into_iter().filter(|(name, _)| !own.iter().any(|row| *row.name == **name));
        let inherited = others
            .map(|(name, found)| {
                let source = match found.source {
                    Source::Own => alias.clone().unwrap_or(Source::Own),
                    other => other,
                };
                VariableRow::inherited(name, found.value, source)
            })
            .collect();
        let sound =
            !long && node.is_none_or(|node| node.kind() == Kind::Mapping || is_alias && node.resolved().is_some());
        Self {
            job: owner.job().map(Rc::from),
            opaque: node.filter(|_| !sound).map(Opaque::of),
            own,
            inherited,
            span: node.map(|node| node.full_span()),
        }
    }

    fn job(&self) -> Option<String> {
        self.job.as_deref().map(str::to_owned)
    }

    fn with(&self, name: &str, value: NewValue) -> Edit {
        Ok(Some(Command::SetVariable { job: self.job(), name: name.to_owned(), value }))
    }

    /// A variable gets a value: a new one, an inherited one here only, or one that is there.
    pub fn set(&self, name: &str, value: &str) -> Edit {
        self.with(name.trim(), NewValue::String(value.to_owned()))
    }

    /// A new variable.
    pub fn add(&self, name: &str, value: &str) -> Edit {
        let name = name.trim();
        if self.own.iter().any(|row| *row.name == *name) {
            return Err(Refusal::NameTaken(name.to_owned()));
        }
        if !is_name(name) {
            return Err(Refusal::BadName(name.to_owned()));
        }
        self.set(name, value)
    }

    /// Another name.
    pub fn rename(&self, name: &str, to: &str) -> Edit {
        let to = to.trim();
        if name != to && !is_name(to) {
            return Err(Refusal::BadName(to.to_owned()));
        }
        Ok(Some(Command::RenameVariable {
            job: self.job(),
            name: name.to_owned(),
            to: to.to_owned(),
            references: true,
        }))
    }

    /// It goes; one that is inherited counts again.
    pub fn delete(&self, name: &str) -> Edit {
        Ok(Some(Command::DeleteVariable { job: self.job(), name: name.to_owned() }))
    }

    /// Whether `$` in its value is taken for other variables.
    pub fn set_expand(&self, document: &Document, row: &VariableRow, expand: bool) -> Edit {
        self.detail(document, row, "expand", (!expand).then(|| NewValue::bool(false)))
    }

    /// What it is for, shown where a pipeline is started by hand.
    pub fn set_description(&self, document: &Document, row: &VariableRow, text: &str) -> Edit {
        let text = text.trim_end();
        self.detail(document, row, "description", (!text.is_empty()).then(|| NewValue::String(text.to_owned())))
    }

    /// The values that can be chosen.
    pub fn change_options(&self, document: &Document, row: &VariableRow, change: &ListEdit) -> Edit {
        let mut values = Vec::new();
        for (at, item) in row.options.iter().enumerate() {
            match change {
                ListEdit::Remove(gone) if *gone == at => {}
                ListEdit::Change(changed, text) if *changed == at => values.push(NewValue::String(text.to_string())),
                _ => values.push(NewValue::Kept(item.node)),
            }
        }
        if let ListEdit::Add(text) = change {
            if row.options.iter().any(|item| item.text == *text) {
                return Ok(None);
            }
            values.push(NewValue::String(text.to_string()));
        }
        self.detail(document, row, "options", Some(values).filter(|values| !values.is_empty()).map(NewValue::List))
    }

    fn detail(&self, document: &Document, row: &VariableRow, key: &str, value: Option<NewValue>) -> Edit {
        let node = document.node(row.node).ok_or(Refusal::NotVerified)?;
        let new = match node.kind() {
            Kind::Mapping => with_entry(node, key, value, row.source.is_none())?,
            Kind::Scalar => {
                let Some(value) = value else { return Ok(None) };
                let old = if node.is_null() { NewValue::String(String::new()) } else { copied(node)? };
                NewValue::Map(vec![("value".to_owned(), old), (key.to_owned(), value)])
            }
            Kind::Alias | Kind::Sequence => return Err(Refusal::NotEditable(row.name.to_string())),
        };
        self.with(&row.name, new)
    }
}

impl VariableRow {
    fn own(variable: Variable) -> Self {
        Self {
            name: variable.name.into(),
            value: variable.value.unwrap_or_default().into(),
            description: variable.description.unwrap_or_default().into(),
            options: variable.options.into_iter().map(Item::from).collect(),
            expand: variable.expand.unwrap_or(true),
            editable: variable.editable,
            source: None,
            overrides: false,
            span: variable.span,
            node: variable.node,
        }
    }

    fn inherited(name: &str, node: NodeRef<'_>, source: Source) -> Self {
        let value = match node.kind() {
            Kind::Mapping => node.get("value").and_then(crate::pipeline::text).unwrap_or_default(),
            Kind::Scalar => node.value().to_owned(),
            Kind::Alias | Kind::Sequence => node.text().to_owned(),
        };
        Self {
            name: name.into(),
            value: if is_long(node) { beginning(&value).into() } else { value.into() },
            description: Rc::from(""),
            options: Vec::new(),
            expand: node.get("expand").and_then(crate::pipeline::flag).unwrap_or(true),
            editable: matches!(node.kind(), Kind::Scalar | Kind::Mapping) && !is_long(node),
            source: Some(source),
            overrides: false,
            span: node.full_span(),
            node: node.id(),
        }
    }
}

/// Whether a base of the job has a variable of that name.
fn overrides(document: &Document, job: NodeRef<'_>, name: &str) -> bool {
    chain::bases(job).into_iter().any(|base| {
        let keywords = crate::pipeline::job_named(document, base).and_then(|base| base.value().resolved());
        keywords.is_some_and(|keywords| {
            chain::entries(document, keywords, "variables").iter().any(|(known, _)| *known == name)
        })
    })
}

/// Names that a shell takes; GitLab takes others too but the runner can't hand them on.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::super::edit::after;
    use super::*;

    fn edited(text: &str, owner: &Owner, make: impl Fn(&VariablesView, &Document) -> Edit) -> String {
        after(text, |document| make(&VariablesView::of(document, owner), document))
    }

    #[test]
    fn own_ones_come_before_those_that_a_base_brings() {
        let text = ".b:\n  variables: {X: 1, Y: 2}\na:\n  extends: .b\n  variables:\n    Y: 3\n    Z: 4\n";
        let view = VariablesView::of(&Document::parse(text), &Owner::Job("a".into()));
        let names = |rows: &[VariableRow]| rows.iter().map(|row| row.name.to_string()).collect::<Vec<_>>();
        assert_eq!(names(&view.own), ["Y", "Z"]);
        assert_eq!(names(&view.inherited), ["X"]);
        assert_eq!(view.own.iter().map(|row| row.overrides).collect::<Vec<_>>(), [true, false]);
        assert_eq!(view.inherited[0].source, Some(Source::Extends(".b".into())));
    }

    #[test]
    fn details_make_a_mapping_of_a_value() {
        let text = "variables:\n  A: x # c\n";
        let file = Owner::File;
        let described =
            edited(text, &file, |view, document| view.set_description(document, &view.own[0], "What it is"));
        assert_eq!(described, "variables:\n  A: # c\n    value: x\n    description: What it is\n");
        let plain = edited(&described, &file, |view, document| view.set_description(document, &view.own[0], ""));
        assert_eq!(plain, "variables:\n  A: # c\n    value: x\n");
        let raw = edited(&plain, &file, |view, document| view.set_expand(document, &view.own[0], false));
        assert_eq!(raw, "variables:\n  A: # c\n    value: x\n    expand: false\n");
    }

    #[test]
    fn options_are_a_list_whose_items_stay() {
        let text = "variables:\n  A:\n    value: x\n    options:\n      - x # c\n";
        let add = ListEdit::Add("w".into());
        let more = edited(text, &Owner::File, |view, document| view.change_options(document, &view.own[0], &add));
        assert_eq!(more, format!("{text}      - w\n"));
    }

    #[test]
    fn names_that_no_shell_takes_are_refused() {
        let text = "a:\n  variables:\n    A: x\n";
        let job = Owner::Job("a".into());
        assert!(edited(text, &job, |view, _| view.add("A", "y")).starts_with("refused"));
        assert!(edited(text, &job, |view, _| view.add("1 A", "y")).starts_with("refused"));
        assert!(edited(text, &job, |view, _| view.rename("A", "B-C")).starts_with("refused"));
        assert_eq!(edited(text, &job, |view, _| view.add("B", "yes")), format!("{text}    B: \"yes\"\n"));
    }
}
