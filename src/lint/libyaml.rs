//! libyaml's own words for a text that it refuses. Ruby's Psych, which reads GitLab's files, is libyaml; yaml_serde carries
//! libyaml itself, translated to Rust.
//!
//! Only what stands around the place is read: a file is broken at every other key while one types.

use serde::de::IgnoredAny;

/// Aliases to anchors that stand elsewhere, at most.
const MOST_ALIASES: usize = 50;
/// Bytes that are read, at most.
const LARGEST: usize = 128 * 1024;
/// Brackets in them, at most: libyaml's time grows with the square of their depth.
const MOST_BRACKETS: usize = 2_000;
/// libyaml's line 1: a mark at the very beginning would not be told.
const BEFORE: &str = "#\n";
/// How its problems begin; what else yaml_serde says is not libyaml's.
const PROBLEMS: [&str; 5] = ["did not find ", "could not find ", "found ", "mapping ", "block "];

/// What libyaml says of the text around `at`, and the offset that it names. None where it takes it.
pub fn refusal(text: &str, at: usize) -> Option<(String, usize)> {
    let (start, end) = around(text, at);
    let brackets = |part: &str| part.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count();
    if end - start > LARGEST || brackets(&text[start..end]) > MOST_BRACKETS {
        return None;
    }
    let mut part = format!("{BEFORE}{}", &text[start..end]);
    for _ in 0..MOST_ALIASES {
        let message = serde_yaml::from_str::<IgnoredAny>(&part).err()?.to_string();
        if message.starts_with("unknown anchor") {
            // Its anchor stands further up: a word in its place changes nothing else.
            let alias = place(&message).map(|(_, line, column)| offset(&part, line, column))?;
            part.get(alias..)?.starts_with('*').then(|| part.replace_range(alias..=alias, "x"))?;
            continue;
        }
        if !PROBLEMS.iter().any(|problem| message.starts_with(problem)) {
            return None;
        }
        let (problem, context) = match message.split_once(", while ") {
            Some((problem, context)) => (problem, format!(" while {context}")),
            None => (&*message, String::new()),
        };
        let (problem, line, column) = place(problem)?;
        let (context, line, column) = place(&context).unwrap_or((&context, line, column));
        let named = offset(&part, line, column).checked_sub(BEFORE.len())? + start;
        // As libyaml spells it.
        let problem = problem.replace("hexadecimal", "hexdecimal");
        return Some((format!("{problem}{context}"), named));
    }
    None
}

/// Splits `… at line 2 column 3`.
fn place(message: &str) -> Option<(&str, usize, usize)> {
    let (what, at) = message.rsplit_once(" at line ")?;
    let (line, column) = at.split_once(" column ")?;
    Some((what, line.parse().ok()?, column.parse().ok()?))
}

/// The byte offset of a line and a column in characters, both from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = text.split_inclusive('\n').take(line - 1).map(str::len).sum::<usize>();
    text[start..].chars().take(column - 1).map(char::len_utf8).sum::<usize>() + start
}

/// The top-level entry at `at`, with the one before and two behind: an error shows late where a bracket is open.
pub fn around(text: &str, at: usize) -> (usize, usize) {
    let is_entry =
        |line: &str| line.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '#' | '-' | ']' | '}' | '\u{feff}'));
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
    let (mut start, mut entries) = (line_start(at), 0);
    loop {
        if text[start..].starts_with("---") {
            start += text[start..].find('\n').map_or(text.len() - start, |end| end + 1);
            break;
        }
        entries += usize::from(is_entry(&text[start..]));
        if entries == 2 || start == 0 {
            break;
        }
        start = line_start(start - 1);
    }
    let start = start.min(line_start(at));
    let mut end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
    let mut behind = 0;
    for line in text[end..].split_inclusive('\n') {
        behind += usize::from(is_entry(line));
        if behind == 3 || line.starts_with("---") {
            break;
        }
        end += line.len();
    }
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_place_are_those_of_the_whole_text() {
        let long = "a: &a [b]\n".to_owned() + &(0..9).map(|at| format!("j{at}:\n  script: make\n")).collect::<String>();
        for (broken, what, named) in [
            ("x: {script: [a}\n", "did not find expected ',' or ']' while parsing a flow sequence", "[a}"),
            ("x: [a,,b]\n", "did not find expected node content while parsing a flow node", ",b]"),
            ("x:\n  script: [é\n  tags: a\n", "did not find expected ',' or ']' while parsing a flow sequence", "[é"),
            ("x:\n  a: *a\n  b: ]\n", "did not find expected node content while parsing a block node", "]\n"),
            ("x: \"\\x\"\n", "did not find expected hexdecimal number while parsing a quoted scalar", "\"\\x"),
        ] {
            let text = format!("{long}{broken}{}", "after:\n  script: make\n".repeat(5));
            let at = text.find("x:").unwrap_or_default();
            let (words, place) = refusal(&text, at + 3).unwrap_or_default();
            assert_eq!((words.as_str(), text[place..].starts_with(named)), (what, true), "{broken}");
        }
        assert_eq!(refusal(&long, long.len()), None);
    }

    #[test]
    fn what_would_take_long_is_left_alone() {
        assert_eq!(refusal(&"[".repeat(100_000), 0), None);
        assert_eq!(refusal(&format!("x: |\n{}y: ]", "  a\n".repeat(100_000)), 400_006), None);
    }
}
