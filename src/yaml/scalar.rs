//! What a plain scalar means to GitLab's parser: Ruby's Psych, which reads YAML 1.1.
//!
//! Source: psych `lib/psych/scalar_scanner.rb` (`tokenize`), checked against ../shared/verdicts where present.

/// The typed value of a scalar.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    /// `~`, `null` or nothing at all.
    Null,
    /// `true`, `yes`, `on` and their opposites.
    Bool(bool),
    /// Decimal, octal (`0777`), hexadecimal, binary, with `_` and `,`, or sexagesimal (`12:30`).
    Int(i128),
    /// A number with a point, `.inf`, `.nan`, or sexagesimal with a point.
    Float(f64),
    /// A date or a time, which GitLab refuses to load.
    Date,
    /// `:name`, a Ruby symbol, which GitLab reads as such.
    Symbol,
    /// Anything else.
    Str,
}

/// Types a plain (unquoted) scalar.
pub fn resolve_plain(text: &str) -> Scalar {
    let is_any = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is_null(text) {
        return Scalar::Null;
    }
    if is_any(&["yes", "true", "on"]) {
        return Scalar::Bool(true);
    }
    if is_any(&["no", "false", "off"]) {
        return Scalar::Bool(false);
    }
    if starts_like_a_word(text) || text.contains('\n') {
        return Scalar::Str;
    }
    if is_any(&[".inf", "+.inf"]) {
        return Scalar::Float(f64::INFINITY);
    }
    if is_any(&["-.inf"]) {
        return Scalar::Float(f64::NEG_INFINITY);
    }
    if is_any(&[".nan"]) {
        return Scalar::Float(f64::NAN);
    }
    if is_date(text) || is_time(text) {
        return Scalar::Date;
    }
    if text.len() > 1 && text.starts_with(':') {
        return Scalar::Symbol;
    }
    sexagesimal(text).or_else(|| float(text)).or_else(|| int(text)).unwrap_or(Scalar::Str)
}

/// Whether a plain scalar is null.
pub(super) fn is_null(text: &str) -> bool {
    text.is_empty() || text == "~" || text.eq_ignore_ascii_case("null")
}

/// Psych's quick test for strings: an optional first character that is no digit, point, colon or hyphen, then a
/// letter, blank or one of some signs.
fn starts_like_a_word(text: &str) -> bool {
    let word = |c: char| c.is_alphabetic() || c.is_whitespace() || "_!@#$%^&*(){}<>|/\\~;=".contains(c);
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(first), _) if word(first) => true,
        (Some(first), Some(second)) => !(first.is_ascii_digit() || ".:-".contains(first)) && word(second),
        _ => false,
    }
}

fn unsigned(text: &str) -> (bool, &str) {
    match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    }
}

fn sexagesimal(text: &str) -> Option<Scalar> {
    let (negative, body) = unsigned(text);
    let (whole, fraction) = match body.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (body, None),
    };
    let parts: Vec<&str> = whole.split(':').collect();
    if !(2..=3).contains(&parts.len()) || !is_digits(parts[0]) {
        return None;
    }
    let in_range = |part: &&str| match part.as_bytes() {
        [d] => d.is_ascii_digit(),
        [t, d] => (b'0'..=b'5').contains(t) && d.is_ascii_digit(),
        _ => false,
    };
    if !parts[1..].iter().all(in_range) {
        return None;
    }
    // Psych weighs part i with 60^|i - 2|, so `12:30` counts hours and minutes.
    let mut total = 0i128;
    for (index, part) in parts.iter().enumerate() {
        let number: i128 = part.replace('_', "").parse().ok()?;
        total = total.checked_add(number.checked_mul(60i128.pow((index as i32 - 2).unsigned_abs()))?)?;
    }
    let total = if negative { -total } else { total };
    match fraction {
        None => Some(Scalar::Int(total)),
        Some(digits) if digits.chars().all(|c| c.is_ascii_digit() || c == '_') => {
            let part: f64 = format!("0.{}", digits.replace('_', "")).parse().unwrap_or(0.0);
            Some(Scalar::Float(total as f64 + part))
        }
        Some(_) => None,
    }
}

/// A digit, then digits and underscores.
fn is_digits(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || c == '_')
}

fn float(text: &str) -> Option<Scalar> {
    let (_, body) = unsigned(text);
    let (whole, rest) = body.split_once('.')?;
    let grouped = |c: char| c.is_ascii_digit() || c == '_' || c == ',';
    if !(whole.is_empty() || whole.starts_with(|c: char| c.is_ascii_digit()) && whole.chars().all(grouped)) {
        return None;
    }
    let (fraction, exponent) = match rest.find(['e', 'E']) {
        Some(at) => (&rest[..at], Some(&rest[at + 1..])),
        None => (rest, None),
    };
    let exponent_ok =
        exponent.is_none_or(|e| e.len() > 1 && e.starts_with(['+', '-']) && e[1..].chars().all(|c| c.is_ascii_digit()));
    if !fraction.chars().all(|c| c.is_ascii_digit()) || !exponent_ok || body == "." {
        return None;
    }
    let cleaned: String = text.chars().filter(|c| !matches!(c, '_' | ',')).collect();
    cleaned.parse().ok().map(Scalar::Float)
}

