//! How much each warning matters.

use std::collections::BTreeMap;

use super::{Rule, Severity, RULES};

/// How much a finding of a rule matters to a person. What GitLab refuses is always an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It is not looked for.
    Off,
    /// Worth knowing.
    Hint,
    /// Worth a look.
    Warning,
    /// As bad as what GitLab refuses, though the file stays valid.
    Error,
}

impl Level {
    /// All, the gravest first.
    pub const ALL: [Level; 4] = [Level::Error, Level::Warning, Level::Hint, Level::Off];

    /// Its name for storage and menus.
    pub fn name(self) -> &'static str {
        match self {
            Level::Off => "off",
            Level::Hint => "hint",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }

    /// The level of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }

    fn severity(self) -> Severity {
        match self {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Off | Level::Hint => Severity::Hint,
        }
    }
}

impl Rule {
    /// How much it matters where nobody chose.
    pub fn level(&self) -> Level {
        match (self.severity, self.on) {
            (Severity::Error, _) => Level::Error,
            (_, true) => Level::Warning,
            (_, false) => Level::Off,
        }
    }
}

/// The choices of a person; what is not in it is as the rule has it. What GitLab refuses can't be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    chosen: BTreeMap<String, Level>,
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

    /// How much findings of a rule matter.
    pub fn level(&self, rule: &Rule) -> Level {
        match rule.severity {
            Severity::Error => Level::Error,
            _ => self.chosen.get(rule.code).copied().unwrap_or(rule.level()),
        }
    }

    /// Whether findings of a rule are wanted.
    pub fn is_on(&self, rule: &Rule) -> bool {
        self.level(rule) != Level::Off
    }

    /// How bad a finding of a rule is. That of GitLab's own is as it stands.
    pub(super) fn severity(&self, code: &str, found: Severity) -> Severity {
        match self.chosen.get(code) {
            Some(level) if found != Severity::Error => level.severity(),
            _ => found,
        }
    }

    /// Turns a warning on, as one, or off.
    pub fn set(&mut self, code: &str, on: bool) {
        self.set_level(code, if on { Level::Warning } else { Level::Off });
    }

    /// Chooses how much a warning matters.
    pub fn set_level(&mut self, code: &str, level: Level) {
        match RULES.iter().find(|rule| rule.code == code && rule.severity != Severity::Error) {
            Some(rule) if rule.level() == level => self.chosen.remove(code),
            Some(_) => self.chosen.insert(code.to_owned(), level),
            None => None,
        };
    }

    /// The warnings that are off.
    pub fn off(&self) -> impl Iterator<Item = &'static Rule> + use<'_> {
        RULES.iter().copied().filter(|rule| !self.is_on(rule))
    }

    /// The choices as a line of text: `+code` and `-code` for on and off, `code=hint` and `code=error`.
    pub fn to_line(&self) -> String {
        let word = |(code, level): (&String, &Level)| match level {
            Level::Off => format!("-{code}"),
            Level::Warning => format!("+{code}"),
            Level::Hint | Level::Error => format!("{code}={}", level.name()),
        };
        self.chosen.iter().map(word).collect::<Vec<_>>().join(" ")
    }

    /// The choices in such a line. Rules and levels that there are no more are left out.
    pub fn of_line(line: &str) -> Self {
        let mut settings = Self::default();
        for word in line.split_whitespace() {
            match (word.strip_prefix('+'), word.strip_prefix('-'), word.split_once('=')) {
                (Some(code), _, _) => settings.set(code, true),
                (_, Some(code), _) => settings.set(code, false),
                (_, _, Some((code, level))) => {
                    Level::named(level).into_iter().for_each(|level| settings.set_level(code, level));
                }
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
        settings.set_level("silent-failure", Level::Hint);
        settings.set_level("duplicate-key", Level::Error);
        assert_eq!(settings.to_line(), "duplicate-key=error silent-failure=hint -unpinned-image +unused-variable");
        assert_eq!(Settings::of_line(&settings.to_line()), settings);
        settings.set("unpinned-image", true);
        settings.set_level("silent-failure", Level::Warning);
        settings.set_level("duplicate-key", Level::Warning);
        assert_eq!(settings.to_line(), "+unused-variable");
        assert!(RULES.iter().filter(|rule| rule.severity == Severity::Error).all(|rule| settings.is_on(rule)));
        assert_eq!(Settings::of_line("no-such-rule=hint duplicate-key=loud ="), Settings::default());
    }
}
