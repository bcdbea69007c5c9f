//! `trigger` (lib/gitlab/ci/config/entry/trigger.rb, trigger/forward.rb).

use super::{Choice, Form, Group, Keyword};

const STRATEGY: Keyword = Keyword::attribute(
    "strategy",
    Form::Choice(Choice { values: &["depend", "mirror"], says: "should be depend or mirror" }),
    "Whether the job takes over the other pipeline's status.",
);
const FORWARD_KEYWORD: Keyword =
    Keyword::entry("forward", Form::Mapping(&FORWARD), "Which variables the other pipeline gets.");

/// `trigger` of another project's pipeline.
pub static TRIGGER_PROJECT: Group = Group {
    path: "trigger",
    keywords: &[
        Keyword::attribute("project", Form::Text, "The project whose pipeline is started.").required(),
        Keyword::attribute("branch", Form::Text, "The branch of that project."),
        STRATEGY,
        FORWARD_KEYWORD,
        Keyword::attribute("inputs", Form::Named(&Form::Any), "Values for the inputs of that pipeline."),
    ],
};

/// `trigger` of a child pipeline.
pub static TRIGGER_INCLUDE: Group = Group {
    path: "trigger",
    keywords: &[
        Keyword::entry(
            "include",
            Form::OneOf(&[Form::Text, Form::List(&Form::Mapping(&super::INCLUDE))]),
            "The files that make the child pipeline, at most three.",
        ),
        STRATEGY,
        FORWARD_KEYWORD,
    ],
};

/// `trigger:forward`
pub static FORWARD: Group = Group {
    path: "trigger.forward",
    keywords: &[
        Keyword::attribute("yaml_variables", Form::Flag, "Whether the job's variables are passed on."),
        Keyword::attribute("pipeline_variables", Form::Flag, "Whether variables given to this pipeline are passed on."),
    ],
};
