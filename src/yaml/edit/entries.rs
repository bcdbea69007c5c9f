//! Entries of mappings: add, remove, rename, move.

use super::block;
use super::layout::{layout_near, layout_of};
use super::overlay::Inserted;
use super::{Draft, EditError};
use crate::text::{Change, Span, Transaction};
use crate::yaml::node::{Entry, Kind, NodeRef, Style};
use crate::yaml::tree::{Data, Tree};
use crate::yaml::trivia;
use crate::yaml::write::{inline_string, key_text, NewValue};

impl<'d> Draft<'d> {
    /// Adds an entry to a mapping before the entry with the key `before`, or at its end. `mapping` may be an empty
    /// value, which becomes a mapping.
    pub fn insert_entry(
        &mut self,
        mapping: NodeRef<'d>,
        before: Option<Entry<'d>>,
        key: &str,
        value: &NewValue,
    ) -> Result<(), EditError> {
        if mapping.is_null() {
            return self.replace(mapping, &NewValue::Map(vec![(key.to_owned(), value.clone())]));
        }
        if mapping.kind() != Kind::Mapping {
            return Err(EditError::Unsupported);
        }
        if mapping.style() == Style::Flow {
            self.insert_flow_entry(mapping, before, key, value)?;
        } else {
            let text = self.text();
            let Some(first) = mapping.entries().next() else { return Err(EditError::Unsupported) };
            let column = block::column(text, block::start_of(first.key));
            let layout = layout_near(mapping);
            let line = layout.entry(key, value, column);
            self.insert_block_line(mapping, before.map(|entry| entry.key), column, &line)?;
        }
        self.overlay.insert(
            mapping,
            before.map(|entry| entry.key),
            Inserted::Entry(Tree::key(key), Tree::from_new(value)),
        );
        *self.inserted_of.entry(mapping.id()).or_default() += 1;
        Ok(())
    }

    /// Adds lines to a block collection before one of its items or keys, or at its end.
    pub(super) fn insert_block_line(
        &mut self,
        parent: NodeRef<'d>,
        before: Option<NodeRef<'d>>,
        column: usize,
        line: &str,
    ) -> Result<(), EditError> {
        let text = self.text();
        let line_break = trivia::line_break(text);
        let indent = " ".repeat(column);
        match before {
            Some(next) => {
                let start = block::start_of(next);
                if block::starts_line(text, start) {
                    let at = block::comments_start(text, start);
                    self.insert(at + bom_len(text, at), format!("{indent}{line}{line_break}"));
                } else {
                    self.insert(start, format!("{line}{line_break}{indent}"));
                }
            }
            None => {
                let at = block::lines_end(text, self.end_of_staying(parent), column);
                self.insert(at, format!("{line_break}{indent}{line}"));
            }
        }
        Ok(())
    }

    /// The end of the last child that does not go: what is added at the end comes behind it.
    fn end_of_staying(&self, parent: NodeRef<'d>) -> usize {
        let entries = parent.entries().map(|entry| (entry.key, entry.value));
        let children = entries.chain(parent.items().map(|item| (item, item)));
        let staying = children.rev().find(|(marked, _)| !self.removed.contains(&marked.id()));
        staying.map_or(parent.span().to(), |(_, value)| {
            value.full_span().to().max(value.indicator().map_or(0, |at| at + 1))
        })
    }

    /// Removes an entry with its comments. The last entry of a mapping leaves an empty one, `{}`.
    pub fn remove_entry(&mut self, entry: Entry<'d>) -> Result<(), EditError> {
        self.check_anchors(entry.span())?;
        let Some(mapping) = entry.key.parent() else { return Err(EditError::Unsupported) };
        if self.staying(mapping) == 1 && mapping.parent().is_some() {
            return self.replace(mapping, &NewValue::Map(Vec::new()));
        }
        let start = block::start_of(entry.key);
        let end = entry.span().to().max(entry.value.indicator().map_or(0, |at| at + 1));
        if mapping.style() == Style::Flow {
            self.remove_flow_child(mapping, Span::new(start, end))?;
        } else {
            let mut keys = mapping.entries().map(|entry| entry.key);
            self.remove_block_child(mapping, start, end, &mut keys)?;
        }
        self.mark_removed(mapping, entry.key);
        Ok(())
    }

    /// Removes the lines of a child of a block collection. `siblings` are the items or keys of the collection.
    pub(super) fn remove_block_child(
        &mut self,
        parent: NodeRef<'d>,
        start: usize,
        end: usize,
        siblings: &mut dyn Iterator<Item = NodeRef<'d>>,
    ) -> Result<(), EditError> {
        let text = self.text();
        if block::starts_line(text, start) {
            let lines = block::owned_lines(text, start, end);
            let lines = Span::new(lines.from() + bom_len(text, lines.from()), lines.to());
            let gone = if parent.parent().is_none() { block::deletion(text, lines) } else { within(text, lines) };
            self.change(gone, "");
            return Ok(());
        }
        // It stands behind a dash: its next sibling moves up to that place.
        let staying = siblings.filter(|sibling| !self.removed.contains(&sibling.id()));
        match staying.map(block::start_of).find(|next| *next > start) {
            Some(next) if !text[end..next].contains('#') => {
                self.change(Span::new(start, next), "");
                Ok(())
            }
            _ => Err(EditError::Unsupported),
        }
    }

