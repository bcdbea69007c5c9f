//! A job with `needs` uses a file of a job that it does not need.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use std::rc::Rc;

use crate::lint::advice::Advice;
use crate::lint::facts::Job;
use crate::lint::fix::{Fix, Site};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::resolve::{Map, Value};
use crate::yaml::{Kind, NewValue};

/// The rule.
pub static RULE: Rule = Rule {
    code: "artifact-not-needed",
    severity: Severity::Warning,
    summary: "A job with `needs` uses files that are artifacts of a job that it does not need.",
    help: "Add the job to needs: a job with needs gets the artifacts of those jobs only.",
    source: "doc/ci/yaml (needs): artifacts come from the needed jobs",
    fix: Some(fix),
    on: true,
    bad: "build:\n  stage: build\n  script: make\n  artifacts: {paths: [out/site/]}\nlint:\n  stage: build\n  script: make lint\ndeploy:\n  stage: deploy\n  script: rsync out/site/ server\n  needs: [lint]\n",
    good: "build:\n  stage: build\n  script: make\n  artifacts: {paths: [out/site/]}\nlint:\n  stage: build\n  script: make lint\ndeploy:\n  stage: deploy\n  script: rsync out/site/ server\n  needs: [lint, build]\n",
};

/// Paths that are looked for in one file; more are left out.
const MOST: usize = 200;

/// Paths that exactly one job makes, in the scripts of jobs that need others but not that one.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    let jobs = &advice.facts.jobs;
    let mut makers: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, job) in jobs.iter().enumerate() {
        for path in paths(job.map, "artifacts") {
            makers.entry(path).or_default().push(at);
        }
    }
    let mut single: Vec<(&str, usize)> =
        makers.iter().filter(|(_, jobs)| jobs.len() == 1).map(|(path, jobs)| (*path, jobs[0])).collect();
    single.sort_unstable();
    single.truncate(MOST);
    let mut seen = HashSet::new();
    for job in jobs.iter().filter(|job| !job.needs.is_empty() && !job.map.open && advice.facts.is_sound(job)) {
        let Some(needs) = job.map.entry("needs") else { continue };
        // What many jobs share is looked at for the first of them.
        let script = job.map.given("script");
        if !seen.insert((script.and_then(Value::identity), needs.value.identity(), job.name)) || script.is_none() {
            continue;
        }
        let cached: Vec<&str> = paths(job.map, "cache").collect();
        for (path, maker) in &single {
            let maker_job = &jobs[*maker];
            let needed = maker_job.name == job.name || reaches(advice, job, *maker) || cached.contains(path);
            if !needed && mentions(job, path) {
                let message = format!("{path} is made by {}, which {} does not need", maker_job.name, job.name);
                found.push(Diagnostic::new(&RULE, message, needs.key_span).of(&job.subject));
            }
        }
    }
}

/// Whether a job needs another, directly.
fn reaches(advice: &Advice<'_>, job: &Job<'_>, maker: usize) -> bool {
    let maker = &advice.facts.jobs[maker];
    let names: Vec<Rc<str>> = maker.names();
    job.needs.iter().any(|need| need.name == maker.name || names.iter().any(|name| **name == *need.name))
}

/// The paths of artifacts or of a cache that are plain enough to look for.
fn paths<'c>(job: &'c Map, keyword: &str) -> impl Iterator<Item = &'c str> {
    let listed = job.given(keyword).and_then(Value::as_map).and_then(|map| map.given("paths")).and_then(Value::as_list);
    let plain = |path: &&str| path.len() >= 5 && path.contains(['/', '.']) && !path.contains(['$', '*', '?']);
    let texts = listed.unwrap_or_default().iter().filter_map(Value::as_text);
    texts.map(|path| path.trim_start_matches("./").trim_end_matches('/')).filter(plain)
}

/// Whether the script has the path as a word, or as the start of one.
fn mentions(job: &Job<'_>, path: &str) -> bool {
    let commands = job.commands(&["script"]);
    let part = |c: char| c.is_alphanumeric() || "_-./".contains(c);
    commands.iter().any(|command| {
        command.match_indices(path).any(|(at, _)| {
            let (before, after) = (&command[..at], &command[at + path.len()..]);
            let fresh = !before.trim_end_matches("./").ends_with(part) || before.ends_with("$CI_PROJECT_DIR/");
            fresh && (after.starts_with('/') || !after.starts_with(part))
        })
    })
}

/// The job that makes the file is needed too.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let needs = site.node()?.own_entry()?.value;
    let (_, rest) = site.finding.message.split_once(" is made by ")?;
    let (maker, _) = rest.split_once(", which ")?;
    (needs.kind() == Kind::Sequence).then(|| Fix::append(needs, NewValue::String(maker.to_owned())))
}
