//! The starters, as others see them: gitlab-ci-local lists their jobs, and runs them where the machine has what they call.
//!
//! Docker is a script here that writes down what it is asked for. Skips, and says so, where there is no Node for
//! gitlab-ci-local (tools/oracle.sh) or no rsync, which it copies artifacts with.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use pipewright::view::starters::Starter;

/// A starter's files in a repository of their own.
struct Project {
    folder: PathBuf,
}

impl Drop for Project {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Project {
    fn of(starter: Starter, test: &str) -> Self {
        let name = format!("pipewright-{test}-{}-{}", starter.name(), std::process::id());
        let project = Self { folder: std::env::temp_dir().join(name) };
        for file in starter.files() {
            let path = project.folder.join(file.path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
            std::fs::write(path, file.text).expect("a file can be written");
        }
        project.git(&["init", "--quiet", "--initial-branch=main"]);
        project.git(&["remote", "add", "origin", "git@example.org:group/project.git"]);
        // What `changes` compares with: the branch before the files came.
        project.git(&["commit", "--quiet", "--allow-empty", "--message=empty"]);
        project.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
        project.git(&["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"]);
        project.git(&["add", "--all"]);
        project.git(&["commit", "--quiet", "--message=starter"]);
        project
    }

    fn git(&self, args: &[&str]) {
        let who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
        let status = Command::new("git").args(who).args(args).current_dir(&self.folder).status();
        assert!(status.expect("git runs").success(), "git {args:?}");
    }

    /// Runs gitlab-ci-local; none where this machine can't.
    fn run(&self, args: &[&str], bin: Option<&Path>) -> Option<Output> {
        let node = std::env::var("PIPEWRIGHT_NODE").ok()?;
        let program = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/gitlab-ci-local/dist/index.js");
        if !Path::new(program).is_file() {
            return None;
        }
        let own = Path::new(&node).parent().map(Path::to_path_buf);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = bin.map(Path::to_path_buf).into_iter().chain(own).chain(std::env::split_paths(&path));
        let mut command = Command::new(&node);
        command.arg(program).args(args).current_dir(&self.folder).env("NO_COLOR", "1");
        command.env("PATH", std::env::join_paths(folders).ok()?).env("DOCKER_CALLS", self.folder.join("calls.log"));
        // What this test was started with is nothing to the jobs.
        ["CARGO_TARGET_DIR", "CARGO_MANIFEST_DIR", "RUSTFLAGS"].iter().for_each(|name| {
            command.env_remove(name);
        });
        command.output().ok()
    }

    /// Runs the pipeline on this machine, a job at a time. Its output; it must have passed.
    fn execute(&self, args: &[&str], bin: Option<&Path>) -> Option<String> {
        if !has("rsync", &["--version"]) {
            return None;
        }
        let all = ["--force-shell-executor", "--shell-isolation=false", "--concurrency=1"];
        let output = self.run(&[&all[..], args].concat(), bin)?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{text}");
        Some(text)
    }
}

/// Whether a program is there.
fn has(program: &str, args: &[&str]) -> bool {
    Command::new(program).args(args).output().is_ok_and(|output| output.status.success())
}

fn passed(output: &str) -> Vec<String> {
    let lines = output.lines().filter_map(|line| line.trim_start().strip_prefix("PASS "));
    let name = |line: &'_ str| {
        let line = line.trim();
        let covered = line.strip_suffix(" coverage").and_then(|line| line.rsplit_once(' '));
        covered.map_or(line, |(name, _)| name).trim().to_owned()
    };
    lines.map(name).collect()
}

/// The jobs of each, with their stages.
const LISTED: &[(Starter, &str)] = &[
    (Starter::Minimal, "build:build test:test"),
    (Starter::Python, "ruff:check pytest_[3.13]:test pytest_[3.14]:test wheel:package"),
    (Starter::Rust, "format:check clippy:check test:test build:package"),
    (Starter::Node, "lint:check test:check build:build"),
    (Starter::Java, "compile:build test:test package:package"),
    (Starter::Go, "check:check test:test build:package"),
    (Starter::Docker, "prep:prep build-app:build build-test:build test:test deliver:deliver deploy:deploy"),
    (Starter::Pages, "build-site:build deploy-pages:deploy"),
    (Starter::Tofu, "validate:check plan:plan apply:apply"),
    (Starter::Monorepo, "check:check api:projects web:projects"),
    (Starter::Component, "shellcheck:test test-component:test release:release"),
];

/// Whether gitlab-ci-local lists these jobs, each with its stage; false where this machine has none.
fn is_listed(starter: Starter, wanted: &str) -> bool {
    let project = Project::of(starter, "list");
    let Some(output) = project.run(&["--list-csv-all"], None) else { return false };
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{starter:?}: {text}{}", String::from_utf8_lossy(&output.stderr));
    let rows = text.lines().skip_while(|line| !line.starts_with("name;")).skip(1);
    let found = rows.filter_map(|row| {
        let mut cells = row.split(';').map(|cell| cell.trim_matches('"'));
        Some(format!("{}:{}", cells.next()?.replace(": ", "_"), cells.next()?))
    });
    assert_eq!(found.collect::<Vec<_>>().join(" "), wanted, "{starter:?}");
    true
}

#[test]
fn gitlab_ci_local_lists_the_jobs_of_each() {
    assert_eq!(LISTED.len(), Starter::ALL.len());
    let half = LISTED.len() / 2;
    let lists = |part: &[(Starter, &str)]| part.iter().all(|(starter, wanted)| is_listed(*starter, wanted));
    let other = std::thread::spawn(move || lists(&LISTED[..half]));
    let done = lists(&LISTED[half..]);
    if !(other.join().expect("the other half lists too") && done) {
        println!("no Node that runs gitlab-ci-local: nothing is listed");
    }
}

#[test]
#[cfg(unix)]
fn the_images_are_named_once_built_tested_delivered_as_tested_and_deployed() {
    use std::os::unix::fs::PermissionsExt;

    let project = Project::of(Starter::Docker, "run");
    let bin = project.folder.join(".git/bin");
    std::fs::create_dir(&bin).expect("a folder can be made");
    let stand_in = r#"#!/bin/sh
printf '%s|%s %s %s|%s\n' "$CI_JOB_NAME" "$APP_IMAGE" "$TEST_IMAGE" "$RELEASE_IMAGE" "$*" >> "$DOCKER_CALLS"
case $1 in
  login) cat > /dev/null ;;
  cp) printf '<testsuite name="tests" tests="1"/>' > "$3" ;;
