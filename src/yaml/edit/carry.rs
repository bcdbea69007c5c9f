//! Carrying entries with their comments from one mapping to another, other orders of entries, and names of anchors.

use super::block;
use super::entries::{bom_len, without_anchors};
use super::layout::layout_near;
use super::overlay::Inserted;
use super::{Draft, EditError};
use crate::text::Span;
use crate::yaml::node::{Entry, Kind, NodeRef, Style};
use crate::yaml::scalar::Scalar;
use crate::yaml::tree::{Data, Tree};
use crate::yaml::trivia;
use crate::yaml::write::{key_text, NewValue};

/// The lines of an entry on their way to another place.
pub struct Carried {
    lines: String,
    column: usize,
    key: Tree,
    value: Tree,
}

impl Carried {
    /// The lines at another column, with line breaks of that kind. None where a line is indented less than what goes.
    fn at(&self, column: usize, line_break: &str) -> Option<String> {
        let lines = self.lines.split('\n').map(|line| line.trim_end_matches('\r')).map(|line| {
            if line.trim().is_empty() {
                return Some(line.to_owned());
            }
            Some(format!("{}{}", " ".repeat(column), line.strip_prefix(&" ".repeat(self.column))?))
        });
        lines.collect::<Option<Vec<_>>>().map(|lines| lines.join(line_break))
    }
}

impl<'d> Draft<'d> {
    /// Takes out an entry with its comments. Its anchors go along: aliases must come after the place that it comes to.
    pub fn take_entry(&mut self, entry: Entry<'d>) -> Result<Carried, EditError> {
        let Some(mapping) = entry.key.parent().filter(|map| map.style() == Style::Block) else {
            return Err(EditError::Unsupported);
        };
        self.moved = true;
        let column = block::column(self.text(), block::start_of(entry.key));
        let carried = Carried {
            key: self.overlay.tree(entry.key),
            value: self.overlay.tree(entry.value),
            lines: self.cut_block(mapping, entry)?,
            column,
        };
        self.mark_removed(mapping, entry.key);
        Ok(carried)
    }

    /// A copy of an entry with its comments. None where it stands in brackets or holds an anchor, which may be there
    /// only once.
    pub fn copy_of_entry(&self, entry: Entry<'d>) -> Option<Carried> {
        let text = self.text();
        let start = block::start_of(entry.key);
        let anchored = entry.value.descendants().any(|node| node.anchor().is_some());
        let block = entry.key.parent().is_some_and(|map| map.style() == Style::Block && !map.in_flow());
        if anchored || !block || !block::starts_line(text, start) {
            return None;
        }
        let end = entry.span().to().max(entry.value.indicator().map_or(0, |at| at + 1));
        let lines = block::owned_lines(text, start, end);
        let lines = Span::new(lines.from() + bom_len(text, lines.from()), lines.to());
        Some(Carried {
            lines: lines.slice(text).trim_end_matches(['\n', '\r']).to_owned(),
            column: block::column(text, start),
            key: Tree::of(entry.key),
            value: without_anchors(Tree::of(entry.value)),
        })
    }

    /// Puts carried lines into a block mapping, before an entry or at its end.
    pub fn insert_carried(
        &mut self,
        mapping: NodeRef<'d>,
        before: Option<Entry<'d>>,
        carried: Carried,
    ) -> Result<(), EditError> {
        let first = mapping.entries().next().filter(|_| mapping.style() == Style::Block);
        let Some(first) = first else { return Err(EditError::Unsupported) };
        let column = block::column(self.text(), block::start_of(first.key));
        let lines = carried.at(column, trivia::line_break(self.text())).ok_or(EditError::Unsupported)?;
        self.insert_block_line(mapping, before.map(|entry| entry.key), column, lines.trim_start_matches(' '))?;
        let inserted = Inserted::Entry(carried.key, carried.value);
        self.overlay.insert(mapping, before.map(|entry| entry.key), inserted);
        *self.inserted_of.entry(mapping.id()).or_default() += 1;
        Ok(())
    }

    /// Puts the lines of an entry, which may be another document's, to the end of the top level as a block of their own.
    pub fn insert_carried_block(&mut self, carried: Carried) -> Result<(), EditError> {
        let root = self.document.root().filter(|root| root.style() == Style::Block && root.entries().len() > 0);
        let Some(root) = root else { return Err(EditError::Unsupported) };
        let lines = carried.at(0, trivia::line_break(self.text())).ok_or(EditError::Unsupported)?;
        self.paste_block(root, None, &lines);
        self.overlay.insert(root, None, Inserted::Entry(carried.key, carried.value));
        Ok(())
    }

