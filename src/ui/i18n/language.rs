//! The languages that the page speaks.

/// A language with a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Language {
    /// English
    #[default]
    English,
    /// Spanish
    Spanish,
}

impl Language {
    /// All, in the order of the menu.
    pub(crate) const ALL: [Language; 2] = [Language::English, Language::Spanish];

    /// The code for `lang` attributes and storage.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Spanish => "es",
        }
    }

    /// Its name in itself.
    pub(crate) fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Spanish => "Español",
        }
    }

    /// The language of a code such as `es-MX`.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.code() == primary)
    }

    /// The first of the preferred languages that the page speaks.
    pub(crate) fn preferred<'a>(codes: impl IntoIterator<Item = &'a str>) -> Self {
        codes.into_iter().find_map(Self::of_code).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_preferred_language_with_a_catalogue_counts() {
        assert_eq!(Language::preferred(["fr-FR", "es-MX", "en"]), Language::Spanish);
        assert_eq!(Language::preferred(["fr"]), Language::English);
        assert_eq!(Language::preferred([]), Language::English);
    }
}
