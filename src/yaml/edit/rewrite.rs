//! Replacing the text of a block collection by other text for one, comments and style as they were typed.

use super::{Draft, EditError};
use crate::text::{Change, Span, Transaction};
use crate::yaml::document::Document;
use crate::yaml::node::{Kind, NodeRef, Style};
use crate::yaml::tree::Tree;
use crate::yaml::trivia;

impl<'d> Draft<'d> {
    /// Replaces a block collection by the one that `fragment` holds. Its text starts at column 0 and is moved to where
    /// the node stands. Unsupported where either is no block collection without tag and anchor.
    pub fn rewrite(&mut self, node: NodeRef<'d>, fragment: &Document) -> Result<(), EditError> {
        let is_block = |node: NodeRef<'_>| {
            let collection = matches!(node.kind(), Kind::Sequence | Kind::Mapping);
            collection && node.style() == Style::Block && node.tag().is_none() && node.anchor().is_none()
        };
        let root = fragment.roots().next().filter(|root| is_block(*root)).ok_or(EditError::Unsupported)?;
        if !is_block(node) || fragment.roots().len() > 1 {
            return Err(EditError::Unsupported);
        }
        self.check_anchors_inside(node)?;
        self.overlay.replace_tree(node, Tree::of(root));
        let (from, text) = (node.span().from(), self.text());
        let indent = " ".repeat(from - trivia::line_start(text, from));
        let line_break = trivia::line_break(text);
        let lines = fragment.text().trim_end().lines().enumerate().map(|(at, line)| match (at, line.trim()) {
            (0, _) => line.to_owned(),
            (_, "") => line_break.to_owned(),
            _ => format!("{line_break}{indent}{line}"),
        });
        let new: String = lines.collect();
        for Change { span, insert } in Transaction::between(node.text(), &new).changes() {
            self.change(Span::new(from + span.from(), from + span.to()), insert.clone());
        }
        Ok(())
    }
}