    /// Gives an entry another key, in the quotes that it has.
    pub fn rename_key(&mut self, key: NodeRef<'d>, to: &str) -> Result<(), EditError> {
        if key.kind() != Kind::Scalar {
            return Err(EditError::Unsupported);
        }
        let text = match key.style() {
            Style::SingleQuoted | Style::DoubleQuoted => inline_string(to, key.style(), key.in_flow()),
            _ => key_text(to, key.parent().is_some_and(|map| map.style() == Style::Flow) || key.in_flow()),
        };
        self.change(key.span(), text);
        self.overlay.replace(key, Data::Scalar { value: to.to_owned(), string: true });
        Ok(())
    }

    /// Moves a top-level entry with its comments before another one, or to the end.
    pub fn move_entry(&mut self, entry: Entry<'d>, before: Option<Entry<'d>>) -> Result<(), EditError> {
        self.moved = true;
        let Some(mapping) = entry.key.parent().filter(|map| map.style() == Style::Block) else {
            return Err(EditError::Unsupported);
        };
        let block = self.cut_block(mapping, entry)?;
        self.paste_block(mapping, before.map(|entry| entry.key), &block);
        self.overlay.remove(entry.key);
        let tree = (self.overlay.tree(entry.key), self.overlay.tree(entry.value));
        self.overlay.insert(mapping, before.map(|entry| entry.key), Inserted::Entry(tree.0, tree.1));
        Ok(())
    }

    /// Takes out the lines of an entry; gives them without the line break at their end.
    pub(super) fn cut_block(&mut self, mapping: NodeRef<'d>, entry: Entry<'d>) -> Result<String, EditError> {
        let text = self.text();
        let start = block::start_of(entry.key);
        let end = entry.span().to().max(entry.value.indicator().map_or(0, |at| at + 1));
        if !block::starts_line(text, start) {
            return Err(EditError::Unsupported);
        }
        let lines = block::owned_lines(text, start, end);
        let lines = Span::new(lines.from() + bom_len(text, lines.from()), lines.to());
        let gone = if mapping.parent().is_none() { block::deletion(text, lines) } else { within(text, lines) };
        let block = lines.slice(text).trim_end_matches(['\n', '\r']);
        let block = self.take_changes_inside(Span::new(lines.from(), lines.from() + block.len()))?;
        self.change(gone, "");
        Ok(block)
    }

    /// The text of a span with the changes of this edit inside it, which are then no longer changes of their own.
    fn take_changes_inside(&mut self, span: Span) -> Result<String, EditError> {
        let text = self.text();
        let (inside, outside) = std::mem::take(&mut self.changes)
            .into_iter()
            .partition(|change| span.contains(change.span) && change.span.from() > span.from());
        self.changes = outside;
        let inside: Vec<Change> = inside;
        let shifted = inside.into_iter().map(|change| Change {
            span: Span::new(change.span.from() - span.from(), change.span.to() - span.from()),
            insert: change.insert,
        });
        let transaction = Transaction::new(shifted.collect()).map_err(|_| EditError::Differs)?;
        Ok(transaction.apply(span.slice(text)))
    }

    /// Puts lines into a block mapping, with a blank line where its entries are kept apart by blank lines.
    pub(super) fn paste_block(&mut self, mapping: NodeRef<'d>, before: Option<NodeRef<'d>>, lines: &str) {
        let text = self.text();
        let line_break = trivia::line_break(text);
        let blank = if spaced(mapping) { line_break } else { "" };
        match before {
            Some(next) => {
                let at = block::comments_start(text, block::start_of(next));
                self.insert(at + bom_len(text, at), format!("{lines}{line_break}{blank}"));
            }
            None => {
                let column =
                    mapping.entries().next().map_or(0, |first| block::column(text, block::start_of(first.key)));
                let at = block::lines_end(text, mapping.span().to(), column);
                self.insert(at, format!("{line_break}{blank}{lines}"));
            }
        }
    }

