//! The top level and `workflow` (lib/gitlab/ci/config/entry/root.rb, workflow.rb, auto_cancel.rb).

use super::{Choice, Form, Group, Keyword};

const VARIABLES: Form = Form::Named(&Form::OneOf(&[Form::Scalar, Form::Mapping(&super::GLOBAL_VARIABLE)]));
const IMAGE: Form = Form::OneOf(&[Form::Text, Form::Mapping(&super::IMAGE)]);
const SERVICES: Form = Form::List(&Form::OneOf(&[Form::Text, Form::Mapping(&super::SERVICE)]));
const CACHES: Form = Form::OneOf(&[Form::Mapping(&super::CACHE), Form::List(&Form::Mapping(&super::CACHE))]);

/// The keywords of the top level; every other key there is a job.
pub static GLOBAL: Group = Group {
    path: "",
    keywords: &[
        Keyword::entry("stages", Form::NestedTextList, "The stages, in the order in which they run."),
        Keyword::entry("workflow", Form::Mapping(&WORKFLOW), "When there is a pipeline, and its name."),
        Keyword::entry(
            "include",
            Form::OneOf(&[Form::Text, Form::Mapping(&super::INCLUDE)]),
            "Other files to take in.",
        ),
        Keyword::entry("variables", VARIABLES, "Variables for all jobs."),
        Keyword::entry("default", Form::Mapping(&super::JOB), "Values for all jobs that don't set them."),
        Keyword::entry("image", IMAGE, "Image for all jobs.").deprecated("default.image"),
        Keyword::entry("services", SERVICES, "Services for all jobs.").deprecated("default.services"),
        Keyword::entry("cache", CACHES, "Cache for all jobs.").deprecated("default.cache"),
        Keyword::entry("before_script", Form::Script, "Commands before each job's script.")
            .deprecated("default.before_script"),
        Keyword::entry("after_script", Form::Script, "Commands after each job's script.")
            .deprecated("default.after_script"),
    ],
};

/// `workflow`
pub static WORKFLOW: Group = Group {
    path: "workflow",
    keywords: &[
        Keyword::unchecked("name", Form::Text, "Name of the pipeline; variables are expanded."),
        Keyword::entry(
            "rules",
            Form::List(&Form::Mapping(&super::WORKFLOW_RULE)),
            "Rules that decide on the pipeline.",
        ),
        Keyword::entry("auto_cancel", Form::Mapping(&AUTO_CANCEL), "When GitLab cancels the pipeline."),
    ],
};

/// `workflow:auto_cancel`
pub static AUTO_CANCEL: Group = Group {
    path: "workflow.auto_cancel",
    keywords: &[
        Keyword::attribute("on_new_commit", Form::Choice(ON_NEW_COMMIT), "Which jobs a newer commit cancels."),
        Keyword::attribute("on_job_failure", Form::Choice(ON_JOB_FAILURE), "Whether a failed job cancels all others."),
    ],
};

const ON_NEW_COMMIT: Choice = Choice {
    values: &["conservative", "interruptible", "none"],
    says: "must be one of: conservative, interruptible, none",
};
const ON_JOB_FAILURE: Choice = Choice { values: &["none", "all"], says: "must be one of: none, all" };
