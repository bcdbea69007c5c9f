//! Syntax errors in the words of libyaml, which GitLab hands on (Psych::SyntaxError).
//!
//! Our parser has words and places of its own: the places are more precise and stay, the words are replaced by those
//! that GitLab shows, with the line and column that stand in them there. What has no counterpart keeps our words.

use super::libyaml;
use crate::text::Span;
use crate::yaml::{Document, Kind, Style, SyntaxError};

/// The message that GitLab shows for an error.
pub fn words(document: &Document, error: &SyntaxError) -> String {
    let at = error.span.from();
    let is_first = document.errors().first().is_some_and(|first| first.span == error.span);
    if let Some((what, place)) = is_first.then(|| libyaml::refusal(document.text(), at)).flatten() {
        return told(document, &what, place);
    }
    let (what, place) = guessed(document.text(), &error.message, at).unwrap_or_else(|| (error.message.clone(), at));
    psych(document, &what, place)
}

/// The message for libyaml's words about an offset. The mapping of the top-level entries begins with the first.
pub(super) fn told(document: &Document, what: &str, place: usize) -> String {
    let text = document.text();
    let is_top = place == line_start(text, place) && what.ends_with("while parsing a block mapping");
    psych(document, what, if is_top { mapping_start(text, place, 0) } else { place })
}

fn psych(document: &Document, what: &str, place: usize) -> String {
    let (line, column) = in_part(document, place);
    format!("(<unknown>): {what} at line {line} column {column}")
}

/// What GitLab says of a document whose entries are all indented: with `---` it takes away the blanks behind it, those before
/// the first entry among them, so that the second one stands deeper than the first (loader/multi_doc_yaml.rb).
pub fn lost_indentation(document: &Document) -> Option<(String, Span)> {
    let text = document.text();
    let mappings = document.roots().filter(|root| root.kind() == Kind::Mapping && root.style() == Style::Block);
    let second = mappings.filter(|_| document.is_sound()).find_map(|root| {
        let before = &text[..root.full_span().from()];
        let indented = before.ends_with([' ', '\t']);
        let divider = before.trim_end_matches([' ', '\t', '\r', '\n']);
        let divided = divider.strip_suffix("---").is_some_and(|rest| rest.is_empty() || rest.ends_with('\n'));
        root.entries().nth(1).filter(|_| indented && divided)
    })?;
    let message = "(<unknown>): did not find expected key while parsing a block mapping at line 1 column 1".to_owned();
    Some((message, second.key.span()))
}

/// Line and column of an offset as GitLab counts them: from the last of the two places at which it splits a text, each a
/// `---` with all blanks behind it (lib/gitlab/config/loader/multi_doc_yaml.rb).
fn in_part(document: &Document, offset: usize) -> (u32, u32) {
    let (text, place) = (document.text(), document.position(offset));
    let dividers = text.match_indices("---").filter(|(at, _)| *at == 0 || text[..*at].ends_with('\n'));
    let parts = dividers.filter_map(|(at, divider)| {
        let behind = &text[at + divider.len()..];
        let start = text.len() - behind.trim_start_matches([' ', '\t', '\r', '\n']).len();
        (start > at + divider.len()).then_some(start)
    });
    match parts.take(2).take_while(|start| *start <= offset).last() {
        None => (place.line, place.column),
        Some(start) => {
            let start = document.position(start);
            let column = if place.line == start.line { place.column + 1 - start.column } else { place.column };
            (place.line + 1 - start.line, column)
        }
    }
}

/// libyaml's words and the offset that it names, by our parser's: of further errors, and where libyaml finds none.
fn guessed(text: &str, message: &str, at: usize) -> Option<(String, usize)> {
    let same = |what: &str| Some((what.to_owned(), at));
    let line = line_start(text, at);
    if message.starts_with("tabs disallowed") {
        let what = "found character that cannot start any token while scanning for the next token";
        let tab = text[line..].find('\t').map_or(at, |tab| line + tab);
        return Some((what.to_owned(), tab.min(at)));
    }
    if message.starts_with("unexpected character: ") && !message.contains("\\u{") {
        return same("found character that cannot start any token while scanning for the next token");
    }
    match message {
        "unclosed bracket '['" => return same("did not find expected ',' or ']' while parsing a flow sequence"),
        "unclosed bracket '{'" => return same("did not find expected ',' or '}' while parsing a flow mapping"),
        "unclosed quote" => return same("found unexpected end of stream while scanning a quoted scalar"),
        "simple key expected ':'" => return same("could not find expected ':' while scanning a simple key"),
        "a block scalar content cannot start with a tab" => {
            return same("found a tab character where an indentation space is expected while scanning a block scalar");
        }
        "misplaced bracket" if at_value(text, at) => {
            return same("did not find expected node content while parsing a block node");
        }
        _ => {}
    }
    if message.starts_with("invalid trailing content after") || message == "misplaced bracket" {
        let what = "did not find expected key while parsing a block mapping".to_owned();
        return Some((what, mapping_start(text, line, indent(text, line))));
    }
    // "while …, what" is what, then while.
    let (context, what) = message.split_once(", ").filter(|_| message.starts_with("while "))?;
    let context = match context {
        "while scanning an anchor or alias" if text[at..].starts_with('&') => "while scanning an anchor",
        "while scanning an anchor or alias" => "while scanning an alias",
        "while scanning a verbatim tag" => "while scanning a tag",
        context => context,
    };
    let place = match context {
        "while parsing a block mapping" => enclosing_mapping(text, line, indent(text, line)),
        "while parsing a block collection" => sequence_start(text, line, at - line),
        _ => at,
    };
    Some((format!("{what} {context}"), place))
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |found| found + 1)
}

