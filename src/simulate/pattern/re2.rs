//! RE2's syntax in that of regex-lite, and what RE2 refuses (re2/parse.cc). Where patterns come from is not known here.

use super::PatternError;

/// The most often that RE2 lets something repeat.
const REPEAT_LIMIT: u32 = 1000;

/// RE2's syntax in regex-lite's (re2/parse.cc).
pub(super) fn translate(pattern: &str) -> Result<String, PatternError> {
    let mut out = String::with_capacity(pattern.len() + 8);
    let chars: Vec<char> = pattern.chars().collect();
    let mut at = 0;
    let mut repeated = false;
    let mut weights = Weights::default();
    while at < chars.len() {
        let c = chars[at];
        let mut repeats = false;
        match c {
            '\\' => at = escape(&chars, at, &mut out)?,
            '[' => at = class(&chars, at, &mut out)?,
            '*' | '+' | '?' => {
                if repeated {
                    return Err(PatternError(format!("bad repetition operator: {c}")));
                }
                out.push(c);
                at = lazy(&chars, at + 1, &mut out);
                repeats = true;
            }
            '{' => match counted(&chars, at) {
                Some((end, low, high)) => {
                    if repeated || high.is_some_and(|high| high < low) || !weights.repeat(low, high) {
                        return Err(PatternError("bad repetition".to_owned()));
                    }
                    out.extend(&chars[at..end]);
                    at = lazy(&chars, end, &mut out);
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
                at = group(&chars, at, &mut out)?;
                // A group that sets flags is closed already.
                if !out.ends_with(')') {
                    weights.open();
                }
            }
            _ => {
                match c {
                    '(' => weights.open(),
                    ')' => weights.close(),
                    _ => {}
                }
                out.push(c);
                at += 1;
            }
        }
        if !repeats && c != ')' {
            weights.last = 1;
        }
        repeated = repeats;
    }
    Ok(out)
}

/// How often the innermost of nested repetitions runs: RE2 refuses more than [`REPEAT_LIMIT`].
#[derive(Default)]
struct Weights {
    /// Of what stands before.
    last: u32,
    /// The most in the open group.
    most: u32,
    /// The same of the groups around it.
    around: Vec<u32>,
}

impl Weights {
    fn open(&mut self) {
        self.around.push(std::mem::take(&mut self.most));
    }

    fn close(&mut self) {
        self.last = self.most.max(1);
        self.most = self.last.max(self.around.pop().unwrap_or_default());
    }

    /// Repeats what stands before. Whether RE2 takes it.
    fn repeat(&mut self, low: u32, high: Option<u32>) -> bool {
        let times = high.unwrap_or(low).max(1);
        self.last = self.last.max(1).saturating_mul(times);
        self.most = self.most.max(self.last);
        self.last <= REPEAT_LIMIT && low <= REPEAT_LIMIT
    }
}

/// The `?` behind a repetition; gives the place after it.
fn lazy(chars: &[char], at: usize, out: &mut String) -> usize {
    let is_lazy = chars.get(at) == Some(&'?');
    out.extend(is_lazy.then_some('?'));
    at + usize::from(is_lazy)
}

/// A group that begins with `(?`; gives the place after its beginning, or after all of it where it only sets flags.
/// Neither engine looks around.
fn group(chars: &[char], at: usize, out: &mut String) -> Result<usize, PatternError> {
    let rest = &chars[at + 2..];
    let named = match rest {
        ['P', '<', ..] => Some(2),
        ['<', ..] => Some(1),
        _ => None,
    };
    if let Some(begin) = named {
        let length = rest.iter().position(|&c| c == '>').ok_or_else(|| PatternError("bad named group".to_owned()))?;
        let name: String = rest.get(begin..length).unwrap_or_default().iter().collect();
        if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || c == '_') {
            return Err(PatternError(format!("bad named group: {name}")));
        }
        out.push('(');
        return Ok(at + 3 + length);
    }
    let flags: String = rest.iter().take_while(|c| !matches!(c, ':' | ')')).collect();
    let known = flags.chars().all(|c| "imsU-".contains(c)) && flags.matches('-').count() <= 1 && !flags.ends_with('-');
    match rest.get(flags.len()) {
        Some(&end) if known => {
            let flags_once = each_once(&flags);
            // `(?)` says nothing, and regex-lite does not take it.
            match (flags_once.is_empty(), end) {
                (true, ')') => out.push_str("(?:)"),
                _ => out.push_str(&format!("(?{flags_once}{end}")),
            }
            Ok(at + 3 + flags.len())
        }
        _ => Err(PatternError("invalid perl operator".to_owned())),
    }
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

/// An escape outside of a class at `at`; gives the place after it.
fn escape(chars: &[char], at: usize, out: &mut String) -> Result<usize, PatternError> {
    let Some(&c) = chars.get(at + 1) else { return Err(PatternError("trailing \\".to_owned())) };
    match c {
        'Q' => {
            let mut end = at + 2;
            while end < chars.len() && !(chars[end] == '\\' && chars.get(end + 1) == Some(&'E')) {
                push_code(chars[end], out);
                end += 1;
            }
            return Ok((end + 2).min(chars.len()));
        }
        'p' | 'P' => return unicode_class(chars, at, false, out),
        'C' => out.push_str("(?s:.)"),
        'A' | 'z' | 'b' | 'B' | 'd' | 'D' | 's' | 'S' | 'w' | 'W' => out.extend(['\\', c]),
        _ => {
            let (code, end) = character(chars, at)?;
            push_code(code, out);
            return Ok(end);
        }
    }
    Ok(at + 2)
}

/// One character at `at`, written as itself or as an escape, and the place after it.
fn character(chars: &[char], at: usize) -> Result<(char, usize), PatternError> {
    let missing = || PatternError("missing ]".to_owned());
    let c = *chars.get(at).ok_or_else(missing)?;
    if c != '\\' {
        return Ok((c, at + 1));
    }
    let Some(&c) = chars.get(at + 1) else { return Err(PatternError("trailing \\".to_owned())) };
    let code = match c {
        'a' => '\x07',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        'x' => return hexadecimal(chars, at),
        '0'..='7' => return octal(chars, at),
        _ if c.is_ascii() && !c.is_ascii_alphanumeric() => c,
        _ => return Err(PatternError(format!("invalid escape sequence: \\{c}"))),
    };
    Ok((code, at + 2))
}

fn push_code(code: char, out: &mut String) {
    if code.is_ascii_alphanumeric() {
        out.push(code);
    } else {
        out.push_str(&format!("\\x{{{:x}}}", u32::from(code)));
    }
}

fn hexadecimal(chars: &[char], at: usize) -> Result<(char, usize), PatternError> {
    let wrong = || PatternError("invalid escape sequence: \\x".to_owned());
    let rest = &chars[at + 2..];
    let (digits, end): (String, usize) = if rest.first() == Some(&'{') {
        let close = rest.iter().position(|&c| c == '}').ok_or_else(wrong)?;
        (rest[1..close].iter().collect(), at + 3 + close)
    } else {
        (rest.get(..2).ok_or_else(wrong)?.iter().collect(), at + 4)
    };
    if !digits.chars().all(|c| c.is_ascii_hexdigit()) {
        return Err(wrong());
    }
    let code = u32::from_str_radix(&digits, 16).map_err(|_| wrong())?;
    Ok((to_char(code).ok_or_else(wrong)?, end))
}

/// RE2 reads `\0` and two or three octal digits; `\1` alone is a back reference, which it refuses.
fn octal(chars: &[char], at: usize) -> Result<(char, usize), PatternError> {
    let digits: String = chars[at + 1..].iter().take(3).take_while(|c| ('0'..='7').contains(*c)).collect();
    if digits.len() == 1 && digits != "0" {
        return Err(PatternError(format!("invalid escape sequence: \\{digits}")));
    }
    let code = u32::from_str_radix(&digits, 8).ok().and_then(to_char).unwrap_or_default();
    Ok((code, at + 1 + digits.len()))
}

/// RE2 takes halves of surrogate pairs too, which no text holds.
fn to_char(code: u32) -> Option<char> {
    (code <= u32::from(char::MAX)).then(|| char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
}

/// The scripts that RE2 knows by name (re2/unicode_groups.cc).
const SCRIPTS: &str =
    "Adlam Ahom Anatolian_Hieroglyphs Any Arabic Armenian Avestan Balinese Bamum Bassa_Vah Batak Bengali \
    Bhaiksuki Bopomofo Brahmi Braille Buginese Buhid Canadian_Aboriginal Carian Caucasian_Albanian \
    Chakma Cham Cherokee Chorasmian Common Coptic Cuneiform Cypriot Cypro_Minoan Cyrillic Deseret \
    Devanagari Dives_Akuru Dogra Duployan Egyptian_Hieroglyphs Elbasan Elymaic Ethiopic Georgian \
    Glagolitic Gothic Grantha Greek Gujarati Gunjala_Gondi Gurmukhi Han Hangul Hanifi_Rohingya Hanunoo \
    Hatran Hebrew Hiragana Imperial_Aramaic Inherited Inscriptional_Pahlavi Inscriptional_Parthian \
    Javanese Kaithi Kannada Katakana Kawi Kayah_Li Kharoshthi Khitan_Small_Script Khmer Khojki Khudawadi \
    Lao Latin Lepcha Limbu Linear_A Linear_B Lisu Lycian Lydian Mahajani Makasar Malayalam Mandaic \
    Manichaean Marchen Masaram_Gondi Medefaidrin Meetei_Mayek Mende_Kikakui Meroitic_Cursive \
    Meroitic_Hieroglyphs Miao Modi Mongolian Mro Multani Myanmar Nabataean Nag_Mundari Nandinagari \
    New_Tai_Lue Newa Nko Nushu Nyiakeng_Puachue_Hmong Ogham Ol_Chiki Old_Hungarian Old_Italic \
    Old_North_Arabian Old_Permic Old_Persian Old_Sogdian Old_South_Arabian Old_Turkic Old_Uyghur Oriya \
    Osage Osmanya Pahawh_Hmong Palmyrene Pau_Cin_Hau Phags_Pa Phoenician Psalter_Pahlavi Rejang Runic \
    Samaritan Saurashtra Sharada Shavian Siddham SignWriting Sinhala Sogdian Sora_Sompeng Soyombo \
    Sundanese Syloti_Nagri Syriac Tagalog Tagbanwa Tai_Le Tai_Tham Tai_Viet Takri Tamil Tangsa Tangut \
    Telugu Thaana Thai Tibetan Tifinagh Tirhuta Toto Ugaritic Vai Vithkuqi Wancho Warang_Citi Yezidi Yi \
    Zanabazar_Square";

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
        // What is of a script is taken for all that is not ASCII.
        name if SCRIPTS.split(' ').any(|script| script == name) => "\\x{80}-\\x{10ffff}",
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

/// The classes with names, as in `[[:alpha:]]`.
const NAMED_CLASSES: [&str; 14] = [
    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "word",
    "xdigit",
];

/// A class at `at`: RE2 nests no classes and knows no set operations, so their signs are text. So is a `-` that stands
/// between no two characters, as in `[\w-.]`.
fn class(chars: &[char], at: usize, out: &mut String) -> Result<usize, PatternError> {
    let begin = at + 1 + usize::from(chars.get(at + 1) == Some(&'^'));
    out.push_str(if begin == at + 1 { "[" } else { "[^" });
    let mut at = begin;
    loop {
        match chars[at..] {
            [] => return Err(PatternError("missing ]".to_owned())),
            [']', ..] if at > begin => {
                out.push(']');
                return Ok(at + 1);
            }
            ['[', ':', ..] => {
                if let Some(length) = chars[at + 2..].windows(2).position(|pair| pair == [':', ']']) {
                    let name: String = chars[at + 2..at + 2 + length].iter().collect();
                    if !NAMED_CLASSES.contains(&name.strip_prefix('^').unwrap_or(&name)) {
                        return Err(PatternError(format!("invalid character class range: [:{name}:]")));
                    }
                    out.push_str(&format!("[:{name}:]"));
                    at += length + 4;
                    continue;
                }
            }
            ['\\', 'p' | 'P', ..] => {
                at = unicode_class(chars, at, true, out)?;
                continue;
            }
            ['\\', c @ ('d' | 'D' | 's' | 'S' | 'w' | 'W'), ..] => {
                out.extend(['\\', c]);
                at += 2;
                continue;
            }
            _ => {}
        }
        let (low, end) = character(chars, at)?;
        at = end;
        push_code(low, out);
        if chars.get(at) == Some(&'-') && chars.get(at + 1).is_some_and(|&c| c != ']') {
            let (high, end) = character(chars, at + 1)?;
            if high < low {
                return Err(PatternError(format!("invalid character class range: {low}-{high}")));
            }
            at = end;
            out.push('-');
            push_code(high, out);
        }
    }
}

/// Flags, each once and as it was said last: `i-i` is `-i` to RE2.
pub(super) fn each_once(flags: &str) -> String {
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
