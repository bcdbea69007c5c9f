//! What the core explains in English, in the page's language: the help of rules, keywords and GitLab's variables.
//!
//! The core's own texts are the keys. es-help.tsv has a line for each: the English text, a tab, the Spanish one.

use std::collections::HashMap;

use super::Language;

/// The translations of one language; none for English.
#[derive(Default)]
pub(crate) struct HelpTexts {
    texts: HashMap<&'static str, &'static str>,
}

fn source(language: Language) -> &'static str {
    match language {
        Language::English => "",
        Language::Spanish => include_str!("es-help.tsv"),
    }
}

impl HelpTexts {
    /// Reads the built-in translations of `language`.
    pub(crate) fn new(language: Language) -> Self {
        Self { texts: source(language).lines().filter_map(|line| line.split_once('\t')).collect() }
    }

    /// The text in this language; as it is where there is no translation (a test excludes it).
    pub(crate) fn of<'t>(&'t self, english: &'t str) -> &'t str {
        self.texts.get(english).copied().unwrap_or(english)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn explained() -> BTreeSet<&'static str> {
        let rules = crate::lint::RULES.iter().flat_map(|rule| [rule.summary, rule.help]);
        let groups = crate::keywords::groups();
        let keywords = groups.into_iter().flat_map(|group| group.keywords).map(|keyword| keyword.help);
        let variables = crate::keywords::PREDEFINED.iter().map(|variable| variable.help);
        rules.chain(keywords).chain(variables).collect()
    }

    #[test]
    fn every_explanation_has_one_spanish_text_and_no_text_is_left_over() {
        let lines: Vec<&str> = source(Language::Spanish).lines().collect();
        let translated: BTreeSet<&str> =
            lines.iter().filter_map(|line| line.split_once('\t')).map(|(en, _)| en).collect();
        assert_eq!(translated.len(), lines.len(), "each line is a text and its translation, once");
        let explained = explained();
        let missing: Vec<_> = explained.difference(&translated).collect();
        let stale: Vec<_> = translated.difference(&explained).collect();
        assert!(missing.is_empty() && stale.is_empty(), "without Spanish: {missing:#?}\nleft over: {stale:#?}");
    }

    #[test]
    fn what_stands_as_code_is_the_same_in_both() {
        let code = |text: &str| -> Vec<String> { text.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
        for (english, spanish) in source(Language::Spanish).lines().filter_map(|line| line.split_once('\t')) {
            assert!(!spanish.is_empty() && english != spanish || english == "http or https.", "{english}");
            assert_eq!(code(english), code(spanish), "{english}");
            assert_eq!(english.ends_with('.'), spanish.ends_with('.'), "{english}");
        }
    }
}