/// Whether a value stands at `at`, right after its key.
fn at_value(text: &str, at: usize) -> bool {
    text[line_start(text, at)..at].trim_end().ends_with(':')
}

/// The column of the first key of a line, dashes before it passed over.
fn indent(text: &str, line: usize) -> usize {
    let rest = &text[line..];
    let mut column = rest.len() - rest.trim_start_matches(' ').len();
    while rest[column..].starts_with("- ") {
        let after = &rest[column + 1..];
        column += 1 + after.len() - after.trim_start_matches(' ').len();
    }
    column
}

/// The lines above one, from below, that hold something; each with the offset of its start.
fn lines_above(text: &str, line: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut end = line;
    std::iter::from_fn(move || {
        if end == 0 {
            return None;
        }
        let start = line_start(text, end - 1);
        let content = &text[start..end];
        end = start;
        Some((start, content))
    })
    .filter(|(_, content)| !content.trim().is_empty() && !content.trim_start().starts_with('#'))
}

/// The start of the mapping whose keys stand at `column`.
fn mapping_start(text: &str, line: usize, column: usize) -> usize {
    let mut first = line + column;
    for (start, content) in lines_above(text, line) {
        if content.starts_with("---") {
            break;
        }
        let own = indent(text, start);
        let dash = content.len() - content.trim_start_matches(' ').len();
        if own == column {
            first = start + column;
        }
        if own < column || dash < column {
            break;
        }
    }
    first
}

/// The start of the innermost mapping around a line whose keys stand before `column`.
fn enclosing_mapping(text: &str, line: usize, column: usize) -> usize {
    let outer = lines_above(text, line).find(|(start, _)| indent(text, *start) < column);
    match outer {
        Some((start, _)) => mapping_start(text, start, indent(text, start)),
        None => mapping_start(text, line, column),
    }
}

/// The first dash of the sequence whose dashes stand at `column`.
fn sequence_start(text: &str, line: usize, column: usize) -> usize {
    let mut first = line + column;
    for (start, content) in lines_above(text, line) {
        let own = content.len() - content.trim_start_matches(' ').len();
        if own < column {
            break;
        }
        if own == column && content[own..].starts_with('-') {
            first = start + column;
        }
    }
    first
}

/// Where a finding about syntax points: at least one character where there is one.
pub fn place(document: &Document, error: &SyntaxError) -> Span {
    let at = error.span.from();
    match document.text()[at..].chars().next().filter(|c| error.span.is_empty() && !c.is_whitespace()) {
        Some(c) => Span::new(at, at + c.len_utf8()),
        None => error.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each with what Ruby's Psych says.
    const CASES: &[(&str, &str)] = &[
        (
            "x:\n\tscript: [a]\n",
            "found character that cannot start any token while scanning for the next token at line 2 column 1",
        ),
        (
            "x:\n  script: [a\ny:\n  script: b\n",
            "did not find expected ',' or ']' while parsing a flow sequence at line 2 column 11",
        ),
        ("x: {a: b\n", "did not find expected ',' or '}' while parsing a flow mapping at line 1 column 4"),
        ("x:\n  a: b\n c: d\n", "did not find expected key while parsing a block mapping at line 1 column 1"),
        ("x:\n  a: b\n   c: d\n", "mapping values are not allowed in this context at line 3 column 5"),
        (
            "x:\n  - a\n  b: c\n",
            "did not find expected '-' indicator while parsing a block collection at line 2 column 3",
        ),
        ("x: 'abc\n", "found unexpected end of stream while scanning a quoted scalar at line 1 column 4"),
        ("x: @a\n", "found character that cannot start any token while scanning for the next token at line 1 column 4"),
        ("x: *\n", "did not find expected alphabetic or numeric character while scanning an alias at line 1 column 4"),
        ("x: &\n", "did not find expected alphabetic or numeric character while scanning an anchor at line 1 column 4"),
        (
            "x: |2x\n  a\n",
            "did not find expected comment or line break while scanning a block scalar at line 1 column 4",
        ),
        ("a: b\nc\nd: e\n", "could not find expected ':' while scanning a simple key at line 2 column 1"),
        ("x: ]\n", "did not find expected node content while parsing a block node at line 1 column 4"),
        ("x: [a]]\n", "did not find expected key while parsing a block mapping at line 1 column 1"),
        ("x: \"\\q\"\n", "found unknown escape character while parsing a quoted scalar at line 1 column 4"),
        ("x: 'a'b\n", "did not find expected key while parsing a block mapping at line 1 column 1"),
        ("x:\n  - a\n - b\n", "did not find expected key while parsing a block mapping at line 1 column 1"),
        ("x:\n- a\n-b\n", "could not find expected ':' while scanning a simple key at line 3 column 1"),
        ("x: |\n  a\n b\n", "did not find expected key while parsing a block mapping at line 1 column 1"),
        ("x: \"a\" \"b\"\n", "did not find expected key while parsing a block mapping at line 1 column 1"),
        (
            "---\nx:\n\tscript: [a]\n",
            "found character that cannot start any token while scanning for the next token at line 2 column 1",
        ),
        ("a: 1\n--- \n# b\n\nx: 'a'b\n", "did not find expected key while parsing a block mapping at line 3 column 1"),
        ("a: 1\nx:\n  b: 1\n  c: 'a'b\n", "did not find expected key while parsing a block mapping at line 3 column 3"),
    ];

    #[test]
    fn syntax_errors_have_psychs_words_and_place() {
        let mut wrong = Vec::new();
        for (text, says) in CASES {
            let document = Document::parse(*text);
            let ours = document.errors().first().map(|error| words(&document, error)).unwrap_or_default();
            if ours != format!("(<unknown>): {says}") {
                wrong.push(format!("{text:?}\n  Psych: {says}\n  ours:  {ours}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
