//! The one way in: everything that is to be said of a document, in GitLab's order.

use foldhash::{HashSet, HashSetExt};
use std::rc::Rc;

use super::entry::include::{mapper, Outcome};
use super::entry::{configuration, header, Checker};
use super::facts::Facts;
use super::pieces::Pieces;
use super::rules::{
    byte_order_mark, circular_needs, default_twice, include, input, job_without_script, loading, matrix_variable,
    no_visible_job, on_stop, publish_twice, resolving, two_pipelines, undefined_need, unknown_stage,
};
use super::stray_tab::stray_tab;
use super::{advice, ignore, syntax, Diagnostic, Memory, Report, Rule, Settings, Severity};
use crate::resolve::{effective_after, Data, Places, Problem, ProblemKind, SIZE_LIMIT};
use crate::runner::{Fleet, Takers};
use crate::text::Span;
use crate::yaml::{Document, Kind, NodeRef};

/// Checks a document. Never fails; of a broken one the parts that can be read are checked.
pub fn check(document: &Document) -> Report {
    check_with(document, &Settings::default())
}

/// Checks a document for what the settings want. Nothing is known of runners.
pub fn check_with(document: &Document, settings: &Settings) -> Report {
    check_for(document, settings, &Rc::default())
}

/// Checks a document for what the settings want, with the runners that there are.
pub fn check_for(document: &Document, settings: &Settings, fleet: &Rc<Fleet>) -> Report {
    check_after(document, settings, fleet, &mut Memory::default())
}

/// Checks the next version of a document: the same report, sooner, as what is written as before is not read again.
pub fn check_after(document: &Document, settings: &Settings, fleet: &Rc<Fleet>, memory: &mut Memory) -> Report {
    // Where the top level can't be read entry by entry nothing is known of it. What is known stays for later.
    let mut report = match document.top_entries() {
        Some(_) => checked(document, settings, fleet, memory),
        None => checked(document, settings, fleet, &mut Memory::default()),
    };
    let off: HashSet<&str> = settings.off().map(|rule| rule.code).collect();
    report.diagnostics.retain(|finding| !off.contains(finding.rule));
    // Only now: whether the file is valid, and what hides behind an error, is GitLab's to say.
    for finding in &mut report.diagnostics {
        finding.severity = settings.severity(finding.rule, finding.severity);
    }
    report
}

fn checked(document: &Document, settings: &Settings, fleet: &Rc<Fleet>, memory: &mut Memory) -> Report {
    let mut checker = Checker::new(&mut memory.jobs);
    syntax_errors(&mut checker, document);
    let broken = !document.is_sound();
    if let Some((message, span)) = syntax::lost_indentation(document) {
        checker.words(&loading::YAML_SYNTAX, message, span);
    }
    if let Some((message, span)) = stray_tab(document) {
        checker.words(&loading::YAML_SYNTAX, message, span);
    }
    if document.text().trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']).is_empty() {
        let message = "Please provide content of .gitlab-ci.yml".to_owned();
        checker.words(&loading::EMPTY_FILE, message, Span::empty(0));
        return report(checker, Vec::new());
    }
    if document.text().len() > SIZE_LIMIT {
        checker.words(&loading::TOO_BIG, "The provided YAML is too big".to_owned(), Span::empty(0));
        return report(checker, Vec::new());
    }
    let mut include_entry = false;
    let effective = effective_after(document, &mut memory.values, |written| {
        let include = written.as_map().and_then(|top| top.get("include"));
        let outcome = include.map(|include| mapper(&mut checker, include));
        include_entry = outcome == Some(Outcome::Nothing);
        broken || outcome == Some(Outcome::Files)
    });
    if let Some(value) = &effective.header {
        header(&mut checker, value);
    }
    for problem in effective.load_problems.iter().chain(&effective.problems) {
        checker.found.push(of_problem(problem));
    }
    let places = memory.values.places();
    if let Some(other) = document.documents().find(|root| !broken && !is_mapping(*root)) {
        if effective.load_problems.is_empty() {
            let message = "Invalid configuration format".to_owned();
            checker.words(&loading::NO_MAPPING, message, first_line(document, other.full_span()));
        }
        put_in_place(&mut checker.found, places);
        return report(checker, Vec::new());
    }
    match &effective.config.data {
        Data::Map(config) => {
            let from = checker.found.len();
            configuration(&mut checker, config, effective.config.span, include_entry);
            let unsound = unsound_jobs(&checker.found[from..]);
            let facts = Facts::of(config, &unsound);
            between_jobs(&facts, &mut checker.found);
            byte_order_mark::check(document, &facts, &mut checker.found);
            let takers = Takers::of(config, fleet);
            if !broken {
                let pieces = Pieces::of(document, &memory.values, &mut memory.texts);
                memory.scripts.get_mut().bound(facts.jobs.len());
                let (facts, takers, pieces, scripts) = (&facts, &takers, &pieces, &memory.scripts);
                let advice = advice::Advice { document, config, facts, takers, pieces, places, scripts };
                advice::give(&advice, settings, &mut checker.found);
                put_in_place(&mut checker.found, places);
                once_a_place(&mut checker.found);
                ignore::take_out(document, pieces.any_ignores(), &mut checker.found);
            }
            put_in_place(&mut checker.found, places);
            let jobs = jobs(&facts);
            Report { takers, ..report(checker, jobs) }
        }
        _ if !broken && effective.config.is_blank() => {
            // Only comments, or nothing else that counts: GitLab reads an empty mapping.
            let nothing = crate::resolve::Map::default();
            configuration(&mut checker, &nothing, Span::empty(0), false);
            put_in_place(&mut checker.found, places);
            report(checker, Vec::new())
        }
        _ => {
            put_in_place(&mut checker.found, places);
            report(checker, Vec::new())
        }
    }
}

