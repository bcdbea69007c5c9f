//! Keywords that have no form of their own: shown as they stand, edited as YAML text.

use std::rc::Rc;

use super::edit::Edit;
use super::slot::{beginning, is_long};
use super::Owner;
use crate::command::Command;
use crate::keywords::Keyword;
use crate::text::Span;
use crate::yaml::{Document, Kind};

/// Lines of a value that are shown.
const LINES: usize = 200;

/// A keyword as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FurtherRow {
    /// The keyword.
    pub key: Rc<str>,
    /// Its value, the start of it if it is long, without the indentation that all its lines have.
    pub text: Rc<str>,
    /// Whether that is all of it.
    pub whole: bool,
    /// Whether it can be edited on its own: it is whole, and no alias, anchor or tag ties it to other places.
    pub editable: bool,
    /// Where it stands, the keyword included.
    pub span: Span,
}

/// The keywords of an owner that have no form of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FurtherView {
    /// Whose they are.
    pub owner: Owner,
    /// Those that stand there.
    pub rows: Vec<FurtherRow>,
    /// Those that could be added.
    pub addable: Vec<&'static str>,
}

impl FurtherView {
    /// The owner's keywords apart from those in `shown`; `known` are those that it may have.
    pub fn of(
        document: &Document,
        owner: Owner,
        shown: &[&str],
        known: impl Iterator<Item = &'static Keyword>,
    ) -> Self {
        let rows = further(document, &owner, shown);
        let missing = |keyword: &&Keyword| {
            let there = shown.contains(&keyword.name) || rows.iter().any(|row| *row.key == *keyword.name);
            keyword.deprecated.is_none() && !there
        };
        let addable = known.filter(missing).map(|keyword| keyword.name).collect();
        Self { owner, rows, addable }
    }

    /// The keys from the top of the file to a keyword.
    pub fn path(&self, key: &str) -> Vec<String> {
        let path = self.owner.path(&[key.to_owned()]);
        self.owner.job().into_iter().chain(path).collect()
    }

    /// The value of a keyword was typed; nothing takes it away.
    pub fn edit(&self, key: &str, yaml: &str) -> Edit {
        let (job, path) = (self.owner.job(), self.owner.path(&[key.to_owned()]));
        let there = self.rows.iter().any(|row| *row.key == *key);
        Ok(match yaml.trim() {
            "" if there => Some(Command::SetKeyword { job, path, value: None }),
            "" => None,
            _ => Some(Command::SetYaml { job, path, yaml: yaml.to_owned() }),
        })
    }
}

/// The owner's keywords apart from those in `shown`. Of those it takes what stands in the owner itself.
fn further(document: &Document, owner: &Owner, shown: &[&str]) -> Vec<FurtherRow> {
    let entries = owner.keywords(document).into_iter().flat_map(|keywords| keywords.entries());
    let others = entries.filter(|entry| !shown.contains(&entry.key.value()));
    others
        .map(|entry| {
            let (written, long) = (entry.value.full_span().slice(document.text()), is_long(entry.value));
            let text = if long { beginning(written) } else { written };
            let column = document.position(entry.value.full_span().from()).column as usize;
            let column = column.saturating_sub(1);
            let (text, whole, cut) = shortened(text, column);
            let whole = whole && !long;
            let mut inside = entry.value.descendants();
            let tied = inside.any(|node| node.kind() == Kind::Alias || node.anchor().is_some() || node.tag().is_some());
            let editable = whole && !tied && (cut == column || !text.contains('\n'));
            FurtherRow { key: entry.key.value().into(), text: text.into(), whole, editable, span: entry.span() }
        })
        .collect()
}

/// The first lines, whether that is all, and by how much the further ones were moved to the left: by as much as they can
/// be, at most by `column`.
fn shortened(text: &str, column: usize) -> (String, bool, usize) {
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
    (out, shown.len() == lines.len(), cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_value_of_megabytes_the_beginning_is_shown() {
        let text = format!("a:\n  script: x\n  interruptible: {}\n", "é".repeat(1_000_000));
        let rows = further(&Document::parse(text.as_str()), &Owner::Job("a".into()), &["script"]);
        assert!(rows[0].text.len() <= 2_000 && rows[0].text.starts_with("éé"));
        assert!(!rows[0].whole && !rows[0].editable);
    }

    #[test]
    fn what_has_no_form_is_shown_as_it_stands() {
        let document = Document::parse("a:\n  script: x\n  rules:\n    - if: $A\n      when: never\n  retry: 2\n");
        let rows = further(&document, &Owner::Job("a".into()), &["script"]);
        let rows: Vec<_> = rows.iter().map(|row| (&*row.key, &*row.text)).collect();
        assert_eq!(rows, [("rules", "- if: $A\n  when: never"), ("retry", "2")]);
    }
}
