//! Writing values as YAML text that reads the same under YAML 1.1 (GitLab) and YAML 1.2 (everybody else).

use super::node::{NodeId, Style};
use super::scalar::{resolve_plain, Scalar};

/// A value that is to be written. Strings stay strings whatever they look like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewValue {
    /// A string, quoted where a reader would take it for something else.
    String(String),
    /// A number, a boolean or null, written as it is.
    Plain(String),
    /// `*name`
    Alias(String),
    /// `!reference [a, b]`
    Reference(Vec<String>),
    /// What stands in the document now, as it is: only inside a list or map that replaces the one around that node.
    Kept(NodeId),
    /// A list.
    List(Vec<NewValue>),
    /// Keys and values, in order.
    Map(Vec<(String, NewValue)>),
}

impl NewValue {
    /// A boolean.
    pub fn bool(value: bool) -> Self {
        NewValue::Plain(value.to_string())
    }

    /// A list of strings.
    pub fn strings<I: IntoIterator<Item = S>, S: Into<String>>(items: I) -> Self {
        NewValue::List(items.into_iter().map(|item| NewValue::String(item.into())).collect())
    }
}

/// How new text is laid out, copied from the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Spaces per level of a mapping.
    pub step: usize,
    /// Spaces from a key to the dashes of its list: 0 for the indentless style.
    pub list_step: usize,
    /// `"\n"` or `"\r\n"`.
    pub line_break: &'static str,
    /// The quotes for strings that need some.
    pub quotes: Style,
}

/// Whether `text` may be written without quotes and still be that string to every reader.
pub fn plain_is_safe(text: &str, in_flow: bool) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let second = text.chars().nth(1);
    let indicator_first = match first {
        '-' | '?' | ':' => second.is_none_or(|c| c.is_whitespace() || in_flow && ",[]{}".contains(c)) || first == ':',
        _ => ",[]{}#&*!|>'\"%@`".contains(first),
    };
    if indicator_first || text.starts_with("---") || text.starts_with("...") {
        return false;
    }
    if text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) || text.ends_with(':') {
        return false;
    }
    if text.chars().any(|c| !is_printable(c) || c == '\t') || text.contains(": ") || text.contains(" #") {
        return false;
    }
    // In brackets a colon before a bracket or comma ends a key for some readers.
    if in_flow && text.chars().any(|c| ",[]{}?".contains(c)) {
        return false;
    }
    resolve_plain(text) == Scalar::Str && !is_special_elsewhere(text)
}

/// Strings to Psych that some other YAML reader takes for something else.
fn is_special_elsewhere(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    if matches!(lower.as_str(), "y" | "n" | "=" | "<<" | "null" | ".nan") {
        return true;
    }
    let body = lower.strip_prefix(['-', '+']).unwrap_or(&lower);
    let starts_like_number = body.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let only_number_signs = body.chars().all(|c| c.is_ascii_hexdigit() || "_.,:+-oxet ".contains(c) || c == 'z');
    starts_like_number && only_number_signs && looks_numeric(body)
}

/// Whether a text of digits and number signs may be read as a number, a date or a time somewhere.
fn looks_numeric(body: &str) -> bool {
    let all = |text: &str, test: fn(char) -> bool| !text.is_empty() && text.chars().all(test);
    if let Some(rest) = body.strip_prefix("0x").or(body.strip_prefix("0o")).or(body.strip_prefix("0b")) {
        return all(rest, |c| c.is_ascii_hexdigit() || c == '_');
    }
    let exponent = body.split_once('e').is_some_and(|(mantissa, exponent)| {
        all(mantissa, |c| c.is_ascii_digit() || c == '.' || c == '_')
            && all(exponent.trim_start_matches(['+', '-']), |c| c.is_ascii_digit())
    });
    // One point at most: `1.2.3` is a version to everybody.
    let number = all(body, |c| c.is_ascii_digit() || "_,.:".contains(c)) && body.matches('.').count() <= 1;
    let date = body.matches('-').count() == 2 && body.starts_with(|c: char| c.is_ascii_digit());
    exponent || number || date
}

