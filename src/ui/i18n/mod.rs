//! The page's words: one catalogue a language, English and Spanish. Knows no pipeline.
//!
//! Every string that a person reads comes from here by [`t!`](crate::ui::i18n::t), except what GitLab or the file itself
//! words. A test holds both catalogues to the same keys, and every key in the code to the catalogue.

mod catalog;
mod done;
mod help;
mod language;
mod mend;
mod predefined;
mod refusal;
mod step;

use std::rc::Rc;

use fluent_bundle::FluentArgs;
use yew::prelude::*;

pub(crate) use catalog::Catalog;
pub(crate) use done::command_done;
use help::HelpTexts;
pub(crate) use language::Language;
pub(crate) use mend::mend_text;
pub(crate) use predefined::{only_text, phase_text};
pub(crate) use refusal::refusal_text;
pub(crate) use step::step_text;

/// The words of the page's language. A context; cheap to clone, equal if the language is.
#[derive(Clone)]
pub(crate) struct I18n {
    language: Language,
    catalog: Rc<Catalog>,
    help: Rc<HelpTexts>,
}

impl PartialEq for I18n {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl I18n {
    /// The words of `language`.
    pub(crate) fn new(language: Language) -> Self {
        Self { language, catalog: Rc::new(Catalog::new(language)), help: Rc::new(HelpTexts::new(language)) }
    }

    /// The language.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// What the core explains in English, in this language.
    pub(crate) fn help<'t>(&'t self, english: &'t str) -> &'t str {
        self.help.of(english)
    }

    /// The message `key` with its arguments; use [`t!`] instead, which the tests check.
    pub(crate) fn message(&self, key: &str, args: Option<&FluentArgs<'_>>) -> AttrValue {
        AttrValue::from(self.catalog.message(key, args))
    }
}

/// Marks a literal as a key of the catalogue where it is not an argument of [`t!`], so that the tests find it.
pub(crate) const fn key(key: &'static str) -> &'static str {
    key
}

/// The message of a key: `t!(i18n, "undo")`, `t!(i18n, "jobs", count = 3)`.
macro_rules! t {
    ($i18n:expr, $key:expr) => {
        $i18n.message($key, None)
    };
    ($i18n:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = fluent_bundle::FluentArgs::new();
        $(args.set(stringify!($name), $value);)+
        $i18n.message($key, Some(&args))
    }};
}
pub(crate) use t;

/// The words of the page's language.
#[hook]
pub(crate) fn use_i18n() -> I18n {
    use_context::<I18n>().unwrap_or_else(|| I18n::new(Language::English))
}
