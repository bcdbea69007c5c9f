//! `include` (lib/gitlab/ci/config/entry/include.rb, concerns/base_include.rb, include/rules/rule.rb).

use super::rules::ALWAYS_OR_NEVER;
use super::{Form, Group, Keyword};

/// One of `include`
pub static INCLUDE: Group = Group {
    path: "include",
    keywords: &[
        Keyword::unchecked("local", Form::Text, "A file of this repository; wildcards allowed."),
        Keyword::unchecked("project", Form::Text, "Another project of this GitLab, whose files are included."),
        Keyword::unchecked("file", Form::TextOrList, "The files of that project."),
        Keyword::unchecked("ref", Form::Text, "The branch, tag or commit of that project."),
        Keyword::unchecked("remote", Form::Text, "The address of a file anywhere."),
        Keyword::unchecked("template", Form::Text, "A template that GitLab ships."),
        Keyword::unchecked("component", Form::Text, "A CI/CD component with its version."),
        Keyword::unchecked("artifact", Form::Text, "A file that a job made; in trigger:include only."),
        Keyword::unchecked("job", Form::Text, "The job that made the file."),
        Keyword::unchecked("inputs", Form::Named(&Form::Any), "Values for the inputs of the file."),
        Keyword::entry("rules", Form::List(&Form::Mapping(&INCLUDE_RULE)), "Conditions under which it is included."),
        Keyword::unchecked("integrity", Form::Text, "SHA256 that a remote file must have: sha256- and Base64."),
        Keyword::unchecked(
            "cache",
            Form::OneOf(&[Form::Flag, Form::Text]),
            "Whether, or how long, a remote file is kept.",
        ),
    ],
};

/// One of `include:rules`
pub static INCLUDE_RULE: Group = Group {
    path: "include.rules",
    keywords: &[
        Keyword::attribute("if", Form::Expression, "The rule counts if this expression is true."),
        Keyword::unchecked("exists", Form::TextOrList, "The rule counts if one of these files exists."),
        Keyword::unchecked("changes", Form::TextOrList, "The rule counts if one of these files was changed."),
        Keyword::unchecked("when", Form::Choice(ALWAYS_OR_NEVER), "Whether it is included if the rule decides."),
    ],
};
