//! The rules: one file each, but those of YAML and those of shapes, which the keyword table drives and which stand
//! together.

pub mod artifact_not_needed;
pub mod byte_order_mark;
pub mod cache_without_key;
pub mod circular_needs;
pub mod default_twice;
pub mod dependency_not_needed;
pub mod deprecated_keyword;
pub mod dotenv_not_needed;
pub mod duplicate_key;
pub mod duplicate_need;
pub mod include;
pub mod input;
pub mod job_without_script;
pub mod late_need;
pub mod loading;
pub mod matrix_variable;
pub mod no_runner_for_tags;
pub mod no_visible_job;
pub mod on_stop;
pub mod overridden_base_key;
pub mod overridden_key;
pub mod production_on_build_runner;
pub mod publish_twice;
pub mod resolving;
pub mod review_without_stop;
pub mod secret_in_file;
pub mod shape;
pub mod silent_failure;
pub mod stop_not_manual;
pub mod two_pipelines;
pub mod undefined_need;
pub mod unknown_stage;
pub mod unpinned_image;
pub mod unreachable_rule;
pub mod unset_variable;
pub mod untagged_job;
pub mod unused_artifact;
pub mod unused_variable;

use super::advice::Look;
use super::Rule;

/// In the order of the handbook.
pub static ALL: &[&Rule] = &[
    &loading::YAML_SYNTAX,
    &loading::UNKNOWN_ALIAS,
    &loading::DATE_VALUE,
    &loading::FOREIGN_TAG,
    &loading::TOO_BIG,
    &loading::EMPTY_FILE,
    &loading::NO_MAPPING,
    &byte_order_mark::RULE,
    &resolving::UNKNOWN_BASE,
    &resolving::INVALID_BASE,
    &resolving::CIRCULAR_EXTENDS,
    &resolving::DEEP_EXTENDS,
    &resolving::UNKNOWN_REFERENCE,
    &resolving::CIRCULAR_REFERENCE,
    &resolving::INVALID_REFERENCE,
    &include::RULE,
    &input::RULE,
    &input::REQUIRED,
    &no_visible_job::RULE,
    &job_without_script::RULE,
    &shape::UNKNOWN_KEYWORD,
    &shape::WRONG_TYPE,
    &shape::UNKNOWN_VALUE,
    &shape::MISSING_KEYWORD,
    &shape::CONFLICTING_KEYWORDS,
    &shape::LIMIT,
    &shape::INVALID_NAME,
    &shape::INVALID_DURATION,
    &shape::INVALID_PATTERN,
    &shape::INVALID_EXPRESSION,
    &default_twice::RULE,
    &unknown_stage::RULE,
    &undefined_need::RULE,
    &late_need::RULE,
    &duplicate_need::RULE,
    &dependency_not_needed::RULE,
    &circular_needs::RULE,
    &matrix_variable::RULE,
    &on_stop::RULE,
    &publish_twice::RULE,
    &two_pipelines::RULE,
    &duplicate_key::RULE,
    &overridden_key::RULE,
    &overridden_base_key::RULE,
    &unreachable_rule::RULE,
    &deprecated_keyword::RULE,
    &unpinned_image::RULE,
    &cache_without_key::RULE,
    &silent_failure::RULE,
    &secret_in_file::RULE,
    &artifact_not_needed::RULE,
    &dotenv_not_needed::RULE,
    &review_without_stop::RULE,
    &stop_not_manual::RULE,
    &unused_artifact::RULE,
    &unset_variable::RULE,
    &unused_variable::RULE,
    &no_runner_for_tags::RULE,
    &untagged_job::RULE,
    &production_on_build_runner::RULE,
];

/// The warnings beyond GitLab's, with what looks for them.
pub static ADVICE: &[(&Rule, Look)] = &[
    (&duplicate_key::RULE, Look::Mapping(duplicate_key::check)),
    (&overridden_key::RULE, Look::Mapping(overridden_key::check)),
    (&overridden_base_key::RULE, Look::File(overridden_base_key::check)),
    (&unreachable_rule::RULE, Look::Holder(unreachable_rule::check)),
    (&deprecated_keyword::RULE, Look::Holder(deprecated_keyword::check)),
    (&unpinned_image::RULE, Look::Holder(unpinned_image::check)),
    (&cache_without_key::RULE, Look::File(cache_without_key::check)),
    (&silent_failure::RULE, Look::Holder(silent_failure::check)),
    (&secret_in_file::RULE, Look::Holder(secret_in_file::check)),
    (&artifact_not_needed::RULE, Look::File(artifact_not_needed::check)),
    (&dotenv_not_needed::RULE, Look::File(dotenv_not_needed::check)),
    (&review_without_stop::RULE, Look::File(review_without_stop::check)),
    (&stop_not_manual::RULE, Look::File(stop_not_manual::check)),
    (&unused_artifact::RULE, Look::File(unused_artifact::check)),
    (&unset_variable::RULE, Look::File(unset_variable::check)),
    (&unused_variable::RULE, Look::File(unused_variable::check)),
    (&no_runner_for_tags::RULE, Look::File(no_runner_for_tags::check)),
    (&untagged_job::RULE, Look::File(untagged_job::check)),
    (&production_on_build_runner::RULE, Look::File(production_on_build_runner::check)),
];

/// Those that need to know the runners.
pub static OF_RUNNERS: &[&Rule] = &[&no_runner_for_tags::RULE, &untagged_job::RULE, &production_on_build_runner::RULE];
