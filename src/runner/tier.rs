//! The tier of an environment, as GitLab guesses it by the name where a job does not say.

/// What an environment is for (doc/ci/environments: deployment tier of environments).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tier {
    /// For those who use the product.
    Production,
    /// The last before production.
    Staging,
    /// For tests.
    Testing,
    /// For those who make the product.
    Development,
    /// Any other.
    Other,
}

/// Pieces of names, in the order in which GitLab looks for them (app/models/environment.rb, `guess_tier`).
const PIECES: &[(Tier, &[&str])] = &[
    (Tier::Development, &["dev", "review", "trunk"]),
    (Tier::Testing, &["test", "tst", "int", "acpt", "accept", "qa", "qc", "control", "quality"]),
    (Tier::Staging, &["stg", "stag", "modl", "model", "pre", "demo", "non"]),
    (Tier::Production, &["prd", "prod", "live"]),
];

impl Tier {
    /// The tier of an environment of that name.
    pub fn guess(name: &str) -> Self {
        let name = name.to_lowercase();
        let found = PIECES.iter().find(|(_, pieces)| pieces.iter().any(|piece| name.contains(piece)));
        found.map_or(Tier::Other, |(tier, _)| *tier)
    }

    /// The tier that `deployment_tier` names.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "production" => Tier::Production,
            "staging" => Tier::Staging,
            "testing" => Tier::Testing,
            "development" => Tier::Development,
            "other" => Tier::Other,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_gitlab_reads_them() {
        for (name, tier) in [
            ("production", Tier::Production),
            ("Live", Tier::Production),
            ("prod/eu", Tier::Production),
            ("preprod", Tier::Staging),
            ("non-prod", Tier::Staging),
            ("staging", Tier::Staging),
            ("qa", Tier::Testing),
            ("review/x", Tier::Development),
            ("build and test", Tier::Testing),
            ("customer portal", Tier::Other),
        ] {
            assert_eq!(Tier::guess(name), tier, "{name}");
        }
    }
}
