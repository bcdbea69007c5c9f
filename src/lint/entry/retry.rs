//! `retry` (lib/gitlab/ci/config/entry/retry.rb). GitLab's location of it is only `retry`.

use super::image::unknown_values;
use super::mapping::keywords;
use super::simple;
use super::{At, Checker};
use crate::keywords::{Form, RETRY};
use crate::lint::rules::shape;
use crate::resolve::{Data, Value};

/// Failure reasons after which a job may be tried again (app/models/concerns/enums/ci/commit_status.rb), and `always`.
/// Those of newer versions stand last.
pub const REASONS: &[&str] = &[
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

/// The entry.
pub fn entry(checker: &mut Checker, at: &At, value: &Value) {
    let at = at.alone("retry");
    match &value.data {
        _ if value.is_unknown() => {}
        Data::Int(_) => number(checker, &at, "config", value, 0, 2),
        Data::Map(map) => {
            keywords(checker, &at, value, &RETRY);
            let given = |name: &str| map.given(name).filter(|value| !value.is_unknown());
            if let Some(max) = given("max") {
                number(checker, &at, "max", max, 0, 2);
            }
            if let Some(when) = given("when") {
                reasons(checker, &at, when);
            }
        }
        _ => {
            let message = "retry config has to be either an integer or a hash".to_owned();
            checker.words(&shape::WRONG_TYPE, message, value.span);
        }
    }
}

fn reasons(checker: &mut Checker, at: &At, when: &Value) {
    simple::check(&Form::TextOrList, when, &mut |rule, says, span| checker.error(rule, at, "when", says, span));
    match &when.data {
        Data::Text(text) if !REASONS.contains(&&**text) => {
            checker.error(&shape::UNKNOWN_VALUE, at, "when", "is not included in the list", when.span);
        }
        Data::List(list) => unknown_values(checker, at, "when", &list.items, REASONS),
        _ => {}
    }
}

/// Rails' numericality: whole numbers, texts of them among them, between two.
pub fn number(checker: &mut Checker, at: &At, attribute: &str, value: &Value, min: i128, max: i128) {
    let number = match &value.data {
        Data::Int(number) => *number,
        Data::Text(text) => match text.trim().parse::<i128>() {
            Ok(number) => number,
            Err(_) => {
                let says = if text.trim().parse::<f64>().is_ok() { "must be an integer" } else { "is not a number" };
                checker.error(&shape::WRONG_TYPE, at, attribute, says, value.span);
                return;
            }
        },
        Data::Float(_) => {
            checker.error(&shape::WRONG_TYPE, at, attribute, "must be an integer", value.span);
            return;
        }
        _ => {
            checker.error(&shape::WRONG_TYPE, at, attribute, "is not a number", value.span);
            return;
        }
    };
    if number < min {
        let says = format!("must be greater than or equal to {min}");
        checker.error(&shape::LIMIT, at, attribute, &says, value.span);
    } else if number > max {
        let says = format!("must be less than or equal to {max}");
        checker.error(&shape::LIMIT, at, attribute, &says, value.span);
    }
}