    /// Adds an entry to the top level as a block of its own, before an entry or at the end. Its lines are kept apart
    /// from their neighbours by a blank line where the file does so.
    pub fn insert_block(&mut self, before: Option<Entry<'d>>, key: &str, value: &NewValue) -> Result<(), EditError> {
        let Some(root) = self.document.root() else {
            self.first_lines(key, value);
            self.first = Some(Tree::plain(Data::Mapping(vec![(Tree::key(key), Tree::from_new(value))])));
            return Ok(());
        };
        if root.kind() != Kind::Mapping || root.style() == Style::Flow || root.entries().next().is_none() {
            return if root.is_null() {
                self.first_block(root, key, value)
            } else {
                self.insert_entry(root, before, key, value)
            };
        }
        let lines = layout_near(root).entry(key, value, 0);
        self.paste_block(root, before.map(|entry| entry.key), &lines);
        self.overlay.insert(
            root,
            before.map(|entry| entry.key),
            Inserted::Entry(Tree::key(key), Tree::from_new(value)),
        );
        Ok(())
    }

    /// The first entry of a document that holds nothing but comments.
    fn first_block(&mut self, root: NodeRef<'d>, key: &str, value: &NewValue) -> Result<(), EditError> {
        if !root.is_absent() {
            return Err(EditError::Unsupported);
        }
        self.first_lines(key, value);
        let entry = (Tree::key(key), Tree::from_new(value));
        self.overlay.replace(root, Data::Mapping(vec![entry]));
        Ok(())
    }

    fn first_lines(&mut self, key: &str, value: &NewValue) {
        let text = self.text();
        let layout = layout_of(self.document);
        let glue = if text.is_empty() || text.ends_with('\n') { "" } else { layout.line_break };
        self.insert(text.len(), format!("{glue}{}{}", layout.entry(key, value, 0), layout.line_break));
    }

    /// Copies a top-level entry under another key to right after it. Anchors are left out of the copy: a second one of
    /// the same name would take over the aliases behind it.
    pub fn copy_entry(&mut self, entry: Entry<'d>, key: &str) -> Result<(), EditError> {
        let text = self.text();
        let Some(mapping) = entry.key.parent().filter(|map| map.style() == Style::Block) else {
            return Err(EditError::Unsupported);
        };
        if entry.key.anchor().is_some() {
            return Err(EditError::Unsupported);
        }
        let start = block::start_of(entry.key);
        let end = block::lines_end(text, entry.span().to(), block::column(text, start));
        let mut lines = format!("{}{}", key_text(key, false), &text[entry.key.span().to()..end]);
        let shift = lines.len() as isize - end as isize;
        let mut anchors: Vec<Span> = entry.value.descendants().filter_map(|node| node.anchor_span()).collect();
        anchors.sort_by_key(|span| std::cmp::Reverse(span.start));
        for anchor in anchors {
            let blank = usize::from(text[anchor.to()..].starts_with(' '));
            let from = (anchor.from() as isize + shift) as usize;
            lines.replace_range(from..from + anchor.len() + blank, "");
        }
        // `key: &a` at the end of its line leaves a blank behind.
        let lines = lines.replacen(": \n", ":\n", 1).replacen(": \r\n", ":\r\n", 1);
        let next = mapping.entries().skip_while(|other| other.key != entry.key).nth(1);
        let line_break = trivia::line_break(text);
        let blank = if spaced(mapping) { line_break } else { "" };
        self.insert(end, format!("{line_break}{blank}{lines}"));
        let copy = Inserted::Entry(Tree::key(key), without_anchors(Tree::of(entry.value)));
        self.overlay.insert(mapping, next.map(|next| next.key), copy);
        Ok(())
    }
}

/// Inside a job no blank lines go along, but where blank lines stand on both sides those behind do.
fn within(text: &str, lines: Span) -> Span {
    if lines.to() == text.len() && !text.ends_with('\n') {
        return block::deletion(text, lines);
    }
    let blank_before = block::blank_lines_before(text, lines.from()) < lines.from();
    let after = block::blank_lines_after(text, lines.to());
    Span::new(lines.from(), if blank_before && after < text.len() { after } else { lines.to() })
}

/// Whether most neighbours in a block mapping are kept apart by blank lines.
fn spaced(mapping: NodeRef<'_>) -> bool {
    let text = mapping.document().text();
    let mut entries = mapping.entries().skip(1).map(|entry| {
        let lines = block::comments_start(text, block::start_of(entry.key));
        block::blank_lines_before(text, lines) < lines
    });
    let total = entries.len();
    let spaced = entries.by_ref().filter(|spaced| *spaced).count();
    total == 0 || spaced * 2 >= total
}

/// Three bytes where a byte order mark stands at the start of the text, which stays there.
pub(super) fn bom_len(text: &str, at: usize) -> usize {
    if at == 0 && text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    }
}

pub(super) fn without_anchors(mut tree: Tree) -> Tree {
    tree.anchor = None;
    tree.data = match tree.data {
        Data::Sequence(items) => Data::Sequence(items.into_iter().map(without_anchors).collect()),
        Data::Mapping(entries) => {
            Data::Mapping(entries.into_iter().map(|(k, v)| (without_anchors(k), without_anchors(v))).collect())
        }
        other => other,
    };
    tree
}
