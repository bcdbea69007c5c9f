//! Theme, language, layout and wanted warnings: chosen by the person, kept by the browser.

use super::{Pane, Session};
use crate::lint::{Level, Settings};
use crate::ui::browser::{page, store};
use crate::ui::embed::{Options, View};
use crate::ui::i18n::{I18n, Language};

/// The page's colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All, in the order of the menu.
    pub(crate) const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The value for storage, menus and the page's attribute.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of a name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    pub(super) fn show(self) {
        page::set_theme(if self == Theme::System { None } else { Some(self.name()) });
    }
}

/// Language and theme at the start, shown already: what the page around wants counts first, and nothing of it is kept.
pub(super) fn at_start(embed: Option<&Options>) -> (Language, Theme) {
    let kept = store::get("language").and_then(|code| Language::of_code(&code));
    let preferred = page::preferred_languages();
    let language = kept.unwrap_or_else(|| Language::preferred(preferred.iter().map(String::as_str)));
    let theme = store::get("theme").and_then(|name| Theme::named(&name)).unwrap_or_default();
    let (language, theme) = match embed {
        Some(options) => (options.language.unwrap_or(language), options.theme.unwrap_or_default()),
        None => (language, theme),
    };
    page::set_language(language.code());
    theme.show();
    (language, theme)
}

/// Whether the text pane is open at the start: as it was left, or where there is room.
pub(super) fn source_open() -> bool {
    match store::get("source") {
        Some(kept) => kept == "open",
        None => page::matches("(min-width: 87.5em)"),
    }
}

/// The pane that shows a view on a narrow page.
pub(super) fn pane_of(view: View) -> Pane {
    match view {
        View::Text => Pane::Source,
        View::Board | View::Both => Pane::Board,
    }
}

/// Which warnings are wanted.
pub(super) fn checks() -> Settings {
    store::get("checks").map(|line| Settings::of_line(&line)).unwrap_or_default()
}

/// Whether the page shows one pane at a time. The same width as in styles/shell.css.
pub(super) fn is_narrow() -> bool {
    page::matches("(max-width: 56em)")
}

impl Session {
    pub(super) fn set_theme(&mut self, theme: Theme) {
        self.theme = theme;
        theme.show();
        store::set("theme", theme.name());
    }

    pub(super) fn set_language(&mut self, language: Language) {
        self.i18n = I18n::new(language);
        page::set_language(language.code());
        store::set("language", language.code());
    }

    pub(super) fn set_check(&mut self, rule: &str, level: Level) {
        self.derived.checks.set_level(rule, level);
        if self.host.is_none() {
            store::set("checks", &self.derived.checks.to_line());
        }
        self.derived.forget();
        self.derived_anew();
    }

    pub(super) fn toggle_source(&mut self) {
        self.source_open = !self.source_open;
        self.reveal = None;
        if self.host.is_some() {
            return;
        }
        store::set("source", if self.source_open { "open" } else { "closed" });
    }

    /// Brings the text into view.
    pub(super) fn show_source(&mut self) {
        self.source_open = true;
        self.pane = Pane::Source;
    }
}
