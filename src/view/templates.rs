//! Jobs to start from: the kinds that most pipelines have, and the hidden jobs of the file.

use crate::command::Command;
use crate::pipeline::jobs;
use crate::resolve::chain;
use crate::yaml::{Document, NewValue};

/// A kind of job to start from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobTemplate {
    /// A script and nothing else.
    Script,
    /// Takes everything from a hidden job of the file.
    Extends(String),
    /// Runs tests and hands a JUnit report to GitLab.
    Tests,
    /// Builds files that later jobs take.
    Build,
    /// Builds a container image and pushes it to the project's registry.
    DockerImage,
    /// Deploys to an environment when somebody starts it.
    Deploy,
    /// Publishes a site with GitLab Pages.
    Pages,
    /// Starts a pipeline of another file.
    ChildPipeline,
}

impl JobTemplate {
    /// All that fit the document: GitLab's kinds, then the file's own hidden jobs in its order.
    pub fn all(document: &Document) -> Vec<Self> {
        use JobTemplate::*;
        let own = jobs(document).filter(|job| job.is_hidden()).map(|job| Extends(job.name().to_owned()));
        [Script, Build, Tests, DockerImage, Deploy, Pages, ChildPipeline].into_iter().chain(own).collect()
    }

    /// The commands that the job starts with; none where its base has some or it has none at all.
    pub fn script(&self, document: &Document) -> &'static [&'static str] {
        match self {
            JobTemplate::Script => &["echo \"Hello\""],
            JobTemplate::Extends(base) => {
                let base = crate::pipeline::job_named(document, base);
                let has = |keyword: &str| {
                    base.is_some_and(|base| chain::keyword(document, base.value(), keyword).is_some())
                };
                if has("script") || has("trigger") || has("run") {
                    &[]
                } else {
                    &["echo \"Hello\""]
                }
            }
            JobTemplate::Build => &["make"],
            JobTemplate::Tests => &["make test"],
            JobTemplate::DockerImage => &[
                "echo \"$CI_REGISTRY_PASSWORD\" | docker login -u \"$CI_REGISTRY_USER\" --password-stdin \"$CI_REGISTRY\"",
                "docker build --pull --tag \"$CI_REGISTRY_IMAGE:$CI_COMMIT_SHORT_SHA\" .",
                "docker push \"$CI_REGISTRY_IMAGE:$CI_COMMIT_SHORT_SHA\"",
            ],
            JobTemplate::Deploy => &["./deploy.sh"],
            JobTemplate::Pages => &["mkdir -p public", "cp -r site/. public/"],
            JobTemplate::ChildPipeline => &[],
        }
    }

    /// Whether the job takes a script of its own.
    pub fn takes_script(&self) -> bool {
        *self != JobTemplate::ChildPipeline
    }

    /// The command that adds such a job.
    pub fn command(&self, name: String, stage: String, script: Vec<String>) -> Command {
        Command::AddJob { name, stage, script, keywords: self.keywords(), after: None }
    }

    fn keywords(&self) -> Vec<(String, NewValue)> {
        let string = |value: &str| NewValue::String(value.to_owned());
        let list = |values: &[&str]| NewValue::List(values.iter().copied().map(string).collect());
        let map = |entries: Vec<(&str, NewValue)>| {
            NewValue::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
        };
        let on = || NewValue::Plain("true".to_owned());
        let keywords = match self {
            JobTemplate::Script => Vec::new(),
            JobTemplate::Extends(base) => vec![("extends", string(base))],
            JobTemplate::Build => {
                vec![("artifacts", map(vec![("paths", list(&["build/"])), ("expire_in", string("1 week"))]))]
            }
            JobTemplate::Tests => vec![(
                "artifacts",
                map(vec![("when", string("always")), ("reports", map(vec![("junit", string("report.xml"))]))]),
            )],
            JobTemplate::DockerImage => {
                vec![("image", string("docker:28")), ("services", list(&["docker:28-dind"]))]
            }
            JobTemplate::Deploy => {
                vec![("environment", map(vec![("name", string("production"))])), ("when", string("manual"))]
            }
            JobTemplate::Pages => {
                vec![("pages", on()), ("artifacts", map(vec![("paths", list(&["public"]))]))]
            }
            JobTemplate::ChildPipeline => vec![("trigger", map(vec![("include", string("child.gitlab-ci.yml"))]))],
        };
        keywords.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{self, Severity};

    #[test]
    fn every_template_makes_a_job_that_gitlab_takes() {
        let document = Document::parse(
            "stages: [test]\n.base:\n  script: make\n.tags:\n  tags: [docker]\n.child:\n  trigger: {project: a/b}\n",
        );
        let templates = JobTemplate::all(&document);
        assert_eq!(templates.len(), 10);
        for template in templates {
            let script = template.script(&document).iter().map(|line| (*line).to_owned()).collect();
            let plan = template.command("new".into(), "test".into(), script).plan(&document).unwrap();
            let report = lint::check(&plan.document);
            let errors = report.diagnostics.iter().filter(|found| found.severity == Severity::Error);
            assert_eq!(errors.count(), 0, "{template:?}:\n{}\n{:?}", plan.document.text(), report.diagnostics);
        }
    }
}
