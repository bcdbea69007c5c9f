//! A `config.toml` as it is shown: its lines, covered where they hold secrets, its problems, what was changed in it.

use std::rc::Rc;

use super::changes::Changes;
use crate::runner::config::{masked, problems, Document, Problem, Severity};
use crate::text::{diff_lines, DiffTag};

/// Lines shown at most.
pub const LINES: usize = 2_000;

/// A line of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextLine {
    /// From 1.
    pub number: usize,
    /// The line.
    pub text: String,
    /// The worst problem of it.
    pub severity: Option<Severity>,
    /// Whether it is another than in the file that was opened.
    pub changed: bool,
}

/// What is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct MachineView {
    /// The lines, the first [`LINES`] of them.
    pub lines: Vec<TextLine>,
    /// How many lines there are more.
    pub more: usize,
    /// The problems, each with its line.
    pub problems: Vec<(usize, Problem)>,
    /// Whether anything in it is covered, or would be.
    pub has_secrets: bool,
}

impl MachineView {
    /// Of a document, against the one that was opened.
    pub fn of(document: &Document, opened: &Document, reveal: bool) -> Self {
        let line = |problem: Problem| (document.position(problem.span).line as usize, problem);
        let problems: Vec<_> = problems(document).into_iter().map(line).collect();
        let covered = masked(document);
        let has_secrets = covered != **document.text();
        let text: &str = if reveal { document.text() } else { &covered };
        let hunks = diff_lines(opened.text(), document.text(), 0);
        let inserted = hunks.iter().flat_map(|hunk| &hunk.lines).filter(|line| line.tag == DiffTag::Insert);
        let changed: Vec<usize> = inserted.filter_map(|line| line.after).collect();
        let shown = |(at, text): (usize, &str)| {
            let number = at + 1;
            let severity =
                problems.iter().filter(|(line, _)| *line == number).map(|(_, problem)| problem.severity).min();
            TextLine { number, text: text.to_owned(), severity, changed: changed.binary_search(&number).is_ok() }
        };
        let lines = text.trim_start_matches('\u{feff}').lines();
        let more = lines.clone().count().saturating_sub(LINES);
        Self { lines: lines.enumerate().take(LINES).map(shown).collect(), more, problems, has_secrets }
    }
}

/// What was changed, with secrets covered unless they are to be seen.
pub fn changes(opened: &Document, document: &Document, reveal: bool) -> Changes {
    let mut hunks = diff_lines(opened.text(), document.text(), 3);
    if !reveal {
        let (before, after) = (masked(opened), masked(document));
        let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
        for line in hunks.iter_mut().flat_map(|hunk| &mut hunk.lines) {
            let covered = match line.tag {
                DiffTag::Delete => line.before.and_then(|number| before.get(number - 1)),
                _ => line.after.and_then(|number| after.get(number - 1)),
            };
            line.text = covered.copied().unwrap_or_default().to_owned();
        }
    }
    let count = |tag: DiffTag| hunks.iter().flat_map(|hunk| &hunk.lines).filter(|line| line.tag == tag).count();
    Changes { added: count(DiffTag::Insert), removed: count(DiffTag::Delete), hunks: Rc::new(hunks) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPENED: &str = "concurrent = 0\n[[runners]]\ntoken = \"glrt-old-old\"\n";

    #[test]
    fn lines_show_problems_and_changes_and_no_token() {
        let (opened, now) = (Document::new(OPENED), Document::new(OPENED.replace("old-old", "new-new")));
        let view = MachineView::of(&now, &opened, false);
        let line = &view.lines[2];
        assert!(line.changed && !line.text.contains("glrt") && view.has_secrets);
        assert_eq!(view.lines[0].severity, Some(Severity::Error));
        assert!(!view.lines[0].changed);
        assert!(MachineView::of(&now, &opened, true).lines[2].text.contains("glrt-new-new"));
    }

    #[test]
    fn a_changed_token_is_a_change_that_does_not_tell_it() {
        let (opened, now) = (Document::new(OPENED), Document::new(OPENED.replace("old-old", "new-new")));
        let covered = changes(&opened, &now, false);
        assert_eq!((covered.added, covered.removed), (1, 1));
        assert!(covered.hunks.iter().flat_map(|hunk| &hunk.lines).all(|line| !line.text.contains("glrt")));
        let shown = changes(&opened, &now, true);
        assert!(shown.hunks.iter().flat_map(|hunk| &hunk.lines).any(|line| line.text.contains("glrt-old-old")));
    }
}
