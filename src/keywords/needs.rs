//! `needs` (lib/gitlab/ci/config/entry/need.rb and its Enterprise part).

use super::{Form, Group, Keyword};

const ARTIFACTS: Keyword = Keyword::attribute("artifacts", Form::Flag, "Whether the job gets that job's files.");

/// A need of a job of the same pipeline.
pub static NEED: Group = Group {
    path: "needs",
    keywords: &[
        Keyword::attribute("job", Form::Text, "The job that must be done first.").required(),
        ARTIFACTS,
        Keyword::attribute("optional", Form::Flag, "Whether that job may be missing from the pipeline."),
        Keyword::entry("parallel", Form::Mapping(&super::PARALLEL), "Which of that job's parallel jobs are meant."),
    ],
};

/// A need of a job of another pipeline of the same project.
pub static NEED_CROSS_PIPELINE: Group = Group {
    path: "needs",
    keywords: &[
        Keyword::attribute("pipeline", Form::Text, "The other pipeline, mostly $PARENT_PIPELINE_ID.").required(),
        Keyword::attribute("job", Form::Text, "The job of that pipeline.").required(),
        ARTIFACTS,
    ],
};

/// A need of a job of another project.
pub static NEED_CROSS_PROJECT: Group = Group {
    path: "needs",
    keywords: &[
        Keyword::attribute("project", Form::Text, "The other project.").required().paid(),
        Keyword::attribute("ref", Form::Text, "Branch or tag of that project.").required().paid(),
        Keyword::attribute("job", Form::Text, "The job of that project.").required().paid(),
        ARTIFACTS,
    ],
};

/// A need of another project's pipeline, whose status the job mirrors.
pub static NEED_BRIDGE: Group = Group {
    path: "needs",
    keywords: &[Keyword::attribute("pipeline", Form::Text, "The project whose latest pipeline is mirrored.").required()],
};
