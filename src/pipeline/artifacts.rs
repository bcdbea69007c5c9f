//! `artifacts`

use super::list::{strings, ListItem};
use super::reading::{flag, text, Reading};
use crate::text::Span;
use crate::yaml::{Kind, NodeId, NodeRef};

/// The kinds of report (lib/gitlab/ci/config/entry/reports.rb). `coverage_report` is a mapping, the others are paths.
pub const REPORT_KINDS: &[&str] = &[
    "junit",
    "coverage_report",
    "dotenv",
    "codequality",
    "sast",
    "secret_detection",
    "dependency_scanning",
    "container_scanning",
    "dast",
    "api_fuzzing",
    "coverage_fuzzing",
    "cluster_image_scanning",
    "license_scanning",
    "performance",
    "browser_performance",
    "load_performance",
    "metrics",
    "lsif",
    "terraform",
    "accessibility",
    "requirements",
    "requirements_v2",
    "cyclonedx",
    "annotations",
    "repository_xray",
    "sarif",
];

/// One report that a job hands over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its kind, `junit` for example.
    pub kind: String,
    /// Its files. For `coverage_report` the one `path`.
    pub paths: Vec<ListItem>,
    /// `coverage_format` of a coverage report.
    pub coverage_format: Option<String>,
    /// Whether a form may change it.
    pub editable: bool,
    /// Where it stands.
    pub span: Span,
    /// The node of its value.
    pub node: NodeId,
}

/// What a job hands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifacts {
    /// `paths`
    pub paths: Reading<Vec<ListItem>>,
    /// `exclude`
    pub exclude: Reading<Vec<ListItem>>,
    /// `name`
    pub name: Reading<String>,
    /// `when`
    pub when: Reading<String>,
    /// `expire_in`
    pub expire_in: Reading<String>,
    /// `expose_as`
    pub expose_as: Reading<String>,
    /// `access`
    pub access: Reading<String>,
    /// `untracked`
    pub untracked: Reading<bool>,
    /// `reports`
    pub reports: Reading<Vec<Report>>,
}

impl Artifacts {
    /// Reads the mapping.
    pub fn read(node: Option<NodeRef<'_>>) -> Reading<Self> {
        Reading::of(node, |node| {
            (node.kind() == Kind::Mapping).then(|| {
                let word = |key: &str| Reading::of(node.get(key), text);
                Self {
                    paths: strings(node.get("paths")),
                    exclude: strings(node.get("exclude")),
                    name: word("name"),
                    when: word("when"),
                    expire_in: word("expire_in"),
                    expose_as: word("expose_as"),
                    access: word("access"),
                    untracked: Reading::of(node.get("untracked"), flag),
                    reports: Report::read(node.get("reports")),
                }
            })
        })
    }
}

impl Report {
    /// Reads the mapping of reports.
    pub fn read(node: Option<NodeRef<'_>>) -> Reading<Vec<Self>> {
        Reading::of(node, |node| {
            (node.kind() == Kind::Mapping).then(|| {
                node.entries()
                    .map(|entry| {
                        let is_coverage = entry.value.kind() == Kind::Mapping;
                        let files = if is_coverage { entry.value.get("path") } else { Some(entry.value) };
                        let paths = strings(files);
                        Self {
                            kind: entry.key.value().to_owned(),
                            coverage_format: entry.value.get("coverage_format").and_then(text),
                            editable: !matches!(paths, Reading::Opaque { .. }) && entry.key.value() != "<<",
                            paths: paths.value().cloned().unwrap_or_default(),
                            span: entry.span(),
                            node: entry.value.id(),
                        }
                    })
                    .collect()
            })
        })
    }
}
