//! What can still be read of a text that is no YAML: each top-level entry on its own.

use super::arena::Arena;
use super::build::Builder;
use super::document::SyntaxError;
use super::node::{Kind, NodeId, Style};
use super::trivia;
use crate::text::Span;

/// Errors that are kept. Who mends a hundred comes back for more.
const ERRORS: usize = 100;

/// Pieces that are read: each that fails costs time, and a text of more is no pipeline.
const PIECES: usize = 20_000;

/// Reads the text piece by piece. Pieces that fail are left out and their errors kept; `whole` is the error that
/// reading all of it at once gave.
pub(super) fn by_top_level_entries(text: &str, whole: SyntaxError) -> (Arena, Vec<NodeId>, Vec<SyntaxError>) {
    let mut builder = Builder::new(text);
    builder.one_document = true;
    let mut errors = Vec::new();
    let mut entries = Vec::new();
    for piece in pieces(text).into_iter().take(PIECES) {
        if errors.len() >= ERRORS {
            break;
        }
        let (nodes, roots) = (builder.arena.nodes.len(), builder.roots.len());
        let read = builder.read(piece);
        let root = builder.roots.get(roots).copied();
        let children = root.and_then(|id| {
            let node = builder.arena.node(id);
            (node.kind == Kind::Mapping && node.style == Style::Block).then(|| builder.arena.children_of(id).to_vec())
        });
        match (read, children) {
            (Ok(()), Some(children)) => entries.extend(children),
            (Ok(()), None) => {}
            (Err(error), _) => {
                let full = builder.is_full();
                builder.forget_from(nodes);
                errors.push(error);
                if full {
                    break;
                }
            }
        }
        builder.roots.truncate(roots);
    }
    // An alias whose anchor stood in a broken piece is no error of its own.
    if errors.is_empty() {
        errors.push(whole);
    }
    let root = builder.arena.add_root(&entries);
    (builder.arena, vec![root], errors)
}

/// The text cut at each line that starts with something at column 0 that can begin a key.
fn pieces(text: &str) -> Vec<Span> {
    let mut starts = vec![0];
    let mut at = 0;
    while at < text.len() {
        if begins_entry(&text[at..]) && at > 0 {
            starts.push(at);
        }
        at = trivia::next_line(text, at);
    }
    starts.push(text.len());
    starts.windows(2).map(|pair| Span::new(pair[0], pair[1])).filter(|piece| !piece.is_empty()).collect()
}

fn begins_entry(line: &str) -> bool {
    // A document marker starts a piece of its own, so that it does not spoil its neighbour.
    if line.starts_with("---") || line.starts_with("...") {
        return true;
    }
    let first = line.chars().next();
    first.is_some_and(|c| !c.is_whitespace() && !matches!(c, '#' | '-' | ']' | '}' | ',' | '\u{feff}'))
}

#[cfg(test)]
mod tests {
    use crate::yaml::Document;

    #[test]
    fn a_broken_entry_leaves_the_others_readable() {
        let document = Document::parse("a:\n  x: 1\nb:\n  - [\nc:\n  y: 2\n");
        assert!(!document.is_sound());
        let top = document.top().unwrap();
        let keys: Vec<_> = top.entries().map(|entry| entry.key.value().to_owned()).collect();
        assert_eq!(keys, ["a", "c"]);
        assert_eq!(top.get("c").unwrap().get("y").unwrap().text(), "2");
    }

    #[test]
    fn what_gitlab_finds_too_big_is_read_in_part_with_one_error() {
        let document = Document::parse("a:\n  script: x\n".repeat(80_000));
        let messages: Vec<_> = document.errors().iter().map(|error| error.message.as_str()).collect();
        assert_eq!(messages, ["The parsed YAML is too big"]);
        let nodes = document.all_nodes().count();
        assert!((90_000..200_010).contains(&nodes), "{nodes}");
    }

    #[test]
    fn of_many_broken_entries_a_hundred_are_told() {
        let document = Document::parse("a: [\n".repeat(50_000));
        assert_eq!(document.errors().len(), 100);
    }

    #[test]
    fn the_error_has_its_place() {
        let document = Document::parse("a: 1\nb: [1,\nc: 2\n");
        let position = document.position(document.errors()[0].span.from());
        assert!(position.line >= 2, "{position:?}");
    }
}
