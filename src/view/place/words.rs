//! The parts of a line: keys, words and what stands around them.

use super::{Place, Slot};
use crate::text::Span;

/// Where the spaces at `from` end.
pub(super) fn after_spaces(text: &str, from: usize, to: usize) -> usize {
    to - text[from..to].trim_start_matches([' ', '\t']).len()
}

/// Where tags and anchors at `from` end, and whether one is `!reference`.
pub(super) fn after_properties(text: &str, from: usize, to: usize) -> (usize, bool) {
    let mut at = after_spaces(text, from, to);
    let mut reference = false;
    while text[at..to].starts_with(['!', '&']) {
        let Some(length) = text[at..to].find(' ') else { break };
        reference |= &text[at..at + length] == "!reference";
        at = after_spaces(text, at + length, to);
    }
    (at, reference)
}

/// The key at `from` and where its value starts; right behind the colon if no space follows.
pub(super) fn key(text: &str, from: usize, to: usize) -> Option<(&str, usize)> {
    let part = &text[from..to];
    let quote = part.chars().next().filter(|c| matches!(c, '\'' | '"'));
    let colon = match quote {
        Some(quote) => {
            let closing = 1 + part[1..].find(quote)?;
            let colon = closing + 1 + part[closing + 1..].find(|c| c != ' ')?;
            part[colon..].starts_with(':').then_some(colon)?
        }
        None if part.starts_with(['[', '{', '#', '|', '>', '!', '&']) => return None,
        None => {
            let comment = part.find(" #").unwrap_or(part.len());
            let ends = |at: &usize| part[at + 1..].chars().next().is_none_or(char::is_whitespace);
            part[..comment].match_indices(':').map(|(at, _)| at).find(ends)?
        }
    };
    Some((unquoted(&part[..colon]), after_spaces(text, from + colon + 1, to)))
}

/// A key or item without blanks and quotes around it.
pub(super) fn unquoted(part: &str) -> &str {
    let part = part.trim();
    let within = |quote: char| part.strip_prefix(quote)?.strip_suffix(quote);
    within('"').or_else(|| within('\'')).unwrap_or(part)
}

/// Whether a comment starts on the line before the caret.
pub(super) fn comment_before(text: &str, line: usize, caret: usize) -> bool {
    let (mut quote, mut before) = (None, ' ');
    for c in text[line..caret].chars() {
        match quote {
            Some(end) if c == end => quote = None,
            Some(_) => {}
            None if c == '#' && before == ' ' => return true,
            None if matches!(c, '\'' | '"') && matches!(before, ' ' | '[' | '{' | ',') => quote = Some(c),
            None => {}
        }
        before = c;
    }
    false
}

/// The end of the word that the caret is on.
pub(super) fn end(text: &str, caret: usize, flow: bool, quote: Option<char>) -> usize {
    let line = text[caret..].split(['\n', '\r']).next().unwrap_or_default();
    let length = match quote {
        Some(quote) => line.find(quote).unwrap_or(line.trim_end().len()),
        None => {
            let ends = |(at, c): &(usize, char)| match c {
                ',' | ']' | '}' | '[' | '{' => flow,
                ':' => line[at + 1..].chars().next().is_none_or(char::is_whitespace),
                '#' => line[..*at].ends_with(' ') || *at == 0 && text[..caret].ends_with(' '),
                _ => false,
            };
            let end = line.char_indices().find(ends).map_or(line.len(), |(at, _)| at);
            line[..end].trim_end().len()
        }
    };
    caret + length
}

/// The keys beside the caret in its mapping, as they are written; none for braces.
pub fn siblings<'t>(text: &'t str, place: &Place<'_>) -> Vec<&'t str> {
    if place.flow || place.slot != Slot::Node {
        return Vec::new();
    }
    let own = text[..place.word.from()].rfind('\n').map_or(0, |at| at + 1);
    let mut found = Vec::new();
    // Whether the mapping goes on beyond a line.
    let mut take = |from: usize, line: &'t str, above: bool| {
        let to = from + line.trim_end().len();
        let start = after_spaces(text, from, to);
        if start == to || text[start..to].starts_with('#') || start - from > place.column {
            return true;
        }
        let mut at = start;
        while text[at..to].starts_with("- ") {
            at = after_spaces(text, at + 1, to);
        }
        // A dash begins a mapping, so it is the last line above and never one below.
        if at - from == place.column && (above || at == start) {
            found.extend(key(text, at, to).map(|(key, _)| key));
        }
        at - from == place.column && at == start
    };
    let mut from = own;
    if after_dashes(text, own, place) {
        while from > 0 {
            let line = text[..from - 1].rfind('\n').map_or(0, |at| at + 1);
            if !take(line, &text[line..from], true) {
                break;
            }
            from = line;
        }
    }
    let mut from = text[own..].find('\n').map_or(text.len(), |at| own + at + 1);
    for line in text[from..].split_inclusive('\n') {
        if !take(from, line, false) {
            break;
        }
        from += line.len();
    }
    found
}

/// Whether the caret's line has no dash of its own, so that its mapping may begin above.
fn after_dashes(text: &str, line: usize, place: &Place<'_>) -> bool {
    text[line..place.word.from()].trim_matches([' ', '"', '\'']).is_empty()
}

/// A variable that the caret is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VariableWord {
    /// Its name, without `$`.
    pub name: Span,
    /// Whether it is written `${…}`.
    pub braces: bool,
}

/// The variable at the caret: `$NAME` or `${NAME}`, of which the name may be missing yet.
pub fn variable_at(text: &str, offset: usize) -> Option<VariableWord> {
    let before = text.get(..offset)?;
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let head = before.trim_end_matches(part);
    let braces = head.ends_with("${");
    // Two dollars are an escaped one.
    if !braces && !head.ends_with('$') || head.ends_with("$$") || head.ends_with("$${") {
        return None;
    }
    let after = &text[offset..];
    let length = after.len() - after.trim_start_matches(part).len();
    Some(VariableWord { name: Span::new(head.len(), offset + length), braces })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn siblings_of(marked: &str) -> Vec<String> {
        let at = marked.find('^').unwrap();
        let text = marked.replacen('^', "", 1);
        let place = Place::at(&text, at).unwrap();
        siblings(&text, &place).into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn siblings_are_the_keys_of_the_same_mapping() {
        assert_eq!(siblings_of("a:\n  stage: x\n  ^\n  script:\n    - y: 1\n\n  tags: []\nb:\n  image: c\n").len(), 3);
        assert_eq!(
            siblings_of("a:\n  rules:\n    - if: x\n      ^\n      when: y\n    - changes: z\n"),
            ["if", "when"]
        );
        assert_eq!(siblings_of("a:\n  rules:\n    - if: x\n    - ^\n      when: y\n    - changes: z\n"), ["when"]);
    }

    #[test]
    fn a_variable_is_found_by_its_dollar() {
        let text = "echo ${CI_A} $$B $C";
        let name = |offset: usize| variable_at(text, offset).map(|word| word.name.slice(text));
        assert_eq!(name(9), Some("CI_A"));
        assert_eq!(name(16), None);
        assert_eq!(name(text.len()), Some("C"));
        assert_eq!(name(2), None);
    }
}
