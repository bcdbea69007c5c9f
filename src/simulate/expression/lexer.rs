//! Texts to tokens (lib/gitlab/ci/pipeline/expression/lexer.rb and lexeme/*.rb): at each place the kinds of tokens are
//! tried in GitLab's order.

use std::ops::Range;
use std::sync::OnceLock;

use regex_lite::Regex;

use super::evaluate::Term;
use super::{ExpressionError, Operator};
use crate::simulate::pattern;

/// GitLab reads fewer tokens than this.
const MAX_TOKENS: usize = 100;

pub(super) struct Token {
    pub kind: TokenKind,
    pub range: Range<usize>,
}

pub(super) enum TokenKind {
    Open,
    Close,
    Value(Term),
    Not,
    Binary(Operator),
}

pub(super) fn tokens(text: &str) -> Result<Vec<Token>, ExpressionError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    for _ in 0..MAX_TOKENS {
        at += text[at..].len() - text[at..].trim_start_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']).len();
        if at >= text.len() {
            return Ok(tokens);
        }
        let (kind, length) = token(&text[at..])
            .map_err(|(message, length)| ExpressionError { message: message.to_owned(), range: at..at + length })?;
        tokens.push(Token { kind, range: at..at + length });
        at += length;
    }
    Err(ExpressionError { message: "Too many tokens!".to_owned(), range: 0..text.len() })
}

fn token(rest: &str) -> Result<(TokenKind, usize), (&'static str, usize)> {
    if rest.starts_with('(') {
        return Ok((TokenKind::Open, 1));
    }
    if rest.starts_with(')') {
        return Ok((TokenKind::Close, 1));
    }
    if let Some(length) = input(rest) {
        let name = rest[3..length - 2].trim().trim_start_matches("inputs.").to_owned();
        return Ok((TokenKind::Value(Term::Input(name)), length));
    }
    if let Some(name) = rest.strip_prefix('$') {
        let length = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(name.len());
        if length > 0 {
            return Ok((TokenKind::Value(Term::Variable(name[..length].to_owned())), length + 1));
        }
    }
    for quote in ['"', '\''] {
        if let Some(inner) = rest.strip_prefix(quote) {
            let line = inner.lines().next().unwrap_or("");
            if let Some(end) = line.find(quote) {
                return Ok((TokenKind::Value(Term::Text(line[..end].to_owned())), end + 2));
            }
        }
    }
    if let Some(found) = pattern_token().find(rest) {
        let length = found.len();
        let text = rest[..length].replace("\\/", "/");
        return match pattern::compile(&text) {
            Ok(regex) => Ok((TokenKind::Value(Term::Pattern(regex)), length)),
            Err(_) => Err(("Invalid regular expression!", length)),
        };
    }
    let words = [("null", Term::Null), ("true", Term::Bool(true)), ("false", Term::Bool(false))];
    for (word, term) in words {
        // GitLab lets other letters follow null, but not true and false (lexeme/boolean.rb).
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if rest.strip_prefix(word).is_some_and(|rest| word == "null" || ends(rest)) {
            return Ok((TokenKind::Value(term), word.len()));
        }
    }
    let operators = [
        ("==", Operator::Equals),
        ("=~", Operator::Matches),
        ("!=", Operator::NotEquals),
        ("!~", Operator::NotMatches),
        ("&&", Operator::And),
        ("||", Operator::Or),
    ];
    for (sign, operator) in operators {
        if rest.starts_with(sign) {
            return Ok((TokenKind::Binary(operator), sign.len()));
        }
    }
    if rest.starts_with('!') {
        return Ok((TokenKind::Not, 1));
    }
    Err(("Unknown lexeme found!", rest.find(char::is_whitespace).unwrap_or(rest.len())))
}

/// The length of `$[[ inputs.name ]]` at the start.
fn input(rest: &str) -> Option<usize> {
    static INPUT: OnceLock<Option<Regex>> = OnceLock::new();
    let regex = INPUT.get_or_init(|| Regex::new(r"^\$\[\[\s*inputs\.[a-zA-Z0-9_-]+\s*\]\]").ok()).as_ref()?;
    regex.find(rest).map(|found| found.len())
}

/// GitLab's own pattern of patterns: at least two characters between slashes (lexeme/pattern.rb).
fn pattern_token() -> &'static PatternToken {
    static PATTERN: OnceLock<PatternToken> = OnceLock::new();
    PATTERN.get_or_init(|| PatternToken(Regex::new(r"^/([^/]|\\/)+[^\\]/[ismU]*").ok()))
}

struct PatternToken(Option<Regex>);

impl PatternToken {
    fn find<'t>(&self, rest: &'t str) -> Option<regex_lite::Match<'t>> {
        if !rest.starts_with('/') {
            return None;
        }
        self.0.as_ref()?.find(rest)
    }
}
