//! The top level (lib/gitlab/ci/config/entry/root.rb, jobs.rb, hidden.rb, default.rb, workflow.rb).

use super::job;
use super::mapping::{entry_of, mapping, nothing, unknown_keys};
use super::rules;
use super::variables::{self, Kind};
use super::{include, At, Checker};
use crate::graph::{job_kind, JobKind};
use crate::keywords::{AUTO_CANCEL, GLOBAL, JOB, WORKFLOW, WORKFLOW_RULE};
use crate::lint::memory::Under;
use crate::lint::rules::{default_twice, job_without_script, no_visible_job, shape};
use crate::resolve::{ruby, Entry, Map, Value};
use crate::text::Span;

const WORKFLOW_NAME_LIMIT: usize = 255;

/// Whether an entry belongs to the jobs, be it one or not.
fn is_among_jobs(entry: &Entry, open: bool) -> bool {
    entry.key.name().is_none_or(|name| GLOBAL.keyword(name).is_none()) || job_kind(entry, open).is_some()
}

/// Checks the whole configuration.
pub fn configuration(checker: &mut Checker, config: &Map, span: Span, include_entry: bool) {
    let at = At::top(config.open, span);
    for entry in config.entries().iter().filter(|entry| !is_among_jobs(entry, config.open)) {
        global(checker, &at, entry, include_entry);
    }
    twice(checker, config);
    jobs(checker, &at, config);
}

fn global(checker: &mut Checker, top: &At, entry: &Entry, include_entry: bool) {
    let Some(keyword) = GLOBAL.keyword(entry.key.text()) else { return };
    let (at, value) = (top.key(keyword.name, entry.key_span), &entry.value);
    if value.is_null() {
        return;
    }
    match keyword.name {
        "default" => default(checker, &at, value),
        "workflow" => workflow(checker, &at, value),
        "variables" => variables::entry(checker, &at, value, Kind::Global),
        "include" if include_entry => include::list(checker, &at, value, None),
        "include" => {}
        "stages" => entry_of(checker, &at, keyword, value),
        name => {
            if let Some(keyword) = JOB.keyword(name) {
                job::default_keyword(checker, top, &at, keyword, value);
            }
        }
    }
}

fn default(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_unknown() {
        return;
    }
    let Some(map) = value.as_map() else {
        checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span);
        return;
    };
    let held = |key: &str| JOB.keyword(key).filter(|keyword| keyword.in_default);
    let sound = checker.sound(|checker| unknown_keys(checker, at, map, &|key| held(key).is_some()));
    for entry in map.entries().iter().filter(|entry| sound && !entry.value.is_null()) {
        if let Some(keyword) = held(entry.key.text()) {
            let place = at.key(keyword.name, entry.key_span);
            job::default_keyword(checker, at, &place, keyword, &entry.value);
        }
    }
}

fn workflow(checker: &mut Checker, at: &At, value: &Value) {
    if value.is_unknown() {
        return;
    }
    let Some(map) = value.as_map() else {
        checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span);
        return;
    };
    let sound = checker.sound(|checker| {
        unknown_keys(checker, at, map, &|key| WORKFLOW.keyword(key).is_some());
        if let Some(name) = map.given("name").filter(|name| ruby::to_s(name).chars().count() > WORKFLOW_NAME_LIMIT) {
            let says = format!("is too long (maximum is {WORKFLOW_NAME_LIMIT} characters)");
            checker.error(&shape::LIMIT, at, "name", &says, name.span);
        }
    });
    for entry in map.entries().iter().filter(|entry| sound && !entry.value.is_null()) {
        let place = at.key(entry.key.text(), entry.key_span);
        match entry.key.text() {
            "rules" => rules::entry(checker, &place, &entry.value, &WORKFLOW_RULE),
            "auto_cancel" => mapping(checker, &place, &entry.value, &AUTO_CANCEL, &nothing),
            _ => {}
        }
    }
}

/// What GitLab raises while it hands the top level's keywords to `default`.
fn twice(checker: &mut Checker, config: &Map) {
    // One that is a job is no default.
    let of_top = |name: &str| config.entry(name).filter(|entry| !is_among_jobs(entry, config.open));
    let Some(default) = of_top("default").and_then(|entry| entry.value.as_map()) else { return };
    for name in ["image", "services", "before_script", "after_script", "cache"] {
        let both = config.given(name).is_some() && default.given(name).is_some();
        if let Some(entry) = of_top(name).filter(|_| both) {
            let message = format!("{name} is defined in top-level and `default:` entry");
            checker.words(&default_twice::RULE, message, entry.key_span);
        }
    }
}

fn jobs(checker: &mut Checker, top: &At, config: &Map) {
    let at = top.key("jobs", top.span);
    // One that is a job is no workflow.
    let workflow = config.entry("workflow").filter(|entry| !is_among_jobs(entry, config.open));
    let workflow_rules = config.open && config.get("workflow").is_none()
        || workflow
            .and_then(|entry| entry.value.as_map())
            .is_some_and(|workflow| workflow.has("rules") || workflow.open);
    let under = Under { open: config.open, workflow_rules };
    let mut visible = config.open;
    for entry in config.entries().iter().filter(|entry| is_among_jobs(entry, config.open)) {
        checker.subject = Some(entry.key.shared().clone());
        match job_kind(entry, config.open) {
            Some(JobKind::Hidden) => {
                if entry.value.is_blank() && !config.open {
                    let place = at.key(entry.key.text(), entry.key_span);
                    checker.error(&shape::MISSING_KEYWORD, &place, "config", "can't be blank", entry.key_span);
                }
            }
            Some(kind) => {
                visible = true;
                checker.job(entry, under, |checker| job::job(checker, &at, entry, kind, workflow_rules));
            }
            None => no_job(checker, entry),
        }
        checker.subject = None;
    }
    if !visible {
        let span = Span::empty(config.entries().first().map_or(top.span.from(), |entry| entry.key_span.from()));
        checker.error(&no_visible_job::RULE, &at, "config", "should contain at least one visible job", span);
    }
}

/// GitLab writes blanks in such names as underscores (lib/gitlab/config/entry/validator.rb), if there are only letters.
fn no_job(checker: &mut Checker, entry: &Entry) {
    let mut name = entry.key.text().to_lowercase();
    if name.chars().all(|c| c.is_ascii_lowercase() || c.is_whitespace()) {
        name = name.replace(' ', "_");
    }
    let message = format!("jobs {name} config should implement the script:, run:, or trigger: keyword");
    checker.words(&job_without_script::RULE, message, entry.key_span);
}
