//! Patterns as GitLab takes them: `/…/flags` around RE2 syntax (lib/gitlab/untrusted_regexp/ruby_syntax.rb).
//!
//! They are matched by regex-lite, which runs in linear time as RE2 does. Where the two read a pattern differently the
//! pattern is rewritten; what RE2 alone refuses is refused here.

use regex_lite::Regex;

/// The most often that RE2 lets something repeat.
const REPEAT_LIMIT: u32 = 1000;

/// Why a text is no pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternError(pub String);

/// Splits `/…/flags` into the pattern and its flags. None for what does not look so.
pub fn split(text: &str) -> Option<(&str, &str)> {
    // Ruby's `^` and `$` stand at every line.
    text.lines().find_map(|line| {
        let inner = line.strip_prefix('/')?;
        let close = inner.rfind('/')?;
        let flags = &inner[close + 1..];
        flags.chars().all(|flag| "ismU".contains(flag)).then_some((&inner[..close], flags))
    })
}

/// Compiles `/…/flags`.
pub fn compile(text: &str) -> Result<Regex, PatternError> {
    let (pattern, flags) = split(text).ok_or_else(|| PatternError("not of the form /pattern/".to_owned()))?;
    let flags = each_once(flags);
    let pattern = if flags.is_empty() { pattern.to_owned() } else { format!("(?{flags}){pattern}") };
    compile_re2(&pattern)
}

/// Flags, each once and as it was said last: `i-i` is `-i` to RE2.
fn each_once(flags: &str) -> String {
    let (mut on, mut off, mut is_off) = (String::new(), String::new(), false);
    for flag in flags.chars() {
        if flag == '-' {
            is_off = true;
            continue;
        }
        on.retain(|known| known != flag);
        off.retain(|known| known != flag);
        if is_off { &mut off } else { &mut on }.push(flag);
    }
    if off.is_empty() {
        on
    } else {
        format!("{on}-{off}")
    }
}

/// Compiles a pattern in RE2's syntax.
pub fn compile_re2(pattern: &str) -> Result<Regex, PatternError> {
    let translated = translate(pattern)?;
    Regex::new(&translated).map_err(|error| PatternError(error.to_string()))
}

/// RE2's syntax in regex-lite's.
fn translate(pattern: &str) -> Result<String, PatternError> {
    let mut out = String::with_capacity(pattern.len() + 8);
    let chars: Vec<char> = pattern.chars().collect();
    let mut at = 0;
    // Whether the last thing was a repetition, and whether its `?` was read.
    let mut repeated = false;
    while at < chars.len() {
        let c = chars[at];
        let mut repeats = false;
        match c {
            '\\' => at = escape(&chars, at, false, &mut out)?,
            '[' => at = class(&chars, at, &mut out)?,
            '*' | '+' | '?' => {
                if repeated {
                    return Err(PatternError(format!("bad repetition operator: {c}")));
                }
                out.push(c);
                at += 1;
                if chars.get(at) == Some(&'?') {
                    out.push('?');
                    at += 1;
                }
                repeats = true;
            }
            '{' => match counted(&chars, at) {
                Some((end, low, high)) => {
                    if repeated || low > REPEAT_LIMIT || high.is_some_and(|high| high > REPEAT_LIMIT || high < low) {
                        return Err(PatternError("bad repetition".to_owned()));
                    }
                    out.extend(&chars[at..end]);
                    at = end;
                    if chars.get(at) == Some(&'?') {
                        out.push('?');
                        at += 1;
                    }
                    repeats = true;
                }
                // Braces that count nothing are text to RE2.
                None => {
                    out.push_str("\\{");
                    at += 1;
                }
            },
            '}' => {
                out.push_str("\\}");
                at += 1;
            }
            '(' if chars.get(at + 1) == Some(&'?') => {
                // Neither engine looks around; regex-lite knows the flag x, RE2 does not.
                let rest: String = chars[at + 2..].iter().take_while(|c| !matches!(c, ':' | ')' | '<')).collect();
                if rest.contains('x') || rest.contains('R') || rest.contains('u') {
                    return Err(PatternError("unknown flag".to_owned()));
                }
                out.push_str("(?");
                at += 2;
                let flags = rest.chars().all(|c| "imsU-".contains(c)) && !rest.ends_with('-');
                if flags && matches!(chars.get(at + rest.len()), Some(':' | ')')) {
                    out.push_str(&each_once(&rest));
                    at += rest.len();
                }
            }
            _ => {
                out.push(c);
                at += 1;
            }
        }
        repeated = repeats;
    }
    Ok(out)
}

