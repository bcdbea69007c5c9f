//! What the address of an embedded page asks for.

use crate::ui::i18n::Language;
use crate::ui::session::Theme;

/// What is shown in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum View {
    /// The board.
    #[default]
    Board,
    /// The text.
    Text,
    /// The text beside the board.
    Both,
}

impl View {
    /// The view of a name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "board" => Some(View::Board),
            "text" => Some(View::Text),
            "both" => Some(View::Both),
            _ => None,
        }
    }

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            View::Board => "board",
            View::Text => "text",
            View::Both => "both",
        }
    }
}

/// How an embedded page looks and whom it speaks to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options {
    /// Whether nothing can be changed.
    pub read_only: bool,
    /// What is shown.
    pub view: View,
    /// The theme; the system's without one.
    pub theme: Option<Theme>,
    /// The language; the browser's without one.
    pub language: Option<Language>,
    /// Whether there is the bar at the top.
    pub bar: bool,
    /// Whether there is the inspector.
    pub details: bool,
    /// Whether the problems can be listed.
    pub problems: bool,
    /// The origin of the page around, which alone is heard and spoken to; none for neither.
    pub origin: Option<String>,
}

impl Options {
    /// Reads the parameters of an address; nothing if it does not ask for an embedded page. What is unknown is passed over.
    pub(crate) fn read(query: &[(String, String)]) -> Option<Self> {
        let value = |name: &str| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        value("embed")?;
        let on = |name: &str| value(name).is_some_and(|value| !matches!(value, "false" | "0"));
        let panel = |name: &str| value("panels").is_none_or(|list| list.split(',').any(|panel| panel.trim() == name));
        Some(Self {
            read_only: on("readonly"),
            view: value("view").and_then(View::named).unwrap_or_default(),
            theme: value("theme").and_then(Theme::named),
            language: value("language").or(value("lang")).and_then(Language::of_code),
            bar: panel("bar"),
            details: panel("details"),
            problems: panel("problems"),
            // `*` and `null` name no origin: whoever embeds the page has to say who it is.
            origin: value("origin")
                .filter(|origin| origin.starts_with("https://") || origin.starts_with("http://"))
                .map(str::to_owned),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &[(&str, &str)]) -> Option<Options> {
        let query: Vec<_> = query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Options::read(&query)
    }

    #[test]
    fn without_embed_nothing_counts() {
        assert_eq!(read(&[("readonly", ""), ("origin", "https://a.example")]), None);
    }

    #[test]
    fn what_is_asked_for_counts_and_what_is_unknown_does_not() {
        let plain = read(&[("embed", "")]).unwrap();
        assert!(!plain.read_only && plain.bar && plain.details && plain.problems && plain.origin.is_none());
        let options = read(&[
            ("embed", "1"),
            ("readonly", ""),
            ("view", "both"),
            ("theme", "dark"),
            ("language", "es-MX"),
            ("panels", "details, problems"),
            ("origin", "https://docs.example"),
            ("color", "red"),
        ])
        .unwrap();
        assert!(options.read_only && !options.bar && options.details && options.problems);
        assert_eq!(
            (options.view, options.theme, options.language),
            (View::Both, Some(Theme::Dark), Some(Language::Spanish))
        );
        assert_eq!(options.origin.as_deref(), Some("https://docs.example"));
        let odd =
            read(&[("embed", ""), ("readonly", "false"), ("view", "x"), ("panels", ""), ("origin", "*")]).unwrap();
        assert!(!odd.read_only && !odd.bar && !odd.details && odd.origin.is_none());
        assert_eq!(odd.view, View::Board);
    }
}
