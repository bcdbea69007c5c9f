//! A Fluent catalogue, built in.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

use super::Language;

/// The messages of one language.
pub(crate) struct Catalog {
    bundle: FluentBundle<FluentResource>,
}

fn source(language: Language) -> &'static str {
    match language {
        Language::English => {
            concat!(
                include_str!("en.ftl"),
                include_str!("en-flow.ftl"),
                include_str!("en-inspector.ftl"),
                include_str!("en-keeping.ftl"),
                include_str!("en-problems.ftl"),
                include_str!("en-runners.ftl"),
                include_str!("en-source.ftl"),
                include_str!("en-takers.ftl"),
                include_str!("en-starters.ftl"),
                include_str!("en-world.ftl")
            )
        }
        Language::Spanish => {
            concat!(
                include_str!("es.ftl"),
                include_str!("es-flow.ftl"),
                include_str!("es-inspector.ftl"),
                include_str!("es-keeping.ftl"),
                include_str!("es-problems.ftl"),
                include_str!("es-runners.ftl"),
                include_str!("es-source.ftl"),
                include_str!("es-takers.ftl"),
                include_str!("es-starters.ftl"),
                include_str!("es-world.ftl")
            )
        }
    }
}

impl Catalog {
    /// Reads the built-in catalogue of `language`.
    pub(crate) fn new(language: Language) -> Self {
        let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        // Both languages are written left to right; the marks would stand in names that people copy.
        bundle.set_use_isolating(false);
        // Syntax errors drop the one message; a test finds them.
        let resource = FluentResource::try_new(source(language).to_owned()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
        Self { bundle }
    }

    /// The message, or its key where there is none (a test excludes it).
    pub(crate) fn message(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use regex_lite::Regex;
    use std::collections::BTreeMap;
    use std::path::Path;

    /// Keys with the names of the variables in their message.
    fn messages(language: Language) -> BTreeMap<String, Vec<String>> {
        let text = source(language);
        assert!(FluentResource::try_new(text.to_owned()).is_ok(), "{} has a syntax error", language.code());
        let variable = Regex::new(r"\$([a-z]+)").unwrap();
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once('=').filter(|_| !line.starts_with([' ', '}'])) {
                current = key.trim().to_owned();
                assert!(!found.contains_key(&current), "{current} is there twice");
                found.insert(current.clone(), Vec::new());
            }
            for name in variable.captures_iter(line) {
                let names = found.entry(current.clone()).or_default();
                if !names.contains(&name[1].to_owned()) {
                    names.push(name[1].to_owned());
                    names.sort();
                }
            }
        }
        found
    }

    fn sources(folder: &Path, into: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                sources(&path, into);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                into.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_variables() {
        assert_eq!(messages(Language::English), messages(Language::Spanish));
    }

    #[test]
    fn every_key_in_the_code_has_a_message_and_every_message_is_used() {
        let known = messages(Language::English);
        let mut code = Vec::new();
        sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/ui")), &mut code);
        let used = Regex::new(r#"(?:\bt!\(\s*[^,"()]+,\s*|\bkey\(\s*)"([^"]+)""#).unwrap();
        let mut seen = std::collections::BTreeSet::new();
        for file in &code {
            for found in used.captures_iter(file) {
                let key = &found[1];
                if key.contains(['{', '[']) || file.contains("use regex_lite::Regex") {
                    continue;
                }
                if !(file.contains("//! The page's words") && (key == "undo" || key == "jobs")) {
                    assert!(known.contains_key(key), "the catalogue has no {key}");
                }
                seen.insert(key.to_owned());
            }
        }
        let unused: Vec<_> = known.keys().filter(|key| !seen.contains(*key)).collect();
        assert!(unused.is_empty(), "no code uses {unused:?}");
    }

    #[test]
    fn plurals_follow_the_number() {
        let mut one = FluentArgs::new();
        one.set("count", 1);
        let mut two = FluentArgs::new();
        two.set("count", 2);
        let spanish = Catalog::new(Language::Spanish);
        assert_ne!(
            spanish.message("job-count", Some(&one)),
            spanish.message("job-count", Some(&two)).replace('2', "1")
        );
    }
}
