//! `cache` (lib/gitlab/ci/config/entry/cache.rb, key.rb, files.rb).

use super::artifacts::UPLOAD_WHEN;
use super::{Choice, Form, Group, Keyword};

/// `cache`, or one of a list of them.
pub static CACHE: Group = Group {
    path: "cache",
    keywords: &[
        Keyword::entry("paths", Form::TEXTS, "Files and folders to keep between pipelines."),
        Keyword::entry("key", KEY, "Name of the cache; jobs with the same key share it."),
        Keyword::entry("untracked", Form::Flag, "Also caches all files that Git does not track."),
        Keyword::entry("unprotect", Form::Flag, "Shares the cache between protected and unprotected branches."),
        Keyword::attribute("when", Form::Choice(UPLOAD_WHEN), "On which outcome of the job the cache is stored."),
        Keyword::attribute("policy", Form::Choice(POLICY), "Whether the job fetches the cache, stores it, or both."),
        Keyword::entry(
            "fallback_keys",
            Form::TextList { max: Some(5) },
            "Keys that are tried in turn where there is no cache of the key.",
        ),
    ],
};

const KEY: Form = Form::OneOf(&[Form::Text, Form::Mapping(&CACHE_KEY)]);

const POLICY: Choice =
    Choice { values: &["pull-push", "push", "pull"], says: "should be a variable or one of: pull-push, push, pull" };

/// `cache:key`
pub static CACHE_KEY: Group = Group {
    path: "cache.key",
    keywords: &[
        Keyword::entry("files", Form::TextList { max: Some(2) }, "One or two files whose content makes the key."),
        Keyword::entry(
            "files_commits",
            Form::TextList { max: Some(2) },
            "One or two files whose last commit makes the key.",
        ),
        Keyword::entry("prefix", Form::Text, "Text before the key that comes of the files."),
    ],
};
