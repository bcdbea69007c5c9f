//! Where a text refers to a variable: `$NAME`, `${NAME}` and the shell's `${NAME:-x}` and the like.

/// The references to a variable in a text, or none where the name also stands there in another way.
///
/// `NAME=x`, `%NAME%`, `ENV["NAME"]` and `$$NAME` may be that variable or not: whoever reads them knows.
pub(super) fn references<'t>(text: &'t str, name: &str) -> Option<Vec<&'t str>> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut found = Vec::new();
    for (at, _) in text.match_indices(name) {
        let (before, behind) = (&text[..at], &text[at + name.len()..]);
        if before.ends_with(is_word) || behind.starts_with(is_word) {
            continue;
        }
        let braced =
            before.strip_suffix("${").or_else(|| before.strip_suffix("${#")).or_else(|| before.strip_suffix("${!"));
        let opened = braced.or_else(|| before.strip_suffix('$'))?;
        if opened.ends_with('$') || braced.is_some() && !behind.contains('}') {
            return None;
        }
        found.push(&text[opened.len()..at + name.len()]);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_told_from_other_words() {
        assert_eq!(references("$A ${A} ${A:-x} ${#A} $AB BA_A", "A").unwrap(), ["$A", "${A", "${A", "${#A"]);
        for other in ["A=1", "echo A", "$$A", "%A%", "$env:A"] {
            assert_eq!(references(other, "A"), None, "{other}");
        }
    }
}
