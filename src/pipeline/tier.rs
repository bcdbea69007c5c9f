//! The tier of an environment.

/// What an environment is for (app/models/environment.rb).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// What users have.
    Production,
    /// The last look before.
    Staging,
    /// Tests.
    Testing,
    /// Development, review apps among them.
    Development,
    /// Anything else.
    Other,
}

/// Parts of names by the tier that GitLab takes them for, in the order in which it looks (`guess_tier`).
const PARTS: &[(Tier, &[&str])] = &[
    (Tier::Development, &["dev", "review", "trunk"]),
    (Tier::Testing, &["test", "tst", "int", "accept", "acpt", "qa", "qc", "control", "quality"]),
    (Tier::Staging, &["stag", "stg", "model", "modl", "pre", "demo", "non"]),
    (Tier::Production, &["prod", "prd", "live"]),
];

impl Tier {
    /// All, the most important first.
    pub const ALL: [Tier; 5] = [Tier::Production, Tier::Staging, Tier::Testing, Tier::Development, Tier::Other];

    /// The word for `deployment_tier`.
    pub fn name(self) -> &'static str {
        match self {
            Tier::Production => "production",
            Tier::Staging => "staging",
            Tier::Testing => "testing",
            Tier::Development => "development",
            Tier::Other => "other",
        }
    }

    /// The tier of a word of `deployment_tier`.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tier| tier.name() == word)
    }

    /// What GitLab takes an environment for by its name. None where variables in the name decide.
    pub fn of_name(name: &str) -> Option<Self> {
        let is_dynamic = name.contains('$');
        // Only what stands in the name counts, not the names of the variables in it.
        let mut parts = name.split('$');
        let first = parts.next().unwrap_or_default().to_owned();
        let literal = parts.fold(first, |all, part| {
            let rest = match part.strip_prefix('{') {
                Some(braced) => braced.split_once('}').map_or("", |(_, rest)| rest),
                None => part.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_'),
            };
            format!("{all} {rest}")
        });
        let literal = literal.to_lowercase();
        let found = PARTS.iter().find(|(_, parts)| parts.iter().any(|part| literal.contains(part)));
        let tier = found.map_or(Tier::Other, |(tier, _)| *tier);
        // GitLab looks for the parts of development first: what a variable adds can't change that.
        (!is_dynamic || tier == Tier::Development).then_some(tier)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_the_tier_as_gitlab_guesses_it() {
        let tiers = ["production", "Live", "stg", "preprod", "qa/eu", "review/x", "customer-portal", "non-prod"]
            .map(|name| Tier::of_name(name).map(Tier::name).unwrap_or_default());
        let expected = ["production", "production", "staging", "staging", "testing", "development", "other", "staging"];
        assert_eq!(tiers, expected);
    }

    #[test]
    fn variables_in_a_name_leave_it_open_unless_it_is_development_anyway() {
        assert_eq!(Tier::of_name("review/$CI_COMMIT_REF_SLUG"), Some(Tier::Development));
        assert_eq!(Tier::of_name("$REVIEW/${DEV}"), None);
        assert_eq!(Tier::of_name("production/${REGION}"), None);
    }
}
