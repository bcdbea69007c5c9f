//! The stages of a file.

use std::collections::HashSet;

use super::reading::text;
use crate::text::Span;
use crate::yaml::{Document, Kind, NodeRef};

/// The stages of a file without `stages:` (lib/gitlab/ci/config/entry/stages.rb), `.pre` and `.post` apart.
pub const DEFAULT_STAGES: &[&str] = &["build", "test", "deploy"];

/// What a stage is to GitLab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageKind {
    /// `.pre` or `.post`, which always exist and keep their place.
    Edge,
    /// An item of `stages:`.
    Declared,
    /// One of GitLab's three, in a file without `stages:`.
    Default,
}

/// One stage, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: StageKind,
    /// Where it is declared.
    pub span: Option<Span>,
}

/// The stages of a file in the order in which they run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stages {
    /// `.pre` first, `.post` last.
    pub list: Vec<Stage>,
    /// Whether an include may bring others, or give jobs another one.
    pub open: bool,
    /// Where `stages:` stands; none where GitLab's defaults hold.
    pub span: Option<Span>,
    /// Whether some of them come from an alias, a `!reference` or another form that commands don't edit.
    pub opaque: bool,
}

impl Stages {
    /// Reads `stages:`, aliases followed. Duplicates count once, as in GitLab.
    pub fn read(document: &Document) -> Self {
        let node = document.top().and_then(|top| top.get("stages")).filter(|node| !node.is_null());
        let (middle, opaque) = match node {
            None => {
                let default = |name: &&str| Stage { name: (*name).to_owned(), kind: StageKind::Default, span: None };
                (DEFAULT_STAGES.iter().map(default).collect(), false)
            }
            Some(node) => {
                let mut names = Vec::new();
                let plain = collect(node, 0, &mut names);
                (names, !plain || node.kind() != Kind::Sequence)
            }
        };
        let edge = |name: &str| Stage { name: name.to_owned(), kind: StageKind::Edge, span: None };
        let mut list = vec![edge(".pre")];
        let mut known = HashSet::from([".pre".to_owned(), ".post".to_owned()]);
        list.extend(middle.into_iter().filter(|stage| known.insert(stage.name.clone())));
        list.push(edge(".post"));
        let open = document.top().and_then(|top| top.get("include")).is_some_and(|include| !include.is_null());
        Self { list, open, span: node.map(|node| node.full_span()), opaque }
    }

    /// The place of a stage in the order.
    pub fn index(&self, name: &str) -> Option<usize> {
        self.list.iter().position(|stage| stage.name == name)
    }

    /// Whether the file declares its stages itself.
    pub fn is_declared(&self) -> bool {
        self.span.is_some()
    }
}

/// Collects the names of a list, nested lists flattened as GitLab flattens them; false if not all could be read.
fn collect(node: NodeRef<'_>, depth: usize, into: &mut Vec<Stage>) -> bool {
    let Some(node) = node.resolved().filter(|node| depth < 10 && !node.is_reference()) else { return false };
    let mut plain = true;
    for item in node.items() {
        match text(item) {
            Some(name) => into.push(Stage { name, kind: StageKind::Declared, span: Some(item.span()) }),
            None => {
                collect(item, depth + 1, into);
                plain = false;
            }
        }
    }
    plain && node.kind() == Kind::Sequence
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        Stages::read(&Document::parse(text)).list.into_iter().map(|stage| stage.name).collect()
    }

    #[test]
    fn without_stages_gitlabs_defaults_hold() {
        assert_eq!(names("a:\n  script: x\n"), [".pre", "build", "test", "deploy", ".post"]);
        assert_eq!(names("stages:\n"), [".pre", "build", "test", "deploy", ".post"]);
    }

    #[test]
    fn an_include_may_bring_stages() {
        let open = |text: &str| Stages::read(&Document::parse(text)).open;
        assert!(open("include: a.yml\na:\n  stage: x\n") && !open("include:\na:\n  stage: x\n"));
    }

    #[test]
    fn pre_and_post_keep_their_place() {
        assert_eq!(names("stages: [.post, b, .pre, a]\n"), [".pre", "b", "a", ".post"]);
    }

    #[test]
    fn aliases_are_followed_and_make_the_list_opaque() {
        let document = Document::parse(".s: &s [x, y]\nstages: *s\n");
        let stages = Stages::read(&document);
        assert_eq!(stages.list.len(), 4);
        assert!(stages.opaque);
    }
}
