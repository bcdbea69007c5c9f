//! What jobs do to environments (doc/ci/yaml, environment; doc/ci/environments).

use super::facts::Job;
use crate::resolve::{ruby, Data, Value};
use crate::text::Span;

/// What a job does to its environment (doc/ci/yaml, environment:action).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// It deploys.
    Start,
    /// It prepares the environment; nothing is deployed.
    Prepare,
    /// It checks it.
    Verify,
    /// It only has access to it.
    Access,
    /// It takes it down.
    Stop,
}

impl Action {
    /// The word for `action`.
    pub fn name(self) -> &'static str {
        match self {
            Action::Start => "start",
            Action::Prepare => "prepare",
            Action::Verify => "verify",
            Action::Access => "access",
            Action::Stop => "stop",
        }
    }

    fn named(word: &str) -> Option<Self> {
        let all = [Action::Start, Action::Prepare, Action::Verify, Action::Access, Action::Stop];
        all.into_iter().find(|action| action.name() == word)
    }
}

/// What one job does to an environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deployment {
    /// The environment's name.
    pub name: String,
    /// What is done; none where it can't be known.
    pub action: Option<Action>,
    /// `url`
    pub url: Option<String>,
    /// `on_stop`
    pub on_stop: Option<String>,
    /// `auto_stop_in`
    pub auto_stop_in: Option<String>,
    /// `deployment_tier`
    pub tier: Option<String>,
    /// Whether more may come from elsewhere.
    pub open: bool,
    /// Where it is written.
    pub span: Span,
}

impl Deployment {
    /// What a job does.
    pub fn of(job: &Job<'_>) -> Option<Self> {
        let value = job.map.given("environment")?;
        let empty = Self {
            name: String::new(),
            action: Some(Action::Start),
            url: None,
            on_stop: None,
            auto_stop_in: None,
            tier: None,
            open: job.map.open,
            span: value.span,
        };
        match &value.data {
            Data::Map(map) => {
                let text = |key: &str| map.given(key).filter(|value| !value.is_unknown()).map(ruby::to_s);
                Some(Self {
                    name: text("name").filter(|name| !name.is_empty())?,
                    action: match map.given("action") {
                        Some(action) => action.as_text().and_then(Action::named),
                        None => Some(Action::Start),
                    },
                    url: text("url"),
                    on_stop: text("on_stop"),
                    auto_stop_in: text("auto_stop_in"),
                    tier: text("deployment_tier"),
                    open: job.map.open || map.open || map.entries().iter().any(|entry| entry.value.is_unknown()),
                    ..empty
                })
            }
            Data::Text(name) if !name.is_empty() => Some(Self { name: name.to_string(), ..empty }),
            _ => None,
        }
    }
}

/// Whether a job waits for a person: `when: manual`, or in one of its rules.
pub fn is_manual(job: &Job<'_>) -> bool {
    let manual = |value: Option<&Value>| value.and_then(Value::as_text) == Some("manual");
    let rules = job.map.given("rules").and_then(Value::as_list).unwrap_or_default();
    manual(job.map.given("when")) || rules.iter().any(|rule| manual(rule.as_map().and_then(|rule| rule.given("when"))))
}

/// Variables that have another value for each branch or merge request.
const OF_A_BRANCH: &[&str] = &[
    "CI_COMMIT_REF_SLUG",
    "CI_COMMIT_REF_NAME",
    "CI_COMMIT_BRANCH",
    "CI_COMMIT_SHORT_SHA",
    "CI_COMMIT_SHA",
    "CI_MERGE_REQUEST_IID",
    "CI_MERGE_REQUEST_ID",
    "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
    "CI_PIPELINE_ID",
    "CI_PIPELINE_IID",
];

/// Whether an environment of that name is another one for each branch or merge request: a review app.
pub fn is_of_a_branch(name: &str) -> bool {
    super::used(name).any(|variable| OF_A_BRANCH.contains(&variable))
}
