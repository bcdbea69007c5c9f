//! What is read of a `config.toml`: the whole machine, and each of its runners.

use super::document::{Document, Path};
use super::tree::{Kind, Node, Table};
use crate::runner::Runner;
use crate::text::Span;

/// What stands in `[[runners]]` of most use: https://docs.gitlab.com/runner/configuration/advanced-configuration/
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConfigRunner {
    /// `name`.
    pub name: String,
    /// `url`.
    pub url: String,
    /// `executor`.
    pub executor: String,
    /// `limit`: jobs at a time; none or 0 for no limit.
    pub limit: Option<i64>,
    /// `environment`: `NAME=value`.
    pub environment: Vec<String>,
    /// Whether there is a `token`.
    pub has_token: bool,
    /// `image` of its `[runners.docker]` or `[runners.kubernetes]`.
    pub image: String,
    /// `privileged` of the same.
    pub privileged: bool,
    /// `volumes` of its `[runners.docker]`.
    pub volumes: Vec<String>,
    /// `pull_policy`: one or several.
    pub pull_policy: Vec<String>,
    /// Where its header stands.
    pub span: Span,
}

/// What is read of the whole file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Machine {
    /// `concurrent`: jobs at a time of all its runners; GitLab Runner takes 1 where it is missing.
    pub concurrent: Option<i64>,
    /// `check_interval`: seconds between two questions for jobs; 3 where it is missing or 0.
    pub check_interval: Option<i64>,
    /// `log_level`.
    pub log_level: String,
    /// The runners, in order.
    pub runners: Vec<ConfigRunner>,
}

/// The table in which a runner's containers are described, by its executor. None for executors without containers.
pub fn container_table(executor: &str) -> Option<&'static str> {
    match executor {
        "docker" | "docker-windows" | "docker+machine" | "docker-autoscaler" => Some("docker"),
        "kubernetes" => Some("kubernetes"),
        _ => None,
    }
}

impl Document {
    /// Reads the values of most use. Of a text that is no TOML nothing.
    pub fn machine(&self) -> Machine {
        let Ok(root) = self.tree() else { return Machine::default() };
        Machine {
            concurrent: integer(root, "concurrent"),
            check_interval: integer(root, "check_interval"),
            log_level: text(root, "log_level"),
            runners: self.runners().iter().filter_map(runner).collect(),
        }
    }

    /// Where a runner's containers are described.
    pub fn container_path(&self, runner: usize) -> Option<Path> {
        let table = self.runners().get(runner)?.as_table()?;
        Some(Path::runner(runner).key(container_table(&text(table, "executor"))?))
    }
}

fn runner(node: &Node) -> Option<ConfigRunner> {
    let table = node.as_table()?;
    let executor = text(table, "executor");
    let inner = container_table(&executor).and_then(|name| table.table(name));
    let of = |key: &str| inner.and_then(|inner| inner.get(key));
    Some(ConfigRunner {
        name: text(table, "name"),
        url: text(table, "url"),
        limit: integer(table, "limit"),
        environment: table.get("environment").map(Node::texts).unwrap_or_default(),
        has_token: !text(table, "token").is_empty(),
        image: of("image").and_then(Node::as_text).unwrap_or_default().to_owned(),
        privileged: of("privileged").is_some_and(|node| node.kind == Kind::Bool(true)),
        volumes: of("volumes").map(Node::texts).unwrap_or_default(),
        pull_policy: of("pull_policy").map(Node::texts).unwrap_or_default(),
        span: node.span,
        executor,
    })
}

fn text(table: &Table, key: &str) -> String {
    table.get(key).and_then(Node::as_text).unwrap_or_default().to_owned()
}

fn integer(table: &Table, key: &str) -> Option<i64> {
    match table.get(key)?.kind {
        Kind::Integer(number) => Some(number),
        _ => None,
    }
}

impl ConfigRunner {
    /// The part of a runner that its machine knows.
    pub fn describe(&self, runner: &mut Runner) {
        runner.name.clone_from(&self.name);
        runner.executor.clone_from(&self.executor);
        runner.image.clone_from(&self.image);
        runner.privileged = self.privileged;
        runner.volumes.clone_from(&self.volumes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_and_its_runners_are_read() {
        let document = Document::new(
            "concurrent = 4\n[[runners]]\nname = \"build\"\ntoken = 'glrt-x'\nexecutor = \"docker\"\n[runners.docker]\nimage = \"docker:latest\"\nprivileged = true\nvolumes = [\"/cache\"]\npull_policy = \"always\"\n[[runners]]\nname = \"shell\"\nexecutor = \"shell\"\n",
        );
        let machine = document.machine();
        assert_eq!(machine.concurrent, Some(4));
        let [build, shell] = &machine.runners[..] else { panic!("two runners") };
        assert_eq!((build.name.as_str(), build.image.as_str(), build.privileged), ("build", "docker:latest", true));
        assert_eq!(
            (build.volumes.clone(), build.pull_policy.clone()),
            (vec!["/cache".to_owned()], vec!["always".to_owned()])
        );
        assert!(build.has_token && !shell.has_token);
        assert_eq!(shell.image, "");
        assert_eq!(document.container_path(0), Some(Path::runner(0).key("docker")));
        assert_eq!(document.container_path(1), None);
    }

    #[test]
    fn dotted_and_inline_tables_are_read_too() {
        let document = Document::new(
            "runners = [{name = 'a', executor = 'docker', docker.image = 'x'}, {name = 'b', executor = 'kubernetes', kubernetes = {privileged = true}}]",
        );
        let machine = document.machine();
        assert_eq!(machine.runners[0].image, "x");
        assert!(machine.runners[1].privileged);
    }

    #[test]
    fn wrong_types_and_broken_texts_read_as_nothing() {
        assert_eq!(Document::new("concurrent = 'x'\nrunners = 3").machine(), Machine::default());
        assert_eq!(Document::new("concurrent = ").machine(), Machine::default());
    }
}
