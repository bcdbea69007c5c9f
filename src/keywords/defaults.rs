//! What counts where a keyword is not given (https://docs.gitlab.com/ci/yaml/).

/// Keywords by their path, with what GitLab takes without them.
const DEFAULTS: &[(&str, &str)] = &[
    ("stages", ".pre, build, test, deploy, .post"),
    ("workflow.auto_cancel.on_new_commit", "conservative"),
    ("workflow.auto_cancel.on_job_failure", "none"),
    ("stage", "test"),
    ("when", "on_success"),
    ("rules.when", "on_success"),
    ("workflow.rules.when", "always"),
    ("include.rules.when", "always"),
    ("allow_failure", "false"),
    ("rules.allow_failure", "false"),
    ("interruptible", "false"),
    ("retry", "0"),
    ("retry.when", "always"),
    ("needs.artifacts", "true"),
    ("needs.optional", "false"),
    ("artifacts.name", "artifacts"),
    ("artifacts.when", "on_success"),
    ("artifacts.expire_in", "30 days"),
    ("artifacts.untracked", "false"),
    ("artifacts.public", "true"),
    ("artifacts.access", "all"),
    ("cache.key", "default"),
    ("cache.when", "on_success"),
    ("cache.policy", "pull-push"),
    ("cache.untracked", "false"),
    ("cache.unprotect", "false"),
    ("environment.action", "start"),
    ("trigger.forward.yaml_variables", "true"),
    ("trigger.forward.pipeline_variables", "false"),
    ("inherit.default", "true"),
    ("inherit.variables", "true"),
    ("variables.expand", "true"),
    ("pages.publish", "public"),
    ("release.assets.links.link_type", "other"),
    ("secrets.file", "true"),
    ("spec.inputs.type", "string"),
];

/// What counts where the keyword of that path is not given, where that is one value.
pub fn default_of(path: &str) -> Option<&'static str> {
    DEFAULTS.iter().find(|(known, _)| *known == path).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::groups;

    #[test]
    fn every_default_is_that_of_a_keyword() {
        let paths: Vec<_> =
            groups().iter().flat_map(|group| group.keywords.iter().map(|keyword| group.path_of(keyword))).collect();
        for (path, _) in DEFAULTS {
            assert!(paths.iter().any(|known| known == path), "{path}");
        }
        assert_eq!(default_of("stage"), Some("test"));
    }
}
