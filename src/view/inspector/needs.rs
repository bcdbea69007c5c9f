//! `needs` and `dependencies`

use std::rc::Rc;

use super::copied::{copied, copied_by_id};
use super::edit::{self, Edit};
use super::image::with_entry;
use super::slot::items;
use super::{Item, Owner, Slot};
use crate::command::Refusal;
use crate::pipeline::{Need, Reading};
use crate::text::Span;
use crate::yaml::{Document, Kind, NewValue, NodeId, NodeRef};

/// One need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedRow {
    /// The job that is needed; the text in the file of what names none.
    pub job: Rc<str>,
    /// Whether its artifacts are downloaded.
    pub artifacts: bool,
    /// Whether it may be missing from the pipeline.
    pub optional: bool,
    /// Whether a form may change it.
    pub editable: bool,
    /// Where it stands.
    pub span: Span,
    node: NodeId,
}

/// What a job waits for and what it downloads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedsView {
    /// `needs`
    pub needs: Rc<Slot<Vec<NeedRow>>>,
    /// `dependencies`
    pub dependencies: Rc<Slot<Vec<Item>>>,
}

/// A change of one need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedEdit {
    /// Whether its artifacts are downloaded.
    Artifacts(bool),
    /// Whether it may be missing.
    Optional(bool),
    /// It goes.
    Remove,
}

impl NeedsView {
    /// What the owner waits for.
    pub fn of(document: &Document, owner: &Owner) -> Self {
        let read = |node: NodeRef<'_>| match Need::read(Some(node)) {
            Reading::Value(needs, _) => Some(needs.into_iter().map(row).collect()),
            Reading::Absent | Reading::Opaque { .. } => None,
        };
        Self {
            needs: Slot::read(document, owner, &["needs"], read),
            dependencies: Slot::read(document, owner, &["dependencies"], items),
        }
    }

    fn rows(&self) -> &[NeedRow] {
        self.needs.effective().map_or(&[], |rows| rows)
    }

    /// Whether the list is the owner's own, so that its items can be kept as they are.
    fn is_own_list(&self, document: &Document) -> bool {
        self.needs.own.is_some()
            && edit::own_node(document, &self.needs.owner, &self.needs.path)
                .is_some_and(|node| node.kind() == Kind::Sequence)
    }

    fn set(&self, document: &Document, values: Vec<NewValue>) -> Edit {
        if values.is_empty() && self.needs.inherited.is_none() {
            return edit::reset(document, &self.needs);
        }
        edit::set(document, &self.needs.owner, &self.needs.path, NewValue::List(values))
    }

    /// A need more.
    pub fn add(&self, document: &Document, job: &str) -> Edit {
        let job = job.trim();
        if job.is_empty() || self.rows().iter().any(|row| row.editable && *row.job == *job) {
            return Ok(None);
        }
        let keep = self.is_own_list(document);
        let mut values = Vec::new();
        for row in self.rows() {
            values.push(if keep { NewValue::Kept(row.node) } else { copied_by_id(document, row.node)? });
        }
        values.push(NewValue::String(job.to_owned()));
        self.set(document, values)
    }

    /// One of them is changed.
    pub fn change(&self, document: &Document, at: usize, change: NeedEdit) -> Edit {
        let keep = self.is_own_list(document);
        let mut values = Vec::new();
        for (place, row) in self.rows().iter().enumerate() {
            let node = document.node(row.node).ok_or(Refusal::NotVerified)?;
            match change {
                _ if place != at => {
                    values.push(if keep { NewValue::Kept(row.node) } else { copied(node)? });
                }
                NeedEdit::Remove => {}
                NeedEdit::Artifacts(on) => values.push(with_flag(node, "artifacts", on, true, keep)?),
                NeedEdit::Optional(on) => values.push(with_flag(node, "optional", on, false, keep)?),
            }
        }
        self.set(document, values)
    }
}

fn row(need: Need) -> NeedRow {
    NeedRow {
        job: need.job.into(),
        artifacts: need.artifacts,
        optional: need.optional,
        editable: need.editable,
        span: need.span,
        node: need.node,
    }
}

/// The need with a flag; what GitLab takes for granted is not written.
fn with_flag(node: NodeRef<'_>, key: &str, on: bool, granted: bool, keep: bool) -> Result<NewValue, Refusal> {
    let value = (on != granted).then(|| NewValue::bool(on));
    if node.kind() == Kind::Mapping {
        return with_entry(node, key, value, keep);
    }
    let job = copied(node)?;
    Ok(match value {
        None => job,
        Some(value) => NewValue::Map(vec![("job".to_owned(), job), (key.to_owned(), value)]),
    })
}

#[cfg(test)]
mod tests {
    use super::super::edit::after;
    use super::*;

    const TEXT: &str = "a:\n  needs:\n    - b # first\n    - job: c\n      optional: true\n  script: x\n";

    fn edited(text: &str, make: impl Fn(&NeedsView, &Document) -> Edit) -> String {
        after(text, |document| make(&NeedsView::of(document, &Owner::Job("a".into())), document))
    }

    #[test]
    fn flags_are_written_where_they_differ_from_what_gitlab_takes_for_granted() {
        let edit = |text: &str, at, change| edited(text, |view, document| view.change(document, at, change));
        let with = TEXT.replace("- b # first", "- job: b # first\n      artifacts: false");
        assert_eq!(edit(TEXT, 0, NeedEdit::Artifacts(false)).replace(" # first", ""), with.replace(" # first", ""));
        assert_eq!(edit(TEXT, 1, NeedEdit::Optional(false)), TEXT.replace("      optional: true\n", ""));
    }

    #[test]
    fn needs_come_and_go() {
        assert_eq!(
            edited(TEXT, |view, document| view.add(document, "d")),
            TEXT.replace("optional: true\n", "optional: true\n    - d\n")
        );
        assert_eq!(edited(TEXT, |view, document| view.add(document, "b")), "nothing to do");
        assert_eq!(
            edited(TEXT, |view, document| view.change(document, 0, NeedEdit::Remove)),
            TEXT.replace("    - b # first\n", "")
        );
        let one = "a:\n  needs: [b]\n  script: x\n";
        assert_eq!(edited(one, |view, document| view.change(document, 0, NeedEdit::Remove)), "a:\n  script: x\n");
    }
}