fn int(text: &str) -> Option<Scalar> {
    let (negative, body) = unsigned(text);
    let digits = |radix: u32, body: &str| -> Option<i128> {
        let cleaned: String = body.chars().filter(|c| !matches!(c, '_' | ',')).collect();
        if cleaned.is_empty() || !cleaned.chars().all(|c| c.is_digit(radix)) {
            return None;
        }
        // A number beyond 128 bits is still a number: its exact value never matters here.
        Some(i128::from_str_radix(&cleaned, radix).unwrap_or(i128::MAX))
    };
    let value = if let Some(body) = body.strip_prefix("0b") {
        digits(2, body)
    } else if let Some(body) = body.strip_prefix("0x") {
        digits(16, body)
    } else if body == "0" {
        Some(0)
    } else if body.starts_with('0') {
        digits(8, body)
    } else if body.starts_with(|c: char| c.is_ascii_digit()) && !body.ends_with(',') && !body.contains(",,") {
        digits(10, body)
    } else {
        None
    }?;
    Some(Scalar::Int(if negative { -value } else { value }))
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let number = |part: &str, widths: &[usize], range: std::ops::RangeInclusive<u32>| {
        widths.contains(&part.len())
            && part.chars().all(|c| c.is_ascii_digit())
            && part.parse().is_ok_and(|n: u32| range.contains(&n))
    };
    number(year, &[4], 0..=9999)
        && (number(month, &[2], 0..=12) || number(month, &[1], 0..=9))
        && (number(day, &[2], 0..=31) || number(day, &[1], 0..=9))
}

fn is_time(text: &str) -> bool {
    let body = text.strip_prefix('-').unwrap_or(text);
    let Some(split) = body.find(['T', 't', ' ', '\t']) else { return false };
    let (date, clock) = (&body[..split], body[split + 1..].trim_start());
    let digits = |part: &str, widths: std::ops::RangeInclusive<usize>| {
        widths.contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit())
    };
    let date: Vec<&str> = date.split('-').collect();
    let [year, month, day] = date[..] else { return false };
    if !(digits(year, 4..=4) && digits(month, 1..=2) && digits(day, 1..=2)) {
        return false;
    }
    let mut clock = clock.splitn(3, ':');
    let (Some(hour), Some(minute), Some(rest)) = (clock.next(), clock.next(), clock.next()) else { return false };
    let Some(seconds) = rest.get(..2) else { return false };
    if !(digits(hour, 1..=2) && digits(minute, 2..=2) && digits(seconds, 2..=2)) {
        return false;
    }
    let rest = &rest[2..];
    let zone = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    let zone = zone.trim_start();
    if zone.is_empty() || zone == "Z" {
        return true;
    }
    let Some(offset) = zone.strip_prefix(['+', '-']) else { return false };
    let compact: String = offset.chars().filter(|&c| c != ':').collect();
    digits(&compact, 1..=4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_yaml_1_1_are_booleans_and_nulls() {
        for text in ["yes", "On", "TRUE", "true"] {
            assert_eq!(resolve_plain(text), Scalar::Bool(true), "{text}");
        }
        for text in ["no", "Off", "false"] {
            assert_eq!(resolve_plain(text), Scalar::Bool(false), "{text}");
        }
        for text in ["", "~", "null", "Null", "NULL"] {
            assert_eq!(resolve_plain(text), Scalar::Null, "{text}");
        }
        for text in
            ["y", "n", "yess", "nullable", "make", "$A", "a:b", "2020-01", "08", "0o17", "1e3", "-", "--x", "1.2.3"]
        {
            assert_eq!(resolve_plain(text), Scalar::Str, "{text}");
        }
    }

    #[test]
    fn numbers_are_read_as_ruby_reads_them() {
        let ints = [
            ("0777", 511),
            ("1_000", 1000),
            ("0x1F", 31),
            ("12:30", 45000),
            ("1:2", 3720),
            ("0b11", 3),
            ("+1", 1),
            ("-7", -7),
            ("1,000", 1000),
        ];
        for (text, value) in ints {
            assert_eq!(resolve_plain(text), Scalar::Int(value), "{text}");
        }
        for (text, value) in [(".5", 0.5), ("1.10", 1.1), ("1.", 1.0), ("1.5e+3", 1500.0), ("-.inf", f64::NEG_INFINITY)]
        {
            assert_eq!(resolve_plain(text), Scalar::Float(value), "{text}");
        }
    }

    #[test]
    fn dates_and_times_are_their_own_type() {
        for text in ["2020-01-01", "2001-12-14 21:59:43.10 -5", "2001-12-14t21:59:43Z"] {
            assert_eq!(resolve_plain(text), Scalar::Date, "{text}");
        }
        assert_eq!(resolve_plain("2020-13-01"), Scalar::Str);
    }
}
