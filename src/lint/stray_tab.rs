//! Tabs on lines that hold nothing else, or only a comment. Our parser takes them; libyaml, which reads GitLab's files,
//! refuses some where they stand in place of indentation (yaml_parser_scan_to_next_token and the scanners of plain and
//! block scalars in libyaml's scanner.c).

use super::libyaml;
use super::syntax::told;
use crate::text::Span;
use crate::yaml::Document;

/// The first such tab of a sound text: what GitLab says of it, and its place.
pub fn stray_tab(document: &Document) -> Option<(String, Span)> {
    let text = document.text();
    let mut taken = 0;
    for tab in text.match_indices('\t').map(|(at, _)| at).filter(|_| document.is_sound()) {
        if tab < taken || !is_alone(text, tab) {
            continue;
        }
        if let Some((what, place)) = libyaml::refusal(text, tab) {
            return Some((told(document, &what, place), Span::new(tab, tab + 1)));
        }
        taken = libyaml::around(text, tab).1;
    }
    None
}

/// Whether a tab is the first of a line of blanks, or of blanks and a comment.
fn is_alone(text: &str, tab: usize) -> bool {
    let line = text[..tab].rfind('\n').map_or(0, |end| end + 1);
    let rest = text[tab..].lines().next().unwrap_or("").trim_start_matches([' ', '\t']);
    text[line..tab].bytes().all(|byte| byte == b' ') && (rest.is_empty() || rest.starts_with('#'))
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
