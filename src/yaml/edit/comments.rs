//! The comments of a text, to see that an edit loses none.

use crate::text::Span;
use crate::yaml::document::Document;
use crate::yaml::node::{Entry, Kind, NodeRef};
use crate::yaml::trivia;

/// The comments of a document. `#` inside scalars is none; one beside the header of a block scalar is not found.
pub fn comments(document: &Document) -> Vec<&str> {
    let leaves = document.all_nodes().filter(is_leaf).map(|node| node.span());
    between(document.text(), Span::new(0, document.text().len()), leaves)
}

/// The comments that belong to an entry of a mapping.
pub fn comments_of<'d>(entry: Entry<'d>) -> Vec<&'d str> {
    let text = entry.key.document().text();
    let end = entry.span().to().max(entry.value.indicator().map_or(0, |at| at + 1));
    let lines = super::owned_lines(text, super::block::start_of(entry.key), end);
    let leaves = entry.key.descendants().chain(entry.value.descendants()).filter(is_leaf).map(|node| node.span());
    between(text, lines, leaves)
}

/// Whether `after` has every comment that `before` has.
pub fn keeps_comments(before: &Document, after: &Document) -> bool {
    let mut left = comments(after);
    comments(before).into_iter().all(|comment| {
        let found = left.iter().position(|other| *other == comment);
        found.map(|at| left.swap_remove(at)).is_some()
    })
}

fn is_leaf(node: &NodeRef<'_>) -> bool {
    matches!(node.kind(), Kind::Scalar | Kind::Alias)
}

fn between(text: &str, within: Span, leaves: impl Iterator<Item = Span>) -> Vec<&str> {
    let mut leaves: Vec<Span> = leaves.filter(|span| !span.is_empty()).collect();
    leaves.sort_by_key(|span| span.start);
    let (mut at, mut found) = (within.from(), Vec::new());
    for leaf in leaves.into_iter().chain([Span::empty(within.to())]) {
        while at < leaf.from() {
            let Some(hash) = text[at..leaf.from()].find('#').map(|offset| at + offset) else { break };
            let starts = hash == 0 || text[..hash].ends_with([' ', '\t', '\n', '\r', '\u{feff}']);
            let end = if starts { trivia::line_end(text, hash) } else { hash + 1 };
            if starts {
                found.push(text[hash..end].trim_end());
            }
            at = end;
        }
        at = at.max(leaf.to());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_told_from_scalars() {
        let document = Document::parse("# a\nx: 'y # no' # b\nz: |\n  # no\n# c\nu: v#no\n");
        assert_eq!(comments(&document), ["# a", "# b", "# c"]);
    }
}
