//! The keys of a `config.toml`, section by section, each with the kind of its value.
//!
//! By https://docs.gitlab.com/runner/configuration/advanced-configuration/, and where that page is silent by GitLab Runner's
//! own structure of the file (`common/config.go`).

use self::Kind::{Date, Duration, Flag, Integer, List, Map, Number, Numbers, Open, Text, TextOrList};

/// What a key's value has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A string.
    Text,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Flag,
    /// Strings.
    List,
    /// A string, or several.
    TextOrList,
    /// Numbers.
    Numbers,
    /// `"1h30m"`, or nanoseconds.
    Duration,
    /// A date and time.
    Date,
    /// A table with keys of one's own.
    Map,
    /// Anything.
    Open,
    /// A table with known keys.
    Table(Section),
    /// A list of such tables.
    Tables(Section),
}

/// The keys of a table, by the kind of their values; keys of one kind stand between spaces.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Keys(&'static [(Kind, &'static str)]);

/// A table with known keys.
pub(super) type Section = &'static Keys;

impl Keys {
    /// The kind of a key's value, where the key is known. Capitals don't matter: GitLab Runner's reader folds them.
    pub(super) fn kind(&self, key: &str) -> Option<Kind> {
        let holds = |keys: &str| keys.split_whitespace().any(|known| known.eq_ignore_ascii_case(key));
        self.0.iter().find(|(_, keys)| holds(keys)).map(|(kind, _)| *kind)
    }

    /// All keys.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().flat_map(|(_, keys)| keys.split_whitespace())
    }
}

/// Keys that people write in `[[runners]]` although GitLab keeps them: options of `gitlab-runner register` that go to
/// GitLab (https://docs.gitlab.com/ci/runners/configure_runners/#control-jobs-that-a-runner-can-run).
pub(super) const KEPT_BY_GITLAB: &[&str] = &[
    "tags",
    "tag_list",
    "tag-list",
    "run_untagged",
    "run-untagged",
    "locked",
    "paused",
    "access_level",
    "access-level",
    "protected",
    "maximum_timeout",
    "maximum-timeout",
    "maintenance_note",
    "maintenance-note",
    "description",
];

/// The file itself.
pub(super) const ROOT: Section = &Keys(&[
    (Integer, "concurrent check_interval shutdown_timeout"),
    (Text, "log_level log_format listen_address sentry_dsn user"),
    (Duration, "connection_max_age"),
    (Kind::Table(SESSION_SERVER), "session_server"),
    (Kind::Tables(RUNNER), "runners"),
    (Map, "labels"),
    (Kind::Table(EXPERIMENTAL), "experimental"),
]);

/// `[session_server]`.
const SESSION_SERVER: Section = &Keys(&[(Text, "listen_address advertise_address"), (Integer, "session_timeout")]);

/// `[experimental]`.
const EXPERIMENTAL: Section = &Keys(&[(Open, "usage_logger")]);

/// `[[runners]]`.
const RUNNER: Section = &Keys(&[
    (
        Text,
        "name url token tls-ca-file tls-cert-file tls-key-file executor builds_dir cache_dir clone_url shell \
         pre_get_sources_script post_get_sources_script pre_clone_script post_clone_script pre_build_script \
         post_build_script slot_cgroup_template step_runner_image",
    ),
    (
        Integer,
        "id limit output_limit request_concurrency unhealthy_requests_limit \
         job_status_final_update_retry_limit",
    ),
    (
        Flag,
        "strict_check_interval debug_trace_disabled safe_directory_checkout clean_git_config proxy_exec \
         use_slot_cgroups",
    ),
    (Duration, "unhealthy_interval"),
    (Date, "token_obtained_at token_expires_at"),
    (List, "environment"),
    (Map, "labels feature_flags"),
    (Open, "monitoring"),
    (Kind::Table(CUSTOM_BUILD_DIR), "custom_build_dir"),
    (Kind::Table(REFEREES), "referees"),
    (Kind::Table(CACHE), "cache"),
    (Kind::Table(INSTANCE), "instance"),
    (Kind::Table(SSH), "ssh"),
    (Kind::Table(DOCKER), "docker"),
    (Kind::Table(PARALLELS), "parallels"),
    (Kind::Table(VIRTUALBOX), "virtualbox"),
    (Kind::Table(MACHINE), "machine"),
    (Kind::Table(KUBERNETES), "kubernetes"),
    (Kind::Table(CUSTOM), "custom"),
    (Kind::Table(AUTOSCALER), "autoscaler"),
]);

