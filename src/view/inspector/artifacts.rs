//! `artifacts`

use std::rc::Rc;

use super::edit::{self, Edit};
use super::slot::{items, own_keyword, word, Opaque};
use super::{Item, Owner, Slot};
use crate::pipeline::{flag, REPORT_KINDS};
use crate::yaml::{Document, Kind, NewValue, NodeRef};

/// A field that holds a word.
type Word = Rc<Slot<Rc<str>>>;

/// A report of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportView {
    /// Its kind.
    pub kind: Rc<str>,
    /// Its files. (For `coverage_report` see `coverage`.)
    pub paths: Rc<Slot<Vec<Item>>>,
    /// `coverage_format` and `path` of a coverage report.
    pub coverage: Option<(Word, Word)>,
}

/// What a job hands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArtifactsView {
    /// What no field can show.
    pub opaque: Option<Opaque>,
    /// `paths`
    pub paths: Rc<Slot<Vec<Item>>>,
    /// `exclude`
    pub exclude: Rc<Slot<Vec<Item>>>,
    /// `name`
    pub name: Rc<Slot<Rc<str>>>,
    /// `when`
    pub when: Rc<Slot<Rc<str>>>,
    /// `expire_in`
    pub expire_in: Rc<Slot<Rc<str>>>,
    /// `expose_as`
    pub expose_as: Rc<Slot<Rc<str>>>,
    /// `access`
    pub access: Rc<Slot<Rc<str>>>,
    /// `untracked`
    pub untracked: Rc<Slot<bool>>,
    /// Reports that are there, own or inherited.
    pub reports: Vec<Rc<ReportView>>,
    /// Kinds of report that can be added.
    pub other_kinds: Rc<[&'static str]>,
    /// `reports` of a form that no field can show.
    pub opaque_reports: Option<Opaque>,
}

/// The kind that is a mapping.
const COVERAGE: &str = "coverage_report";

impl ArtifactsView {
    /// What the owner hands on.
    pub fn of(document: &Document, owner: &Owner) -> Self {
        let words = |key: &str| Slot::read(document, owner, &["artifacts", key], word);
        let lists = |key: &str| Slot::read(document, owner, &["artifacts", key], items);
        let kinds = Slot::read(document, owner, &["artifacts", "reports"], kinds);
        let mut known: Vec<Rc<str>> = kinds.own.clone().unwrap_or_default();
        // Mappings merge: what a base reports is reported too.
        let bases = kinds.inherited.iter().flat_map(|(inherited, _)| inherited);
        for kind in bases {
            if !known.contains(kind) {
                known.push(kind.clone());
            }
        }
        let own = own_keyword(document, owner, "artifacts");
        Self {
            opaque: own.filter(|node| node.kind() != Kind::Mapping).map(Opaque::of),
            paths: lists("paths"),
            exclude: lists("exclude"),
            name: words("name"),
            when: words("when"),
            expire_in: words("expire_in"),
            expose_as: words("expose_as"),
            access: words("access"),
            untracked: Slot::read(document, owner, &["artifacts", "untracked"], flag),
            other_kinds: REPORT_KINDS.iter().copied().filter(|kind| !known.iter().any(|one| **one == **kind)).collect(),
            reports: known.into_iter().map(|kind| Rc::new(ReportView::of(document, owner, kind))).collect(),
            opaque_reports: kinds.opaque.clone(),
        }
    }
}

impl ReportView {
    /// The report of that kind, there or not.
    pub fn of(document: &Document, owner: &Owner, kind: Rc<str>) -> Self {
        let path = ["artifacts", "reports", &kind];
        let part = |key: &str| Slot::read(document, owner, &["artifacts", "reports", COVERAGE, key], word);
        Self {
            paths: Slot::read(document, owner, &path, items),
            coverage: (*kind == *COVERAGE).then(|| (part("coverage_format"), part("path"))),
            kind,
        }
    }

    /// Whether the owner itself has it.
    pub fn is_own(&self) -> bool {
        self.paths.is_own()
    }

    /// A path of a coverage report, which needs a format beside it.
    pub fn set_coverage_path(&self, document: &Document, text: &str) -> Edit {
        let Some((format, path)) = &self.coverage else { return Ok(None) };
        if format.effective().is_some() || path.is_own() || text.trim().is_empty() {
            return edit::word(document, path, text);
        }
        let entry = |key: &str, value: &str| (key.to_owned(), NewValue::String(value.to_owned()));
        let both = NewValue::Map(vec![entry("coverage_format", "cobertura"), entry("path", text.trim())]);
        edit::set(document, &path.owner, &path.path[..3], both)
    }
}

fn kinds(node: NodeRef<'_>) -> Option<Vec<Rc<str>>> {
    (node.kind() == Kind::Mapping).then(|| node.entries().map(|entry| Rc::from(entry.key.value())).collect())
}

#[cfg(test)]
mod tests {
    use super::super::edit::{after, list, ListEdit, One};
    use super::*;

    fn view(document: &Document) -> ArtifactsView {
        ArtifactsView::of(document, &Owner::Job("a".into()))
    }

    #[test]
    fn a_dotenv_report_comes_beside_what_is_there() {
        let text = "a:\n  artifacts:\n    paths:\n      - out # c\n    reports:\n      junit: [r.xml]\n";
        let added = after(text, |document| {
            let report = ReportView::of(document, &Owner::Job("a".into()), "dotenv".into());
            list(document, &report.paths, One::Word, &ListEdit::Add("b.env".into()))
        });
        assert_eq!(added, format!("{text}      dotenv: b.env\n"));
    }

    #[test]
    fn reports_of_a_base_are_shown_beside_own_ones() {
        let text = ".b:\n  artifacts:\n    reports:\n      junit: r.xml\na:\n  extends: .b\n  artifacts:\n    reports:\n      \
                    dotenv: x.env\n";
        let view = view(&Document::parse(text));
        let kinds: Vec<_> = view.reports.iter().map(|report| (&*report.kind, report.is_own())).collect();
        assert_eq!(kinds, [("dotenv", true), ("junit", false)]);
        assert!(!view.other_kinds.contains(&"junit") && view.other_kinds.contains(&"sast"));
    }

    #[test]
    fn a_coverage_report_gets_a_format_with_its_path() {
        let added = after("a:\n  script: x\n", |document| {
            let report = ReportView::of(document, &Owner::Job("a".into()), "coverage_report".into());
            report.set_coverage_path(document, "c.xml")
        });
        let wanted = "a:\n  script: x\n  artifacts:\n    reports:\n      coverage_report:\n        coverage_format: \
                      cobertura\n        path: c.xml\n";
        assert_eq!(added, wanted);
    }
}
