//! A job uses a variable that another job writes into its dotenv report, and does not get that job's artifacts.

use std::collections::{HashMap, HashSet};

use crate::lint::advice::Advice;
use crate::lint::facts::Job;
use crate::lint::fix::{Fix, Site};
use crate::lint::flow::Taking;
use crate::lint::{Diagnostic, Rule, Severity};
use crate::resolve::Value;
use crate::yaml::{Kind, NewValue};

/// The rule.
pub static RULE: Rule = Rule {
    code: "dotenv-not-needed",
    severity: Severity::Warning,
    summary: "A job uses a variable of another job's dotenv report, and does not get that job's artifacts.",
    help: "Add the job to needs, with its artifacts: a dotenv report reaches the jobs that take its job's artifacts.",
    source: "doc/ci/variables/job_scripts.md (pass an environment variable to another job)",
    fix: Some(fix),
    on: true,
    bad: "build:\n  stage: build\n  script:\n    - echo \"RELEASE=$(cat VERSION)\" >> build.env\n  artifacts:\n    reports: {dotenv: build.env}\nlint:\n  stage: build\n  script: make lint\ndeploy:\n  stage: deploy\n  script: make deploy VERSION=$RELEASE\n  needs: [lint]\n",
    good: "build:\n  stage: build\n  script:\n    - echo \"RELEASE=$(cat VERSION)\" >> build.env\n  artifacts:\n    reports: {dotenv: build.env}\nlint:\n  stage: build\n  script: make lint\ndeploy:\n  stage: deploy\n  script: make deploy VERSION=$RELEASE\n  needs: [lint, build]\n",
};

/// Jobs with dotenv reports that are looked at.
const MOST: usize = 500;

/// Each variable that a script writes into a dotenv report, in the scripts of jobs that none of the reports reaches.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    let facts = advice.facts;
    let mut makers: HashMap<String, Vec<usize>> = HashMap::new();
    let reporting = facts.jobs.iter().enumerate().filter(|(_, job)| !files(job).is_empty());
    for (at, job) in reporting.take(MOST) {
        for name in written(job) {
            makers.entry(name).or_default().push(at);
        }
    }
    if makers.is_empty() {
        return;
    }
    let taking = Taking::of_all(facts);
    let global = advice.config.given("variables").and_then(Value::as_map);
    let mut seen = HashSet::new();
    for (at, job) in facts.jobs.iter().enumerate().filter(|(_, job)| !job.map.open && facts.is_sound(job)) {
        // What many jobs share is looked at for the first of them.
        let shared = ["script", "needs", "dependencies"].map(|key| job.map.given(key).and_then(Value::identity));
        if shared[0].is_some() && !seen.insert((shared, facts.stage_index(at))) {
            continue;
        }
        let script = job.commands(&["before_script", "script"]);
        let own = job.map.given("variables").and_then(Value::as_map);
        let mut told = HashSet::new();
        for name in script.iter().flat_map(|command| used(command)) {
            let Some(makers) = makers.get(name) else { continue };
            let is_defined = [own, global].into_iter().flatten().any(|map| map.get(name).is_some());
            let is_set = script.iter().any(|command| assigned(command).any(|set| set == name));
            let comes = makers.iter().any(|&maker| maker == at || taking[at].reaches(facts, at, maker));
            if is_defined || is_set || comes || !told.insert(name) {
                continue;
            }
            let maker = facts.jobs[makers[0]].name;
            let key = job.map.entry("needs").or_else(|| job.map.entry("dependencies"));
            let place = key.map_or(job.span, |entry| entry.key_span);
            let message = format!("{name} is in the dotenv report of {maker}, which does not reach {}", job.name);
            found.push(Diagnostic::new(&RULE, message, place).of(&job.subject));
        }
    }
}

/// The files of a job's dotenv report.
fn files<'c>(job: &Job<'c>) -> Vec<&'c str> {
    let reports = job.map.given("artifacts").and_then(Value::as_map).and_then(|map| map.given("reports"));
    let files = reports.and_then(Value::as_map).and_then(|reports| reports.given("dotenv"));
    match files {
        Some(files) => files.as_text().into_iter().chain(texts_of(files)).collect(),
        None => Vec::new(),
    }
}

fn texts_of(list: &Value) -> impl Iterator<Item = &str> {
    list.as_list().unwrap_or_default().iter().filter_map(Value::as_text)
}

/// The variables that a job's commands write into its dotenv report: `echo "NAME=…" >> FILE`.
fn written(job: &Job<'_>) -> Vec<String> {
    let files = files(job);
    let commands = job.commands(&["before_script", "script", "after_script"]);
    let lines = commands.iter().flat_map(|command| command.lines());
    let into = |line: &&str| line.contains('>') && files.iter().any(|file| line.contains(file));
    lines.filter(into).flat_map(assigned).map(str::to_owned).collect()
}

/// The names before an equals sign.
fn assigned(command: &str) -> impl Iterator<Item = &str> {
    let pieces = command.split(|c: char| c.is_whitespace() || "\"'`;(&|".contains(c));
    pieces.filter_map(|piece| piece.split_once('=').map(|(name, _)| name)).filter(|name| is_name(name))
}

/// The variables in a command.
fn used(command: &str) -> impl Iterator<Item = &str> {
    command.split('$').skip(1).filter_map(|rest| {
        let rest = rest.strip_prefix('{').unwrap_or(rest);
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        Some(&rest[..end]).filter(|name| is_name(name))
    })
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// The job that writes the report is needed too.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let needs = site.node()?.own_entry().filter(|entry| entry.key.value() == "needs")?.value;
    let (_, rest) = site.finding.message.split_once(" is in the dotenv report of ")?;
    let (maker, _) = rest.split_once(", which does not reach ")?;
    (needs.kind() == Kind::Sequence).then(|| Fix::append(needs, NewValue::String(maker.to_owned())))
}
