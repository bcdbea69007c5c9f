//! The keywords of jobs (lib/gitlab/ci/config/entry/processable.rb, job.rb, bridge.rb, default.rb).

use super::rules::WITHIN_A_WEEK;
use super::{Choice, Duration, Form, Group, Keyword};

const JOB_WHEN: Choice = Choice {
    values: &["on_success", "on_failure", "always", "manual", "delayed"],
    says: "should be one of: on_success, on_failure, always, manual, delayed",
};
// Rails' month is a twelfth of a year of 365.2425 days (app/models/project.rb, MAX_BUILD_TIMEOUT).
const WITHIN_A_MONTH: Duration = Duration { never: false, variables: false, limit: Some(("1 month", 2_629_746)) };

const IMAGE: Form = Form::OneOf(&[Form::Text, Form::Mapping(&super::IMAGE)]);
const SERVICES: Form = Form::List(&Form::OneOf(&[Form::Text, Form::Mapping(&super::SERVICE)]));
const CACHES: Form = Form::OneOf(&[Form::Mapping(&super::CACHE), Form::List(&Form::Mapping(&super::CACHE))]);
const VARIABLES: Form = Form::Named(&Form::OneOf(&[Form::Scalar, Form::Mapping(&super::JOB_VARIABLE)]));
const NEEDS: Form = Form::List(&Form::OneOf(&[
    Form::Text,
    Form::Mapping(&super::NEED),
    Form::Mapping(&super::NEED_CROSS_PIPELINE),
    Form::Mapping(&super::NEED_CROSS_PROJECT),
]));
const TRIGGER: Form =
    Form::OneOf(&[Form::Text, Form::Mapping(&super::TRIGGER_PROJECT), Form::Mapping(&super::TRIGGER_INCLUDE)]);
const POLICY: Form = Form::OneOf(&[Form::TEXTS, Form::Mapping(&super::POLICY)]);
const RETRY: Form = Form::OneOf(&[Form::Integer { min: 0, max: 2 }, Form::Mapping(&super::RETRY)]);
const PARALLEL: Form = Form::OneOf(&[Form::Integer { min: 1, max: 200 }, Form::Mapping(&super::PARALLEL)]);

/// The keywords of a job; which kind of job may hold each is its [`super::Holder`].
pub static JOB: Group = Group {
    path: "",
    keywords: &[
        Keyword::entry("stage", Form::Text, "The stage in which the job runs; test where it is not given.")
            .for_all_jobs(),
        Keyword::unchecked("extends", Form::TextOrList, "Jobs whose keywords this one takes over.").for_all_jobs(),
        Keyword::entry("image", IMAGE, "Container image in which the job runs.").in_default(),
        Keyword::entry("services", SERVICES, "Containers beside the job's, such as a database.").in_default(),
        Keyword::entry("tags", Form::TEXTS, "What a runner must have to take the job.").in_default(),
        Keyword::entry("before_script", Form::Script, "Commands before the script.").in_default(),
        Keyword::entry("script", Form::Script, "The job's commands.").required(),
        Keyword::entry("after_script", Form::Script, "Commands after the script, even if it failed.").in_default(),
        Keyword::unchecked("run", Form::List(&Form::Mapping(&super::STEP)), "Steps instead of a script."),
        Keyword::entry("trigger", TRIGGER, "Another pipeline to start.").for_trigger_jobs(),
        Keyword::entry("needs", NEEDS, "Jobs that must be done first, whatever their stage.").for_all_jobs(),
        Keyword::attribute("dependencies", Form::TEXTS, "Jobs whose files the job gets; [] for none."),
        Keyword::entry("variables", VARIABLES, "Variables for this job.").for_all_jobs(),
        Keyword::entry("rules", Form::List(&Form::Mapping(&super::RULE)), "Rules that decide whether the job runs.")
            .for_all_jobs(),
        Keyword::entry("only", POLICY, "When the job runs.").for_all_jobs().deprecated("rules"),
        Keyword::entry("except", POLICY, "When the job does not run.").for_all_jobs().deprecated("rules"),
        Keyword::attribute(
            "when",
            Form::Choice(JOB_WHEN),
            "On which outcome of earlier jobs, or by whom, the job starts.",
        )
        .for_all_jobs(),
        Keyword::unchecked("start_in", Form::Duration(WITHIN_A_WEEK), "How long a delayed job waits, at most a week."),
        Keyword::attribute("manual_confirmation", Form::Text, "What a person is asked before a manual job starts."),
        Keyword {
            check: super::Check::Entry,
            ..Keyword::attribute(
                "allow_failure",
                Form::OneOf(&[Form::Flag, Form::Mapping(&super::ALLOW_FAILURE)]),
                "Whether the pipeline goes on if the job fails.",
            )
        }
        .for_all_jobs(),
        Keyword::entry("artifacts", Form::Mapping(&super::ARTIFACTS), "Files that the job hands on and GitLab keeps.")
            .in_default(),
        Keyword::entry("cache", CACHES, "Files that are kept between pipelines.").in_default(),
        Keyword::entry(
            "environment",
            Form::OneOf(&[Form::Text, Form::Mapping(&super::ENVIRONMENT)]),
            "Where the job deploys to.",
        )
        .for_all_jobs(),
        Keyword::entry("release", Form::Mapping(&super::RELEASE), "A release that GitLab makes when the job is done."),
        Keyword::entry(
            "pages",
            Form::OneOf(&[Form::Flag, Form::Mapping(&super::PAGES)]),
            "Publishes a folder with GitLab Pages.",
        ),
        Keyword::entry("publish", Form::Text, "The folder that a Pages job publishes.").deprecated("pages.publish"),
        Keyword::entry("parallel", PARALLEL, "How many of the job run at once, or for which combinations.")
            .for_all_jobs(),
        Keyword::entry("retry", RETRY, "How often the job is tried again if it fails.").in_default(),
        Keyword::entry("timeout", Form::Duration(WITHIN_A_MONTH), "How long the job may take, for example 1h 30m.")
            .in_default(),
        Keyword::entry("interruptible", Form::Flag, "Whether a newer pipeline may cancel the job.")
            .for_all_jobs()
            .in_default(),
        Keyword::attribute("resource_group", Form::Text, "Jobs of one group run one at a time, across pipelines.")
            .for_all_jobs(),
        Keyword::entry("coverage", Form::Pattern, "Pattern that finds the coverage in the job's log."),
        Keyword::entry(
            "inherit",
            Form::Mapping(&super::INHERIT),
            "What the job takes from default and global variables.",
        )
        .for_all_jobs(),
        Keyword::entry("hooks", Form::Mapping(&super::HOOKS), "Commands at certain points of the runner's work.")
            .in_default(),
        Keyword::entry(
            "id_tokens",
            Form::Named(&Form::Mapping(&super::ID_TOKEN)),
            "Tokens by which other services know the job.",
        )
        .in_default(),
        Keyword::entry(
            "inputs",
            Form::Named(&Form::Mapping(&super::JOB_INPUT)),
            "Inputs that a person may give the job.",
        ),
        Keyword::entry("secrets", Form::Named(&Form::Mapping(&super::SECRET)), "Secrets from a secrets manager.")
            .paid(),
        Keyword::entry(
            "identity",
            Form::Choice(Choice { values: &["google_cloud"], says: "should be one of: google_cloud" }),
            "Cloud identity that the job takes on.",
        )
        .in_default()
        .paid(),
        Keyword::entry(
            "dast_configuration",
            Form::Mapping(&super::DAST_CONFIGURATION),
            "Profiles of a dynamic security scan.",
        )
        .paid(),
    ],
};
