//! GitLab's predefined variables (https://docs.gitlab.com/ci/variables/predefined_variables/).

/// From when on a variable is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Before the pipeline is made: in `include:rules` as well.
    PrePipeline,
    /// While it is made: in `rules` and `workflow`.
    Pipeline,
    /// Only in the job.
    Job,
}

/// The only pipelines that a variable is there in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// Those of merge requests.
    MergeRequests,
    /// Those of pull requests on GitHub.
    ExternalPullRequests,
    /// Those of tags.
    Tags,
    /// Those of branches.
    Branches,
    /// Those that a schedule starts.
    Schedules,
    /// Those that a ChatOps command starts.
    Chat,
    /// Those that another pipeline starts.
    Downstream,
}

/// A predefined variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Predefined {
    /// Its name, without `$`.
    pub name: &'static str,
    /// From when on it is there.
    pub phase: Phase,
    /// One line of help, in English.
    pub help: &'static str,
}

impl Predefined {
    /// The only pipelines that it is there in, where it is not there in all.
    pub fn only(&self) -> Option<Only> {
        let starts = |start: &str| self.name.starts_with(start);
        match self.name {
            "CI_COMMIT_BRANCH" | "CI_COMMIT_DEFAULT_BRANCH_BASE_SHA" => Some(Only::Branches),
            "CI_COMMIT_TAG" | "CI_COMMIT_TAG_MESSAGE" | "CI_RELEASE_DESCRIPTION" => Some(Only::Tags),
            "CI_PIPELINE_SCHEDULE_DESCRIPTION" => Some(Only::Schedules),
            _ if starts("CI_MERGE_REQUEST_") => Some(Only::MergeRequests),
            _ if starts("CI_EXTERNAL_PULL_REQUEST_") => Some(Only::ExternalPullRequests),
            _ if starts("CHAT_") => Some(Only::Chat),
            _ if starts("CI_UPSTREAM_") => Some(Only::Downstream),
            _ => None,
        }
    }

    /// The version of GitLab that brought it, where its documentation tells.
    pub fn since(&self) -> Option<&'static str> {
        SINCE.iter().find(|(name, _)| *name == self.name).map(|(_, version)| *version)
    }
}

/// The versions that the documentation tells (15.1 and later).
const SINCE: &[(&str, &str)] = &[
    ("CI_PROJECT_DESCRIPTION", "15.1"),
    ("CI_MERGE_REQUEST_TARGET_BRANCH_PROTECTED", "15.2"),
    ("CI_TEMPLATE_REGISTRY_HOST", "15.3"),
    ("CI_JOB_NAME_SLUG", "15.4"),
    ("CI_COMMIT_TAG_MESSAGE", "15.5"),
    ("CI_RELEASE_DESCRIPTION", "15.5"),
    ("CI_DEBUG_SERVICES", "15.7"),
    ("CI_JOB_TIMEOUT", "15.7"),
    ("CI_PROJECT_NAMESPACE_ID", "15.7"),
    ("CI_API_GRAPHQL_URL", "15.11"),
    ("CI_SERVER_SHELL_SSH_HOST", "15.11"),
    ("CI_SERVER_SHELL_SSH_PORT", "15.11"),
    ("CI_PIPELINE_NAME", "16.3"),
    ("CI_MERGE_REQUEST_SOURCE_BRANCH_PROTECTED", "16.4"),
    ("CI_MERGE_REQUEST_SQUASH_ON_MERGE", "16.4"),
    ("CI_MERGE_REQUEST_DESCRIPTION", "16.7"),
    ("CI_MERGE_REQUEST_DESCRIPTION_IS_TRUNCATED", "16.8"),
    ("CI_SERVER_FQDN", "16.10"),
    ("CI_TRIGGER_SHORT_TOKEN", "17.0"),
    ("CI_PIPELINE_SCHEDULE_DESCRIPTION", "17.8"),
    ("CI_JOB_GROUP_NAME", "17.10"),
    ("CI_MERGE_REQUEST_DRAFT", "17.10"),
    ("CI_PROJECT_TOPICS", "18.3"),
    ("CI_COMMIT_MESSAGE_IS_TRUNCATED", "18.6"),
    ("CI_JOB_STARTED_AT_SLUG", "18.7"),
    ("CI_UPSTREAM_JOB_ID", "18.9"),
    ("CI_UPSTREAM_PIPELINE_ID", "18.9"),
    ("CI_UPSTREAM_PROJECT_ID", "18.9"),
    ("CI_COMMIT_USER_LOGIN", "18.10"),
    ("CI_CONFIG_REF_URI", "19.0"),
    ("CI_PROJECT_ROOT_NAMESPACE_SLUG", "19.0"),
    ("CI_COMMIT_DEFAULT_BRANCH_BASE_SHA", "19.1"),
    ("CI_JOB_RETRY_COUNT", "19.3"),
    ("CI_JOB_TAGS", "19.3"),
];

