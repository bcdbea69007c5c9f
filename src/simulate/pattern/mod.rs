//! Patterns as GitLab takes them: `/…/flags` around RE2 syntax (lib/gitlab/untrusted_regexp/ruby_syntax.rb).
//!
//! They are matched by regex-lite, which runs in linear time as RE2 does. Where the two read a pattern differently the
//! pattern is rewritten; what RE2 alone refuses is refused here.

mod re2;

use regex_lite::Regex;

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
    let flags = re2::each_once(flags);
    let pattern = if flags.is_empty() { pattern.to_owned() } else { format!("(?{flags}){pattern}") };
    compile_re2(&pattern)
}

/// Compiles a pattern in RE2's syntax.
pub fn compile_re2(pattern: &str) -> Result<Regex, PatternError> {
    let translated = re2::translate(pattern)?;
    Regex::new(&translated).map_err(|error| PatternError(error.to_string()))
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
            r"/\x{+4}/",
            r"/\é/",
            r"/[a-\d]/",
            "/[b-a]/",
            "/[[:alfa:]]/",
            "/[[:x]a:]/",
            r"/\p{Alpha}/",
            r"/[\p{Foo}]/",
            "/(a{1000}){2}/",
            "/((a{20}){2}b|c){26}/",
            "/(?<a-b>c)/",
            "/(?x)a/",
            "/(?i-)a/",
            "/(?P=n)/",
            "/(?#a)/",
        ] {
            assert!(compile(pattern).is_err(), "{pattern}");
        }
    }

    #[test]
    fn signs_in_a_class_are_text_where_they_make_no_range() {
        for (pattern, text, matches) in [
            (r"/^[\w-.]+$/", "a-b.c", true),
            (r"/^[\w-.]+$/", "a/b", false),
            ("/^[+--]$/", ",", true),
            ("/^[a-c-e]$/", "-", true),
            ("/^[a-c-e]$/", "d", false),
            (r"/^\Qa_b.c\E$/", "a_b.c", true),
            (r"/^\Qa_b.c\E$/", "a_bxc", false),
            ("/^(?<1>a)$/", "a", true),
            (r"/^[\x{41}-\103]$/", "B", true),
        ] {
            assert_eq!(compile(pattern).map(|pattern| pattern.is_match(text)), Ok(matches), "{pattern} {text}");
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
            r"/^[\w-.]+$/",
            r"/[\d-a]b/",
            "/[+--]/",
            "/[a-]/",
            "/[--a]/",
            "/[[:alpha]/",
            r"/[\]-a]/",
            r"/\Qa_b c\E/",
            "/(a{30}){30}/",
            "/(a{1000})(b{1000})/",
            "/(a{1000})b{1000}/",
            "/(a{1000}){0,1}/",
            "/(?<1a>x)/",
            "/(?P<n>a)(?<n>b)/",
            r"/\p{Greek}/",
            "/(?)a/",
            "/\\-/",
        ] {
            assert!(compile(pattern).is_ok(), "{pattern}: {:?}", compile(pattern));
        }
    }
}