/// `{n}`, `{n,}` or `{n,m}` at `at`: where it ends and its numbers.
fn counted(chars: &[char], at: usize) -> Option<(usize, u32, Option<u32>)> {
    let length = chars[at..].iter().take(20).position(|&c| c == '}')?;
    let body: String = chars[at + 1..at + length].iter().collect();
    let (low, high) = match body.split_once(',') {
        None => (body.as_str(), None),
        Some((low, "")) => (low, None),
        Some((low, high)) => (low, Some(high)),
    };
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if !digits(low) || high.is_some_and(|high| !digits(high)) {
        return None;
    }
    let number = |text: &str| text.parse().unwrap_or(u32::MAX);
    Some((at + length + 1, number(low), high.map(number)))
}

/// An escape at `at`; gives the place after it.
fn escape(chars: &[char], at: usize, in_class: bool, out: &mut String) -> Result<usize, PatternError> {
    let Some(&c) = chars.get(at + 1) else { return Err(PatternError("trailing \\".to_owned())) };
    match c {
        'Q' if !in_class => {
            let mut end = at + 2;
            while end < chars.len() && !(chars[end] == '\\' && chars.get(end + 1) == Some(&'E')) {
                if !chars[end].is_alphanumeric() && chars[end].is_ascii() && !chars[end].is_control() {
                    out.push('\\');
                }
                out.push(chars[end]);
                end += 1;
            }
            return Ok((end + 2).min(chars.len()));
        }
        'p' | 'P' => return unicode_class(chars, at, in_class, out),
        'C' if !in_class => out.push_str("(?s:.)"),
        'A' | 'z' | 'b' | 'B' if !in_class => out.extend(['\\', c]),
        'd' | 'D' | 's' | 'S' | 'w' | 'W' | 'a' | 'f' | 'n' | 'r' | 't' | 'v' => out.extend(['\\', c]),
        'x' => return hexadecimal(chars, at, out),
        '0'..='7' => return octal(chars, at, out),
        _ if c.is_ascii() && !c.is_alphanumeric() => {
            if c == '_' || c == '<' || c == '>' || c.is_whitespace() || c.is_control() {
                out.push(c);
            } else {
                out.extend(['\\', c]);
            }
        }
        _ if !c.is_ascii() => out.push(c),
        _ => return Err(PatternError(format!("invalid escape sequence: \\{c}"))),
    }
    Ok(at + 2)
}

fn push_code(code: u32, out: &mut String) -> Result<(), PatternError> {
    char::from_u32(code).ok_or_else(|| PatternError("invalid escape sequence".to_owned()))?;
    out.push_str(&format!("\\x{{{code:x}}}"));
    Ok(())
}

fn hexadecimal(chars: &[char], at: usize, out: &mut String) -> Result<usize, PatternError> {
    let rest = &chars[at + 2..];
    let (digits, length): (String, usize) = if rest.first() == Some(&'{') {
        let close = rest.iter().position(|&c| c == '}').ok_or_else(|| PatternError("missing }".to_owned()))?;
        (rest[1..close].iter().collect(), close + 1)
    } else {
        (rest.iter().take(2).take_while(|c| c.is_ascii_hexdigit()).collect(), 2)
    };
    if digits.len() < 2 && rest.first() != Some(&'{') {
        return Err(PatternError("invalid escape sequence: \\x".to_owned()));
    }
    let code = u32::from_str_radix(&digits, 16).map_err(|_| PatternError("invalid escape sequence: \\x".to_owned()))?;
    push_code(code, out)?;
    Ok(at + 2 + length)
}

/// RE2 reads `\0` and two or three octal digits; `\1` alone is a back reference, which it refuses.
fn octal(chars: &[char], at: usize, out: &mut String) -> Result<usize, PatternError> {
    let digits: String = chars[at + 1..].iter().take(3).take_while(|c| ('0'..='7').contains(*c)).collect();
    if digits.len() == 1 && digits != "0" {
        return Err(PatternError(format!("invalid escape sequence: \\{digits}")));
    }
    push_code(u32::from_str_radix(&digits, 8).unwrap_or(0), out)?;
    Ok(at + 1 + digits.len())
}

