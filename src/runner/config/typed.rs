//! Text that was typed in a field of the page, which knows `\n` only, as the file has its line breaks.

use crate::text::{line_changes, lines, Lines};

/// `typed` with the line breaks of `before`: unchanged lines keep theirs, new ones get those of the file's first line.
pub fn retyped(before: &str, typed: &str) -> String {
    if !before.contains('\r') {
        return typed.to_owned();
    }
    let shown = shown(before);
    let first = lines(before).next().unwrap_or_default();
    let line_break = if first.ends_with("\r\n") { "\r\n" } else { "\n" };
    let (old, new) = (Lines::of(before), Lines::of(typed));
    let mut out = String::with_capacity(before.len().max(typed.len()));
    let mut at = 0;
    for change in line_changes(&shown, typed) {
        out.push_str(old.text(at..change.before.start));
        out.push_str(&new.text(change.after.clone()).replace('\n', line_break));
        at = change.before.end;
    }
    out.push_str(old.text(at..old.count()));
    out
}

/// The text as a field shows it.
fn shown(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn unchanged_lines_keep_their_breaks() {
        assert_eq!(retyped("a\r\nb\nc\r\n", "a\nB\nc\nd\n"), "a\r\nB\r\nc\r\nd\r\n");
        assert_eq!(retyped("a\nb", "a\nc"), "a\nc");
    }

    proptest! {
        #[test]
        fn what_was_typed_is_what_stands_there(before in "[ab\r\n]{0,12}", typed in "[ab\n]{0,12}") {
            prop_assert_eq!(shown(&retyped(&before, &typed)), typed.clone());
            prop_assert_eq!(retyped(&before, &shown(&before)), before);
        }
    }
}
