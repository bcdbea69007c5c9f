//! Collections in brackets.

use super::layout::layout_near;
use super::{Draft, EditError};
use crate::text::Span;
use crate::yaml::node::{Entry, NodeRef};
use crate::yaml::trivia;
use crate::yaml::write::{key_text, NewValue};

impl<'d> Draft<'d> {
    pub(super) fn insert_flow_item(
        &mut self,
        list: NodeRef<'d>,
        before: Option<NodeRef<'d>>,
        value: &NewValue,
    ) -> Result<(), EditError> {
        let text = layout_near(list).flow(value);
        let last = list.items().last().map(|item| item.full_span());
        self.insert_flow(list, before.map(|item| item.full_span().from()), last, &text)
    }

    pub(super) fn insert_flow_entry(
        &mut self,
        mapping: NodeRef<'d>,
        before: Option<Entry<'d>>,
        key: &str,
        value: &NewValue,
    ) -> Result<(), EditError> {
        let text = format!("{}: {}", key_text(key, true), layout_near(mapping).flow(value));
        let last = mapping.entries().last().map(|entry| entry.span());
        self.insert_flow(mapping, before.map(|entry| entry.key.full_span().from()), last, &text)
    }

    /// Adds `piece` before the child that starts at `before`, or behind the last child, with the comma it needs.
    fn insert_flow(
        &mut self,
        parent: NodeRef<'d>,
        before: Option<usize>,
        last: Option<Span>,
        piece: &str,
    ) -> Result<(), EditError> {
        if !parent.text().starts_with(['[', '{']) {
            return Err(EditError::Unsupported);
        }
        let text = self.text();
        if let Some(at) = before {
            self.insert(at, format!("{piece}, "));
            return Ok(());
        }
        let Some(last) = last else {
            // Empty brackets: `{ a: 1 }` as most people write it, `[a]` without blanks.
            let inside = Span::new(parent.span().from() + 1, parent.span().to() - 1);
            if inside.slice(text).contains('#') {
                return Err(EditError::Unsupported);
            }
            let padded = if parent.text().starts_with('{') { format!(" {piece} ") } else { piece.to_owned() };
            self.change(inside, padded);
            return Ok(());
        };
        let next = trivia::skip(text, last.to());
        let comma = text[next..].starts_with(',');
        let on_lines = text[parent.span().range()].contains('\n') && starts_own_line(text, last.from());
        if !on_lines {
            let at = if comma { next + 1 } else { last.to() };
            let glue = if comma { " " } else { ", " };
            self.insert(at, format!("{glue}{piece}"));
            return Ok(());
        }
        // One child a line: the new one gets a line of its own, and the list keeps its trailing comma or lack of it.
        if !comma {
            self.insert(last.to(), ",");
        }
        let column = super::block::column(text, last.from());
        let end = trivia::line_end(text, if comma { next } else { last.to() });
        let closing = if comma { "," } else { "" };
        if parent.span().to() <= end {
            self.insert(if comma { next + 1 } else { last.to() }, format!(" {piece}{closing}"));
        } else {
            self.insert(end, format!("{}{}{piece}{closing}", trivia::line_break(text), " ".repeat(column)));
        }
        Ok(())
    }

    /// Removes a child of a bracketed collection with one comma.
    pub(super) fn remove_flow_child(&mut self, parent: NodeRef<'d>, child: Span) -> Result<(), EditError> {
        let text = self.text();
        let next = trivia::skip(text, child.to());
        let mut gone = if text[next..].starts_with(',') {
            let behind = trivia::skip(text, next + 1);
            if text[behind..].starts_with([']', '}']) {
                Span::new(child.from(), next + 1)
            } else {
                Span::new(child.from(), behind)
            }
        } else {
            // The last one: the comma before it goes along.
            let before = text[parent.span().from()..child.from()].rfind(',');
            let Some(comma) = before.map(|at| parent.span().from() + at) else { return Err(EditError::Unsupported) };
            Span::new(comma, child.to())
        };
        if starts_own_line(text, child.from()) && text[next..].starts_with(',') {
            // A child on a line of its own goes with its line and with the comment beside it.
            let line_end = trivia::line_end(text, next);
            let rest = text[next + 1..line_end].trim_start();
            if rest.is_empty() || rest.starts_with('#') {
                gone = Span::new(trivia::line_start(text, child.from()), trivia::next_line(text, next));
            }
        }
        if gone.slice(text).lines().skip(1).any(|line| line.contains('#')) {
            return Err(EditError::Unsupported);
        }
        self.change(gone, "");
        Ok(())
    }
}

fn starts_own_line(text: &str, at: usize) -> bool {
    text[trivia::line_start(text, at)..at].trim().is_empty()
}
