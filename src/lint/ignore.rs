//! Comments that say where a warning is none: `# pipewright: ignore unpinned-image`, on the line of the finding or above it.
//!
//! They hold for one place and are there for everybody who reads the file, unlike the settings of one person. What GitLab
//! refuses can't be ignored.

use super::{Diagnostic, Severity};
use crate::yaml::Document;

const WORDS: &str = "pipewright: ignore ";

/// Whether a part of a text has such a comment.
pub fn is_in(text: &str) -> bool {
    text.contains(WORDS)
}

/// Takes out the warnings that a comment of the file ignores; `any` says whether there is one.
pub fn take_out(document: &Document, any: bool, found: &mut Vec<Diagnostic>) {
    let text = document.text();
    if any {
        found.retain(|finding| {
            finding.severity == Severity::Error || !is_ignored(text, finding.span.from(), finding.rule)
        });
    }
}

/// Whether the line of `at`, or one of the comment lines right above it, ignores a rule.
fn is_ignored(text: &str, at: usize, rule: &str) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let own = text[start..].lines().next().unwrap_or_default();
    let above = text[..start].lines().rev().take_while(|line| line.trim_start().starts_with('#'));
    std::iter::once(own).chain(above).filter_map(comment).any(|comment| names(comment).any(|name| name == rule))
}

fn comment(line: &str) -> Option<&str> {
    let hash = line.find('#').filter(|at| line[..*at].trim().is_empty());
    hash.or_else(|| line.rfind(" #")).map(|at| &line[at..])
}

/// The rules that a comment names; commas stand between, and a reason may follow behind a dash or colon.
fn names(comment: &str) -> impl Iterator<Item = &str> {
    let list = comment.split_once(WORDS).map_or("", |(_, list)| list);
    list.split([' ', ',']).take_while(|word| !matches!(*word, "-" | "–" | ":")).map(|word| word.trim_end_matches(':'))
}

#[cfg(test)]
mod tests {
    use crate::lint::check;
    use crate::yaml::Document;

    fn rules(text: &str) -> Vec<&'static str> {
        check(&Document::parse(text)).diagnostics.into_iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn a_comment_beside_or_above_takes_the_warnings_that_it_names_away() {
        let job = "a:\n  script: x\n";
        assert_eq!(rules(&format!("{job}  image: b\n")), ["unpinned-image"]);
        assert_eq!(rules(&format!("{job}  image: b # pipewright: ignore unpinned-image\n")), [""; 0]);
        assert_eq!(rules(&format!("{job}  # pipewright: ignore unpinned-image: why\n  # so\n  image: b\n")), [""; 0]);
        assert_eq!(rules(&format!("{job}  # pipewright: ignore unpinned-image\n\n  image: b\n")), ["unpinned-image"]);
        assert_eq!(rules(&format!("{job}  image: b # pipewright: ignore silent-failure\n")), ["unpinned-image"]);
        assert_eq!(rules(&format!("{job}  image: b # pipewright: ignore silent-failure, unpinned-image\n")), [""; 0]);
    }

    #[test]
    fn what_gitlab_refuses_is_not_ignored() {
        assert_eq!(rules("a:\n  script: x\n  stage: none # pipewright: ignore unknown-stage\n"), ["unknown-stage"]);
    }
}
