//! Adding, removing and moving whole runners: the lines from the comment above a header to the next one's.

use super::source::{headed, Source};
use super::{NewRunner, Refusal};
use crate::runner::config::document::Document;
use crate::runner::config::read::container_table;
use crate::runner::config::tree::{quoted, Form, Kind, Table};
use crate::text::{Change, Span};

/// A header, and the runner that it belongs to.
struct Header {
    /// Where it and the comment above it begin.
    start: usize,
    runner: Option<usize>,
}

/// A runner's lines: what it is, and the blank lines behind it.
#[derive(Clone, Copy)]
struct Block {
    core: Span,
    tail: Span,
}

pub(super) fn add(document: &Document, runner: &NewRunner) -> Result<Vec<Change>, Refusal> {
    let source = Source::of(document);
    let root = document.tree().map_err(|_| Refusal::Broken)?;
    let blocks = blocks(&source, root)?;
    let (at, before, after) = match blocks.last() {
        Some(last) => (last.core.to(), source.line_break.repeat(2), ""),
        None => {
            let end = source.text.len();
            let filled = &source.text[source.start..];
            let before = match (filled.is_empty(), filled.ends_with('\n')) {
                (true, _) => String::new(),
                (false, true) => source.line_break.to_owned(),
                (false, false) => source.line_break.repeat(2),
            };
            (end, before, source.line_break)
        }
    };
    let step = &source.step;
    let mut lines = vec!["[[runners]]".to_owned()];
    for (key, value) in [("name", &runner.name), ("url", &runner.url), ("executor", &runner.executor)] {
        lines.push(format!("{step}{key} = {}", quoted(value)));
    }
    if let Some(inner) = container_table(&runner.executor) {
        lines.push(format!("{step}[runners.{inner}]"));
        lines.push(format!("{step}{step}image = {}", quoted(&runner.image)));
    }
    Ok(vec![Change { span: Span::empty(at), insert: format!("{before}{}{after}", lines.join(source.line_break)) }])
}

pub(super) fn remove(document: &Document, index: usize) -> Result<Vec<Change>, Refusal> {
    let source = Source::of(document);
    let blocks = blocks(&source, document.tree().map_err(|_| Refusal::Broken)?)?;
    let block = blocks.get(index).ok_or(Refusal::NotThere)?;
    let span = match index.checked_sub(1).filter(|_| index + 1 == blocks.len()) {
        // The last one goes with the blank lines before it, and the file ends as it did.
        Some(before) => blocks[before].tail.cover(block.core),
        None => block.core.cover(block.tail),
    };
    Ok(vec![Change { span, insert: String::new() }])
}

pub(super) fn reorder(document: &Document, from: usize, to: usize) -> Result<Vec<Change>, Refusal> {
    let source = Source::of(document);
    let blocks = blocks(&source, document.tree().map_err(|_| Refusal::Broken)?)?;
    if from >= blocks.len() || to >= blocks.len() {
        return Err(Refusal::NotThere);
    }
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    let moved = order.remove(from);
    order.insert(to, moved);
    // The blank lines stay where they are, and the runners change places.
    let change = |(place, runner): (usize, usize)| Change {
        span: blocks[place].core,
        insert: blocks[runner].core.slice(source.text).to_owned(),
    };
    Ok(order.into_iter().enumerate().filter(|(place, runner)| place != runner).map(change).collect())
}

/// The runners' lines. They must stand together, as everything that GitLab Runner writes does.
fn blocks(source: &Source<'_>, root: &Table) -> Result<Vec<Block>, Refusal> {
    let Some(runners) = root.get("runners") else { return Ok(Vec::new()) };
    let Kind::Tables(items) = &runners.kind else { return Err(Refusal::OtherForm) };
    let mut headers = Vec::new();
    for entry in &root.entries {
        match &entry.node.kind {
            Kind::Tables(items) => items.iter().enumerate().for_each(|(index, item)| {
                let runner = (entry.key == "runners").then_some(index);
                headers.push(Header { start: beginning(source, item.span), runner });
                item.as_table().into_iter().for_each(|table| inner(source, table, runner, &mut headers));
            }),
            Kind::Table(table) => {
                if table.form == Form::Header {
                    headers.push(Header { start: beginning(source, entry.node.span), runner: None });
                }
                inner(source, table, None, &mut headers);
            }
            _ => {}
        }
    }
    headers.sort_by_key(|header| header.start);
    let runs: Vec<_> = headers.chunk_by(|a, b| a.runner == b.runner).collect();
    let first = runs.iter().position(|run| run[0].runner.is_some()).unwrap_or_default();
    let ends = |run: usize| runs.get(run + 1).map_or(source.text.len(), |next| next[0].start);
    let block = |index: usize| {
        let run = first + index;
        let start = runs.get(run).filter(|run| run[0].runner == Some(index)).map(|run| run[0].start)?;
        let text = &source.text[start..ends(run)];
        let core = start + text.trim_end().len();
        Some(Block { core: Span::new(start, core), tail: Span::new(core, ends(run)) })
    };
    let found: Option<Vec<_>> = (0..items.len()).map(block).collect();
    found.filter(|_| runs.iter().filter(|run| run[0].runner.is_some()).count() == items.len()).ok_or(Refusal::OtherForm)
}

fn inner(source: &Source<'_>, table: &Table, runner: Option<usize>, headers: &mut Vec<Header>) {
    for (span, table) in headed(table) {
        if table.form == Form::Header {
            headers.push(Header { start: beginning(source, span), runner });
        }
        inner(source, table, runner, headers);
    }
}

/// Where a header begins, with the comment directly above it.
fn beginning(source: &Source<'_>, header: Span) -> usize {
    let mut start = source.line_start(header.from());
    while start > source.start {
        let above = source.line_start(start - 1);
        if !source.text[above..start].trim_start().starts_with('#') {
            break;
        }
        start = above;
    }
    start
}
