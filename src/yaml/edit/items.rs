//! Items of sequences: add, remove, move.

use super::block;
use super::layout::layout_near;
use super::overlay::Inserted;
use super::{Draft, EditError};
use crate::text::Span;
use crate::yaml::node::{Kind, NodeRef, Style};
use crate::yaml::tree::Tree;
use crate::yaml::write::NewValue;

impl<'d> Draft<'d> {
    /// Adds an item before another, or at the end.
    pub fn insert_item(
        &mut self,
        list: NodeRef<'d>,
        before: Option<NodeRef<'d>>,
        value: &NewValue,
    ) -> Result<(), EditError> {
        if list.kind() != Kind::Sequence || list.is_reference() {
            return Err(EditError::Unsupported);
        }
        if list.style() == Style::Flow {
            self.insert_flow_item(list, before, value)?;
        } else {
            let text = self.text();
            let column = block::column(text, list.span().from());
            let line = layout_near(list).item(value, column);
            // Behind the item before, so that a comment above the next one stays with it.
            let previous = before.and_then(|next| list.items().take_while(|item| *item != next).last());
            match (previous, before) {
                (Some(previous), Some(_)) => {
                    let at = block::lines_end(text, end_of_item(previous), column);
                    let line_break = crate::yaml::trivia::line_break(text);
                    self.insert(at, format!("{line_break}{}{line}", " ".repeat(column)));
                }
                _ => self.insert_block_line(list, before, column, &line)?,
            }
        }
        self.overlay.insert(list, before, Inserted::Item(Tree::from_new(value)));
        Ok(())
    }

    /// Removes an item with its comments. The last item leaves an empty list, `[]`.
    pub fn remove_item(&mut self, item: NodeRef<'d>) -> Result<(), EditError> {
        let Some(list) = item.parent().filter(|list| list.kind() == Kind::Sequence) else {
            return Err(EditError::Unsupported);
        };
        self.check_anchors(item.full_span())?;
        if self.staying(list) == 1 {
            return self.replace(list, &NewValue::List(Vec::new()));
        }
        let start = block::start_of(item);
        if list.style() == Style::Flow {
            self.remove_flow_child(list, item.full_span())?;
        } else {
            self.remove_block_child(list, start, end_of_item(item), &mut list.items())?;
        }
        self.mark_removed(list, item);
        Ok(())
    }

    /// Moves an item with its comments before another, or to the end.
    pub fn move_item(&mut self, item: NodeRef<'d>, before: Option<NodeRef<'d>>) -> Result<(), EditError> {
        self.moved = true;
        let Some(list) = item.parent().filter(|list| list.kind() == Kind::Sequence) else {
            return Err(EditError::Unsupported);
        };
        let mut order: Vec<NodeRef<'d>> = list.items().filter(|other| *other != item).collect();
        let place = before.and_then(|next| order.iter().position(|other| *other == next)).unwrap_or(order.len());
        order.insert(place, item);
        let text = self.text();
        if list.style() == Style::Flow {
            // Brackets keep their commas and breaks: each place gets the text of the item that comes there.
            for (old, new) in list.items().zip(&order).filter(|(old, new)| old != *new) {
                self.change(old.full_span(), new.full_span().slice(text));
            }
        } else {
            let places: Vec<Span> = list.items().map(|item| self.item_lines(item)).collect::<Result<_, _>>()?;
            let of = |wanted: NodeRef<'d>| list.items().position(|item| item == wanted).map(|at| places[at]);
            for (old, new) in list.items().zip(&order).filter(|(old, new)| old != *new) {
                if let (Some(place), Some(source)) = (of(old), of(*new)) {
                    self.change(place, source.slice(text));
                }
            }
        }
        self.overlay.remove(item);
        let tree = self.overlay.tree(item);
        self.overlay.insert(list, before, Inserted::Item(tree));
        Ok(())
    }

    /// The lines of an item without indentation before the first and without the last line break.
    fn item_lines(&self, item: NodeRef<'d>) -> Result<Span, EditError> {
        let text = self.text();
        let start = block::start_of(item);
        let first = block::comments_start(text, start);
        let indent = block::column(text, start);
        let end = block::lines_end(text, end_of_item(item), indent);
        let from =
            if block::starts_line(text, start) { first + crate::yaml::trivia::indent(text, first) } else { start };
        Ok(Span::new(from, end))
    }
}

/// Where an item ends; an empty one at its dash.
pub(super) fn end_of_item(item: NodeRef<'_>) -> usize {
    item.full_span().to().max(item.indicator().map_or(0, |at| at + 1))
}