    /// Adds an entry to the top level, as [`Draft::insert_block`] does, whose value is a mapping of new entries and
    /// carried ones.
    pub fn insert_block_of(
        &mut self,
        before: Option<Entry<'d>>,
        key: &str,
        new: &[(String, NewValue)],
        carried: Vec<Carried>,
    ) -> Result<(), EditError> {
        let root = self.document.root().filter(|root| root.style() == Style::Block && root.entries().len() > 0);
        let Some(root) = root else { return Err(EditError::Unsupported) };
        let layout = before.map_or_else(|| layout_near(root), |entry| layout_near(entry.value));
        let indent = " ".repeat(layout.step);
        let mut lines = format!("{}:", key_text(key, false));
        let mut entries = Vec::new();
        for (key, value) in new {
            lines.push_str(&format!("{}{indent}{}", layout.line_break, layout.entry(key, value, layout.step)));
            entries.push((Tree::key(key), Tree::from_new(value)));
        }
        for carried in carried {
            let text = carried.at(layout.step, layout.line_break).ok_or(EditError::Unsupported)?;
            lines.push_str(&format!("{}{text}", layout.line_break));
            entries.push((carried.key, carried.value));
        }
        self.paste_block(root, before.map(|entry| entry.key), &lines);
        let inserted = Inserted::Entry(Tree::key(key), Tree::plain(Data::Mapping(entries)));
        self.overlay.insert(root, before.map(|entry| entry.key), inserted);
        Ok(())
    }

    /// Gives the entries of a block mapping another order: the first of `order` comes where the first of them stands in
    /// the file, and so on. Each takes its comments along; what stands between stays.
    pub fn permute_entries(&mut self, mapping: NodeRef<'d>, order: &[Entry<'d>]) -> Result<(), EditError> {
        if mapping.style() != Style::Block {
            return Err(EditError::Unsupported);
        }
        self.moved = true;
        let text = self.text();
        let places: Vec<Entry<'d>> =
            mapping.entries().filter(|entry| order.iter().any(|wanted| wanted.key == entry.key)).collect();
        for (old, new) in places.iter().zip(order).filter(|(old, new)| old.key != new.key) {
            let (place, source) = (self.entry_lines(*old)?, self.entry_lines(*new)?);
            self.change(place, source.slice(text));
            self.overlay.remove(old.key);
            let tree = (self.overlay.tree(new.key), self.overlay.tree(new.value));
            self.overlay.insert(mapping, Some(old.key), Inserted::Entry(tree.0, tree.1));
        }
        Ok(())
    }

    /// The lines of an entry without the last line break.
    fn entry_lines(&self, entry: Entry<'d>) -> Result<Span, EditError> {
        let text = self.text();
        let start = block::start_of(entry.key);
        if !block::starts_line(text, start) {
            return Err(EditError::Unsupported);
        }
        let end = entry.span().to().max(entry.value.indicator().map_or(0, |at| at + 1));
        let lines = block::owned_lines(text, start, end);
        let from = lines.from() + bom_len(text, lines.from());
        let body = text[from..lines.to()].trim_end_matches(['\n', '\r']);
        Ok(Span::new(from, from + body.len()))
    }

    /// Writes `new` for each of `ranges` of a scalar, in its style. The ranges are of its value; they must stand in its
    /// text in the same words and the same number.
    pub fn substitute(&mut self, scalar: NodeRef<'d>, old: &[&str], new: &[String]) -> Result<(), EditError> {
        let (text, value) = (scalar.text(), scalar.value());
        let (mut in_text, mut in_value, mut changed) = (0, 0, String::new());
        for (old, new) in old.iter().zip(new) {
            let found = text[in_text..].find(old).zip(value[in_value..].find(old));
            let Some((text_at, value_at)) = found else { return Err(EditError::Unsupported) };
            let from = scalar.span().from() + in_text + text_at;
            self.change(Span::new(from, from + old.len()), new.clone());
            changed.push_str(&value[in_value..in_value + value_at]);
            changed.push_str(new);
            (in_text, in_value) = (in_text + text_at + old.len(), in_value + value_at + old.len());
        }
        changed.push_str(&value[in_value..]);
        let string = scalar.scalar() == Some(Scalar::Str);
        self.overlay.replace(scalar, Data::Scalar { value: changed, string });
        Ok(())
    }

    /// Gives the anchor of `node` another name, or takes it away.
    pub fn rename_anchor(&mut self, node: NodeRef<'d>, name: Option<&str>) -> Result<(), EditError> {
        let Some(span) = node.anchor_span() else { return Err(EditError::Unsupported) };
        let text = self.text();
        match name {
            Some(name) => self.change(span, format!("&{name}")),
            None => {
                // With it goes the blank on one of its sides: that before it where it ends its line.
                let ends_line = trivia::line_end(text, span.to()) == span.to();
                let before = usize::from(ends_line && text[..span.from()].ends_with(' '));
                let after = usize::from(!ends_line && text[span.to()..].starts_with(' '));
                self.change(Span::new(span.from() - before, span.to() + after), "");
            }
        }
        self.overlay.rename_anchor(node, name);
        Ok(())
    }

    /// Makes an alias stand for the anchor of another name.
    pub fn rename_alias(&mut self, alias: NodeRef<'d>, name: &str) -> Result<(), EditError> {
        if alias.kind() != Kind::Alias {
            return Err(EditError::Unsupported);
        }
        self.change(alias.span(), format!("*{name}"));
        self.overlay.replace(alias, Data::Alias(name.to_owned()));
        Ok(())
    }
}
