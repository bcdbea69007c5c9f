//! A job uses a file of a job whose artifacts it does not get.

use foldhash::{HashMap, HashMapExt};
use std::cell::LazyCell;

use crate::graph::{Barrier, FileUse, Reach, Taking};
use crate::lint::advice::Advice;
use crate::lint::fix::{barred_at, taken_from, Fix, Site};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::resolve::{Map, Value};

/// The rule.
pub static RULE: Rule = Rule {
    code: "artifact-not-needed",
    severity: Severity::Warning,
    summary: "A job uses files that are artifacts of a job whose artifacts it does not get.",
    help: "Add the job to needs, with its artifacts: a job with needs gets the artifacts of those jobs only, and others get those of earlier stages.",
    source: "doc/ci/yaml (needs): artifacts come from the needed jobs",
    fix: Some(fix),
    on: true,
    bad: "build:\n  stage: build\n  script: make\n  artifacts: {paths: [out/site/]}\nlint:\n  stage: build\n  script: make lint\ndeploy:\n  stage: deploy\n  script: rsync out/site/ server\n  needs: [lint]\n",
    good: "build:\n  stage: build\n  script: make\n  artifacts: {paths: [out/site/]}\nlint:\n  stage: build\n  script: make lint\ndeploy:\n  stage: deploy\n  script: rsync out/site/ server\n  needs: [lint, build]\n",
};

/// Paths that exactly one job makes, in the scripts of jobs that don't get them. A job that needs others but not the
/// maker is told of any mention. In other cases it may well make the file itself, so only a file of variables counts that
/// it can't do without.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    let facts = advice.facts;
    // None where several jobs make it.
    let mut makers: HashMap<&str, Option<usize>> = HashMap::new();
    for (at, job) in facts.jobs.iter().enumerate() {
        for path in paths(job.map, "artifacts") {
            makers.entry(path).and_modify(|maker| *maker = None).or_insert(Some(at));
        }
    }
    if makers.values().all(Option::is_none) {
        return;
    }
    let taking = LazyCell::new(|| Taking::of_all(facts));
    for (at, job) in facts.jobs.iter().enumerate().filter(|(_, job)| !job.map.open && facts.is_sound(job)) {
        if job.map.given("script").is_none() {
            continue;
        }
        let mut scripts = advice.scripts.borrow_mut();
        let used = ["before_script", "script"].map(|keyword| job.map.given(keyword).map(|value| scripts.paths(value)));
        let used = used.iter().flatten().flat_map(|paths| paths.iter().map(|path| &**path));
        let made = used.filter_map(|path| Some((path, (*makers.get(path)?)?)));
        let mut made: Vec<_> = made.filter(|(_, maker)| *maker != at).collect();
        if made.is_empty() {
            continue;
        }
        made.retain(|(path, _)| !paths(job.map, "cache").any(|cached| cached == *path));
        made.sort_unstable();
        made.dedup();
        for (path, maker) in made {
            let commands = job.commands(&["before_script", "script"]);
            let Reach::No(barrier) = taking[at].reach(facts, at, maker) else { continue };
            let needs_others = barrier == Barrier::NotNeeded && !job.needs.is_empty();
            if needs_others || lacks(advice, at, maker, &commands, path, barrier) {
                let (maker, name) = (facts.jobs[maker].name, job.name);
                let message = match barrier {
                    Barrier::NotNeeded => format!("{path} is made by {maker}, which {name} does not need"),
                    _ => format!("{path} is made by {maker}, whose artifacts {name} does not get"),
                };
                found.push(Diagnostic::new(&RULE, message, barred_at(job, barrier)).of(&job.subject));
            }
        }
    }
}

/// Whether the job can't do without a file of variables that the maker hands on. One of a later stage can't be meant.
fn lacks(advice: &Advice<'_>, at: usize, maker: usize, commands: &[&str], path: &str, barrier: Barrier) -> bool {
    let facts = advice.facts;
    let meant = barrier != Barrier::Stage || facts.stage_index(at) == facts.stage_index(maker);
    meant && path.ends_with(".env") && FileUse::of(commands, path).depends()
}

/// The paths of artifacts or of a cache that are plain enough to look for.
fn paths<'c>(job: &'c Map, keyword: &str) -> impl Iterator<Item = &'c str> {
    let listed = job.given(keyword).and_then(Value::as_map).and_then(|map| map.given("paths")).and_then(Value::as_list);
    let texts = listed.unwrap_or_default().iter().filter_map(Value::as_text);
    texts.map(|path| path.trim_start_matches("./").trim_end_matches('/')).filter(|path| is_plain(path))
}

/// Whether a path is long enough to be told from other words, and of one file or folder.
pub fn is_plain(path: &str) -> bool {
    path.len() >= 5 && path.contains(['/', '.']) && !path.contains(['$', '*', '?'])
}

/// The job that makes the file is needed too.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let (_, rest) = site.finding.message.split_once(" is made by ")?;
    let (maker, _) = rest.split_once(", which ").or_else(|| rest.split_once(", whose artifacts "))?;
    taken_from(site, maker)
}
