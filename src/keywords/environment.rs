//! `environment` (lib/gitlab/ci/config/entry/environment.rb, kubernetes.rb).

use super::{Choice, Form, Group, Keyword};

/// `environment`
pub static ENVIRONMENT: Group = Group {
    path: "environment",
    keywords: &[
        Keyword::attribute("name", Form::Text, "Name of the environment, for example review/$CI_COMMIT_REF_SLUG.")
            .required(),
        Keyword::attribute("url", Form::Text, "Address of the deployed application."),
        Keyword::attribute("action", Form::Choice(ACTION), "What the job does with the environment."),
        Keyword::attribute("on_stop", Form::Text, "The job that stops the environment."),
        Keyword::attribute(
            "auto_stop_in",
            Form::Text,
            "Time after which the environment is stopped, for example 1 day.",
        ),
        Keyword::attribute("deployment_tier", Form::Text, "production, staging, testing, development or other."),
        Keyword {
            check: super::Check::Entry,
            ..Keyword::attribute("kubernetes", Form::Mapping(&KUBERNETES), "The cluster that is deployed to.")
        },
    ],
};

const ACTION: Choice = Choice {
    values: &["start", "stop", "prepare", "verify", "access"],
    says: "should be start, stop, prepare, verify, or access",
};

/// `environment:kubernetes`
pub static KUBERNETES: Group = Group {
    path: "environment.kubernetes",
    keywords: &[
        Keyword::attribute("agent", Form::Text, "The agent for Kubernetes: path/to/project:name."),
        Keyword::attribute("namespace", Form::Text, "Namespace of the environment.").deprecated("dashboard.namespace"),
        Keyword::attribute("flux_resource_path", Form::Text, "Path of the Flux resource.")
            .deprecated("dashboard.flux_resource_path"),
        Keyword::unchecked("managed_resources", Form::Mapping(&MANAGED_RESOURCES), "Resources that GitLab manages."),
        Keyword::unchecked("dashboard", Form::Mapping(&DASHBOARD), "What the dashboard shows."),
    ],
};

/// `environment:kubernetes:dashboard`
pub static DASHBOARD: Group = Group {
    path: "environment.kubernetes.dashboard",
    keywords: &[
        Keyword::unchecked("namespace", Form::Text, "Namespace that the dashboard shows.").required(),
        Keyword::unchecked("flux_resource_path", Form::Text, "Path of the Flux resource that the dashboard shows."),
    ],
};

/// `environment:kubernetes:managed_resources`
pub static MANAGED_RESOURCES: Group = Group {
    path: "environment.kubernetes.managed_resources",
    keywords: &[Keyword::unchecked("enabled", Form::Flag, "Whether GitLab manages resources of the environment.")],
};
