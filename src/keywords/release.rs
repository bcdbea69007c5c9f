//! `release` (lib/gitlab/ci/config/entry/release.rb, release/assets.rb, release/assets/link.rb).

use super::{Choice, Form, Group, Keyword};

/// `release`
pub static RELEASE: Group = Group {
    path: "release",
    keywords: &[
        Keyword::attribute("tag_name", Form::Text, "The tag of the release; it is made where it does not exist.")
            .required(),
        Keyword::attribute("description", Form::Text, "Release notes, or the file that holds them.").required(),
        Keyword::attribute("tag_message", Form::Text, "Message of a tag that is made."),
        Keyword::unchecked("name", Form::Text, "Title of the release."),
        Keyword::unchecked("ref", Form::Text, "What is tagged where the tag does not exist."),
        Keyword::attribute("milestones", Form::TextOrList, "Milestones of the release."),
        Keyword::unchecked("released_at", Form::Text, "Date and time of the release, in ISO 8601."),
        Keyword::entry("assets", Form::Mapping(&ASSETS), "Files that belong to the release."),
    ],
};

/// `release:assets`
pub static ASSETS: Group = Group {
    path: "release.assets",
    keywords: &[Keyword::unchecked("links", Form::List(&Form::Mapping(&LINK)), "Links to the files.").required()],
};

/// One of `release:assets:links`
pub static LINK: Group = Group {
    path: "release.assets.links",
    keywords: &[
        Keyword::unchecked("name", Form::Text, "Name of the link.").required(),
        Keyword::unchecked("url", Form::Text, "Address of the file.").required(),
        Keyword::unchecked("filepath", Form::Text, "Path of a permanent address for the file."),
        Keyword::unchecked(
            "link_type",
            Form::Choice(Choice {
                values: &["other", "runbook", "image", "package"],
                says: "is not included in the list",
            }),
            "What the link leads to.",
        ),
    ],
};
