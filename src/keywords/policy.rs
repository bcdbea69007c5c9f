//! `only` and `except` (lib/gitlab/ci/config/entry/policy.rb).

use super::{Choice, Form, Group, Keyword};

/// `only` and `except` as a mapping.
pub static POLICY: Group = Group {
    path: "only",
    keywords: &[
        Keyword::attribute("refs", Form::TEXTS, "Branches, tags, patterns in slashes, or kinds of pipelines.")
            .deprecated("rules.if"),
        Keyword::attribute("variables", Form::List(&Form::Expression), "Expressions of which one must be true.")
            .deprecated("rules.if"),
        Keyword::attribute("changes", Form::TEXTS, "Files of which one must have changed.").deprecated("rules.changes"),
        Keyword::attribute(
            "kubernetes",
            Form::Choice(Choice { values: &["active"], says: "unknown value" }),
            "Whether a cluster must be there.",
        )
        .deprecated("rules.if"),
    ],
};
