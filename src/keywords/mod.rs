//! The keyword table: every keyword of GitLab CI, where it may stand, what it may hold, and what it is for.
//!
//! Checks of shapes, forms, completion, hover help and the handbook read this one table. It is plain data and knows no
//! document. Sources: https://docs.gitlab.com/ci/yaml/ and `ALLOWED_KEYS`, `entry` and `validations` of
//! lib/gitlab/ci/config/entry/*.rb.

mod artifacts;
mod cache;
mod defaults;
mod environment;
mod form;
mod handbook;
mod image;
mod include;
mod inputs;
mod job;
mod needs;
mod policy;
mod predefined;
mod release;
mod route;
mod rules;
mod run;
mod secrets;
mod since;
mod top;
mod trigger;
mod values;
mod variables;

pub use artifacts::{ARTIFACTS, COVERAGE_REPORT, REPORTS};
pub use cache::{CACHE, CACHE_KEY};
pub use defaults::default_of;
pub use environment::{DASHBOARD, ENVIRONMENT, KUBERNETES, MANAGED_RESOURCES};
pub use form::{Choice, Duration, Form};
pub use handbook::handbook;
pub use image::{DOCKER, IMAGE, KUBERNETES_EXECUTOR, SERVICE};
pub use include::{INCLUDE, INCLUDE_RULE};
pub use inputs::{HEADER, HEADER_INPUT, INPUT_RULE, JOB_INPUT, SPEC};
pub use job::JOB;
pub use needs::{NEED, NEED_BRIDGE, NEED_CROSS_PIPELINE, NEED_CROSS_PROJECT};
pub use policy::POLICY;
pub use predefined::{predefined, predefined_names, Only, Phase, Predefined, PREDEFINED, PREDEFINED_DOCUMENTATION};
pub use release::{ASSETS, LINK, RELEASE};
pub use route::{Part, Site};
pub use rules::{CHANGES, EXISTS, RULE, WORKFLOW_RULE};
pub use run::STEP;
pub use secrets::{DAST_CONFIGURATION, ID_TOKEN, SECRET, SECRET_PROVIDERS};
pub use since::since;
pub use top::{AUTO_CANCEL, GLOBAL, WORKFLOW};
pub use trigger::{FORWARD, TRIGGER_INCLUDE, TRIGGER_PROJECT};
pub use values::{ALLOW_FAILURE, HOOKS, INHERIT, PAGES, PARALLEL, RETRY, RETRY_REASONS};
pub use variables::{GLOBAL_VARIABLE, JOB_VARIABLE};

/// Who among jobs may hold a keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// Jobs that run a script.
    Job,
    /// Jobs that start another pipeline.
    Trigger,
    /// Both.
    Both,
}

/// How GitLab checks a keyword, which decides when and in which words it complains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// With the mapping that holds it: `jobs:x when should be …`.
    Attribute,
    /// On its own, once the mapping that holds it is sound: `jobs:x:stage config should be …`.
    Entry,
    /// Not at all.
    Never,
}

/// One keyword in one group.
#[derive(Debug, Clone, Copy)]
pub struct Keyword {
    /// The keyword.
    pub name: &'static str,
    /// What it may hold.
    pub form: Form,
    /// How GitLab checks it.
    pub check: Check,
    /// Whether it must be given.
    pub required: bool,
    /// Who may hold it; matters in [`JOB`] only.
    pub holder: Holder,
    /// Whether `default:` may hold it; matters in [`JOB`] only.
    pub in_default: bool,
    /// Whether it needs a paid tier of GitLab.
    pub paid: bool,
    /// What to use instead, where it is deprecated.
    pub deprecated: Option<&'static str>,
    /// One line of help, in English. The page translates by [`Group::help_key`].
    pub help: &'static str,
}

/// The keywords that may stand in one kind of mapping.
#[derive(Debug)]
pub struct Group {
    /// The path of keywords that leads here, with dots; empty for the top level and for jobs.
    pub path: &'static str,
    /// Its keywords.
    pub keywords: &'static [Keyword],
}

impl Keyword {
    const fn new(name: &'static str, form: Form, check: Check, help: &'static str) -> Self {
        let holder = Holder::Job;
        Self { name, form, check, required: false, holder, in_default: false, paid: false, deprecated: None, help }
    }

    /// A keyword that is checked as an entry of its own.
    const fn entry(name: &'static str, form: Form, help: &'static str) -> Self {
        Self::new(name, form, Check::Entry, help)
    }

    /// A keyword that is checked with its mapping.
    const fn attribute(name: &'static str, form: Form, help: &'static str) -> Self {
        Self::new(name, form, Check::Attribute, help)
    }

    /// A keyword whose value GitLab does not check.
    const fn unchecked(name: &'static str, form: Form, help: &'static str) -> Self {
        Self::new(name, form, Check::Never, help)
    }

    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn for_all_jobs(mut self) -> Self {
        self.holder = Holder::Both;
        self
    }

    const fn for_trigger_jobs(mut self) -> Self {
        self.holder = Holder::Trigger;
        self
    }