/// Whether GitLab reads a mapping.
fn is_mapping(root: NodeRef<'_>) -> bool {
    root.resolved().unwrap_or(root).kind() == Kind::Mapping
}

fn first_line(document: &Document, span: Span) -> Span {
    let line = span.slice(document.text()).lines().next().unwrap_or("").len();
    Span::new(span.from(), span.from() + line)
}

fn syntax_errors(checker: &mut Checker, document: &Document) {
    for error in document.errors() {
        if error.message.starts_with("Unknown alias: ") {
            checker.words(&loading::UNKNOWN_ALIAS, error.message.clone(), error.span);
        } else {
            checker.words(&loading::YAML_SYNTAX, syntax::words(document, error), syntax::place(document, error));
        }
    }
}

fn of_problem(problem: &Problem) -> Diagnostic {
    let rule: &'static Rule = match problem.kind {
        ProblemKind::Date => &loading::DATE_VALUE,
        ProblemKind::Object => &loading::FOREIGN_TAG,
        ProblemKind::TooBig => &loading::TOO_BIG,
        ProblemKind::UnknownBase => &resolving::UNKNOWN_BASE,
        ProblemKind::InvalidBase => &resolving::INVALID_BASE,
        ProblemKind::CircularExtends => &resolving::CIRCULAR_EXTENDS,
        ProblemKind::DeepExtends => &resolving::DEEP_EXTENDS,
        ProblemKind::UnknownReference => &resolving::UNKNOWN_REFERENCE,
        ProblemKind::CircularReference => &resolving::CIRCULAR_REFERENCE,
        ProblemKind::InvalidReference => &resolving::INVALID_REFERENCE,
        ProblemKind::Input => &super::rules::input::RULE,
    };
    let diagnostic = Diagnostic::new(rule, problem.message.clone(), problem.span);
    match &problem.subject {
        Some(subject) => diagnostic.of(subject),
        None => diagnostic,
    }
}

/// Jobs with errors about their shape: what they say of others can't be relied on.
fn unsound_jobs(found: &[Diagnostic]) -> HashSet<Rc<str>> {
    let errors = found.iter().filter(|finding| finding.severity == Severity::Error);
    errors.filter_map(|finding| finding.subject.clone()).collect()
}

fn between_jobs(facts: &Facts, found: &mut Vec<Diagnostic>) {
    matrix_variable::check(facts, found);
    unknown_stage::check(facts, found);
    undefined_need::check(facts, found);
    on_stop::check(facts, found);
    publish_twice::check(facts, found);
    circular_needs::check(facts, found);
}

/// What was found in values stands where they are written.
fn put_in_place(found: &mut [Diagnostic], places: &Places) {
    found.iter_mut().for_each(|finding| finding.span = places.in_text(finding.span));
}

/// Where there is an error, no warning is needed.
fn once_a_place(found: &mut Vec<Diagnostic>) {
    let is_error = |finding: &&Diagnostic| finding.severity == Severity::Error;
    let errors: HashSet<Span> = found.iter().filter(is_error).map(|finding| finding.span).collect();
    found.retain(|finding| finding.severity == Severity::Error || !errors.contains(&finding.span));
}

fn jobs(facts: &Facts) -> Vec<(Rc<str>, Rc<str>)> {
    let unknown: Rc<str> = "test".into();
    let mut jobs = Vec::with_capacity(facts.jobs.len());
    for job in &facts.jobs {
        let stage = job.stage.as_ref().map_or(&unknown, |(stage, _)| stage);
        jobs.extend(job.names().map(|name| (name.clone(), stage.clone())));
    }
    jobs
}

/// What GitLab raises before it has a configuration (lib/gitlab/ci/yaml_processor.rb), or says in place of looking at any
/// job (lib/gitlab/ci/config/entry/jobs.rb): it gives no warning then.
const WITHOUT_WARNINGS: [&Rule; 19] = [
    &loading::YAML_SYNTAX,
    &loading::UNKNOWN_ALIAS,
    &loading::DATE_VALUE,
    &loading::FOREIGN_TAG,
    &loading::TOO_BIG,
    &loading::EMPTY_FILE,
    &loading::NO_MAPPING,
    &resolving::UNKNOWN_BASE,
    &resolving::INVALID_BASE,
    &resolving::CIRCULAR_EXTENDS,
    &resolving::DEEP_EXTENDS,
    &resolving::UNKNOWN_REFERENCE,
    &resolving::CIRCULAR_REFERENCE,
    &resolving::INVALID_REFERENCE,
    &include::RULE,
    &input::RULE,
    &default_twice::RULE,
    &no_visible_job::RULE,
    &job_without_script::RULE,
];

fn report(checker: Checker<'_>, jobs: Vec<(Rc<str>, Rc<str>)>) -> Report {
    let mut diagnostics = checker.found;
    diagnostics.sort_by_key(|finding| (finding.span.start, finding.span.end));
    let mut seen = HashSet::new();
    diagnostics.retain(|finding| seen.insert((finding.message.clone(), finding.span)));
    if diagnostics.iter().any(|finding| WITHOUT_WARNINGS.iter().any(|rule| rule.code == finding.rule)) {
        diagnostics.retain(|finding| finding.rule != two_pipelines::RULE.code);
    }
    let valid = diagnostics.iter().all(|finding| finding.severity != Severity::Error);
    Report { diagnostics, valid, jobs: if valid { jobs } else { Vec::new() }, takers: Takers::default() }
}