/// The page of GitLab's documentation that lists them.
pub const PREDEFINED_DOCUMENTATION: &str = "https://docs.gitlab.com/ci/variables/predefined_variables/";

const fn early(name: &'static str, help: &'static str) -> Predefined {
    Predefined { name, phase: Phase::PrePipeline, help }
}

const fn pipeline(name: &'static str, help: &'static str) -> Predefined {
    Predefined { name, phase: Phase::Pipeline, help }
}

const fn job(name: &'static str, help: &'static str) -> Predefined {
    Predefined { name, phase: Phase::Job, help }
}

/// The predefined variables. Those of merge requests and of GitHub's pull requests stand last; they are there in such
/// pipelines only.
pub static PREDEFINED: &[Predefined] = &[
    pipeline("CHAT_CHANNEL", "The chat channel from which a ChatOps command came."),
    pipeline("CHAT_INPUT", "The arguments of a ChatOps command."),
    pipeline("CHAT_USER_ID", "The chat service's id of the person who gave a ChatOps command."),
    early("CI", "true in every job."),
    early("CI_API_V4_URL", "Address of GitLab's REST API."),
    early("CI_API_GRAPHQL_URL", "Address of GitLab's GraphQL API."),
    job(
        "CI_BUILD_NETWORK_NAME",
        "Name of the network that is made for the job; with the docker executor and FF_NETWORK_PER_BUILD only.",
    ),
    job("CI_BUILDS_DIR", "The folder below which the runner builds."),
    early("CI_COMMIT_AUTHOR", "Author of the commit, as Name <email>."),
    early(
        "CI_COMMIT_BEFORE_SHA",
        "The branch's commit before this push; zeros where there is none, and in merge request pipelines.",
    ),
    early("CI_COMMIT_BRANCH", "The branch; in branch pipelines only, not for merge requests or tags."),
    early(
        "CI_COMMIT_DEFAULT_BRANCH_BASE_SHA",
        "Where the branch left the default branch; in pipelines of other branches only.",
    ),
    early("CI_COMMIT_DESCRIPTION", "The commit's message without its first line, if that is under 100 characters."),
    early("CI_COMMIT_MESSAGE", "The whole message of the commit."),
    early("CI_COMMIT_MESSAGE_IS_TRUNCATED", "true if the message is cut because it is too long, 100 KB as a rule."),
    early("CI_COMMIT_REF_NAME", "The branch or tag that is built."),
    early("CI_COMMIT_REF_PROTECTED", "true if the branch or tag is protected."),
    early("CI_COMMIT_REF_SLUG", "CI_COMMIT_REF_NAME in lower case, 63 bytes at most, for URLs and host names."),
    early("CI_COMMIT_SHA", "The commit that is built."),
    early("CI_COMMIT_SHORT_SHA", "The first eight characters of CI_COMMIT_SHA."),
    early("CI_COMMIT_TAG", "The tag; in pipelines for tags only."),
    early("CI_COMMIT_TAG_MESSAGE", "The tag's message; in pipelines for tags only."),
    early("CI_COMMIT_TIMESTAMP", "When the commit was made, in ISO 8601."),
    early("CI_COMMIT_TITLE", "The first line of the commit's message."),
    early(
        "CI_COMMIT_USER_LOGIN",
        "GitLab user name of the commit's author, where the profile and its address are public.",
    ),
    job("CI_CONCURRENT_ID", "Number of the job among those that one executor runs at once."),
    job("CI_CONCURRENT_PROJECT_ID", "The same among the jobs of this project."),
    early("CI_CONFIG_PATH", "Path of the pipeline's file, .gitlab-ci.yml as a rule."),
    pipeline("CI_CONFIG_REF_URI", "Where the pipeline's file comes from: host, project, path and ref."),
    pipeline("CI_DEBUG_TRACE", "true if debug logging is on."),
    pipeline("CI_DEBUG_SERVICES", "true if the logs of service containers are taken."),
    early("CI_DEFAULT_BRANCH", "The project's default branch."),
    early("CI_DEFAULT_BRANCH_SLUG", "CI_DEFAULT_BRANCH in lower case, 63 bytes at most, for URLs and host names."),
    early(
        "CI_DEPENDENCY_PROXY_DIRECT_GROUP_IMAGE_PREFIX",
        "Prefix for pulling images through the Dependency Proxy of the project's own group.",
    ),
    early(
        "CI_DEPENDENCY_PROXY_GROUP_IMAGE_PREFIX",
        "Prefix for pulling images through the Dependency Proxy of the top group.",
    ),
    pipeline("CI_DEPENDENCY_PROXY_PASSWORD", "Password for the Dependency Proxy."),
    early("CI_DEPENDENCY_PROXY_SERVER", "Server to log in to for the Dependency Proxy."),
    pipeline("CI_DEPENDENCY_PROXY_USER", "User name for the Dependency Proxy."),
    early("CI_DEPLOY_FREEZE", "true during a deploy freeze; not there otherwise."),
    job("CI_DEPLOY_PASSWORD", "Password of the project's deploy token."),
    job("CI_DEPLOY_USER", "User name of the project's deploy token."),
    pipeline("CI_DISPOSABLE_ENVIRONMENT", "true if the job's machine or container is made for it alone."),
    pipeline("CI_ENVIRONMENT_ACTION", "The job's environment:action."),
    pipeline("CI_ENVIRONMENT_ID", "Id of the job's environment."),
    pipeline("CI_ENVIRONMENT_NAME", "The name of the job's environment."),
    pipeline("CI_ENVIRONMENT_SLUG", "The environment's name made fit for host names and labels."),
    pipeline("CI_ENVIRONMENT_TIER", "The deployment tier of the job's environment."),
    pipeline("CI_ENVIRONMENT_URL", "The address of the job's environment."),
    early("CI_GITLAB_FIPS_MODE", "true if GitLab runs in FIPS mode."),
    pipeline("CI_HAS_OPEN_REQUIREMENTS", "true if the project has an open requirement."),
    pipeline("CI_JOB_GROUP_NAME", "The name that parallel or grouped jobs share."),
    job("CI_JOB_ID", "Id of the job, unique in all of GitLab."),
    job("CI_JOB_IMAGE", "The image in which the job runs."),
    pipeline("CI_JOB_MANUAL", "true if a person started the job."),
    pipeline("CI_JOB_NAME", "The job's name."),
    pipeline("CI_JOB_NAME_SLUG", "CI_JOB_NAME in lower case, 63 bytes at most, for paths."),
    job("CI_JOB_RETRY_COUNT", "How often the job was tried again: 0 at first."),
    pipeline("CI_JOB_STAGE", "The job's stage."),
    job("CI_JOB_STARTED_AT", "When the job started, in ISO 8601."),
    job("CI_JOB_STARTED_AT_SLUG", "CI_JOB_STARTED_AT made fit for names, tags of images for example."),
    job("CI_JOB_STATUS", "success, failed or canceled; for after_script."),
    job("CI_JOB_TAGS", "The job's tags as a JSON list."),
    job("CI_JOB_TIMEOUT", "The job's timeout in seconds."),
    job("CI_JOB_TOKEN", "Token for certain parts of the API, valid while the job runs."),
    job("CI_JOB_URL", "Address of the job's page."),
    early("CI_KUBERNETES_ACTIVE", "true if there is a cluster for deployments."),
    pipeline("CI_NODE_INDEX", "Number of the job among its parallel ones."),
    pipeline("CI_NODE_TOTAL", "How many of the job run in parallel."),
    early("CI_OPEN_MERGE_REQUESTS", "Up to four open merge requests of this branch, with commas."),
    early("CI_PAGES_DOMAIN", "Domain of GitLab Pages on this GitLab."),
    job("CI_PAGES_HOSTNAME", "Whole host name of the Pages deployment."),
    job("CI_PAGES_URL", "Address of the project's Pages."),
    job("CI_PIPELINE_CREATED_AT", "When the pipeline was made, in ISO 8601."),
    job("CI_PIPELINE_ID", "Id of the pipeline, unique in all of GitLab."),
    pipeline("CI_PIPELINE_IID", "Number of the pipeline in its project."),
    early("CI_PIPELINE_NAME", "The name by workflow:name."),
    early("CI_PIPELINE_SCHEDULE_DESCRIPTION", "What the schedule says of itself; in scheduled pipelines only."),
    early("CI_PIPELINE_SOURCE", "What started the pipeline: push, merge_request_event, schedule, web and others."),
    pipeline("CI_PIPELINE_TRIGGERED", "true if a trigger started the pipeline."),
    job("CI_PIPELINE_URL", "Address of the pipeline's page."),
    early("CI_PROJECT_CLASSIFICATION_LABEL", "The project's label for external authorization."),
    early("CI_PROJECT_DESCRIPTION", "The project's description."),
    job("CI_PROJECT_DIR", "The folder that holds the repository and in which the job runs."),
    early("CI_PROJECT_ID", "Id of the project."),
    early("CI_PROJECT_NAME", "The project's name as in its address."),
    early("CI_PROJECT_NAMESPACE", "The group or user that the project belongs to."),
    early("CI_PROJECT_NAMESPACE_ID", "Id of that group or user."),
    early("CI_PROJECT_NAMESPACE_SLUG", "CI_PROJECT_NAMESPACE in lower case, 63 bytes at most."),
    early("CI_PROJECT_PATH", "Group and name of the project."),
    early("CI_PROJECT_PATH_SLUG", "CI_PROJECT_PATH made fit for host names."),
    early("CI_PROJECT_REPOSITORY_LANGUAGES", "Up to five languages of the repository, in lower case, with commas."),
    early("CI_PROJECT_ROOT_NAMESPACE", "The topmost group, or the user, that the project belongs to."),
    early("CI_PROJECT_ROOT_NAMESPACE_SLUG", "CI_PROJECT_ROOT_NAMESPACE in lower case, 63 bytes at most."),
    early("CI_PROJECT_TITLE", "The project's name as people see it."),
    early("CI_PROJECT_TOPICS", "The project's topics in lower case, 20 at most, with commas."),
    early("CI_PROJECT_URL", "Address of the project."),
    early("CI_PROJECT_VISIBILITY", "internal, private or public."),
    early("CI_REGISTRY", "Server of the container registry."),
    early("CI_REGISTRY_IMAGE", "Where the project's images are in the registry."),
    job("CI_REGISTRY_PASSWORD", "Password for pushing images, valid while the job runs."),
    job("CI_REGISTRY_USER", "User name for pushing images."),
    pipeline(
        "CI_RELEASE_DESCRIPTION",
        "The release's description, its first 1024 characters; in pipelines for tags only.",
    ),
    job("CI_REPOSITORY_URL", "Address for cloning the repository, with the job's token."),
    job("CI_RUNNER_DESCRIPTION", "The runner's description."),
    job("CI_RUNNER_EXECUTABLE_ARCH", "System and architecture of the runner's program."),
    job("CI_RUNNER_ID", "Id of the runner."),
    job("CI_RUNNER_REVISION", "Revision of the runner's program."),
    job("CI_RUNNER_SHORT_TOKEN", "The runner's id by which it asks for jobs, its first characters."),
    job("CI_RUNNER_TAGS", "The runner's tags as a JSON list."),
    job("CI_RUNNER_VERSION", "Version of the runner's program."),
    job("CI_SERVER", "yes in every job."),
    early("CI_SERVER_FQDN", "Host of this GitLab with its port."),
    early("CI_SERVER_HOST", "Host of this GitLab."),
    early("CI_SERVER_NAME", "Name of the server that coordinates jobs."),
    early("CI_SERVER_PORT", "Port of this GitLab."),
    early("CI_SERVER_PROTOCOL", "http or https."),
    early("CI_SERVER_REVISION", "Revision of this GitLab."),
    early("CI_SERVER_SHELL_SSH_HOST", "Host for Git by SSH."),
    early("CI_SERVER_SHELL_SSH_PORT", "Port for Git by SSH."),
    pipeline("CI_SERVER_TLS_CA_FILE", "File with the certificates that prove the GitLab server."),
    pipeline("CI_SERVER_TLS_CERT_FILE", "File with the runner's TLS certificate."),
    pipeline("CI_SERVER_TLS_KEY_FILE", "File with the runner's TLS key."),
    early("CI_SERVER_URL", "Address of this GitLab."),
    early("CI_SERVER_VERSION", "Version of this GitLab."),
    early("CI_SERVER_VERSION_MAJOR", "Its major version."),
    early("CI_SERVER_VERSION_MINOR", "Its minor version."),
    early("CI_SERVER_VERSION_PATCH", "Its patch version."),
    pipeline("CI_SHARED_ENVIRONMENT", "true if the job's machine is kept for others, as with the shell executor."),
    early("CI_TEMPLATE_REGISTRY_HOST", "Registry from which GitLab's templates take their images."),
    job("CI_TRIGGER_SHORT_TOKEN", "First four characters of the trigger token."),
    early("CI_UPSTREAM_JOB_ID", "Id of the trigger job that started this pipeline; in downstream pipelines only."),
    early("CI_UPSTREAM_PIPELINE_ID", "Id of the pipeline that started this one; in downstream pipelines only."),
    early("CI_UPSTREAM_PROJECT_ID", "Id of the project whose pipeline started this one; in downstream pipelines only."),
    job("CI_TRACEPARENT", "The W3C Trace Context of the job, for tracing across systems."),
    job("CI_TRACESTATE", "What GitLab adds to it: the ids of pipeline and job."),
    early("GITLAB_CI", "true in every job."),
    early("GITLAB_FEATURES", "Licensed features of this GitLab, with commas."),
    pipeline("GITLAB_USER_EMAIL", "E-mail address of who started the pipeline, or the manual job."),
    pipeline("GITLAB_USER_ID", "Id of who started the pipeline, or the manual job."),
    pipeline("GITLAB_USER_LOGIN", "User name of who started the pipeline, or the manual job."),
    pipeline("GITLAB_USER_NAME", "Display name of who started the pipeline, or the manual job."),
    pipeline("KUBECONFIG", "Path of a kubeconfig file with the contexts of shared agents."),
    pipeline("TRIGGER_PAYLOAD", "What the webhook that triggered the pipeline sent."),
    early("CI_MERGE_REQUEST_APPROVED", "true if the merge request is approved."),
    early("CI_MERGE_REQUEST_ASSIGNEES", "User names of the merge request's assignees, with commas."),
    early("CI_MERGE_REQUEST_DESCRIPTION", "Description of the merge request, its first 2700 characters."),
    early("CI_MERGE_REQUEST_DESCRIPTION_IS_TRUNCATED", "true if the description is longer than that."),
    early("CI_MERGE_REQUEST_DIFF_BASE_SHA", "Commit that the merge request's changes are compared with."),
    early("CI_MERGE_REQUEST_DIFF_ID", "Version of the merge request's changes."),
    early("CI_MERGE_REQUEST_DRAFT", "true if the merge request is a draft."),
    early("CI_MERGE_REQUEST_EVENT_TYPE", "detached, merged_result or merge_train."),
    early("CI_MERGE_REQUEST_ID", "Id of the merge request, unique in all of GitLab."),
    early("CI_MERGE_REQUEST_IID", "Number of the merge request in its project."),
    early("CI_MERGE_REQUEST_LABELS", "Labels of the merge request, with commas."),
    early("CI_MERGE_REQUEST_MILESTONE", "Milestone of the merge request."),
    early("CI_MERGE_REQUEST_PROJECT_ID", "Id of the merge request's project."),
    early("CI_MERGE_REQUEST_PROJECT_PATH", "Path of the merge request's project."),
    early("CI_MERGE_REQUEST_PROJECT_URL", "Address of the merge request's project."),
    early("CI_MERGE_REQUEST_REF_PATH", "Ref of the merge request, refs/merge-requests/1/head for example."),
    early("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "Source branch of the merge request."),
    early("CI_MERGE_REQUEST_SOURCE_BRANCH_PROTECTED", "true if that branch is protected."),
    early("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "Head of that branch; in merged results pipelines only."),
    early("CI_MERGE_REQUEST_SOURCE_PROJECT_ID", "Id of the project that holds the source branch."),
    early("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "Path of the project that holds the source branch."),
    early("CI_MERGE_REQUEST_SOURCE_PROJECT_URL", "Address of the project that holds the source branch."),
    early("CI_MERGE_REQUEST_SQUASH_ON_MERGE", "true if its commits are squashed when it is merged."),
    early("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "Target branch of the merge request."),
    early("CI_MERGE_REQUEST_TARGET_BRANCH_PROTECTED", "true if that branch is protected."),
    early("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "Head of that branch; in merged results pipelines only."),
    early("CI_MERGE_REQUEST_TITLE", "Title of the merge request."),
    early("CI_EXTERNAL_PULL_REQUEST_IID", "Number of the pull request on GitHub."),
    early("CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY", "Source repository of the pull request."),
    early("CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY", "Target repository of the pull request."),
    early("CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME", "Source branch of the pull request."),
    early("CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA", "Head of the pull request's source branch."),
    early("CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME", "Target branch of the pull request."),
    early("CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_SHA", "Head of the pull request's target branch."),
];

/// Names that GitLab sets as well and its documentation no longer lists, or never did; not worth offering.
const UNLISTED: &[&str] = &[
    "CI_BUILD_BEFORE_SHA",
    "CI_BUILD_ID",
    "CI_BUILD_MANUAL",
    "CI_BUILD_NAME",
    "CI_BUILD_REF",
    "CI_BUILD_REF_NAME",
    "CI_BUILD_REF_SLUG",
    "CI_BUILD_STAGE",
    "CI_BUILD_TAG",
    "CI_BUILD_TOKEN",
    "CI_BUILD_TRIGGERED",
    "CI_JOB_JWT",
    "CI_JOB_JWT_V1",
    "CI_JOB_JWT_V2",
];

/// The predefined variable of that name.
pub fn predefined(name: &str) -> Option<&'static Predefined> {
    PREDEFINED.iter().find(|variable| variable.name == name)
}

/// The names of all variables that GitLab sets, the unlisted ones among them.
pub fn predefined_names() -> impl Iterator<Item = &'static str> {
    PREDEFINED.iter().map(|variable| variable.name).chain(UNLISTED.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stands_once_with_a_line_of_help() {
        for (at, variable) in PREDEFINED.iter().enumerate() {
            assert!(variable.help.ends_with('.') && !variable.help.contains('\n'), "{}", variable.name);
            assert!(PREDEFINED[..at].iter().all(|other| other.name != variable.name), "{}", variable.name);
        }
        let names: std::collections::HashSet<_> = predefined_names().collect();
        assert_eq!(names.len(), predefined_names().count());
        assert_eq!(predefined("CI_COMMIT_BRANCH").map(|variable| variable.phase), Some(Phase::PrePipeline));
    }

    #[test]
    fn the_list_is_that_of_gitlabs_page() {
        let mut listed = 0;
        for line in include_str!("../../tests/fixtures/predefined.txt").lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split(' ');
            let (phase, only) = match words.next() {
                Some("pipeline") => (Phase::Pipeline, None),
                Some("job") => (Phase::Job, None),
                Some("merge-request") => (Phase::PrePipeline, Some(Only::MergeRequests)),
                Some("external-pull-request") => (Phase::PrePipeline, Some(Only::ExternalPullRequests)),
                _ => (Phase::PrePipeline, None),
            };
            for name in words {
                let variable = predefined(name).unwrap_or_else(|| panic!("{name} is missing"));
                assert_eq!(variable.phase, phase, "{name}");
                assert!(only.is_none() || variable.only() == only, "{name}");
                listed += 1;
            }
        }
        assert_eq!(listed, PREDEFINED.len());
        for (name, version) in SINCE {
            assert_eq!(predefined(name).and_then(Predefined::since), Some(*version), "{name}");
        }
    }
}
