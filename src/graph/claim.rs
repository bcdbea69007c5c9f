//! Where each variable of a job comes from, and which place wins (doc/ci/variables, "CI/CD variable precedence";
//! lib/gitlab/ci/pipeline/seed/build.rb for what rules and `workflow` bring).
//!
//! What is set in GitLab's settings, or by who starts the pipeline, wins over all of it and is not known here.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::dotenv::dotenv_variables;
use super::facts::Facts;
use super::taking::{Reach, Taking};
use super::use_of::used;
use crate::keywords::predefined;
use crate::pipeline::job_named;
use crate::resolve::chain::{self, Source};
use crate::text::Span;
use crate::yaml::{Document, Entry, Kind, NodeRef};

/// Variables of one job that are looked at.
const MOST: usize = 2000;

/// A place that gives a job a variable. The order is that of precedence, the strongest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimSource {
    /// The dotenv report of a job.
    Dotenv(Rc<str>),
    /// `rules:variables` of a rule of the job, counted from 1.
    Rule(usize),
    /// `parallel:matrix`
    Matrix,
    /// `variables` of the job, or of what it extends or merges.
    Job(Source),
    /// `workflow:rules:variables` of a rule, counted from 1.
    Workflow(usize),
    /// `variables` of the file.
    File,
    /// GitLab sets it.
    Predefined,
}

/// Whether a claim counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Wins,
    /// It does where its rule matches, or its job has run.
    Sometimes,
    /// Another does.
    Loses,
}

/// One place that gives a variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Which.
    pub source: ClaimSource,
    /// The value there; for GitLab's variables empty.
    pub value: Rc<str>,
    /// Where it stands.
    pub span: Option<Span>,
    /// Whether it counts.
    pub standing: Standing,
}

/// The variables of a job by name, each with the places that give it, the strongest first. GitLab's own are among them
/// where the job's commands use them, or the file sets one of the name.
pub fn claims(document: &Document, facts: &Facts<'_>, job: &str) -> Vec<(Rc<str>, Vec<Claim>)> {
    let Some(value) = job_named(document, job).and_then(|job| job.value().resolved()) else { return Vec::new() };
    let mut found = Collected::default();
    found.dotenv(document, facts, job);
    found.rules(chain::keyword(document, value, "rules").map(|found| found.value), ClaimSource::Rule);
    found.matrix(chain::keyword(document, value, "parallel").map(|found| found.value));
    for (name, at) in chain::all_entries(document, value, "variables").into_iter().rev() {
        found.add(name, ClaimSource::Job(at.source), at.value, true);
    }
    let inherits = Inherited::of(chain::keyword(document, value, "inherit").map(|found| found.value));
    let top = document.top();
    let workflow = top.and_then(|top| top.get("workflow")?.get("rules"));
    let mut shared = Collected::default();
    shared.rules(workflow.and_then(|rules| rules.resolved()), ClaimSource::Workflow);
    for entry in entries_of(top, "variables") {
        shared.add(entry.key.value(), ClaimSource::File, entry.value, true);
    }
    for (name, claims) in shared.by_name {
        if inherits.takes(&name) {
            found.by_name.entry(name).or_default().extend(claims);
        }
    }
    found.predefined(facts, job);
    found.by_name.into_iter().take(MOST).map(|(name, claims)| (name, ranked(claims))).collect()
}

/// The entries under a key, aliases followed.
fn entries_of<'d>(mapping: Option<NodeRef<'d>>, key: &str) -> impl Iterator<Item = Entry<'d>> {
    let value = mapping.and_then(|mapping| mapping.get(key)?.resolved());
    value.into_iter().flat_map(|value| value.entries())
}

#[derive(Default)]
struct Collected {
    by_name: BTreeMap<Rc<str>, Vec<Claim>>,
}

impl Collected {
    fn push(&mut self, name: &str, claim: Claim) {
        if name != "<<" {
            self.by_name.entry(name.into()).or_default().push(claim);
        }
    }

    fn add(&mut self, name: &str, source: ClaimSource, node: NodeRef<'_>, always: bool) {
        let value = match node.kind() {
            Kind::Mapping => node.get("value").map(|value| value.value()).unwrap_or_default(),
            Kind::Scalar => node.value(),
            Kind::Alias | Kind::Sequence => node.text(),
        };
        let standing = if always { Standing::Wins } else { Standing::Sometimes };
        self.push(name, Claim { source, value: value.into(), span: Some(node.full_span()), standing });
    }

    fn rules(&mut self, rules: Option<NodeRef<'_>>, source: fn(usize) -> ClaimSource) {
        let rules = rules.into_iter().flat_map(|rules| rules.items());
        for (at, rule) in rules.enumerate().filter_map(|(at, rule)| Some((at, rule.resolved()?))) {
            for entry in entries_of(Some(rule), "variables") {
                self.add(entry.key.value(), source(at + 1), entry.value, false);
            }
        }
    }

    /// Where there are several rows, which one gives the variable depends on the instance.
    fn matrix(&mut self, parallel: Option<NodeRef<'_>>) {
        let matrix = parallel.and_then(|parallel| parallel.get("matrix"));
        let rows: Vec<NodeRef<'_>> = matrix.into_iter().flat_map(|matrix| matrix.items()).collect();
        for entry in rows.iter().flat_map(|row| row.entries()) {
            self.add(entry.key.value(), ClaimSource::Matrix, entry.value, rows.len() == 1);
        }
    }

