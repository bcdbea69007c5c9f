//! The version of GitLab that brought a keyword.
//!
//! From the history notes of doc/ci/yaml (_index.md, artifacts_reports.md) and doc/ci/inputs of GitLab 18 and 19. They
//! drop what is older than about three years; such notes are from the same pages of 13.2 and 15.5 (README.md, index.md) and
//! doc/ci/pipelines/job_artifacts.md of 13.2. Behind a flag counts: a keyword is known from then on. Keywords without a
//! note in any of them are not listed.

/// Keywords by their path, with the version; within a version by their path.
const SINCE: &[(&str, &str)] = &[
    ("artifacts", "8.2"),
    ("artifacts.name", "8.6"),
    ("dependencies", "8.6"),
    ("after_script", "8.7"),
    ("artifacts.expire_in", "8.9"),
    ("artifacts.when", "8.9"),
    ("environment", "8.9"),
    ("environment.name", "8.11"),
    ("environment.url", "8.11"),
    ("environment.action", "8.13"),
    ("environment.on_stop", "8.13"),
    ("coverage", "8.17"),
    ("cache.policy", "9.4"),
    ("retry", "9.5"),
    ("only.kubernetes", "10.0"),
    ("only.refs", "10.0"),
    ("include", "10.5"),
    ("only.variables", "10.7"),
    ("artifacts.reports", "11.2"),
    ("artifacts.reports.junit", "11.2"),
    ("extends", "11.3"),
    ("only.changes", "11.4"),
    ("start_in", "11.4"),
    ("artifacts.reports.codequality", "11.5"),
    ("artifacts.reports.container_scanning", "11.5"),
    ("artifacts.reports.dast", "11.5"),
    ("artifacts.reports.dependency_scanning", "11.5"),
    ("artifacts.reports.performance", "11.5"),
    ("artifacts.reports.sast", "11.5"),
    ("parallel", "11.5"),
    ("retry.max", "11.5"),
    ("retry.when", "11.5"),
    ("include.file", "11.7"),
    ("include.project", "11.7"),
    ("include.ref", "11.7"),
    ("include.template", "11.7"),
    ("trigger", "11.8"),
    ("artifacts.reports.metrics", "11.10"),
    ("needs", "12.2"),
    ("interruptible", "12.3"),
    ("rules", "12.3"),
    ("rules.changes", "12.3"),
    ("rules.if", "12.3"),
    ("rules.start_in", "12.3"),
    ("rules.when", "12.3"),
    ("timeout", "12.3"),
    ("rules.exists", "12.4"),
    ("artifacts.expose_as", "12.5"),
    ("cache.key.files", "12.5"),
    ("cache.key.prefix", "12.5"),
    ("workflow", "12.5"),
    ("workflow.rules", "12.5"),
    ("workflow.rules.if", "12.5"),
    ("workflow.rules.when", "12.5"),
    ("environment.kubernetes", "12.6"),
    ("needs.artifacts", "12.6"),
    ("needs.project", "12.7"),
    ("needs.ref", "12.7"),
    ("resource_group", "12.7"),
    ("trigger.include", "12.7"),
    ("artifacts.reports.license_scanning", "12.8"),
    ("environment.auto_stop_in", "12.8"),
    ("rules.allow_failure", "12.8"),
    ("artifacts.reports.dotenv", "12.9"),
    ("include.artifact", "12.9"),
    ("include.job", "12.9"),
    ("inherit", "12.9"),
    ("inherit.default", "12.9"),
    ("inherit.variables", "12.9"),
    ("artifacts.reports.terraform", "13.0"),
    ("artifacts.exclude", "13.1"),
    ("artifacts.reports.requirements", "13.1"),
    ("artifacts.reports.secret_detection", "13.1"),
    ("artifacts.reports.load_performance", "13.2"),
    ("release", "13.2"),
    ("release.description", "13.2"),
    ("release.milestones", "13.2"),
    ("release.name", "13.2"),
    ("release.ref", "13.2"),
    ("release.released_at", "13.2"),
    ("release.tag_name", "13.2"),
    ("parallel.matrix", "13.3"),
    ("secrets", "13.4"),
    ("secrets.vault", "13.4"),
    ("cache.when", "13.5"),
    ("rules.variables", "13.7"),
    ("variables.description", "13.7"),
    ("allow_failure.exit_codes", "13.8"),
    ("artifacts.public", "13.8"),
    ("environment.deployment_tier", "13.10"),
    ("needs.optional", "13.10"),
    ("workflow.rules.variables", "13.11"),
    ("release.assets", "13.12"),
    ("release.assets.links", "13.12"),
    ("dast_configuration", "14.1"),
    ("dast_configuration.scanner_profile", "14.1"),
    ("dast_configuration.site_profile", "14.1"),
    ("secrets.file", "14.1"),
    ("trigger.forward", "14.9"),
    ("trigger.forward.pipeline_variables", "14.9"),
    ("trigger.forward.yaml_variables", "14.9"),
    ("image.pull_policy", "15.1"),
    ("services.pull_policy", "15.1"),
    ("rules.changes.paths", "15.2"),
    ("release.tag_message", "15.3"),
    ("rules.changes.compare_to", "15.3"),
    ("workflow.name", "15.5"),
    ("hooks", "15.6"),
    ("hooks.pre_get_sources_script", "15.6"),
    ("variables.expand", "15.6"),
    ("id_tokens", "15.7"),
    ("id_tokens.aud", "15.7"),
    ("variables.options", "15.7"),
    ("cache.unprotect", "15.8"),
    ("secrets.token", "15.8"),
    ("include.inputs", "15.11"),
    ("spec", "15.11"),
    ("spec.inputs", "15.11"),
    ("spec.inputs.default", "15.11"),
    ("rules.needs", "16.0"),
    ("publish", "16.1"),
    ("artifacts.reports.annotations", "16.3"),
    ("needs.parallel", "16.3"),
    ("secrets.azure_key_vault", "16.3"),
    ("spec.inputs.description", "16.5"),
    ("spec.inputs.regex", "16.5"),
    ("spec.inputs.options", "16.6"),
    ("image.docker", "16.7"),
    ("image.docker.platform", "16.7"),
    ("pages.path_prefix", "16.7"),
    ("services.docker", "16.7"),
    ("image.docker.user", "16.8"),
    ("secrets.gcp_secret_manager", "16.8"),
    ("workflow.auto_cancel", "16.8"),
    ("workflow.auto_cancel.on_new_commit", "16.8"),
    ("workflow.rules.auto_cancel", "16.8"),
    ("identity", "16.9"),
    ("retry.exit_codes", "16.10"),
    ("rules.interruptible", "16.10"),
    ("workflow.auto_cancel.on_job_failure", "16.10"),
    ("artifacts.access", "16.11"),
    ("rules.exists.paths", "16.11"),
    ("rules.exists.project", "16.11"),
    ("rules.exists.ref", "16.11"),
    ("manual_confirmation", "17.1"),
    ("run", "17.3"),
    ("pages.expire_in", "17.4"),
    ("secrets.akeyless", "17.4"),
    ("environment.kubernetes.agent", "17.6"),
    ("environment.kubernetes.flux_resource_path", "17.7"),
    ("environment.kubernetes.namespace", "17.7"),
    ("include.integrity", "17.9"),
    ("pages.publish", "17.9"),
    ("trigger.inputs", "17.11"),
    ("image.kubernetes", "18.0"),
    ("image.kubernetes.user", "18.0"),
    ("services.kubernetes", "18.0"),
    ("environment.kubernetes.dashboard", "18.4"),
    ("environment.kubernetes.dashboard.flux_resource_path", "18.4"),
    ("environment.kubernetes.dashboard.namespace", "18.4"),
    ("spec.component", "18.6"),
    ("spec.include", "18.6"),
    ("spec.inputs.rules", "18.7"),
    ("spec.inputs.rules.default", "18.7"),
    ("spec.inputs.rules.if", "18.7"),
    ("spec.inputs.rules.options", "18.7"),
    ("include.cache", "18.9"),
];

