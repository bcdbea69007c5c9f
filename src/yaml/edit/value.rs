//! Replacing a value by another, in the style of what it replaces.

use super::block;
use super::layout::layout_near;
use super::{Draft, EditError};
use crate::text::Span;
use crate::yaml::node::{Kind, NodeRef, Style};
use crate::yaml::tree::Tree;
use crate::yaml::trivia;
use crate::yaml::write::{chomping, inline_string, literal, literal_can_hold, plain_is_safe, NewValue};

impl<'d> Draft<'d> {
    /// Replaces the whole value of `node`. Its anchor stays; its tag goes, for it told what the old value was.
    pub fn replace(&mut self, node: NodeRef<'d>, value: &NewValue) -> Result<(), EditError> {
        self.check_anchors_inside(node)?;
        self.overlay.replace_tree(node, Tree::from_new(value));
        let in_place = node.in_flow() || node.tag().is_none() || is_inline(node) && stays_inline(value);
        if let Some(tag) = node.tag_span().filter(|_| in_place) {
            self.drop_tag(node, tag);
        }
        if node.in_flow() {
            return self.replace_in_flow(node, value);
        }
        match value {
            _ if !in_place => self.replace_layout(node, value),
            NewValue::String(text) if node.style().is_block_scalar() && wants_block(text) => {
                self.replace_block_scalar(node, text)
            }
            NewValue::String(text) if is_inline(node) && !wants_block(text) => {
                let text = inline_string(text, kept_quotes(node, text), false);
                self.replace_inline(node, &text)
            }
            NewValue::Plain(text) if is_inline(node) => self.replace_inline(node, text),
            NewValue::Alias(name) if is_inline(node) => self.replace_inline(node, &format!("*{name}")),
            NewValue::Reference(_) if is_inline(node) => self.replace_inline(node, &layout_near(node).flow(value)),
            _ => self.replace_layout(node, value),
        }
    }

    /// Anchors inside go with the value; the node's own stays.
    pub(super) fn check_anchors_inside(&self, node: NodeRef<'d>) -> Result<(), EditError> {
        for inner in node.descendants().skip(1) {
            if let Some(anchor) = inner.anchor() {
                if self.document.aliases_of(inner).any(|alias| !node.span().contains(alias.span())) {
                    return Err(EditError::AnchorInUse(anchor.to_owned()));
                }
            }
        }
        Ok(())
    }

    fn drop_tag(&mut self, node: NodeRef<'d>, tag: Span) {
        let text = self.text();
        let blanks = text[tag.to()..].len() - text[tag.to()..].trim_start_matches(' ').len();
        let to = (tag.to() + blanks).min(node.span().from().max(tag.to()));
        self.change(Span::new(tag.from(), to), "");
    }

    fn replace_in_flow(&mut self, node: NodeRef<'d>, value: &NewValue) -> Result<(), EditError> {
        let text = match value {
            NewValue::String(text) if node.kind() == Kind::Scalar && !node.is_absent() => {
                let quotes = match node.style() {
                    Style::Plain if plain_is_safe(text, true) => Style::Plain,
                    Style::Plain => layout_near(node).quotes,
                    quoted => quoted,
                };
                inline_string(text, quotes, true)
            }
            other => layout_near(node).flow(other),
        };
        self.replace_inline(node, &text)
    }

    /// Puts one-line text in the place of the node's own, with the blank that an empty value lacks.
    fn replace_inline(&mut self, node: NodeRef<'d>, text: &str) -> Result<(), EditError> {
        if node.span().is_empty() {
            let needs_blank = !self.text()[..node.span().from()].ends_with([' ', '\t', '\n']);
            let blank = if needs_blank && node.parent().is_some() { " " } else { "" };
            self.insert(node.span().from(), format!("{blank}{text}"));
        } else {
            self.change(node.span(), text);
        }
        Ok(())
    }