/// `[runners.custom_build_dir]`.
const CUSTOM_BUILD_DIR: Section = &Keys(&[(Flag, "enabled")]);

/// `[runners.referees]`.
const REFEREES: Section = &Keys(&[(Kind::Table(REFEREE_METRICS), "metrics"), (Open, "network")]);

/// `[runners.referees.metrics]`.
const REFEREE_METRICS: Section =
    &Keys(&[(Text, "prometheus_address"), (Integer, "query_interval"), (List, "queries metric_queries")]);

/// `[runners.cache]`.
const CACHE: Section = &Keys(&[
    (Text, "Type Path"),
    (Flag, "Shared"),
    (Integer, "MaxUploadedArchiveSize"),
    (Kind::Table(CACHE_S3), "s3"),
    (Kind::Table(CACHE_GCS), "gcs"),
    (Kind::Table(CACHE_AZURE), "azure"),
]);

/// `[runners.cache.s3]`.
const CACHE_S3: Section = &Keys(&[
    (
        Text,
        "ServerAddress AccessKey SecretKey SessionToken BucketName BucketLocation AuthenticationType \
         ServerSideEncryption ServerSideEncryptionKeyID RoleARN UploadRoleARN",
    ),
    (Flag, "Insecure DualStack PathStyle Accelerate"),
]);

/// `[runners.cache.gcs]`.
const CACHE_GCS: Section = &Keys(&[(Text, "AccessID PrivateKey CredentialsFile BucketName UniverseDomain")]);

/// `[runners.cache.azure]`.
const CACHE_AZURE: Section = &Keys(&[(Text, "AccountName AccountKey ContainerName StorageDomain")]);

/// `[runners.instance]`.
const INSTANCE: Section = &Keys(&[(List, "allowed_images"), (Flag, "use_common_build_dir")]);

/// `[runners.ssh]`.
const SSH: Section = &Keys(&[
    (Text, "user password host port identity_file known_hosts_file"),
    (Flag, "disable_strict_host_key_checking"),
]);

/// `[runners.docker]`.
const DOCKER: Section = &Keys(&[
    (
        Text,
        "host tls_cert_path hostname image runtime memory memory_swap memory_reservation cgroup_parent \
         cpuset_cpus cpuset_mems cpus user userns_mode gpus volume_driver cache_dir network_mode ipcmode \
         mac_address service_memory service_memory_swap service_memory_reservation service_cgroup_parent \
         service_slot_cgroup_template service_cpuset_cpus service_cpus service_gpus isolation helper_image \
         helper_image_flavor",
    ),
    (
        Flag,
        "tls_verify privileged services_privileged disable_entrypoint_overwrite oom_kill_disable \
         disable_cache enable_ipv6",
    ),
    (
        Integer,
        "cpu_shares oom_score_adjust services_limit service_cpu_shares wait_for_services_timeout shm_size \
         network_mtu",
    ),
    (
        List,
        "dns dns_search allowed_users group_add cap_add cap_drop security_opt services_security_opt devices \
         device_cgroup_rules volumes extra_hosts volumes_from links allowed_images allowed_privileged_images \
         allowed_privileged_services allowed_pull_policies allowed_services",
    ),
    (TextOrList, "pull_policy"),
    (Map, "services_devices volume_driver_ops tmpfs services_tmpfs sysctls container_labels ulimit log_options"),
    (Kind::Tables(SERVICE), "services"),
]);

/// `[[runners.docker.services]]`.
const SERVICE: Section = &Keys(&[(Text, "name alias"), (List, "command entrypoint environment")]);

