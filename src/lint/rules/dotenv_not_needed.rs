//! A job uses a variable that another job writes into its dotenv report, and does not get that job's artifacts.

use std::collections::{HashMap, HashSet};

use crate::graph::{assigned, dotenv_files, dotenv_variables, used, Barrier, Reach, Taking};
use crate::lint::advice::Advice;
use crate::lint::fix::{barred_at, taken_from, Fix, Site};
use crate::lint::{Diagnostic, Rule, Severity};
use crate::resolve::Value;

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
    let reporting = facts.jobs.iter().enumerate().filter(|(_, job)| !dotenv_files(facts, job).is_empty());
    for (at, job) in reporting.take(MOST) {
        for variable in dotenv_variables(facts, job) {
            makers.entry(variable.name).or_default().push(at);
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
            let barrier = match taking[at].reach(facts, at, makers[0]) {
                Reach::No(barrier) => barrier,
                Reach::Yes(_) | Reach::Unknown => Barrier::Stage,
            };
            let maker = facts.jobs[makers[0]].name;
            let message = format!("{name} is in the dotenv report of {maker}, which does not reach {}", job.name);
            found.push(Diagnostic::new(&RULE, message, barred_at(job, barrier)).of(&job.subject));
        }
    }
}

/// The job that writes the report is needed too.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let (_, rest) = site.finding.message.split_once(" is in the dotenv report of ")?;
    let (maker, _) = rest.split_once(", which does not reach ")?;
    taken_from(site, maker)
}
