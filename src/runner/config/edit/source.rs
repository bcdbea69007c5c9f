//! Lines, indentation and line breaks of the file as it is written.

use crate::runner::config::document::Document;
use crate::runner::config::tree::{Entry, Form, Kind, Node, Table};
use crate::text::{Change, Span};

/// The text with what its lines look like.
pub(super) struct Source<'d> {
    pub(super) text: &'d str,
    /// Behind the byte order mark.
    pub(super) start: usize,
    /// The line break of the first line.
    pub(super) line_break: &'static str,
    /// How much deeper the keys of a table stand than its header.
    pub(super) step: String,
}

impl<'d> Source<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let text: &str = document.text();
        let first = text.find('\n');
        let line_break = if first.is_some_and(|at| text[..at].ends_with('\r')) { "\r\n" } else { "\n" };
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut source = Self { text, start, line_break, step: "  ".to_owned() };
        if let Some(step) = document.tree().ok().and_then(|root| source.first_step(root)) {
            source.step = step;
        }
        source
    }

    /// Where the line of a place begins.
    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(self.start, |end| end + 1)
    }

    /// Where the next line begins.
    pub(super) fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + end + 1)
    }

    /// The blanks before a place's line.
    pub(super) fn indent(&self, at: usize) -> &'d str {
        let line = &self.text[self.line_start(at)..at];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    /// New lines behind the line of a place.
    pub(super) fn lines_behind(&self, at: usize, lines: &[String]) -> Change {
        let at = self.line_end(at);
        let joined = lines.join(self.line_break);
        let complete = self.text[..at].ends_with('\n') || at == self.start;
        let insert =
            if complete { format!("{joined}{}", self.line_break) } else { format!("{}{joined}", self.line_break) };
        Change { span: Span::empty(at), insert }
    }

    fn first_step(&self, table: &Table) -> Option<String> {
        headed(table).find_map(|(header, table)| {
            let deeper = last_own(table)
                .map(|(key, _)| self.indent(key))
                .and_then(|own| own.strip_prefix(self.indent(header.from())).map(str::to_owned));
            deeper.or_else(|| self.first_step(table))
        })
    }
}

/// The tables with a header directly in a table, with the place of the header.
pub(super) fn headed(table: &Table) -> impl Iterator<Item = (Span, &Table)> {
    let nodes = table.entries.iter().flat_map(|entry| match &entry.node.kind {
        Kind::Tables(items) => items.as_slice(),
        _ => std::slice::from_ref(&entry.node),
    });
    nodes.filter_map(|node| match &node.kind {
        Kind::Table(table) if matches!(table.form, Form::Header | Form::Implicit) => Some((node.span, table)),
        _ => None,
    })
}

/// Of the entries that stand under a table's own header the last: where its key begins and where its value ends.
pub(super) fn last_own(table: &Table) -> Option<(usize, usize)> {
    table.entries.iter().filter_map(own_places).max_by_key(|(_, end)| *end)
}

fn own_places(entry: &Entry) -> Option<(usize, usize)> {
    match &entry.node.kind {
        Kind::Tables(_) => None,
        Kind::Table(table) => match table.form {
            Form::Dotted => last_own(table),
            Form::Inline => Some((entry.key_span.from(), entry.node.span.to())),
            Form::Root | Form::Header | Form::Implicit => None,
        },
        _ => Some((entry.key_span.from(), entry.node.span.to())),
    }
}

/// Where the last header or value of a table and of all tables in it ends.
pub(super) fn deep_end(node: &Node) -> usize {
    match &node.kind {
        Kind::Table(table) if matches!(table.form, Form::Header | Form::Implicit | Form::Dotted) => {
            let inner = table.entries.iter().map(|entry| deep_end(&entry.node));
            inner.chain([node.span.to()]).max().unwrap_or_default()
        }
        Kind::Tables(items) => items.iter().map(deep_end).max().unwrap_or_default(),
        _ => node.span.to(),
    }
}