/// `[runners.parallels]`.
const PARALLELS: Section =
    &Keys(&[(Text, "base_name template_name time_server"), (Flag, "disable_snapshots"), (List, "allowed_images")]);

/// `[runners.virtualbox]`.
const VIRTUALBOX: Section = &Keys(&[
    (Text, "base_name base_snapshot base_folder start_type"),
    (Flag, "disable_snapshots"),
    (List, "allowed_images"),
]);

/// `[runners.custom]`.
const CUSTOM: Section = &Keys(&[
    (Text, "config_exec prepare_exec run_exec cleanup_exec"),
    (List, "config_args prepare_args run_args cleanup_args"),
    (
        Integer,
        "config_exec_timeout prepare_exec_timeout cleanup_exec_timeout graceful_kill_timeout \
         force_kill_timeout",
    ),
]);

/// `[runners.machine]`.
const MACHINE: Section = &Keys(&[
    (Integer, "MaxGrowthRate IdleCount IdleCountMin IdleTime MaxBuilds OffPeakIdleCount OffPeakIdleTime"),
    (Number, "IdleScaleFactor"),
    (Text, "MachineDriver MachineName OffPeakTimezone"),
    (List, "MachineOptions MachineOptionsWithName OffPeakPeriods"),
    (Kind::Tables(MACHINE_SCALING), "autoscaling"),
]);

/// `[[runners.machine.autoscaling]]`.
const MACHINE_SCALING: Section = &Keys(&[
    (List, "Periods"),
    (Text, "Timezone"),
    (Integer, "IdleCount IdleCountMin IdleTime"),
    (Number, "IdleScaleFactor"),
]);

/// `[runners.autoscaler]`.
const AUTOSCALER: Section = &Keys(&[
    (Integer, "capacity_per_instance max_use_count max_instances shutdown_deletion_retries failure_threshold"),
    (Text, "plugin instance_ready_command"),
    (Open, "plugin_config"),
    (
        Duration,
        "instance_acquire_timeout update_interval update_interval_when_expecting deletion_retry_interval \
         shutdown_deletion_interval",
    ),
    (Flag, "reservation_throttling log_internal_ip log_external_ip delete_instances_on_shutdown"),
    (
        Numbers,
        "instance_operation_time_buckets instance_creation_time_buckets instance_is_running_time_buckets \
         instance_deletion_time_buckets instance_readiness_time_buckets instance_life_duration_buckets",
    ),
    (Kind::Table(CONNECTOR), "connector_config"),
    (Kind::Tables(SCALING_POLICY), "policy"),
    (Kind::Table(SCALE_THROTTLE), "scale_throttle"),
    (Kind::Table(VM_ISOLATION), "vm_isolation"),
    (Kind::Table(STATE_STORAGE), "state_storage"),
]);

/// `[runners.autoscaler.connector_config]`.
const CONNECTOR: Section = &Keys(&[
    (Text, "os arch protocol username password key_path"),
    (Integer, "protocol_port"),
    (Flag, "use_static_credentials use_external_addr"),
    (Duration, "keepalive timeout"),
]);

/// `[[runners.autoscaler.policy]]`.
const SCALING_POLICY: Section = &Keys(&[
    (List, "periods"),
    (Text, "timezone"),
    (Integer, "idle_count scale_factor_limit"),
    (Duration, "idle_time"),
    (Number, "scale_factor"),
    (Flag, "preemptive_mode"),
]);

/// `[runners.autoscaler.scale_throttle]`.
const SCALE_THROTTLE: Section = &Keys(&[(Integer, "limit burst")]);

/// `[runners.autoscaler.vm_isolation]`.
const VM_ISOLATION: Section = &Keys(&[
    (Flag, "enabled"),
    (Text, "nesting_host image"),
    (Open, "nesting_config"),
    (Kind::Table(CONNECTOR), "connector_config"),
]);

/// `[runners.autoscaler.state_storage]`.
const STATE_STORAGE: Section = &Keys(&[(Flag, "enabled keep_instance_with_acquisitions"), (Text, "dir")]);