fn is_printable(c: char) -> bool {
    c == '\t' || !(c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'))
}

/// A string on one line: plain where that is safe, else in quotes; `quotes` says which are preferred.
pub(super) fn inline_string(text: &str, quotes: Style, in_flow: bool) -> String {
    match quotes {
        Style::Plain if plain_is_safe(text, in_flow) => text.to_owned(),
        Style::SingleQuoted if single_can_hold(text) => single(text),
        Style::DoubleQuoted => double(text),
        _ if single_can_hold(text) && (text.contains('\\') || text.contains('"')) && !text.contains('\'') => {
            single(text)
        }
        _ => double(text),
    }
}

fn single_can_hold(text: &str) -> bool {
    text.chars().all(|c| is_printable(c) && c != '\t')
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn double(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_printable(c) => out.push(c),
            c if (c as u32) <= 0xFF => out.push_str(&format!("\\x{:02X}", c as u32)),
            c if (c as u32) <= 0xFFFF => out.push_str(&format!("\\u{:04X}", c as u32)),
            c => out.push_str(&format!("\\U{:08X}", c as u32)),
        }
    }
    out.push('"');
    out
}

/// A key on one line, quoted where it must be.
pub fn key_text(key: &str, in_flow: bool) -> String {
    if key == "<<" {
        return key.to_owned();
    }
    // A plain key over 128 characters or with a colon is legal but some readers stumble: GitLab's does not.
    if plain_is_safe(key, in_flow) && !key.contains('\n') {
        return key.to_owned();
    }
    inline_string(key, Style::DoubleQuoted, in_flow)
}

/// Whether a string of several lines can stand in a literal block and come back the same.
pub(super) fn literal_can_hold(text: &str) -> bool {
    let lines: Vec<&str> = text.split('\n').collect();
    let first = lines.iter().find(|line| !line.is_empty());
    let Some(first) = first else { return false };
    // A first line that starts with a blank needs an indentation indicator; quotes are clearer.
    !first.starts_with([' ', '\t'])
        && !lines.iter().take_while(|line| line.trim().is_empty()).any(|line| !line.is_empty())
        && text.chars().all(|c| c == '\n' || is_printable(c))
}

/// The chomping indicator with which a literal block gives back the line breaks at the end of `text`.
pub(super) fn chomping(text: &str) -> &'static str {
    match text.len() - text.trim_end_matches('\n').len() {
        0 => "-",
        1 => "",
        _ => "+",
    }
}

/// The lines of a literal block for `text` at `indent` spaces, header first.
pub(super) fn literal(text: &str, header: &str, indent: usize, line_break: &str) -> String {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let mut out = header.to_owned();
    for line in body.split('\n') {
        out.push_str(line_break);
        if !line.is_empty() {
            out.push_str(&" ".repeat(indent));
            out.push_str(line);
        }
    }
    out
}

impl Layout {
    /// The text of a value behind `key:` (`after_dash` false) or behind `-` (`after_dash` true), with the blank or line
    /// break that separates it. `column` is that of the key or dash.
    pub(super) fn value(&self, value: &NewValue, column: usize, after_dash: bool) -> String {
        match value {
            NewValue::String(text) if text.contains('\n') && literal_can_hold(text) => {
                let header = format!(" |{}", chomping(text));
                literal(text, &header, column + self.step, self.line_break)
            }
            NewValue::String(text) => format!(" {}", inline_string(text, self.style_for(text), false)),
            NewValue::Plain(text) => format!(" {text}"),
            NewValue::Alias(name) => format!(" *{name}"),
            NewValue::Reference(_) => format!(" {}", self.flow(value)),
            // Only reached where a kept node is asked for elsewhere, which the check of the edit then refuses.
            NewValue::Kept(_) => String::new(),
            NewValue::List(items) if items.is_empty() => " []".to_owned(),
            NewValue::Map(entries) if entries.is_empty() => " {}".to_owned(),
            NewValue::List(items) => {
                let at = if after_dash { column + 2 } else { column + self.list_step };
                let lines = items.iter().map(|item| self.item(item, at));
                self.block(lines, at, after_dash)
            }
            NewValue::Map(entries) => {
                let at = if after_dash { column + 2 } else { column + self.step };
                let lines = entries.iter().map(|(key, value)| self.entry(key, value, at));
                self.block(lines, at, after_dash)
            }
        }
    }

    fn style_for(&self, text: &str) -> Style {
        if plain_is_safe(text, false) {
            Style::Plain
        } else {
            self.quotes
        }
    }

