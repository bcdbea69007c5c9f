//! Values as Ruby prints them, since GitLab's messages quote them so.

use std::fmt::Write;

use super::value::{Data, Value};

/// `to_s`: how a value reads inside a message.
pub fn to_s(value: &Value) -> String {
    match &value.data {
        Data::Null | Data::Unknown => String::new(),
        Data::Bool(flag) => flag.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => float(*number),
        Data::Text(text) | Data::Symbol(text) => text.to_string(),
        _ => inspect(value),
    }
}

/// `inspect`: how a value reads inside a collection inside a message. (Ruby 3.1: keys are symbols by then.)
pub fn inspect(value: &Value) -> String {
    let mut out = String::new();
    write_inspect(value, &symbol, &mut out);
    out
}

/// The same of what Psych has not made symbols of: what a tag stands before.
pub fn inspect_raw(value: &Value) -> String {
    let mut out = String::new();
    write_inspect(value, &quoted, &mut out);
    out
}

/// `join(', ')` of a list: nested lists are joined alike.
pub fn join<'v>(values: impl IntoIterator<Item = &'v Value>) -> String {
    let text = |value: &Value| match &value.data {
        Data::List(list) => join(&list.items),
        _ => to_s(value),
    };
    values.into_iter().map(text).collect::<Vec<_>>().join(", ")
}

fn write_inspect(value: &Value, key: &dyn Fn(&str, &mut String), out: &mut String) {
    match &value.data {
        Data::Null | Data::Unknown => out.push_str("nil"),
        Data::Text(text) => quoted(text, out),
        Data::Symbol(text) => symbol(text, out),
        Data::List(list) => {
            out.push('[');
            for (at, item) in list.items.iter().enumerate() {
                if at > 0 {
                    out.push_str(", ");
                }
                write_inspect(item, key, out);
            }
            out.push(']');
        }
        Data::Map(map) => {
            out.push('{');
            for (at, entry) in map.entries().iter().enumerate() {
                if at > 0 {
                    out.push_str(", ");
                }
                match entry.key.name() {
                    Some(name) => key(name, out),
                    None => out.push_str(entry.key.text()),
                }
                out.push_str("=>");
                write_inspect(&entry.value, key, out);
            }
            out.push('}');
        }
        Data::Reference(inner) => {
            out.push_str("!reference ");
            write_inspect(inner, key, out);
        }
        _ => out.push_str(&to_s(value)),
    }
}

fn symbol(name: &str, out: &mut String) {
    out.push(':');
    let plain = name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    if plain {
        out.push_str(name);
    } else {
        quoted(name, out);
    }
}

/// A string in double quotes, as Ruby shows it.
pub fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{1b}' => out.push_str("\\e"),
            c if c.is_control() => {
                let _ = write!(out, "\\x{:02X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// `to_json`, as GitLab quotes includes that it does not understand.
pub fn json(value: &Value) -> String {
    match &value.data {
        Data::Null | Data::Unknown => "null".to_owned(),
        Data::Text(text) | Data::Symbol(text) => serde_json::Value::from(&**text).to_string(),
        Data::List(list) => format!("[{}]", list.items.iter().map(json).collect::<Vec<_>>().join(",")),
        Data::Map(map) => {
            let entry =
                |e: &super::value::Entry| format!("{}:{}", serde_json::Value::from(e.key.text()), json(&e.value));
            format!("{{{}}}", map.entries().iter().map(entry).collect::<Vec<_>>().join(","))
        }
        _ => to_s(value),
    }
}

/// A float as Ruby prints it.
pub fn float(number: f64) -> String {
    if number.is_nan() {
        return "NaN".to_owned();
    }
    if number.is_infinite() {
        return if number > 0.0 { "Infinity" } else { "-Infinity" }.to_owned();
    }
    let magnitude = number.abs();
    if magnitude != 0.0 && !(1e-4..1e16).contains(&magnitude) {
        let text = format!("{number:e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let digits = if digits.contains('.') { digits.to_owned() } else { format!("{digits}.0") };
        let (sign, exponent) = match exponent.strip_prefix('-') {
            Some(exponent) => ('-', exponent),
            None => ('+', exponent),
        };
        return format!("{digits}e{sign}{exponent:0>2}");
    }
    format!("{number:?}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn floats_read_as_in_ruby() {
        for (number, text) in [(1.1, "1.1"), (1.0, "1.0"), (1e20, "1.0e+20"), (0.5, "0.5"), (1e-5, "1.0e-05")] {
            assert_eq!(float(number), text);
        }
    }

    #[test]
    fn collections_read_as_in_ruby() {
        let at = Span::default();
        let list = Value::list(vec![Value::text("a\"b", at), Value::new(Data::Null, at)], at);
        assert_eq!(inspect(&list), r#"["a\"b", nil]"#);
        assert_eq!(json(&list), r#"["a\"b",null]"#);
    }
}
