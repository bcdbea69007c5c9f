//! Kinds of pipelines by example: what GitLab's variables hold in each (doc/ci/variables/predefined_variables.md,
//! doc/ci/jobs/job_rules.md for `CI_PIPELINE_SOURCE`).

use crate::keywords::{Only, Predefined};

/// What a pipeline runs for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scenario {
    /// A push to the default branch.
    DefaultBranch,
    /// A push to another branch.
    Branch,
    /// A merge request of that branch.
    MergeRequest,
    /// A tag.
    Tag,
    /// A schedule on the default branch.
    Schedule,
}

/// What a variable holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Example {
    /// This, for the names of the example.
    Value(String),
    /// It is there; what it holds is the project's or the server's affair.
    There,
    /// It is not there.
    Absent,
}

/// The branch, the default branch and the tag of the example.
const BRANCH: &str = "feature/Login";
const DEFAULT: &str = "main";
const TAG: &str = "v1.2.0";

impl Scenario {
    /// All.
    pub const ALL: [Scenario; 5] =
        [Scenario::DefaultBranch, Scenario::Branch, Scenario::MergeRequest, Scenario::Tag, Scenario::Schedule];

    /// Its identity in lists of choices.
    pub fn name(self) -> &'static str {
        match self {
            Scenario::DefaultBranch => "default-branch",
            Scenario::Branch => "branch",
            Scenario::MergeRequest => "merge-request",
            Scenario::Tag => "tag",
            Scenario::Schedule => "schedule",
        }
    }

    /// The scenario of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scenario| scenario.name() == name)
    }

    /// The branch or tag that is built.
    pub fn reference(self) -> &'static str {
        match self {
            Scenario::DefaultBranch | Scenario::Schedule => DEFAULT,
            Scenario::Branch | Scenario::MergeRequest => BRANCH,
            Scenario::Tag => TAG,
        }
    }

    fn source(self) -> &'static str {
        match self {
            Scenario::DefaultBranch | Scenario::Branch | Scenario::Tag => "push",
            Scenario::MergeRequest => "merge_request_event",
            Scenario::Schedule => "schedule",
        }
    }

    fn is_for_a_branch(self) -> bool {
        matches!(self, Scenario::DefaultBranch | Scenario::Branch | Scenario::Schedule)
    }

    fn has(self, variable: &Predefined) -> bool {
        match variable.only() {
            None => true,
            Some(Only::Branches) => {
                self.is_for_a_branch() && (self == Scenario::Branch || variable.name == "CI_COMMIT_BRANCH")
            }
            Some(Only::MergeRequests) => self == Scenario::MergeRequest,
            Some(Only::Tags) => self == Scenario::Tag,
            Some(Only::Schedules) => self == Scenario::Schedule,
            Some(Only::ExternalPullRequests | Only::Chat | Only::Downstream) => false,
        }
    }

    /// What a variable holds.
    pub fn example(self, variable: &Predefined) -> Example {
        if !self.has(variable) {
            return Example::Absent;
        }
        let zeros = "0".repeat(40);
        let value = match variable.name {
            "CI" | "GITLAB_CI" => "true",
            "CI_SERVER" => "yes",
            "CI_CONFIG_PATH" => ".gitlab-ci.yml",
            "CI_TEMPLATE_REGISTRY_HOST" => "registry.gitlab.com",
            "CI_PIPELINE_SOURCE" => self.source(),
            "CI_COMMIT_REF_NAME" | "CI_COMMIT_BRANCH" | "CI_COMMIT_TAG" => self.reference(),
            "CI_DEFAULT_BRANCH" | "CI_MERGE_REQUEST_TARGET_BRANCH_NAME" => DEFAULT,
            "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME" => BRANCH,
            "CI_COMMIT_REF_SLUG" => return Example::Value(slug(self.reference())),
            "CI_DEFAULT_BRANCH_SLUG" => return Example::Value(slug(DEFAULT)),
            "CI_MERGE_REQUEST_EVENT_TYPE" => "detached",
            "CI_MERGE_REQUEST_REF_PATH" => "refs/merge-requests/1/head",
            "CI_MERGE_REQUEST_IID" => "1",
            "CI_COMMIT_BEFORE_SHA" if matches!(self, Scenario::MergeRequest | Scenario::Schedule) => &zeros,
            "CI_NODE_TOTAL" => "1",
            _ => return Example::There,
        };
        Example::Value(value.to_owned())
    }
}

/// What GitLab makes of a name for URLs and host names: lower case, 63 bytes, no dash at an end (lib/gitlab/utils.rb,
/// `slugify`).
fn slug(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let slug: String = name.chars().map(plain).take(63).collect();
    slug.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::predefined;

    fn all(name: &str) -> Vec<Example> {
        Scenario::ALL.into_iter().map(|scenario| scenario.example(predefined(name).unwrap())).collect()
    }

    fn value(text: &str) -> Example {
        Example::Value(text.to_owned())
    }

    #[test]
    fn the_branch_is_there_in_branch_pipelines_only() {
        let expected = [value("main"), value("feature/Login"), Example::Absent, Example::Absent, value("main")];
        assert_eq!(all("CI_COMMIT_BRANCH"), expected);
        let tag = [Example::Absent, Example::Absent, Example::Absent, value("v1.2.0"), Example::Absent];
        assert_eq!(all("CI_COMMIT_TAG"), tag);
    }

    #[test]
    fn names_become_fit_for_addresses() {
        assert_eq!(all("CI_COMMIT_REF_SLUG")[1], value("feature-login"));
        assert_eq!(slug(&format!("-{}", "A".repeat(80))), "a".repeat(62));
    }

    #[test]
    fn what_only_the_server_knows_is_there_all_the_same() {
        assert_eq!(all("CI_PROJECT_ID")[0], Example::There);
        assert_eq!(all("CHAT_INPUT")[0], Example::Absent);
    }
}
