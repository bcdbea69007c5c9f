//! The jobs that a place of the file reaches: those that change when it is edited.

use super::chain::{self, Source};
use super::meaning::of_file;
use super::value::{Data, Value};
use super::Effective;
use crate::keywords::default_keywords;
use crate::pipeline::{jobs, Job};
use crate::text::Span;
use crate::yaml::Document;

/// The reach of places in one file. Reads the file's effective configuration once.
pub struct Reach<'d> {
    document: &'d Document,
    effective: Effective,
}

impl<'d> Reach<'d> {
    /// The reach of places in `document`.
    pub fn new(document: &'d Document) -> Self {
        Self { document, effective: of_file(document) }
    }

    /// The names of the visible jobs, in the order of the file, whose configuration holds something that is written
    /// inside of `place`: by `extends`, merge keys, aliases, `!reference`, `default:` or the file's variables.
    pub fn jobs(&self, place: Span) -> Vec<&'d str> {
        let mut names = Vec::new();
        for job in jobs(self.document).filter(|job| !job.is_hidden()) {
            if !names.contains(&job.name()) && self.reaches(place, &job) {
                names.push(job.name());
            }
        }
        names
    }

    fn reaches(&self, place: Span, job: &Job<'d>) -> bool {
        let own = self.effective.config.as_map().and_then(|config| config.get(job.name()));
        own.is_some_and(|own| holds(own, place)) || self.by_default(place, job) || self.by_variables(place, job)
    }

    fn by_default(&self, place: Span, job: &Job<'d>) -> bool {
        let Some(keywords) = job.value().resolved() else { return false };
        // Only what stands in `default:` or is a keyword of the file can come from there.
        let from_top = self.document.top().is_some_and(|top| {
            let named = |key: &str| key == "default" || default_keywords().any(|keyword| keyword.name == key);
            top.entries().any(|entry| named(entry.key.value()) && touches(entry.value.full_span(), place))
        });
        from_top
            && default_keywords().any(|keyword| {
                let found = chain::keyword(self.document, keywords, keyword.name);
                found.is_some_and(|found| found.source == Source::Default && touches(found.value.full_span(), place))
            })
    }

    /// The file's variables reach every job that does not opt out and has none of that name
    /// (doc/ci/yaml, `inherit:variables`).
    fn by_variables(&self, place: Span, job: &Job<'d>) -> bool {
        let Some(global) = self.document.top().and_then(|top| top.get("variables")) else { return false };
        if !touches(global.full_span(), place) {
            return false;
        }
        let Some(keywords) = job.value().resolved() else { return true };
        let inherit = keywords.get("inherit").and_then(|inherit| inherit.get("variables"));
        let own = chain::entries(self.document, keywords, "variables");
        global.entries().filter(|entry| touches(entry.span(), place)).any(|entry| {
            let name = entry.key.value();
            let taken = match inherit {
                Some(list) if list.items().len() > 0 => list.items().any(|item| item.value() == name),
                Some(flag) => flag.value() != "false",
                None => true,
            };
            taken && !own.iter().any(|(own, _)| *own == name)
        })
    }
}

fn touches(a: Span, b: Span) -> bool {
    a.contains(b) || b.contains(a)
}

/// Whether a scalar or an empty collection of the value is written inside of `place`.
fn holds(value: &Value, place: Span) -> bool {
    match &value.data {
        Data::List(list) if !list.items.is_empty() => list.items.iter().any(|item| holds(item, place)),
        Data::Map(map) if !map.entries().is_empty() => map.entries().iter().any(|entry| holds(&entry.value, place)),
        Data::Unknown => false,
        _ => !value.span.is_empty() && (place.contains(value.span) || value.span.contains(place)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reached<'d>(document: &'d Document, place: &str) -> Vec<&'d str> {
        let at = document.text().find(place).unwrap();
        Reach::new(document).jobs(Span::new(at, at + place.len()))
    }

    #[test]
    fn a_base_reaches_the_jobs_that_do_not_override_it() {
        let text = ".b:\n  tags: [x]\n.c:\n  extends: .b\na:\n  extends: .b\nb:\n  extends: .c\nc:\n  extends: .b\n  tags: [y]\n";
        let document = Document::parse(text);
        assert_eq!(reached(&document, "[x]"), ["a", "b"]);
        assert_eq!(reached(&document, "[y]"), ["c"]);
    }

    #[test]
    fn anchors_and_references_reach_their_uses() {
        let text = ".s: &s\n  - setup\n.t:\n  script:\n    - go\na:\n  script:\n    - *s\nb:\n  script:\n    - !reference [.t, script]\nc:\n  <<: {script: z}\n";
        let document = Document::parse(text);
        assert_eq!(reached(&document, "setup"), ["a"]);
        assert_eq!(reached(&document, "go"), ["b"]);
    }

    #[test]
    fn defaults_and_variables_of_the_file_reach_those_without_their_own() {
        let text = "variables:\n  X: one\ndefault:\n  image: ruby\na:\n  script: x\nb:\n  image: go\n  variables:\n    X: two\n  script: x\n";
        let document = Document::parse(text);
        assert_eq!(reached(&document, "ruby"), ["a"]);
        assert_eq!(reached(&document, "one"), ["a"]);
    }
}
