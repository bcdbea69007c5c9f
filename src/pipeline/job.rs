//! The jobs of a file.

use super::artifacts::Artifacts;
use super::environment::{AllowFailure, Environment};
use super::image::{Image, Service};
use super::list::{strings, ListItem};
use super::needs::Need;
use super::reading::{text, Reading};
use super::script::Script;
use super::variables::{variables, Variable};
use crate::keywords::GLOBAL;
use crate::text::Span;
use crate::yaml::{Document, Entry, Kind, NodeRef};

/// Whether a top-level key is one of GitLab's own (doc/ci/yaml, "Unavailable names for jobs"). `default` and `workflow`
/// are jobs to GitLab if they hold a script (lib/gitlab/ci/config/entry/jobs.rb); see [`is_job_entry`].
pub fn is_global_keyword(name: &str) -> bool {
    GLOBAL.keyword(name).is_some()
}

/// Whether a top-level entry is a job, hidden ones among them.
pub fn is_job_entry(entry: &Entry<'_>) -> bool {
    let name = entry.key.value();
    if entry.key.kind() != Kind::Scalar || name == "<<" {
        return false;
    }
    match name {
        "default" | "workflow" => {
            ["script", "run", "trigger", "needs"].iter().any(|key| entry.value.get(key).is_some())
        }
        _ => !is_global_keyword(name),
    }
}

/// A job of a document: its entry at the top level. Reads on demand.
#[derive(Clone, Copy, PartialEq)]
pub struct Job<'d> {
    key: NodeRef<'d>,
    value: NodeRef<'d>,
}

/// The jobs in the order of the file, hidden ones among them. Of duplicate names each is listed.
pub fn jobs(document: &Document) -> impl Iterator<Item = Job<'_>> {
    let entries = document.top().into_iter().flat_map(|top| top.entries());
    entries.filter(is_job_entry).map(|entry| Job { key: entry.key, value: entry.value })
}

/// The job of that name. Of duplicates it is the last, which is the one that counts in GitLab.
pub fn job_named<'d>(document: &'d Document, name: &str) -> Option<Job<'d>> {
    let entry = document.top()?.entry(name).filter(is_job_entry)?;
    Some(Job { key: entry.key, value: entry.value })
}

impl<'d> Job<'d> {
    /// Its name.
    pub fn name(&self) -> &'d str {
        self.key.value()
    }

    /// Where its name stands.
    pub fn name_span(&self) -> Span {
        self.key.span()
    }

    /// From the start of its name to the end of its last value.
    pub fn span(&self) -> Span {
        self.key.full_span().cover(self.value.full_span())
    }

    /// The node of its name.
    pub fn key(&self) -> NodeRef<'d> {
        self.key
    }

    /// The node of its keywords; a mapping in all sound jobs but `!reference` and aliases.
    pub fn value(&self) -> NodeRef<'d> {
        self.value
    }

    /// Whether it is hidden: GitLab does not run jobs whose name starts with a dot.
    pub fn is_hidden(&self) -> bool {
        self.name().starts_with('.')
    }

    /// The value of a keyword as it is written in the job itself.
    pub fn get(&self, keyword: &str) -> Option<NodeRef<'d>> {
        self.value.get(keyword)
    }

    /// Whether it starts another pipeline.
    pub fn is_trigger(&self) -> bool {
        self.get("trigger").is_some()
    }

    /// `stage`
    pub fn stage(&self) -> Reading<String> {
        Reading::of(self.get("stage"), text)
    }

    /// `extends`, one or several.
    pub fn extends(&self) -> Reading<Vec<ListItem>> {
        strings(self.get("extends"))
    }

    /// `tags`
    pub fn tags(&self) -> Reading<Vec<ListItem>> {
        strings(self.get("tags"))
    }

    /// `variables`
    pub fn variables(&self) -> Reading<Vec<Variable>> {
        variables(self.get("variables"))
    }

    /// `image`
    pub fn image(&self) -> Reading<Image> {
        Image::read(self.get("image"))
    }

    /// `services`
    pub fn services(&self) -> Reading<Vec<Service>> {
        Service::read(self.get("services"))
    }

    /// `script`, `before_script` or `after_script`
    pub fn script(&self, keyword: &str) -> Reading<Script> {
        Script::read(self.get(keyword))
    }

    /// `needs`
    pub fn needs(&self) -> Reading<Vec<Need>> {
        Need::read(self.get("needs"))
    }

    /// `dependencies`
    pub fn dependencies(&self) -> Reading<Vec<ListItem>> {
        strings(self.get("dependencies"))
    }

    /// `artifacts`
    pub fn artifacts(&self) -> Reading<Artifacts> {
        Artifacts::read(self.get("artifacts"))
    }

    /// `when`
    pub fn when(&self) -> Reading<String> {
        Reading::of(self.get("when"), text)
    }

    /// `allow_failure`
    pub fn allow_failure(&self) -> Reading<AllowFailure> {
        AllowFailure::read(self.get("allow_failure"))
    }

    /// `environment`
    pub fn environment(&self) -> Reading<Environment> {
        Environment::read(self.get("environment"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn global_keywords_are_no_jobs_and_hidden_ones_are() {
        let document = Document::parse("stages: [a]\n.x: {}\nbuild:\n  script: make\ndefault:\n  image: a\n");
        let names: Vec<_> = jobs(&document).map(|job| (job.name(), job.is_hidden())).collect();
        assert_eq!(names, [(".x", true), ("build", false)]);
    }

    #[test]
    fn of_two_jobs_of_one_name_the_last_counts() {
        let document = Document::parse("a:\n  stage: one\na:\n  stage: two\n");
        assert_eq!(job_named(&document, "a").unwrap().stage().value().unwrap(), "two");
    }
}
