//! The place of a finding in the text, and the edits that many fixes are made of.

use super::{Fix, Label, Step};
use crate::lint::Diagnostic;
use crate::pipeline::{is_job_entry, job_named, jobs, Job};
use crate::runner::Fleet;
use crate::yaml::{Document, Kind, NewValue, NodeRef};

/// A finding with the document that it is of.
pub struct Site<'d> {
    pub document: &'d Document,
    pub finding: &'d Diagnostic,
    /// The runners that there are.
    pub fleet: &'d Fleet,
}

impl<'d> Site<'d> {
    pub fn new(document: &'d Document, finding: &'d Diagnostic, fleet: &'d Fleet) -> Self {
        Self { document, finding, fleet }
    }

    /// The node that the finding points to.
    pub fn node(&self) -> Option<NodeRef<'d>> {
        let span = self.finding.span;
        let path = self.document.path_at(span.from());
        path.into_iter().find(|node| node.span() == span || node.full_span() == span)
    }

    /// The job that the finding is about.
    pub fn job(&self) -> Option<Job<'d>> {
        job_named(self.document, self.finding.subject.as_deref()?)
    }

    /// The names of the visible jobs.
    pub fn visible_jobs(&self) -> impl Iterator<Item = &'d str> {
        jobs(self.document).filter(|job| !job.is_hidden()).map(|job| job.name())
    }

    /// The name that was probably meant, in the place of the text that the finding points to.
    pub fn nearest<'c>(&self, candidates: impl IntoIterator<Item = &'c str>) -> Option<Fix> {
        let node = self.node().filter(|node| node.kind() == Kind::Scalar)?;
        let meant = super::nearest(node.value(), candidates)?;
        Some(use_text(node, meant))
    }

    /// The top-level entry before which a new one goes: the first job.
    pub fn first_job(&self) -> Option<NodeRef<'d>> {
        self.document.top()?.entries().find(is_job_entry).map(|entry| entry.key)
    }
}

/// Puts another text in the place of a node.
pub fn use_text(node: NodeRef<'_>, text: &str) -> Fix {
    Fix::new(Label::Use(text.to_owned()), Step::Replace(node.id(), NewValue::String(text.to_owned())))
}

/// What the finding points to goes from its list.
pub fn taken_out(site: &Site<'_>) -> Option<Fix> {
    take_out(site.node()?)
}

/// The entry goes whose key or value the finding points to.
pub fn entry_taken_out(site: &Site<'_>) -> Option<Fix> {
    Some(take_entry_out(site.node()?.own_entry()?.key))
}

/// Takes a name out of the list that it is in, with the mapping that stands for it (`- job: name`). One that is the
/// whole value goes with its keyword.
pub fn take_out(node: NodeRef<'_>) -> Option<Fix> {
    let label = Label::TakeOut(node.text().lines().next().unwrap_or_default().to_owned());
    let parent = node.parent()?;
    let going = match node.own_entry() {
        Some(_) if parent.parent().is_some_and(|list| list.kind() == Kind::Sequence) => parent,
        Some(entry) => entry.key,
        None => node,
    };
    Some(Fix::new(label, Step::Remove(going.id())))
}

/// Takes an entry out of its mapping.
pub fn take_entry_out(key: NodeRef<'_>) -> Fix {
    Fix::new(Label::TakeOut(key.value().to_owned()), Step::Remove(key.id()))
}
