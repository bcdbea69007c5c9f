//! Fixes inside of one text: names, expressions, patterns.

use super::site::use_text;
use super::{nearest, Fix, Label, Site, Step};
use crate::simulate::{pattern, Expression};
use crate::yaml::{Kind, NewValue};

/// A date in quotes.
pub fn quote(site: &Site<'_>) -> Option<Fix> {
    let node = site.node().filter(|node| node.kind() == Kind::Scalar)?;
    Some(Fix::new(Label::Quote, Step::Replace(node.id(), NewValue::String(node.value().to_owned()))))
}

/// The characters that the message does not allow, taken out.
pub fn allowed_characters(site: &Site<'_>) -> Option<Fix> {
    let node = site.node().filter(|node| node.kind() == Kind::Scalar)?;
    let keyword = node.own_entry().map_or("", |entry| entry.key.value());
    if matches!(keyword, "ref" | "released_at" | "integrity") {
        return None;
    }
    let title = keyword == "expose_as";
    let name = |c: char| c.is_ascii_alphanumeric() || (if title { "_- " } else { "_/${}. -" }).contains(c);
    let kept: String = node.value().chars().filter(|c| name(*c)).collect();
    let kept = kept.trim_matches(['/', ' ']);
    (!kept.is_empty() && kept != node.value()).then(|| use_text(node, kept))
}

/// A pattern between slashes.
pub fn pattern(site: &Site<'_>) -> Option<Fix> {
    let node = site.node().filter(|node| node.kind() == Kind::Scalar)?;
    let slashed = format!("/{}/", node.value().trim_matches('/'));
    pattern::compile(&slashed).is_ok().then(|| use_text(node, &slashed))
}

/// A condition as it was probably meant: the first of the usual slips whose mending makes it an expression.
pub fn expression(site: &Site<'_>) -> Option<Fix> {
    let node = site.node().filter(|node| node.kind() == Kind::Scalar)?;
    let text = node.value();
    let single = |text: &str| {
        let spaced = [(" = ", " == "), (" & ", " && "), (" | ", " || "), (" and ", " && "), (" or ", " || ")];
        spaced.iter().fold(text.to_owned(), |text, (slip, meant)| text.replace(slip, meant))
    };
    let tried = [
        single(text),
        single(text).replace("=~=", "=~").replace("===", "=="),
        quoted_words(&single(text)),
        dollars(&single(text)),
        quoted_words(&dollars(&single(text))),
    ];
    let meant = tried.into_iter().find(|tried| tried != text && Expression::parse(tried).is_ok())?;
    Some(use_text(node, &meant))
}

/// Bare words after an operator, in quotes.
fn quoted_words(text: &str) -> String {
    let mut after_operator = false;
    let words = text.split(' ').map(|word| {
        let bare = !word.is_empty() && !word.starts_with(['$', '"', '\'', '/', '(', '!', '&', '|', '=']);
        let quoted = if after_operator && bare && word != "null" { format!("\"{word}\"") } else { word.to_owned() };
        after_operator = matches!(word, "==" | "!=");
        quoted
    });
    words.collect::<Vec<_>>().join(" ")
}

/// `${NAME}` as `$NAME`, and names in capitals with the dollar that they lack.
fn dollars(text: &str) -> String {
    let capitals = |word: &str| {
        word.len() > 1
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
    };
    let words = text.split(' ').map(|word| match word.strip_prefix("${").and_then(|rest| rest.strip_suffix('}')) {
        Some(name) => format!("${name}"),
        None if capitals(word) => format!("${word}"),
        None => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The name in a block `$[[ PREFIX.name ]]` that was probably meant; where only one can be, that one.
pub fn in_block(site: &Site<'_>, prefix: &str, names: &[&str]) -> Option<Fix> {
    let node = site.node().filter(|node| node.kind() == Kind::Scalar)?;
    let text = node.value();
    let (at, name) = text.match_indices(prefix).find_map(|(at, _)| {
        let from = at + prefix.len();
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        let name = text[from..].split(|c| !word(c)).next().unwrap_or_default();
        (!names.contains(&name)).then_some((from, name))
    })?;
    let meant = nearest(name, names.iter().copied()).or(match names {
        [only] => Some(*only),
        _ => None,
    })?;
    let mended = format!("{}{meant}{}", &text[..at], &text[at + name.len()..]);
    let step = Step::Replace(node.id(), NewValue::String(mended));
    Some(Fix::new(Label::Use(meant.to_owned()), step))
}
