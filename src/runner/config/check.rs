//! What is wrong with a `config.toml`, and what it means for security. Says nothing that it does not know for certain.

use super::document::{Document, Path};
use super::edit::{Edit, NewValue};
use super::known::{Kind as Known, Section, KEPT_BY_GITLAB, ROOT};
use super::read::container_table;
use super::tree::{Kind, Node, Table};
use crate::text::Span;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// GitLab Runner does not start, or a runner takes no jobs.
    Error,
    /// It is not as it was meant.
    Warning,
    /// Worth knowing.
    Note,
}

/// What a value has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A string.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Flag,
    /// A list of strings.
    List,
    /// A string or a list of strings.
    TextOrList,
    /// A list of numbers.
    Numbers,
    /// A duration.
    Duration,
    /// A date with time.
    Date,
    /// A table.
    Table,
    /// A list of tables.
    Tables,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// No TOML; what the reader says.
    Syntax(String),
    /// A key that GitLab Runner does not know, and one that is nearly the same.
    UnknownKey(String, Option<&'static str>),
    /// A key of another table; which.
    MisplacedKey(String, &'static str),
    /// A key whose value GitLab keeps.
    KeptByGitlab(String),
    /// A value of another type.
    WrongType(String, Wanted),
    /// A value that is none of those that are possible.
    UnknownValue(String, String, &'static [&'static str]),
    /// `concurrent = 0`.
    NoConcurrency,
    /// A runner without an executor.
    NoExecutor,
    /// A runner without a token.
    NoToken,
    /// A runner without the address of its GitLab.
    NoUrl,
    /// A registration token where the authentication token has to stand.
    RegistrationToken,
    /// Containers without an image of their own.
    NoImage,
    /// Docker-in-Docker in containers that are not privileged.
    DindUnprivileged,
    /// Privileged containers.
    Privileged,
    /// The engine's socket in the containers.
    SocketMounted,
    /// The path of the socket alone, which mounts an empty volume.
    SocketWithoutTarget,
    /// GitLab without TLS.
    PlainHttp,
    /// A Docker daemon over the network whose certificate is not verified.
    DaemonUnverified,
}

/// A problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What.
    pub kind: ProblemKind,
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// Which runner, counted from 0.
    pub runner: Option<usize>,
    /// What mends it, where that is plain.
    pub fix: Option<Edit>,
}

/// Problems that are listed at most, and that are collected before the first of them are taken.
const MOST: usize = 200;
const COLLECTED: usize = 5_000;

const EXECUTORS: &[&str] = &[
    "docker",
    "docker-windows",
    "docker+machine",
    "docker-autoscaler",
    "shell",
    "instance",
    "kubernetes",
    "ssh",
    "virtualbox",
    "parallels",
    "custom",
];
const LOG_LEVELS: &[&str] = &["debug", "info", "warn", "warning", "error", "fatal", "panic", "trace"];
const LOG_FORMATS: &[&str] = &["runner", "text", "json"];
const SHELLS: &[&str] = &["bash", "sh", "powershell", "pwsh", "cmd"];
const PULL_POLICIES: &[&str] = &["always", "if-not-present", "never"];
const SOCKET: &str = "/var/run/docker.sock";

/// The problems of a file, from top to bottom.
pub fn problems(document: &Document) -> Vec<Problem> {
    let mut check = Check { found: Vec::new(), runner: None };
    match document.tree() {
        Err(error) => {
            check.add(ProblemKind::Syntax(error.message.clone()), Severity::Error, error.span, None);
        }
        Ok(root) => {
            check.keys(root, ROOT, &Path::default());
            check.machine(root);
            for (index, node) in document.runners().iter().enumerate() {
                check.runner = Some(index);
                node.as_table().into_iter().for_each(|table| check.runner(node, table, index));
            }
        }
    }
    let mut found = check.found;
    found.sort_by_key(|problem| (problem.span.start, problem.severity));
    found.truncate(MOST);
    found
}

struct Check {
    found: Vec<Problem>,
    runner: Option<usize>,
}

impl Check {
    fn add(&mut self, kind: ProblemKind, severity: Severity, span: Span, fix: Option<Edit>) {
        if self.found.len() < COLLECTED {
            self.found.push(Problem { kind, severity, span, runner: self.runner, fix });
        }
    }

    /// Keys that are unknown and values of the wrong type, in a table and all tables in it.
    fn keys(&mut self, table: &Table, section: Section, path: &Path) {
        for entry in &table.entries {
            let path = path.clone().key(entry.key.clone());
            match section.kind(&entry.key) {
                Some(known) => self.typed(&entry.key, &entry.node, known, &path),
                None => self.unknown(&entry.key, section, entry.key_span, path),
            }
        }
    }