esac
"#;
    std::fs::write(bin.join("docker"), stand_in).expect("a file can be written");
    std::fs::set_permissions(bin.join("docker"), PermissionsExt::from_mode(0o755)).expect("it can be run");
    let variables = ["CI_COMMIT_TAG=v1.2.3", "CI_REGISTRY_USER=somebody", "CI_REGISTRY_PASSWORD=word"];
    let mut args = vec!["--manual", "deploy"];
    variables.iter().for_each(|variable| args.extend(["--variable", variable]));
    let Some(output) = project.execute(&args, Some(&bin)) else {
        println!("no gitlab-ci-local or no rsync: the starter is not run");
        return;
    };
    assert_eq!(passed(&output), ["prep", "build-app", "build-test", "test", "deliver", "deploy"], "{output}");

    let names = std::fs::read_to_string(project.folder.join("context.env")).expect("prep writes it");
    let names: BTreeMap<&str, &str> = names.lines().filter_map(|line| line.split_once('=')).collect();
    let [app, test, release] = ["APP_IMAGE", "TEST_IMAGE", "RELEASE_IMAGE"].map(|name| names[name]);
    assert!(release.ends_with("/app:v1.2.3"), "{release}");
    let calls = std::fs::read_to_string(project.folder.join("calls.log")).expect("docker was called");
    let mut by_job: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for call in calls.lines() {
        let [job, seen, call] = call.splitn(3, '|').collect::<Vec<_>>()[..] else { panic!("{call}") };
        assert_eq!(seen, format!("{app} {test} {release}"), "{job} sees the names of context.env");
        if !call.starts_with("login ") {
            by_job.entry(job).or_default().push(call);
        }
    }
    let of = |job: &str| by_job.get(job).map(|calls| calls.join("\n")).unwrap_or_default();
    assert_eq!(of("build-app"), format!("build --pull --tag {app} .\npush {app}"));
    let build = format!("build --pull --build-arg APP_IMAGE={app} --file Dockerfile.test --tag {test} .\npush {test}");
    assert_eq!(of("build-test"), build);
    assert!(of("test").starts_with("run ") && of("test").contains(test), "{}", of("test"));
    assert_eq!(of("deliver"), format!("pull {app}\ntag {app} {release}\npush {release}"), "nothing is built again");
    assert!(of("deploy").ends_with(release), "{}", of("deploy"));
    assert_eq!(by_job.len(), 5, "prep needs no Docker: {by_job:?}");
}

/// Runs a starter and wants these jobs to pass.
fn runs(starter: Starter, args: &[&str], jobs: &[&str]) {
    match Project::of(starter, "run").execute(args, None) {
        Some(output) => assert_eq!(passed(&output), jobs, "{output}"),
        None => println!("no gitlab-ci-local or no rsync: {} is not run", starter.name()),
    }
}

#[test]
fn the_python_project_runs() {
    // The tools come from PyPI.
    let folder = std::env::temp_dir().join(format!("pipewright-pip-{}", std::process::id()));
    let target = folder.to_string_lossy().into_owned();
    let download = ["-m", "pip", "download", "--quiet", "--no-deps", "--dest", &target, "iniconfig==2.1.0"];
    let can = has("python", &download) && has("python", &["-c", "import ensurepip"]);
    let _ = std::fs::remove_dir_all(folder);
    if can {
        runs(Starter::Python, &[], &["ruff", "pytest: [3.13]", "pytest: [3.14]"]);
    } else {
        println!("no python with venv, or no PyPI: python is not run");
    }
}

#[test]
fn the_rust_program_runs() {
    if has("rustup", &["component", "list", "--installed"]) {
        runs(Starter::Rust, &[], &["format", "clippy", "test", "build"]);
    } else {
        println!("no rustup: rust is not run");
    }
}

#[test]
fn the_node_project_runs() {
    if has("npm", &["--version"]) {
        runs(Starter::Node, &[], &["lint", "test", "build"]);
    } else {
        println!("no npm: node is not run");
    }
}

#[test]
fn the_go_program_runs() {
    if has("go", &["version"]) {
        runs(Starter::Go, &[], &["check", "test", "build"]);
    } else {
        println!("no go: go is not run");
    }
}

#[test]
fn the_site_is_built() {
    runs(Starter::Pages, &[], &["build-site", "deploy-pages"]);
}