    /// New text in a block scalar: indicators, comment beside the header and indentation stay.
    fn replace_block_scalar(&mut self, node: NodeRef<'d>, text: &str) -> Result<(), EditError> {
        let whole = self.text();
        let header = Span::new(node.span().from(), trivia::line_end(whole, node.span().from()));
        let word = header.slice(whole).split([' ', '\t']).next().unwrap_or("");
        let indent = self.block_scalar_indent(node, header);
        let layout = layout_near(node);
        // In a folded scalar line breaks mean blanks; as a literal one the text reads as it is written.
        self.change(Span::new(header.from(), header.from() + word.len()), format!("|{}", chomping(text)));
        let body = literal(text, "", indent, layout.line_break);
        let body = if node.span().to() > header.to() { body } else { body.trim_end().to_owned() };
        self.change(Span::new(header.to(), node.span().to().max(header.to())), body);
        Ok(())
    }

    /// Indentation of the first line of a block scalar that holds text.
    fn block_scalar_indent(&self, node: NodeRef<'d>, header: Span) -> usize {
        let whole = self.text();
        let body = Span::new(header.to(), node.span().to().max(header.to())).slice(whole);
        let first = body.lines().find(|line| !line.trim().is_empty());
        first.map_or_else(
            || self.owner_column(node) + layout_near(node).step,
            |line| line.len() - line.trim_start_matches(' ').len(),
        )
    }

    /// Column of the key or dash that the value stands behind.
    fn owner_column(&self, node: NodeRef<'d>) -> usize {
        let text = self.text();
        let owner = match node.parent() {
            Some(parent) if parent.kind() == Kind::Mapping => node.own_entry().map(|entry| block::start_of(entry.key)),
            Some(_) => node.indicator(),
            None => None,
        };
        owner.map_or(0, |at| block::column(text, at))
    }

    /// Takes the old value out and writes the new one behind its key or dash, below it if it has several lines. A
    /// comment beside the key stays there.
    fn replace_layout(&mut self, node: NodeRef<'d>, value: &NewValue) -> Result<(), EditError> {
        let Some(parent) = node.parent() else { return Err(EditError::Unsupported) };
        let text = self.text();
        let Some(indicator) = node.indicator() else { return Err(EditError::Unsupported) };
        let after_dash = parent.kind() == Kind::Sequence;
        let mut from = indicator + 1;
        if let Some(anchor) = node.anchor_span() {
            from = from.max(anchor.to());
        }
        if let Some(tag) = node.tag_span().filter(|tag| tag.to() <= from) {
            self.drop_tag(node, tag);
        }
        let to = node.span().to().max(from);
        let column = self.owner_column(node);
        let new = layout_near(node).value(value, column, after_dash);
        let line_end = trivia::line_end(text, from);
        // The comment beside the key, of a value that begins below it.
        let beside = Span::new(from, line_end.min(to));
        let comment = beside.slice(text).trim_start().starts_with('#');
        let below = new.starts_with(['\n', '\r']);
        if comment && below {
            self.change(Span::new(line_end, to), new);
        } else if comment {
            self.change(Span::new(from, to), format!("{new}{}", beside.slice(text)));
        } else if below && to <= line_end {
            // An inline value becomes a block: a comment behind it stays on the line of the key.
            self.change(Span::new(from, to), "");
            self.insert(line_end, new);
        } else {
            self.change(Span::new(from, to), new);
        }
        Ok(())
    }
}

/// Whether the node's text is one piece that other inline text can take the place of.
fn is_inline(node: NodeRef<'_>) -> bool {
    match node.kind() {
        Kind::Scalar => !node.style().is_block_scalar(),
        Kind::Alias => true,
        Kind::Sequence | Kind::Mapping => node.style() == Style::Flow,
    }
}

/// Whether a value takes the place of another without a line of its own.
fn stays_inline(value: &NewValue) -> bool {
    match value {
        NewValue::String(text) => !wants_block(text),
        NewValue::Plain(_) | NewValue::Alias(_) | NewValue::Reference(_) => true,
        NewValue::List(_) | NewValue::Map(_) | NewValue::Kept(_) => false,
    }
}

fn wants_block(text: &str) -> bool {
    text.contains('\n') && literal_can_hold(text)
}

/// The quotes of the scalar that is replaced; plain stays plain where that is safe.
fn kept_quotes(node: NodeRef<'_>, text: &str) -> Style {
    match node.style() {
        Style::SingleQuoted => Style::SingleQuoted,
        Style::DoubleQuoted => Style::DoubleQuoted,
        _ if plain_is_safe(text, false) => Style::Plain,
        _ => layout_near(node).quotes,
    }
}