/// The version of GitLab that brought the keyword of that path, where its documentation tells it.
pub fn since(path: &str) -> Option<&'static str> {
    SINCE.iter().find(|(known, _)| *known == path).map(|(_, version)| *version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::groups;

    #[test]
    fn every_version_is_that_of_a_keyword_and_stands_once_in_their_order() {
        let paths: Vec<_> =
            groups().iter().flat_map(|group| group.keywords.iter().map(|keyword| group.path_of(keyword))).collect();
        let number = |version: &str| -> (u32, u32) {
            let (major, minor) = version.split_once('.').expect("a version has two numbers");
            (major.parse().expect("a number"), minor.parse().expect("a number"))
        };
        for (path, _) in SINCE {
            assert!(paths.iter().any(|known| known == path), "{path}");
        }
        let order: Vec<_> = SINCE.iter().map(|(path, version)| (number(version), *path)).collect();
        assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "versions in order, paths in order, each once");
    }

    #[test]
    fn a_keyword_is_not_older_than_what_holds_it() {
        let minor = |version: &str| {
            version.split('.').map(|part| part.parse::<u32>().expect("a number")).fold(0, |sum, part| sum * 100 + part)
        };
        for (path, version) in SINCE {
            let holder = path.rsplit_once('.').and_then(|(holder, _)| since(holder));
            assert!(holder.is_none_or(|holder| minor(holder) <= minor(version)), "{path}");
        }
    }
}
