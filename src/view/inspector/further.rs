//! Keywords that have no form: shown as they stand, so that nothing is hidden.

use std::rc::Rc;

use super::Owner;
use crate::text::Span;
use crate::yaml::Document;

/// Lines of a value that are shown.
const LINES: usize = 24;

/// A keyword as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FurtherRow {
    /// The keyword.
    pub key: Rc<str>,
    /// Its value, the start of it if it is long, without the indentation that all its lines have.
    pub text: Rc<str>,
    /// Whether that is all of it.
    pub whole: bool,
    /// Where it stands, the keyword included.
    pub span: Span,
}

/// The owner's keywords apart from those in `shown`. Of those it takes what stands in the owner itself.
pub fn further(document: &Document, owner: &Owner, shown: &[&str]) -> Vec<FurtherRow> {
    let entries = owner.keywords(document).into_iter().flat_map(|keywords| keywords.entries());
    let others = entries.filter(|entry| !shown.contains(&entry.key.value()));
    others
        .map(|entry| {
            let text = entry.value.full_span().slice(document.text());
            let column = document.position(entry.value.full_span().from()).column as usize;
            let (text, whole) = shortened(text, column.saturating_sub(1));
            FurtherRow { key: entry.key.value().into(), text: text.into(), whole, span: entry.span() }
        })
        .collect()
}

/// The first lines, the further ones moved to the left by as much as they can be, at most by `column`.
fn shortened(text: &str, column: usize) -> (String, bool) {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let lines: Vec<&str> = text.lines().collect();
    let shown = &lines[..lines.len().min(LINES)];
    let common = shown.iter().skip(1).filter(|line| !line.trim().is_empty()).map(|line| indent(line)).min();
    let cut = common.unwrap_or(0).min(column);
    let mut out = String::new();
    for (at, line) in shown.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        out.push_str(if at > 0 { line.get(cut.min(indent(line))..).unwrap_or(line) } else { line });
    }
    (out, shown.len() == lines.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_form_is_shown_as_it_stands() {
        let document = Document::parse("a:\n  script: x\n  rules:\n    - if: $A\n      when: never\n  retry: 2\n");
        let rows = further(&document, &Owner::Job("a".into()), &["script"]);
        let rows: Vec<_> = rows.iter().map(|row| (&*row.key, &*row.text)).collect();
        assert_eq!(rows, [("rules", "- if: $A\n  when: never"), ("retry", "2")]);
    }
}
