//! What a word of the text means, for the pointer that rests on it: a keyword, or one of GitLab's variables.

use crate::keywords::{default_of, predefined, since, Form, Only, Phase, PREDEFINED_DOCUMENTATION};
use crate::text::Span;
use crate::view::completion::site_of;
use crate::view::place::{variable_at, Place, Slot, Step};

/// What is said of a word.
#[derive(Debug, Clone)]
pub struct Hover {
    /// The word.
    pub span: Span,
    /// Its name in full: `artifacts:reports:junit`.
    pub title: String,
    /// One line of help, in English.
    pub help: &'static str,
    /// What else there is to say.
    pub about: About,
    /// The page of GitLab's documentation.
    pub documentation: String,
}

/// What is said of a keyword or a variable.
#[derive(Debug, Clone)]
pub enum About {
    /// A keyword.
    Keyword {
        /// The forms of its value, none of them [`Form::OneOf`].
        forms: Vec<Form>,
        /// What counts without it.
        default: Option<&'static str>,
        /// What to use instead, where it is deprecated.
        deprecated: Option<&'static str>,
        /// Whether it needs a paid tier.
        paid: bool,
        /// The version of GitLab that brought it, where that is known.
        since: Option<&'static str>,
    },
    /// A predefined variable.
    Variable {
        /// From when on it is there.
        phase: Phase,
        /// The only pipelines that it is there in.
        only: Option<Only>,
        /// The version of GitLab that brought it, where that is known.
        since: Option<&'static str>,
    },
}

/// What is known of the word at `offset`.
pub fn hover(text: &str, offset: usize) -> Option<Hover> {
    let place = Place::at(text, offset)?;
    if let Some(word) = variable_at(text, offset) {
        let variable = predefined(word.name.slice(text))?;
        return Some(Hover {
            span: word.name,
            title: format!("${}", variable.name),
            help: variable.help,
            about: About::Variable { phase: variable.phase, only: variable.only(), since: variable.since() },
            documentation: PREDEFINED_DOCUMENTATION.to_owned(),
        });
    }
    if !place.colon || !matches!(place.slot, Slot::Node | Slot::Key) {
        return None;
    }
    let mut path = place.path;
    path.push(Step::Key(place.word.slice(text)));
    let site = site_of(&path);
    let (group, keyword) = site.keyword.filter(|(_, keyword)| keyword.name == place.word.slice(text))?;
    let dotted = group.path_of(keyword);
    Some(Hover {
        span: place.word,
        title: dotted.replace('.', ":"),
        help: keyword.help,
        about: About::Keyword {
            forms: site.forms,
            default: default_of(&dotted),
            deprecated: keyword.deprecated,
            paid: keyword.paid,
            since: since(&dotted),
        },
        documentation: group.documentation(keyword),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(marked: &str) -> Option<(String, String)> {
        let at = marked.find('^').unwrap();
        let text = marked.replacen('^', "", 1);
        hover(&text, at).map(|hover| (hover.title, hover.span.slice(&text).to_owned()))
    }

    fn says(marked: &str, title: &str) {
        assert_eq!(titles(marked).map(|(title, _)| title).as_deref(), Some(title), "{marked}");
    }

    #[test]
    fn keywords_are_known_by_their_place() {
        says("build:\n  st^age: x\n", "stage");
        says("build:\n  artifacts:\n    ^when: x\n", "artifacts:when");
        says("build:\n  rules:\n    - if: x\n      when^: x\n", "rules:when");
        says("build: {artifacts: {reports: {ju^nit: x}}}\n", "artifacts:reports:junit");
        says("default^:\n  image: x\n", "default");
        says("build:\n  script: echo $CI_COMMIT_^TAG\n", "$CI_COMMIT_TAG");
        assert_eq!(titles("build:\n  'st^age': x\n").unwrap().1, "stage");
    }

    #[test]
    fn names_of_ones_own_and_free_text_say_nothing() {
        for marked in
            ["bu^ild:\n  stage: x\n", "a:\n  variables:\n    sta^ge: x\n", "a:\n  script: st^age\n", "# st^age: x"]
        {
            assert_eq!(titles(marked), None, "{marked}");
        }
    }

    #[test]
    fn a_default_is_told_where_there_is_one() {
        let Some(Hover { about: About::Keyword { default, .. }, documentation, .. }) = hover("a:\n  when: x\n", 6)
        else {
            panic!("nothing is said")
        };
        assert_eq!(default, Some("on_success"));
        assert_eq!(documentation, "https://docs.gitlab.com/ci/yaml/#when");
    }

    #[test]
    fn the_version_that_brought_a_keyword_is_told() {
        let said = |text: &str, at: usize| match hover(text, at).map(|hover| hover.about) {
            Some(About::Keyword { since, .. }) => since,
            _ => None,
        };
        assert_eq!(said("a:\n  rules:\n    - needs: []\n", 20), Some("16.0"));
        assert_eq!(said("a:\n  script: x\n", 6), None);
    }
}
