//! Setting and removing one key.

use super::list::{self, Items};
use super::source::{deep_end, headed, last_own, Source};
use super::{NewValue, Refusal};
use crate::runner::config::document::{Document, Path, Step};
use crate::runner::config::tree::{key as written_key, Form, Kind, Node, Table};
use crate::text::{Change, Span};

/// The ways to give a key a value.
pub(super) fn set(document: &Document, path: &Path, value: &NewValue) -> Result<Vec<Vec<Change>>, Refusal> {
    let source = Source::of(document);
    match document.find(path) {
        Some(node) => replace(&source, node, value),
        None => Ok(vec![vec![insert(document, &source, path, &value.written())?]]),
    }
}

fn replace(source: &Source<'_>, node: &Node, value: &NewValue) -> Result<Vec<Vec<Change>>, Refusal> {
    if matches!(node.kind, Kind::Table(_) | Kind::Tables(_)) {
        return Err(Refusal::OtherForm);
    }
    let whole = vec![Change { span: node.span, insert: value.written_like(node.span.slice(source.text)) }];
    let (Kind::List(items), NewValue::List(new)) = (&node.kind, value) else { return Ok(vec![whole]) };
    let old: Vec<String> = node.texts();
    if old.len() != items.len() {
        return Ok(vec![whole]);
    }
    let items = Items { list: node.span, spans: items.iter().map(|item| item.span).collect() };
    Ok(vec![list::changes(source, &items, &old, new), whole])
}

/// A new entry, in a table that may have to be made.
fn insert(document: &Document, source: &Source<'_>, path: &Path, value: &str) -> Result<Change, Refusal> {
    let Some((Step::Key(key), parents)) = path.0.split_last() else { return Err(Refusal::NotThere) };
    let key = written_key(key);
    if parents.is_empty() {
        return Ok(in_root(source, document.tree().map_err(|_| Refusal::Broken)?, &format!("{key} = {value}")));
    }
    let parent = Path(parents.to_vec());
    let found = document.find(&parent).and_then(|node| node.as_table().map(|table| (node, table)));
    let Some((node, table)) = found else {
        return in_new_table(document, source, &parent, &format!("{key} = {value}"));
    };
    match table.form {
        Form::Header => Ok(match last_own(table) {
            Some((sibling, end)) => source.lines_behind(end, &[format!("{}{key} = {value}", source.indent(sibling))]),
            None => {
                let indent = format!("{}{}", source.indent(node.span.from()), source.step);
                source.lines_behind(node.span.to(), &[format!("{indent}{key} = {value}")])
            }
        }),
        Form::Implicit => in_new_table(document, source, &parent, &format!("{key} = {value}")),
        Form::Inline => Ok(in_inline(source, node, table, &format!("{key} = {value}"))),
        Form::Dotted => dotted(document, source, &parent, table, &format!("{key} = {value}")),
        Form::Root => Err(Refusal::OtherForm),
    }
}

/// At the end of the keys of the whole file, which stand above all headers.
fn in_root(source: &Source<'_>, root: &Table, line: &str) -> Change {
    if let Some((sibling, end)) = last_own(root) {
        return source.lines_behind(end, &[format!("{}{line}", source.indent(sibling))]);
    }
    // Below a comment that opens the file, if a blank line ends it.
    let mut at = source.start;
    let mut behind = source.start;
    while at < source.text.len() {
        let end = source.line_end(at);
        let text = source.text[at..end].trim();
        if text.is_empty() {
            behind = end;
        } else if !text.starts_with('#') {
            break;
        }
        at = end;
    }
    let gap = if source.text[behind..].is_empty() { "" } else { source.line_break };
    Change { span: Span::empty(behind), insert: format!("{line}{}{gap}", source.line_break) }
}

