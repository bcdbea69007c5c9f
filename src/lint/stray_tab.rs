//! Tabs on lines that hold nothing else, or only a comment. Our parser takes them; libyaml, which reads GitLab's files,
//! refuses them where they stand before the indentation that it counts (yaml_parser_scan_to_next_token and the scanners
//! of plain and block scalars in libyaml's scanner.c).

use super::syntax::in_part;
use crate::text::Span;
use crate::yaml::{Document, Kind, NodeRef, Style};

/// The first such tab of a sound text: what GitLab says of it, and its place.
pub fn stray_tab(document: &Document) -> Option<(String, Span)> {
    let text = document.text();
    let mut tabs = text.match_indices('\t').map(|(at, _)| at).filter(|_| document.is_sound());
    tabs.find_map(|tab| {
        let line = text[..tab].rfind('\n').map_or(0, |end| end + 1);
        let rest = text[tab..].lines().next().unwrap_or("").trim_start_matches([' ', '\t']);
        let alone = rest.trim_end_matches('\r').is_empty() || rest.starts_with('#');
        if !alone || !text[line..tab].bytes().all(|byte| byte == b' ') {
            return None;
        }
        let (what, place) = refusal(document, line, tab)?;
        let (line, column) = in_part(document, place);
        Some((format!("(<unknown>): {what} at line {line} column {column}"), Span::new(tab, tab + 1)))
    })
}

/// libyaml's words, and the offset that it names. `line` is where the tab's line begins.
fn refusal(document: &Document, line: usize, tab: usize) -> Option<(&'static str, usize)> {
    let text = document.text();
    let column = tab - line;
    // What stands before: its blanks, and these lines, are read along with it.
    let end = text[..line].trim_end_matches([' ', '\t', '\r', '\n']).len();
    let before =
        document.path_at(end).into_iter().rev().find(|node| node.span().to() >= end && node.span().from() < end);
    let before = before.filter(|node| node.span().to() > line || node.span().to() == end || is_block_scalar(*node));
    let within = |node: &NodeRef<'_>| node.span().from() < line && node.span().to() > line;
    let scalar = before.filter(|node| node.kind() == Kind::Scalar);
    match scalar.map(|node| (node.style(), node)) {
        Some((Style::Plain, node)) => {
            let what = "found a tab character that violates indentation while scanning a plain scalar";
            (column < least_indentation(document, node)).then(|| (what, node.span().from()))
        }
        Some((Style::Literal | Style::Folded, node)) => {
            let what = "found a tab character where an indentation space is expected while scanning a block scalar";
            let mut lines = text[node.span().from()..line].lines();
            let said = lines.next().and_then(|header| header.split('#').next()?.chars().find_map(|c| c.to_digit(10)));
            let indentation = match said {
                Some(deeper) => Some((least_indentation(document, node) + deeper as usize).saturating_sub(1)),
                None => lines
                    .find(|line| !line.trim().is_empty())
                    .map(|line| line.len() - line.trim_start_matches(' ').len()),
            };
            indentation.is_none_or(|indentation| column < indentation).then(|| (what, node.span().from()))
        }
        _ if document.path_at(line).iter().any(|node| node.style() != Style::Block && within(node)) => None,
        _ => Some(("found character that cannot start any token while scanning for the next token", tab)),
    }
}

fn is_block_scalar(node: NodeRef<'_>) -> bool {
    matches!(node.style(), Style::Literal | Style::Folded)
}

/// The column from 0 from which on blanks are no indentation: behind that of the block collection around.
fn least_indentation(document: &Document, node: NodeRef<'_>) -> usize {
    let around = std::iter::successors(node.parent(), NodeRef::parent).find(|node| node.style() == Style::Block);
    around.map_or(0, |block| document.position(block.span().from()).column as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts, and what libyaml says of them; nothing where it takes them. Taken by running it.
    const CASES: &[(&str, &str)] = &[
        ("x: {script: [a]}\n\t\n", "found character that cannot start any token while scanning for the next token at line 2 column 1"),
        ("x:\n  image: b\n\t\n", "found a tab character that violates indentation while scanning a plain scalar at line 2 column 10"),
        ("x:\n  image: b\n  \t\n", "found a tab character that violates indentation while scanning a plain scalar at line 2 column 10"),
        ("x:\n  image: b\n   \t\n", ""),
        ("x:\n  image: b\n  # c\n   \t\n", "found character that cannot start any token while scanning for the next token at line 4 column 4"),
        ("x:\n  script: |\n    a\n\t\n", "found a tab character where an indentation space is expected while scanning a block scalar at line 2 column 11"),
        ("x:\n  script: |\n    a\n    \t\n", ""),
        ("x:\n  script: |2\n      a\n    \t\n     b\n", ""),
        ("x:\n  script: |2\n      a\n   \t\n     b\n", "found a tab character where an indentation space is expected while scanning a block scalar at line 2 column 11"),
        ("x: [a,\n\t\n  b]\n", ""),
        ("x: [a\n\t\n  , b]\n", "found a tab character that violates indentation while scanning a plain scalar at line 1 column 5"),
        ("x: 'a\n\t\n  b'\n", ""),
        ("a: &a {}\nx: *a\n    \t\n", "found character that cannot start any token while scanning for the next token at line 3 column 5"),
        ("x:\n\t# c\n  script: a\n", "found character that cannot start any token while scanning for the next token at line 2 column 1"),
        ("x:\n  script: |\n    a\n    b\tc\n    \td\n", ""),
    ];

    #[test]
    fn tabs_are_refused_where_libyaml_refuses_them() {
        let mut wrong = Vec::new();
        for (text, says) in CASES {
            let ours = stray_tab(&Document::parse(*text)).map(|(message, _)| message).unwrap_or_default();
            if ours.trim_start_matches("(<unknown>): ") != *says {
                wrong.push(format!("{text:?}\n  libyaml: {says}\n  ours:    {ours}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