    const fn in_default(mut self) -> Self {
        self.in_default = true;
        self
    }

    const fn paid(mut self) -> Self {
        self.paid = true;
        self
    }

    const fn deprecated(mut self, instead: &'static str) -> Self {
        self.deprecated = Some(instead);
        self
    }
}

impl Group {
    /// The keyword of that name.
    pub fn keyword(&self, name: &str) -> Option<&'static Keyword> {
        self.keywords.iter().find(|keyword| keyword.name == name)
    }

    /// The key under which a keyword's help is translated: `keyword.script`, `keyword.artifacts.paths`.
    pub fn help_key(&self, keyword: &Keyword) -> String {
        format!("keyword.{}", self.path_of(keyword))
    }

    /// The keyword with those that lead to it: `artifacts.paths`.
    pub fn path_of(&self, keyword: &Keyword) -> String {
        if self.path.is_empty() {
            return keyword.name.to_owned();
        }
        format!("{}.{}", self.path, keyword.name)
    }

    /// The page of GitLab's documentation that describes a keyword.
    pub fn documentation(&self, keyword: &Keyword) -> String {
        let path = self.path_of(keyword);
        let (page, anchor) = match path.strip_prefix("artifacts.reports.") {
            Some(_) => ("https://docs.gitlab.com/ci/yaml/artifacts_reports/", path.as_str()),
            None => ("https://docs.gitlab.com/ci/yaml/", path.as_str()),
        };
        format!("{page}#{}", anchor.replace('.', ""))
    }
}

/// The keywords that `default:` may hold (lib/gitlab/ci/config/entry/default.rb).
pub fn default_keywords() -> impl Iterator<Item = &'static Keyword> {
    JOB.keywords.iter().filter(|keyword| keyword.in_default)
}

/// The keywords that a job of that kind may hold.
pub fn job_keywords(holder: Holder) -> impl Iterator<Item = &'static Keyword> {
    JOB.keywords.iter().filter(move |keyword| keyword.holder == Holder::Both || keyword.holder == holder)
}

/// Every group of the table.
pub fn groups() -> Vec<&'static Group> {
    vec![
        &GLOBAL,
        &WORKFLOW,
        &AUTO_CANCEL,
        &JOB,
        &HOOKS,
        &INHERIT,
        &ALLOW_FAILURE,
        &RETRY,
        &PARALLEL,
        &PAGES,
        &ARTIFACTS,
        &REPORTS,
        &COVERAGE_REPORT,
        &CACHE,
        &CACHE_KEY,
        &IMAGE,
        &DOCKER,
        &KUBERNETES_EXECUTOR,
        &SERVICE,
        &ENVIRONMENT,
        &KUBERNETES,
        &DASHBOARD,
        &MANAGED_RESOURCES,
        &RULE,
        &WORKFLOW_RULE,
        &CHANGES,
        &EXISTS,
        &POLICY,
        &NEED,
        &NEED_CROSS_PIPELINE,
        &NEED_CROSS_PROJECT,
        &NEED_BRIDGE,
        &TRIGGER_PROJECT,
        &TRIGGER_INCLUDE,
        &FORWARD,
        &RELEASE,
        &ASSETS,
        &LINK,
        &ID_TOKEN,
        &SECRET,
        &DAST_CONFIGURATION,
        &GLOBAL_VARIABLE,
        &JOB_VARIABLE,
        &INCLUDE,
        &INCLUDE_RULE,
        &HEADER,
        &SPEC,
        &HEADER_INPUT,
        &INPUT_RULE,
        &JOB_INPUT,
        &STEP,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keyword_has_one_line_of_help_and_stands_once_in_its_group() {
        for group in groups() {
            for (at, keyword) in group.keywords.iter().enumerate() {
                assert!(!keyword.help.is_empty() && !keyword.help.contains('\n'), "{}", group.path_of(keyword));
                assert!(keyword.help.ends_with('.'), "{}", group.path_of(keyword));
                assert!(group.keywords[..at].iter().all(|other| other.name != keyword.name), "{}", keyword.name);
            }
        }
    }

    #[test]
    fn documentation_and_help_key_follow_from_the_path() {
        let paths = ARTIFACTS.keyword("paths").unwrap();
        assert_eq!(ARTIFACTS.documentation(paths), "https://docs.gitlab.com/ci/yaml/#artifactspaths");
        assert_eq!(ARTIFACTS.help_key(paths), "keyword.artifacts.paths");
        let script = JOB.keyword("script").unwrap();
        assert_eq!(JOB.documentation(script), "https://docs.gitlab.com/ci/yaml/#script");
    }

    #[test]
    fn default_holds_what_gitlab_lets_it_hold() {
        let names: Vec<_> = default_keywords().map(|keyword| keyword.name).collect();
        for name in ["image", "services", "before_script", "after_script", "hooks", "cache", "tags", "artifacts"] {
            assert!(names.contains(&name), "{name}");
        }
        assert!(!names.contains(&"script") && !names.contains(&"rules"));
    }
}
