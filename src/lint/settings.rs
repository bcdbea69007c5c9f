//! Which warnings are wanted.

use std::collections::BTreeMap;

use super::{Rule, Severity, RULES};

/// The choices of a person; what is not in it is as the rule has it. Errors are always on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    chosen: BTreeMap<String, bool>,
}

impl Settings {
    /// Everything on, the warnings among it that are off where nobody asks for them.
    pub fn all() -> Self {
        let mut settings = Self::default();
        RULES.iter().for_each(|rule| settings.set(rule.code, true));
        settings
    }

    /// Only what GitLab itself says.
    pub fn gitlab() -> Self {
        let mut settings = Self::default();
        RULES.iter().filter(|rule| rule.is_advice()).for_each(|rule| settings.set(rule.code, false));
        settings
    }

    /// Whether findings of a rule are wanted.
    pub fn is_on(&self, rule: &Rule) -> bool {
        rule.severity == Severity::Error || self.chosen.get(rule.code).copied().unwrap_or(rule.on)
    }

    /// Turns a warning on or off.
    pub fn set(&mut self, code: &str, on: bool) {
        match RULES.iter().find(|rule| rule.code == code && rule.severity == Severity::Warning) {
            Some(rule) if rule.on == on => self.chosen.remove(code),
            Some(_) => self.chosen.insert(code.to_owned(), on),
            None => None,
        };
    }

    /// The warnings that are off.
    pub fn off(&self) -> impl Iterator<Item = &'static Rule> + use<'_> {
        RULES.iter().copied().filter(|rule| !self.is_on(rule))
    }

    /// The choices as a line of text: `+code` and `-code`.
    pub fn to_line(&self) -> String {
        let words = self.chosen.iter().map(|(code, on)| format!("{}{code}", if *on { '+' } else { '-' }));
        words.collect::<Vec<_>>().join(" ")
    }

    /// The choices in such a line. Rules that there are no more are left out.
    pub fn of_line(line: &str) -> Self {
        let mut settings = Self::default();
        for word in line.split_whitespace() {
            match (word.strip_prefix('+'), word.strip_prefix('-')) {
                (Some(code), _) => settings.set(code, true),
                (_, Some(code)) => settings.set(code, false),
                _ => {}
            }
        }
        settings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_come_back_from_their_line_and_errors_stay_on() {
        let mut settings = Settings::default();
        settings.set("unpinned-image", false);
        settings.set("unused-variable", true);
        settings.set("unknown-stage", false);
        assert_eq!(settings.to_line(), "-unpinned-image +unused-variable");
        assert_eq!(Settings::of_line(&settings.to_line()), settings);
        settings.set("unpinned-image", true);
        assert_eq!(settings.to_line(), "+unused-variable");
        assert!(RULES.iter().filter(|rule| rule.severity == Severity::Error).all(|rule| settings.is_on(rule)));
    }
}