/// `\pL` and `\p{…}`: regex-lite knows no Unicode classes. Letters, digits and the like are taken for all that is not
/// ASCII, or the ASCII ones among them.
fn unicode_class(chars: &[char], at: usize, in_class: bool, out: &mut String) -> Result<usize, PatternError> {
    let rest = &chars[at + 2..];
    let (name, length): (String, usize) = match rest.first() {
        Some('{') => {
            let close = rest.iter().position(|&c| c == '}').ok_or_else(|| PatternError("missing }".to_owned()))?;
            (rest[1..close].iter().collect(), close + 1)
        }
        Some(c) => (c.to_string(), 1),
        None => return Err(PatternError("invalid character class range: \\p".to_owned())),
    };
    let set = match name.trim_start_matches('^') {
        "L" | "Ll" | "Lu" | "Lt" | "Lm" | "Lo" => "a-zA-Z\\x{80}-\\x{10ffff}",
        "N" | "Nd" | "Nl" | "No" => "0-9",
        "P" | "Pc" | "Pd" | "Ps" | "Pe" | "Pi" | "Pf" | "Po" => "!-#%-*,-/:;?@\\[-\\]_\\{\\}",
        "S" | "Sm" | "Sc" | "Sk" | "So" => "$+<->\\^`|~",
        "Z" | "Zs" | "Zl" | "Zp" => "\\x20\\x{a0}",
        "M" | "Mn" | "Mc" | "Me" | "C" | "Cc" | "Cf" | "Co" | "Cs" => "\\x{0}-\\x{1f}",
        name if name.starts_with(|c: char| c.is_ascii_uppercase()) && name.len() > 2 => "\\x{80}-\\x{10ffff}",
        _ => return Err(PatternError(format!("invalid character class range: \\p{{{name}}}"))),
    };
    let negated = (chars[at + 1] == 'P') != name.starts_with('^');
    match (in_class, negated) {
        (false, false) => out.push_str(&format!("[{set}]")),
        (false, true) => out.push_str(&format!("[^{set}]")),
        (true, false) => out.push_str(set),
        (true, true) => out.push_str("\\x{0}-\\x{10ffff}"),
    }
    Ok(at + 2 + length)
}

/// A class at `at`: RE2 nests no classes and knows no set operations, so their signs are text.
fn class(chars: &[char], at: usize, out: &mut String) -> Result<usize, PatternError> {
    let missing = || PatternError("missing ]".to_owned());
    out.push('[');
    let mut at = at + 1;
    if chars.get(at) == Some(&'^') {
        out.push('^');
        at += 1;
    }
    let mut first = true;
    loop {
        match *chars.get(at).ok_or_else(missing)? {
            ']' if !first => {
                out.push(']');
                return Ok(at + 1);
            }
            '[' if chars.get(at + 1) == Some(&':') => {
                let end = chars[at..].windows(2).position(|pair| pair == [':', ']']);
                let name: String = match end {
                    Some(end) if end > 1 => chars[at + 2..at + end].iter().collect(),
                    _ => String::new(),
                };
                let known = [
                    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space",
                    "upper", "word", "xdigit",
                ];
                if known.contains(&name.trim_start_matches('^')) {
                    out.push_str(&format!("[:{name}:]"));
                    at += name.chars().count() + 4;
                } else if end.is_some_and(|end| end > 1 && name.chars().all(|c| c.is_ascii_lowercase() || c == '^')) {
                    return Err(PatternError(format!("invalid character class range: [:{name}:]")));
                } else {
                    out.push_str("\\[");
                    at += 1;
                }
            }
            '\\' => at = escape(chars, at, true, out)?,
            '-' => {
                // A range where something stands on both sides, text otherwise.
                let last = chars.get(at + 1) == Some(&']');
                out.push_str(if first || last { "\\-" } else { "-" });
                at += 1;
            }
            c @ ('[' | ']' | '&' | '~') => {
                out.extend(['\\', c]);
                at += 1;
            }
            c => {
                out.push(c);
                at += 1;
            }
        }
        first = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_re2_refuses_is_refused() {
        for pattern in [
            "/(?<!x)/",
            "/ma(?=in)/",
            "/(/",
            "/[/",
            "/a**/",
            "/a++/",
            r"/(a)\1/",
            "/a{2,1}/",
            "/a{1001}/",
            r"/\y/",
            r"/\x4/",
        ] {
            assert!(compile(pattern).is_err(), "{pattern}");
        }
    }

    #[test]
    fn what_re2_takes_is_taken() {
        for pattern in [
            "/^v[0-9]+(\\.[0-9]+)*$/",
            "/a{,3}/",
            "/[[a]/",
            "/[]a]/",
            "/\\Qa.b\\E/",
            "/a\\/b/",
            "/\\p{L}+/",
            "/(?i)x/",
            "/(?P<n>x)/",
            "/[\\w-]+/",
            "/[a&&b]/",
            "/a/ismU",
            "/a/ii",
            "/(?ii)ab/",
            "/(?i-i)ab/",
            "/(?i-s:a)b/",
            "/\\_x/",
            "/[[:alpha:]]/",
            "/a{2,}?/",
            "/\\-/",
        ] {
            assert!(compile(pattern).is_ok(), "{pattern}: {:?}", compile(pattern));
        }
    }
}