    fn dotenv(&mut self, document: &Document, facts: &Facts<'_>, job: &str) {
        let Some(taker) = facts.jobs.iter().position(|known| known.name == job) else { return };
        let taking = Taking::of_all(facts);
        for (at, maker) in facts.jobs.iter().enumerate().filter(|(at, _)| *at != taker) {
            let reach = taking[taker].reach(facts, taker, at);
            let standing = match reach {
                Reach::Yes(_) => Standing::Wins,
                Reach::Unknown => Standing::Sometimes,
                Reach::No(_) => continue,
            };
            for variable in dotenv_variables(facts, maker) {
                let script = facts.given(maker, "script").map(|script| script.span);
                let span = script.map(|script| place_of(document, script, &variable.name));
                let source = ClaimSource::Dotenv(maker.subject.clone());
                self.push(&variable.name, Claim { source, value: variable.value.into(), span, standing });
            }
        }
    }

    fn predefined(&mut self, facts: &Facts<'_>, job: &str) {
        let commands =
            facts.jobs.iter().find(|known| known.name == job).map(|job| facts.commands(job)).unwrap_or_default();
        let used = commands.into_iter().flat_map(used).filter(|name| !self.by_name.contains_key(*name));
        let names: Vec<Rc<str>> = used.map(Rc::from).chain(self.by_name.keys().cloned()).collect();
        for name in names {
            let known = self.by_name.get(&name).and_then(|claims| claims.last());
            let is_there = known.is_some_and(|claim| claim.source == ClaimSource::Predefined);
            if predefined(&name).is_some() && !is_there {
                let claim =
                    Claim { source: ClaimSource::Predefined, value: "".into(), span: None, standing: Standing::Wins };
                self.push(&name, claim);
            }
        }
    }
}

/// Where a script writes a variable; the script where that is not found.
fn place_of(document: &Document, script: Span, name: &str) -> Span {
    let text = script.slice(document.text());
    match text.find(&format!("{name}=")) {
        Some(at) => Span::new(script.from() + at, script.from() + at + name.len()),
        None => script,
    }
}

/// `inherit:variables`
enum Inherited {
    All,
    None,
    These(Vec<String>),
}

impl Inherited {
    fn of(inherit: Option<NodeRef<'_>>) -> Self {
        match inherit.and_then(|inherit| inherit.get("variables")).and_then(|rule| rule.resolved()) {
            Some(list) if list.kind() == Kind::Sequence => {
                Self::These(list.items().map(|item| item.value().to_owned()).collect())
            }
            Some(flag) if flag.value() == "false" => Self::None,
            _ => Self::All,
        }
    }

    fn takes(&self, name: &str) -> bool {
        match self {
            Self::All => true,
            Self::None => false,
            Self::These(names) => names.iter().any(|known| known == name),
        }
    }
}

/// Behind the first that always counts, all lose.
fn ranked(mut claims: Vec<Claim>) -> Vec<Claim> {
    let mut decided = false;
    for claim in &mut claims {
        let always = claim.standing == Standing::Wins;
        if decided {
            claim.standing = Standing::Loses;
        }
        decided |= always;
    }
    claims
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::of_file;

    /// The claims to a variable of a job, as `source value standing`.
    fn of(text: &str, job: &str, name: &str) -> Vec<String> {
        let document = Document::parse(text);
        let effective = of_file(&document);
        let facts = Facts::of(effective.config.as_map().unwrap(), &Default::default());
        let all = claims(&document, &facts, job);
        let found = all.into_iter().find(|(known, _)| **known == *name).map(|(_, claims)| claims).unwrap_or_default();
        let shown = |claim: Claim| format!("{:?} {} {:?}", claim.source, claim.value, claim.standing);
        found.into_iter().map(shown).collect()
    }

    const TEXT: &str = "workflow:\n  rules:\n    - if: $CI_COMMIT_BRANCH\n      variables: {A: workflow}\nvariables:\n  A: file\n  CI_DEBUG_TRACE: 'true'\n\
        .b:\n  variables: {A: base}\nm:\n  stage: build\n  script: echo \"A=report\" >> a.env\n  artifacts: {reports: {dotenv: a.env}}\n\
        j:\n  stage: test\n  extends: .b\n  variables: {A: job}\n  rules:\n    - if: $X\n      variables: {A: rule}\n    - when: always\n  script: echo $A $CI_COMMIT_SHA\n\
        k:\n  stage: test\n  needs: []\n  inherit: {variables: [B]}\n  script: x\nl:\n  stage: test\n  needs: []\n  script: x\n";

    #[test]
    fn all_places_are_told_in_gitlabs_order() {
        assert_eq!(
            of(TEXT, "j", "A"),
            [
                "Dotenv(\"m\") report Wins",
                "Rule(1) rule Loses",
                "Job(Own) job Loses",
                "Job(Extends(\".b\")) base Loses",
                "Workflow(1) workflow Loses",
                "File file Loses",
            ]
        );
    }

    #[test]
    fn what_a_rule_brings_counts_where_it_matches() {
        assert_eq!(of(TEXT, "l", "A"), ["Workflow(1) workflow Sometimes", "File file Wins"]);
    }

    #[test]
    fn what_is_not_inherited_is_not_there() {
        assert_eq!(of(TEXT, "k", "A"), [""; 0]);
    }

    #[test]
    fn gitlabs_own_are_told_where_they_are_used_or_set() {
        assert_eq!(of(TEXT, "j", "CI_COMMIT_SHA"), ["Predefined  Wins"]);
        assert_eq!(of(TEXT, "l", "CI_DEBUG_TRACE"), ["File true Wins", "Predefined  Loses"]);
        assert_eq!(of(TEXT, "l", "CI_COMMIT_SHA"), [""; 0]);
    }

    #[test]
    fn a_matrix_wins_over_the_jobs_variables() {
        let text = "j:\n  script: x\n  variables: {A: job}\n  parallel:\n    matrix:\n      - A: [x, y]\n";
        assert_eq!(of(text, "j", "A"), ["Matrix [x, y] Wins", "Job(Own) job Loses"]);
    }
}