/// A table that is not there yet, with its first entry.
fn in_new_table(document: &Document, source: &Source<'_>, path: &Path, line: &str) -> Result<Change, Refusal> {
    let (last, parents) = path.0.split_last().ok_or(Refusal::NotThere)?;
    let Step::Key(name) = last else { return Err(Refusal::NotThere) };
    let keys = path.0.iter().filter_map(|step| match step {
        Step::Key(key) => Some(written_key(key)),
        Step::Item(_) => None,
    });
    let header = format!("[{}]", keys.collect::<Vec<_>>().join("."));
    let parent = document.find(&Path(parents.to_vec())).ok_or(Refusal::OtherForm)?;
    let table = parent.as_table().ok_or(Refusal::OtherForm)?;
    match table.form {
        Form::Header => {
            let own = source.indent(parent.span.from());
            let indent = match headed(table).find(|(_, table)| table.form == Form::Header) {
                Some((sibling, _)) => source.indent(sibling.from()).to_owned(),
                None => format!("{own}{}", source.step),
            };
            let lines = [format!("{indent}{header}"), format!("{indent}{}{line}", source.step)];
            Ok(source.lines_behind(deep_end(parent), &lines))
        }
        Form::Inline => Ok(in_inline(source, parent, table, &format!("{} = {{ {line} }}", written_key(name)))),
        Form::Root | Form::Implicit | Form::Dotted => Err(Refusal::OtherForm),
    }
}

fn in_inline(source: &Source<'_>, node: &Node, table: &Table, entry: &str) -> Change {
    match last_own(table) {
        Some((_, end)) => Change { span: Span::empty(end), insert: format!(", {entry}") },
        None => {
            let inner = Span::new(node.span.from() + 1, node.span.to().saturating_sub(1));
            debug_assert!(inner.slice(source.text).trim().is_empty());
            Change { span: inner, insert: format!(" {entry} ") }
        }
    }
}

/// `docker.image = …`, behind the last line of its kind.
fn dotted(
    document: &Document,
    source: &Source<'_>,
    path: &Path,
    table: &Table,
    entry: &str,
) -> Result<Change, Refusal> {
    let is_dotted = |length: usize| {
        let node = document.find(&Path(path.0[..length].to_vec()));
        node.and_then(Node::as_table).map(|table| table.form)
    };
    let mut length = path.0.len();
    while length > 0 && is_dotted(length) == Some(Form::Dotted) {
        length -= 1;
    }
    if is_dotted(length) == Some(Form::Inline) {
        return Err(Refusal::OtherForm);
    }
    let prefix = path.0[length..].iter().map(|step| match step {
        Step::Key(key) => format!("{}.", written_key(key)),
        Step::Item(_) => String::new(),
    });
    let (sibling, end) = last_own(table).ok_or(Refusal::OtherForm)?;
    let indent = source.indent(sibling);
    Ok(source.lines_behind(end, &[format!("{indent}{}{entry}", prefix.collect::<String>())]))
}

/// Takes a key and its value away: its lines, with a comment on them.
pub(super) fn remove(document: &Document, path: &Path) -> Result<Vec<Change>, Refusal> {
    let source = Source::of(document);
    let Some((Step::Key(key), parents)) = path.0.split_last() else { return Err(Refusal::NotThere) };
    let root;
    let (list, table) = if parents.is_empty() {
        root = document.tree().map_err(|_| Refusal::Broken)?;
        (Span::default(), root)
    } else {
        let node = document.find(&Path(parents.to_vec())).ok_or(Refusal::NotThere)?;
        (node.span, node.as_table().ok_or(Refusal::NotThere)?)
    };
    let entry = table.entry(key).ok_or(Refusal::NotThere)?;
    let is_inline = |node: &Node| node.as_table().is_none_or(|table| table.form == Form::Inline);
    if matches!(entry.node.kind, Kind::Tables(_)) || !is_inline(&entry.node) {
        return Err(Refusal::OtherForm);
    }
    if table.form == Form::Inline {
        if !table.entries.iter().all(|entry| is_inline(&entry.node)) {
            return Err(Refusal::OtherForm);
        }
        let spans = table.entries.iter().map(|entry| entry.key_span.cover(entry.node.span)).collect();
        let at = table.entries.iter().position(|other| other.key == entry.key).unwrap_or_default();
        return Ok(list::without(&source, &Items { list, spans }, at, at));
    }
    let lines = Span::new(source.line_start(entry.key_span.from()), source.line_end(entry.node.span.to()));
    Ok(vec![Change { span: lines, insert: String::new() }])
}