    fn unknown(&mut self, key: &str, section: Section, span: Span, path: Path) {
        let in_runner = section.kind("executor").is_some();
        if in_runner && KEPT_BY_GITLAB.contains(&key.to_ascii_lowercase().as_str()) {
            self.add(ProblemKind::KeptByGitlab(key.to_owned()), Severity::Warning, span, Some(Edit::Remove(path)));
            return;
        }
        let docker = match section.kind("docker") {
            Some(Known::Table(docker)) => docker.kind(key),
            _ => None,
        };
        let kind = match docker {
            Some(_) => ProblemKind::MisplacedKey(key.to_owned(), "runners.docker"),
            // Looking for the nearest key takes its time: not for more than are listed.
            None if self.found.len() > MOST => ProblemKind::UnknownKey(key.to_owned(), None),
            None => ProblemKind::UnknownKey(key.to_owned(), nearest(key, section)),
        };
        self.add(kind, Severity::Warning, span, None);
    }

    fn typed(&mut self, key: &str, node: &Node, known: Known, path: &Path) {
        let all = |fits: fn(&Kind) -> bool| node.items().is_some_and(|items| items.iter().all(|item| fits(&item.kind)));
        let text = |kind: &Kind| matches!(kind, Kind::Text(_));
        let number = |kind: &Kind| matches!(kind, Kind::Integer(_) | Kind::Float(_));
        let (fits, wanted) = match known {
            Known::Text => (text(&node.kind), Wanted::Text),
            Known::Integer => (matches!(node.kind, Kind::Integer(_)), Wanted::Integer),
            Known::Number => (number(&node.kind), Wanted::Number),
            Known::Flag => (matches!(node.kind, Kind::Bool(_)), Wanted::Flag),
            Known::List => (all(text), Wanted::List),
            Known::TextOrList => (text(&node.kind) || all(text), Wanted::TextOrList),
            Known::Numbers => (all(number), Wanted::Numbers),
            Known::Duration => (text(&node.kind) || matches!(node.kind, Kind::Integer(_)), Wanted::Duration),
            Known::Date => (matches!(node.kind, Kind::Date(_)), Wanted::Date),
            Known::Map => (node.as_table().is_some(), Wanted::Table),
            Known::Open => (true, Wanted::Table),
            Known::Table(section) => {
                if let Some(table) = node.as_table() {
                    self.keys(table, section, path);
                }
                (node.as_table().is_some(), Wanted::Table)
            }
            Known::Tables(section) => {
                let items = node.items().unwrap_or_default();
                for (index, item) in items.iter().enumerate() {
                    if path.0.len() == 1 {
                        self.runner = Some(index);
                    }
                    if let Some(table) = item.as_table() {
                        self.keys(table, section, &path.clone().item(index));
                    }
                }
                if path.0.len() == 1 {
                    self.runner = None;
                }
                (all(|kind| matches!(kind, Kind::Table(_))), Wanted::Tables)
            }
        };
        if !fits {
            self.add(ProblemKind::WrongType(key.to_owned(), wanted), Severity::Error, node.span, None);
        }
    }

