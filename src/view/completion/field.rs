//! What can be written in a field of a form: variables after a dollar sign, and in a box of YAML what could be written at
//! its place in the text.

use super::{complete, variables, Completions};
use crate::text::Span;
use crate::view::place::{variable_at, Place};
use crate::yaml::{key_text, Document};

/// What can be written at a byte of the text in a field of `job`, of the file without one: variables.
pub fn in_field(document: &Document, job: Option<&str>, text: &str, caret: usize) -> Option<Completions> {
    let word = variable_at(text, caret)?;
    // A place at which all variables of a job are there.
    let holder = job.map_or("variables:\n  X: ".to_owned(), |job| format!("{}:\n  script: ", key_text(job, false)));
    let place = Place::at(&holder, holder.len())?;
    let items = variables::items(document, text, &place, word);
    Some(Completions { span: word.name, items, on_request: false }).filter(|found| !found.items.is_empty())
}

/// What can be written at a byte of a box that holds the value at `path` as YAML.
pub fn in_value(document: &Document, path: &[String], text: &str, caret: usize) -> Option<Completions> {
    let mut whole = String::new();
    for (depth, key) in path.iter().enumerate() {
        let lead = if depth == 0 { String::new() } else { format!("\n{}", "  ".repeat(depth)) };
        whole.push_str(&format!("{lead}{}:", key_text(key, false)));
    }
    let many = text.contains('\n') || text.starts_with("- ") || text.contains(": ");
    let before = text.get(..caret)?;
    let lead = if many { format!("\n{}", "  ".repeat(path.len())) } else { " ".to_owned() };
    whole.push_str(&lead);
    let shift = whole.len() + before.matches('\n').count() * (lead.len() - 1);
    whole.push_str(&text.replace('\n', &lead));
    let found = complete(document, &whole, caret + shift)?;
    let span = Span::new(found.span.from().checked_sub(shift)?, found.span.to().checked_sub(shift)?);
    Some(Completions { span, ..found })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str =
        "variables:\n  REGION: eu\nstages: [build, test]\nbuild:\n  variables: {TARGET: x}\n  script: y\n";

    /// What is offered at `^`, and what it would replace.
    fn offered(marked: &str, path: Option<&[&str]>) -> Option<(Vec<String>, String)> {
        let (caret, text) = (marked.find('^').unwrap(), marked.replacen('^', "", 1));
        let document = Document::parse(FILE);
        let path: Option<Vec<String>> = path.map(|path| path.iter().map(|key| (*key).to_owned()).collect());
        let found = match path {
            None => in_field(&document, Some("build"), &text, caret),
            Some(path) => in_value(&document, &path, &text, caret),
        }?;
        let labels = found.items.into_iter().map(|item| item.label).collect();
        Some((labels, found.span.slice(&text).to_owned()))
    }

    #[test]
    fn a_dollar_sign_in_a_field_offers_the_variables_of_the_job_of_the_file_and_of_gitlab() {
        let (labels, word) = offered("echo ñ ${TA^ done", None).unwrap();
        assert_eq!(word, "TA");
        for name in ["TARGET", "REGION", "CI_COMMIT_SHA", "CI_JOB_ID"] {
            assert!(labels.iter().any(|label| label == name), "{name}");
        }
        assert_eq!(offered("echo $$TA^", None), None);
        assert_eq!(offered("echo TA^", None), None);
    }

    #[test]
    fn a_box_of_yaml_offers_what_its_place_in_the_text_offers() {
        let (labels, word) = offered("- if: $CI_COMMIT_BRANCH\n  wh^", Some(&["build", "rules"])).unwrap();
        assert_eq!(word, "wh");
        assert!(labels.iter().any(|label| label == "when"), "{labels:?}");
        let (labels, word) = offered("- if: $CI_COMMIT_BRANCH\n  when: ma^", Some(&["build", "rules"])).unwrap();
        assert_eq!(word, "ma");
        assert!(labels.iter().any(|label| label == "manual"), "{labels:?}");
        let (labels, _) = offered("tr^", Some(&["build", "interruptible"])).unwrap();
        assert!(labels.iter().any(|label| label == "true"), "{labels:?}");
    }
}