    fn block(&self, lines: impl Iterator<Item = String>, at: usize, after_dash: bool) -> String {
        let mut out = String::new();
        for (index, line) in lines.enumerate() {
            if index == 0 && after_dash {
                out.push(' ');
            } else {
                out.push_str(self.line_break);
                out.push_str(&" ".repeat(at));
            }
            out.push_str(&line);
        }
        out
    }

    /// `- item`, without indentation before it and line break after it.
    pub(super) fn item(&self, item: &NewValue, column: usize) -> String {
        format!("-{}", self.value(item, column, true))
    }

    /// `key: value`, without indentation before it and line break after it.
    pub(super) fn entry(&self, key: &str, value: &NewValue, column: usize) -> String {
        format!("{}:{}", key_text(key, false), self.value(value, column, false))
    }

    /// A value for use inside brackets; None where it has several lines that brackets can't hold as they are.
    pub(super) fn flow(&self, value: &NewValue) -> String {
        match value {
            NewValue::String(text) => {
                let style = if plain_is_safe(text, true) { Style::Plain } else { self.quotes };
                inline_string(text, style, true)
            }
            NewValue::Plain(text) => text.clone(),
            NewValue::Alias(name) => format!("*{name}"),
            NewValue::Reference(path) => {
                let path: Vec<String> = path.iter().map(|name| self.flow(&NewValue::String(name.clone()))).collect();
                format!("!reference [{}]", path.join(", "))
            }
            NewValue::Kept(_) => String::new(),
            NewValue::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.flow(item)).collect();
                format!("[{}]", items.join(", "))
            }
            NewValue::Map(entries) if entries.is_empty() => "{}".to_owned(),
            NewValue::Map(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, value)| format!("{}: {}", key_text(key, true), self.flow(value)))
                    .collect();
                format!("{{ {} }}", entries.join(", "))
            }
        }
    }
}

impl NewValue {
    /// A value to write that reads the same as `node` where an alias means the same: anchors are left out. None where
    /// it holds a tag other than a simple `!reference`.
    pub fn copy_with_aliases(node: super::NodeRef<'_>) -> Option<Self> {
        let again = NewValue::copy_with_aliases;
        if node.is_reference() {
            return node
                .items()
                .map(|item| item.as_str().map(str::to_owned))
                .collect::<Option<_>>()
                .map(NewValue::Reference);
        }
        if node.tag().is_some_and(|tag| !matches!(tag, "!!str" | "!str")) {
            return None;
        }
        match node.kind() {
            super::Kind::Alias => Some(NewValue::Alias(node.value().to_owned())),
            super::Kind::Scalar if node.scalar() == Some(Scalar::Str) => {
                Some(NewValue::String(node.value().to_owned()))
            }
            super::Kind::Scalar => {
                Some(NewValue::Plain(if node.value().is_empty() { "null" } else { node.value() }.to_owned()))
            }
            super::Kind::Sequence => node.items().map(again).collect::<Option<_>>().map(NewValue::List),
            super::Kind::Mapping => {
                let entries = node.entries().map(|entry| Some((entry.key.value().to_owned(), again(entry.value)?)));
                entries.collect::<Option<_>>().map(NewValue::Map)
            }
        }
    }

    /// A value to write that reads the same as `node`. None where it holds an alias, a tag or an anchor, which a copy
    /// would lose or repeat.
    pub fn copy_of(node: super::NodeRef<'_>) -> Option<Self> {
        if node.tag().is_some() || node.anchor().is_some() {
            return None;
        }
        match node.kind() {
            super::Kind::Alias => None,
            super::Kind::Scalar if node.scalar() == Some(Scalar::Str) => {
                Some(NewValue::String(node.value().to_owned()))
            }
            super::Kind::Scalar => {
                Some(NewValue::Plain(if node.is_absent() { "null" } else { node.value() }.to_owned()))
            }
            super::Kind::Sequence => node.items().map(NewValue::copy_of).collect::<Option<_>>().map(NewValue::List),
            super::Kind::Mapping => {
                let entries =
                    node.entries().map(|entry| Some((entry.key.value().to_owned(), NewValue::copy_of(entry.value)?)));
                entries.collect::<Option<_>>().map(NewValue::Map)
            }
        }
    }
}