    fn one_of(&mut self, table: &Table, key: &str, known: &'static [&'static str]) {
        let Some(node) = table.get(key) else { return };
        let items = node.items().unwrap_or(std::slice::from_ref(node));
        for (item, text) in items.iter().filter_map(|item| Some((item, item.as_text()?))) {
            if !text.is_empty() && !known.contains(&text) {
                let kind = ProblemKind::UnknownValue(key.to_owned(), text.to_owned(), known);
                self.add(kind, Severity::Error, item.span, None);
            }
        }
    }

    fn machine(&mut self, root: &Table) {
        if let Some(node) = root.get("concurrent").filter(|node| node.kind == Kind::Integer(0)) {
            let fix = Edit::Set(Path::default().key("concurrent"), NewValue::Integer(1));
            self.add(ProblemKind::NoConcurrency, Severity::Error, node.span, Some(fix));
        }
        self.one_of(root, "log_level", LOG_LEVELS);
        self.one_of(root, "log_format", LOG_FORMATS);
    }

    fn runner(&mut self, node: &Node, table: &Table, index: usize) {
        let text = |key: &str| table.get(key).and_then(Node::as_text);
        let missing = |key: &str| table.get(key).is_none_or(|node| node.as_text() == Some(""));
        for (key, kind) in
            [("executor", ProblemKind::NoExecutor), ("token", ProblemKind::NoToken), ("url", ProblemKind::NoUrl)]
        {
            if missing(key) {
                self.add(kind, Severity::Error, node.span, None);
            }
        }
        self.one_of(table, "executor", EXECUTORS);
        self.one_of(table, "shell", SHELLS);
        if let Some(token) =
            table.get("token").filter(|node| node.as_text().is_some_and(|t| t.starts_with("GR1348941")))
        {
            self.add(ProblemKind::RegistrationToken, Severity::Error, token.span, None);
        }
        if let Some(url) = table.get("url").filter(|node| node.as_text().is_some_and(|t| t.starts_with("http://"))) {
            self.add(ProblemKind::PlainHttp, Severity::Note, url.span, None);
        }
        if let Some(name) = text("executor").and_then(container_table) {
            let path = Path::runner(index).key(name);
            self.containers(node, table, table.table(name), &path);
        }
    }

    fn containers(&mut self, node: &Node, runner: &Table, table: Option<&Table>, path: &Path) {
        let get = |key: &str| table.and_then(|table| table.get(key));
        if get("image").is_none_or(|node| node.as_text() == Some("")) {
            let span = table.and_then(|table| table.entry("image")).map_or(node.span, |entry| entry.node.span);
            let fix = Edit::Set(path.clone().key("image"), NewValue::Text("docker:latest".to_owned()));
            self.add(ProblemKind::NoImage, Severity::Warning, span, Some(fix));
        }
        let Some(table) = table else { return };
        self.one_of(table, "pull_policy", PULL_POLICIES);
        let is_on = |key: &str| get(key).is_some_and(|node| node.kind == Kind::Bool(true));
        let runtime = get("runtime").and_then(Node::as_text).is_some_and(|name| !name.is_empty() && name != "runc");
        if is_on("privileged") {
            let span = get("privileged").map_or(node.span, |node| node.span);
            self.add(ProblemKind::Privileged, Severity::Note, span, None);
        } else if let Some(span) = dind(runner, table).filter(|_| !runtime && !is_on("services_privileged")) {
            let fix = Edit::Set(path.clone().key("privileged"), NewValue::Flag(true));
            self.add(ProblemKind::DindUnprivileged, Severity::Warning, span, Some(fix));
        }
        let volumes = get("volumes").and_then(Node::items).unwrap_or_default();
        let texts: Vec<String> = get("volumes").map(Node::texts).unwrap_or_default();
        for volume in volumes {
            match volume.as_text() {
                Some(SOCKET) => {
                    let mended =
                        |text: &String| if text == SOCKET { format!("{SOCKET}:{SOCKET}") } else { text.clone() };
                    let list = NewValue::List(texts.iter().map(mended).collect());
                    let fix = (texts.len() == volumes.len()).then(|| Edit::Set(path.clone().key("volumes"), list));
                    self.add(ProblemKind::SocketWithoutTarget, Severity::Warning, volume.span, fix);
                }
                Some(text) if text.split(':').next().is_some_and(|from| from.ends_with("/docker.sock")) => {
                    self.add(ProblemKind::SocketMounted, Severity::Note, volume.span, None);
                }
                _ => {}
            }
        }
        let host = get("host").filter(|node| node.as_text().is_some_and(|host| host.starts_with("tcp://")));
        if let Some(host) = host.filter(|_| !is_on("tls_verify")) {
            self.add(ProblemKind::DaemonUnverified, Severity::Note, host.span, None);
        }
    }
}

/// Where Docker-in-Docker is meant: its service, or the address at which jobs expect it
/// (https://docs.gitlab.com/ci/docker/using_docker_build/#use-docker-in-docker).
fn dind(runner: &Table, containers: &Table) -> Option<Span> {
    let services = containers.get("services").and_then(Node::items).unwrap_or_default();
    let is_dind = |name: &str| {
        let image = name.rsplit('/').next().unwrap_or_default();
        image.split_once(':').is_some_and(|(image, tag)| image == "docker" && tag.contains("dind"))
    };
    let name = |service: &Node| service.as_table().and_then(|table| table.get("name")).cloned();
    let service = services.iter().filter_map(name).find(|name| name.as_text().is_some_and(is_dind));
    let variables = runner.get("environment").and_then(Node::items).unwrap_or_default();
    let points =
        |variable: &&Node| variable.as_text().is_some_and(|text| text.starts_with("DOCKER_HOST=tcp://docker:"));
    service.map(|node| node.span).or_else(|| variables.iter().find(points).map(|node| node.span))
}

/// A known key that is nearly the same: with other hyphens, or two letters off.
fn nearest(key: &str, section: Section) -> Option<&'static str> {
    let plain = |key: &str| key.replace(['-', '_'], "").to_ascii_lowercase();
    let key = plain(key);
    if !(3..=64).contains(&key.chars().count()) {
        return None;
    }
    let close = |name: &&str| distance(&key, &plain(name));
    section.names().min_by_key(close).filter(|name| close(name) <= 1 + usize::from(key.len() > 5))
}

fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, right) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(left != *right);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
