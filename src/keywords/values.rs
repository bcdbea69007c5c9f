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

/// Failure reasons after which a job may be tried again (app/models/concerns/enums/ci/commit_status.rb), and `always`.
/// Those of newer versions stand last.
pub const RETRY_REASONS: &[&str] = &[
    "always",
    "unknown_failure",
    "script_failure",
    "api_failure",
    "stuck_or_timeout_failure",
    "runner_system_failure",
    "missing_dependency_failure",
    "runner_unsupported",
    "stale_schedule",
    "job_execution_timeout",
    "archived_failure",
    "unmet_prerequisites",
    "scheduler_failure",
    "data_integrity_failure",
    "forward_deployment_failure",
    "user_blocked",
    "project_deleted",
    "ci_quota_exceeded",
    "pipeline_loop_detected",
    "no_matching_runner",
    "trace_size_exceeded",
    "builds_disabled",
    "environment_creation_failure",
    "deployment_rejected",
    "failed_outdated_deployment_job",
    "job_execution_server_timeout",
    "protected_environment_failure",
    "insufficient_bridge_permissions",
    "downstream_bridge_project_not_found",
    "invalid_bridge_trigger",
    "upstream_bridge_project_not_found",
    "insufficient_upstream_permissions",
    "bridge_pipeline_is_child_pipeline",
    "downstream_pipeline_creation_failed",
    "secrets_provider_not_found",
    "reached_max_descendant_pipelines_depth",
    "ip_restriction_failure",
    "reached_max_pipeline_hierarchy_size",
    "reached_downstream_pipeline_trigger_rate_limit",
    "duo_workflow_not_allowed",
    "job_router_failure",
    "job_token_expired",
    "stuck_pending_with_matching_runners",
    "stuck_pending_no_matching_runners",
    "no_updates_running",
    "no_updates_canceling",
    "server_timeout_running",
    "server_timeout_canceling",
    "runner_configuration_error",
    "runner_external_dependency_failure",
    "runner_interrupted",
    "id_token_burned_project_path",
    "downstream_project_trigger_resolved_to_empty",
];