/// `[runners.kubernetes]`. What its pods are made of is Kubernetes's, and not looked into.
const KUBERNETES: Section = &Keys(&[
    (
        Text,
        "host context cert_file key_file ca_file bearer_token image namespace namespace_overwrite_allowed \
         runtime_class_name cpu_limit cpu_limit_overwrite_max_allowed cpu_request \
         cpu_request_overwrite_max_allowed memory_limit memory_limit_overwrite_max_allowed memory_request \
         memory_request_overwrite_max_allowed ephemeral_storage_limit \
         ephemeral_storage_limit_overwrite_max_allowed ephemeral_storage_request \
         ephemeral_storage_request_overwrite_max_allowed service_cpu_limit \
         service_cpu_limit_overwrite_max_allowed service_cpu_request \
         service_cpu_request_overwrite_max_allowed service_memory_limit \
         service_memory_limit_overwrite_max_allowed service_memory_request \
         service_memory_request_overwrite_max_allowed service_ephemeral_storage_limit \
         service_ephemeral_storage_limit_overwrite_max_allowed service_ephemeral_storage_request \
         service_ephemeral_storage_request_overwrite_max_allowed helper_cpu_limit \
         helper_cpu_limit_overwrite_max_allowed helper_cpu_request helper_cpu_request_overwrite_max_allowed \
         helper_memory_limit helper_memory_limit_overwrite_max_allowed helper_memory_request \
         helper_memory_request_overwrite_max_allowed helper_ephemeral_storage_limit \
         helper_ephemeral_storage_limit_overwrite_max_allowed helper_ephemeral_storage_request \
         helper_ephemeral_storage_request_overwrite_max_allowed node_selector_overwrite_allowed \
         node_tolerations_overwrite_allowed helper_image helper_image_flavor pod_labels_overwrite_allowed \
         scheduler_name service_account service_account_overwrite_allowed pod_annotations_overwrite_allowed \
         dns_policy priority_class_name logs_base_dir scripts_base_dir",
    ),
    (
        Flag,
        "bearer_token_overwrite_allowed namespace_per_job privileged allow_privilege_escalation \
         use_service_account_image_pull_secrets helper_image_autoset_arch_and_os \
         automount_service_account_token print_pod_warning_events",
    ),
    (
        Integer,
        "pod_termination_grace_period_seconds cleanup_grace_period_seconds terminationGracePeriodSeconds \
         poll_interval poll_timeout resource_availability_check_max_attempts retry_limit retry_backoff_max",
    ),
    (Duration, "cleanup_resources_timeout"),
    (
        List,
        "allowed_images allowed_pull_policies allowed_services allowed_users allowed_groups \
         image_pull_secrets cap_add cap_drop",
    ),
    (TextOrList, "pull_policy"),
    (Map, "node_selector node_tolerations pod_labels pod_annotations retry_limits"),
    (
        Open,
        "affinity pod_security_context init_permissions_container_security_context \
         build_container_security_context helper_container_security_context \
         service_container_security_context volumes host_aliases dns_config container_lifecycle pod_spec",
    ),
    (Kind::Tables(SERVICE), "services"),
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_known_by_their_section_and_whatever_their_capitals() {
        assert_eq!(ROOT.kind("concurrent"), Some(Integer));
        assert_eq!(RUNNER.kind("Token"), Some(Text));
        assert_eq!(DOCKER.kind("pull_policy"), Some(TextOrList));
        assert_eq!(CACHE_S3.kind("secretkey"), Some(Text));
        assert_eq!(RUNNER.kind("image"), None);
        assert_eq!(DOCKER.kind(""), None);
    }

    #[test]
    fn no_section_knows_a_key_twice() {
        fn check(section: Section, depth: usize) {
            let mut names: Vec<_> = section.names().collect();
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count, "{names:?}");
            for (kind, _) in section.0.iter().filter(|_| depth < 6) {
                if let Kind::Table(inner) | Kind::Tables(inner) = kind {
                    check(inner, depth + 1);
                }
            }
        }
        check(ROOT, 0);
    }
}
