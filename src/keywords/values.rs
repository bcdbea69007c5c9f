//! The small mappings that some of a job's keywords take.

use super::{Duration, Form, Group, Keyword};

/// `hooks` (lib/gitlab/ci/config/entry/hooks.rb)
pub static HOOKS: Group = Group {
    path: "hooks",
    keywords: &[Keyword::entry(
        "pre_get_sources_script",
        Form::Script,
        "Commands before the runner fetches the repository.",
    )],
};

/// `inherit` (lib/gitlab/ci/config/entry/inherit.rb)
pub static INHERIT: Group = Group {
    path: "inherit",
    keywords: &[
        Keyword::entry("default", Form::OneOf(&[Form::Flag, Form::TEXTS]), "Which keywords of default the job takes."),
        Keyword::entry("variables", Form::OneOf(&[Form::Flag, Form::TEXTS]), "Which global variables the job takes."),
    ],
};

/// `allow_failure` as a mapping (lib/gitlab/ci/config/entry/allow_failure.rb)
pub static ALLOW_FAILURE: Group = Group {
    path: "allow_failure",
    keywords: &[Keyword::attribute("exit_codes", Form::IntegerOrList, "Exit codes with which the job may fail.")],
};

/// `retry` as a mapping (lib/gitlab/ci/config/entry/retry.rb)
pub static RETRY: Group = Group {
    path: "retry",
    keywords: &[
        Keyword::unchecked(
            "max",
            Form::Integer { min: 0, max: 2 },
            "How often the job is tried again, at most 2 times.",
        ),
        Keyword::unchecked("when", Form::TextOrList, "The failures after which it is tried again."),
        Keyword::attribute("exit_codes", Form::IntegerOrList, "The exit codes after which it is tried again."),
    ],
};

/// `parallel` as a mapping (lib/gitlab/ci/config/entry/product/parallel.rb)
pub static PARALLEL: Group = Group {
    path: "parallel",
    keywords: &[Keyword::entry(
        "matrix",
        Form::List(&Form::Named(&Form::TextOrList)),
        "Runs the job for each combination.",
    )
    .required()],
};

/// `pages` as a mapping (lib/gitlab/ci/config/entry/pages.rb)
pub static PAGES: Group = Group {
    path: "pages",
    keywords: &[
        Keyword::attribute("path_prefix", Form::Text, "Path below which this deployment is served."),
        Keyword::attribute(
            "expire_in",
            Form::Duration(Duration { never: true, variables: true, limit: None }),
            "How long the deployment is served.",
        ),
        Keyword::attribute("publish", Form::Text, "The folder to publish; public where it is not given."),
    ],
};
