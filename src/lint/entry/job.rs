//! Jobs (lib/gitlab/ci/config/entry/processable.rb, job.rb, bridge.rb).

use foldhash::HashSet;

use super::mapping::{attributes, entry_of, place_of, unknown_keys};
use super::needs::{self, Type};
use super::variables::{self, Kind};
use super::{allow_failure, artifacts, cache, environment, image, inputs, parallel, policy};
use super::{release, retry, rules, secrets, simple, steps, trigger, At, Checker};
use crate::graph::JobKind;
use crate::keywords::{Duration, Form, Holder, Keyword, JOB, RULE};
use crate::lint::rules::{shape, two_pipelines};
use crate::lint::Diagnostic;
use crate::resolve::{Data, Entry, Key, Map, Value};

const NAME_LIMIT: usize = 255;
const WEEK: Duration = Duration { never: false, variables: false, limit: Some(("1 week", 7 * 24 * 3600)) };
const WARNING: &str = "may allow multiple pipelines to run for a single action due to `rules:when` clause with no \
                       `workflow:rules` - read more: https://docs.gitlab.com/ee/ci/jobs/job_troubleshooting.html\
                       #job-may-allow-multiple-pipelines-to-run-for-a-single-action-warning";

/// Whether jobs of a kind may hold a keyword.
fn may_hold(kind: JobKind, keyword: &Keyword) -> bool {
    match kind {
        JobKind::Script => keyword.holder != Holder::Trigger,
        JobKind::Trigger => keyword.holder != Holder::Job,
        _ => true,
    }
}

/// Checks one visible job. `at` is the place of the jobs.
pub fn job(checker: &mut Checker, jobs: &At, entry: &Entry, kind: JobKind, workflow_rules: bool) {
    let Some(map) = entry.value.as_map() else { return };
    let name = match entry.key.text() {
        "" => "job",
        _ if entry.key.is_falsy() => "job",
        name => name,
    };
    let at = jobs.key(name, entry.key_span);
    let at = at.opened(map.open);
    let mut found_needs = None;
    let sound = checker.sound(|checker| {
        self::name(checker, &at, entry);
        level(checker, &at, &entry.value, map, kind);
    });
    let mut rules_sound = true;
    if sound {
        for (keyword, inner) in present(map) {
            let place = at.key(keyword.name, inner.key_span);
            if keyword.name == "needs" && checker.affords(&inner.value) {
                let allowed = match kind {
                    JobKind::Script => &[Type::Job, Type::Cross][..],
                    JobKind::Trigger => &[Type::Job, Type::Bridge][..],
                    _ => &[Type::Job, Type::Cross, Type::Bridge][..],
                };
                found_needs = needs::entry(checker, &place, &inner.value, allowed);
            } else {
                let check = |checker: &mut Checker| self::keyword(checker, &at, &place, keyword, &inner.value, kind);
                // Inputs are judged with their job, and trigger jobs have ways of their own.
                let entry_sound = if keyword.name == "inputs" || kind == JobKind::Trigger {
                    checker.sound(check)
                } else {
                    checker.once(keyword, &place, &inner.value, check)
                };
                rules_sound &= entry_sound || keyword.name != "rules";
            }
        }
    }
    if kind == JobKind::Trigger {
        bridge(checker, &at, map, found_needs.as_deref().unwrap_or_default(), sound);
    } else {
        dependencies(checker, &at, map, found_needs.as_deref().unwrap_or_default());
    }
    if sound && rules_sound && !workflow_rules {
        warn(checker, &at, map);
    }
}

/// The keywords that a job has, in GitLab's order.
fn present(map: &Map) -> Vec<(&'static Keyword, &Entry)> {
    let given = map.entries().iter().filter(|entry| !entry.value.is_null());
    let place = |entry: &Entry| {
        let name = entry.key.name()?;
        JOB.keywords.iter().position(|keyword| keyword.name == name)
    };
    let mut present: Vec<(usize, &Entry)> = given.filter_map(|entry| Some((place(entry)?, entry))).collect();
    present.sort_unstable_by_key(|(place, _)| *place);
    present.into_iter().map(|(place, entry)| (&JOB.keywords[place], entry)).collect()
}

fn name(checker: &mut Checker, at: &At, entry: &Entry) {
    if let Key::Other(_) = &entry.key {
        if entry.key.is_falsy() {
            checker.error(&shape::MISSING_KEYWORD, at, "name", "can't be blank", entry.key_span);
        }
        checker.error(&shape::INVALID_NAME, at, "name", "should be a symbol", entry.key_span);
    } else if entry.key.text().is_empty() {
        checker.error(&shape::MISSING_KEYWORD, at, "name", "can't be blank", entry.key_span);
    }
    if entry.key.text().chars().count() > NAME_LIMIT {
        let says = format!("is too long (maximum is {NAME_LIMIT} characters)");
        checker.error(&shape::LIMIT, at, "name", &says, entry.key_span);
    }
}

/// What GitLab checks of the job before it looks at the keywords on their own.
fn level(checker: &mut Checker, at: &At, value: &Value, map: &Map, kind: JobKind) {
    unknown_keys(checker, at, map, &|key| JOB.keyword(key).is_some_and(|keyword| may_hold(kind, keyword)));
    exclusive(checker, at, map, &["script", "trigger"]);
    exclusive(checker, at, map, &["run", "trigger"]);
    if kind != JobKind::Trigger {
        exclusive(checker, at, map, &["script", "run"]);
        exclusive(checker, at, map, &["before_script", "run"]);
        exclusive(checker, at, map, &["after_script", "run"]);
    }
    with_rules(checker, at, map);
    let given = |name: &str| map.given(name).filter(|value| !value.is_unknown());
    if let Some(extends) = given("extends") {
        simple::check(&Form::TextOrList, extends, &mut |rule, says, span| {
            checker.error(rule, at, "extends", says, span)
        });
    }
    if let Some(rules) = given("rules") {
        checker.once(&RULE, at, rules, |checker| {
            let fits = |value: &Value| value.as_map().is_some();
            if let Some(span) = simple::misfit_in_nested(rules, &fits) {
                let says = "should be an array containing hashes and arrays of hashes";
                checker.error(&shape::WRONG_TYPE, at, "rules", says, span);
            }
        });
    }
    if let Some(value) = given("allow_failure") {
        allow_failure::attribute(checker, at, value, kind == JobKind::Trigger);
    }
    if kind == JobKind::Trigger {
        if let Some(when) = given("when") {
            if when.as_text().is_none() {
                checker.error(&shape::WRONG_TYPE, at, "when", "should be a string", when.span);
            }
            let says = "should be one of: on_success, on_failure, always, manual";
            if !simple::is_among(when, &["on_success", "on_failure", "always", "manual"]) {
                checker.error(&shape::UNKNOWN_VALUE, at, "when", says, when.span);
            }
        }
        attributes(checker, at, value, JOB.keywords.iter().filter(|keyword| keyword.name == "resource_group"));
        return;
    }
    let missing_script = map.get("script").is_none_or(Value::is_blank) && !map.has("run");
    if missing_script && (!at.open || map.has("script")) {
        let span = map.entry("script").map_or_else(|| place_of(value, at), |entry| entry.key_span);
        checker.error(&shape::MISSING_KEYWORD, at, "script", "can't be blank", span);
    }
    attributes(checker, at, value, JOB.keywords.iter());
    start_in(checker, at, map);
    publish(checker, at, map);
    if let Some(run) = given("run") {
        steps::attribute(checker, at, run);
    }
}

fn exclusive(checker: &mut Checker, at: &At, map: &Map, keys: &[&str]) {
    let present: Vec<_> = map.entries().iter().filter(|entry| keys.contains(&entry.key.text())).collect();
    if let [_, .., later] = present[..] {
        let names: Vec<&str> = present.iter().map(|entry| entry.key.text()).collect();
        let says = format!("these keys cannot be used together: {}", names.join(", "));
        checker.error(&shape::CONFLICTING_KEYWORDS, at, "config", &says, later.key_span);
    }
}

fn with_rules(checker: &mut Checker, at: &At, map: &Map) {
    if map.given("rules").is_none() {
        return;
    }
    let barred = |entry: &&Entry| matches!(entry.key.text(), "only" | "except" | "start_in") && !entry.value.is_null();
    let present: Vec<_> = map.entries().iter().filter(barred).collect();
    if let Some(first) = present.first() {
        let names: Vec<&str> = present.iter().map(|entry| entry.key.text()).collect();
        let says = format!("key may not be used with `rules`: {}", names.join(", "));
        checker.error(&shape::CONFLICTING_KEYWORDS, at, "config", &says, first.key_span);
    }
}

fn start_in(checker: &mut Checker, at: &At, map: &Map) {
    let when = map.get("when");
    if when.is_some_and(Value::is_unknown) {
        return;
    }
    let delayed = when.and_then(Value::as_text) == Some("delayed");
    let start = map.get("start_in");
    if delayed && !(start.is_none() && at.open) {
        let span = when.map_or(at.span, |when| when.span);
        let null = Value { data: Data::Null, span };
        let start = start.filter(|value| !value.is_null()).unwrap_or(&null);
        if !start.is_unknown() {
            simple::span_of_time(&WEEK, start, &mut |rule, says, span| checker.error(rule, at, "start_in", says, span));
        }
    }
    if map.has("rules") || !delayed {
        if let Some(start) = start.filter(|start| !start.is_blank()) {
            checker.error(&shape::CONFLICTING_KEYWORDS, at, "start_in", "must be blank", start.span);
        }
    }
}

/// Whether GitLab takes the job for one that publishes Pages.
fn is_pages_job(at: &At, map: &Map) -> bool {
    let pages = map.get("pages");
    let named = at.location() == "jobs:pages";
    pages.is_some_and(|pages| !pages.is_blank())
        || named && !pages.is_some_and(|pages| matches!(pages.data, Data::Bool(false)))
        || at.open && pages.is_none()
}

fn publish(checker: &mut Checker, at: &At, map: &Map) {
    let Some(publish) = map.get("publish").filter(|value| !value.is_blank()) else { return };
    if !is_pages_job(at, map) {
        let says = "can only be used within a `pages` job";
        checker.error(&shape::CONFLICTING_KEYWORDS, at, "publish", says, publish.span);
    }
}

/// One keyword on its own.
fn keyword(checker: &mut Checker, job: &At, at: &At, keyword: &'static Keyword, value: &Value, kind: JobKind) {
    match keyword.name {
        "image" => image::image(checker, at, value),
        "services" => image::services(checker, at, value),
        "tags" => tags(checker, at, value),
        "trigger" => trigger::entry(checker, at, value),
        "variables" => variables::entry(checker, at, value, Kind::Job),
        "rules" => rules::entry(checker, at, value, &RULE),
        "only" | "except" => policy::entry(checker, at, value),
        "allow_failure" => allow_failure::entry(checker, at, value),
        "artifacts" => artifacts::entry(checker, at, value),
        "cache" => cache::entry(checker, job, at, value),
        "environment" => environment::entry(checker, at, value),
        "release" => release::entry(checker, at, value),
        "pages" => pages(checker, at, keyword, value),
        "parallel" => parallel::entry(checker, at, value, kind != JobKind::Trigger),
        "retry" => retry::entry(checker, at, value),
        "inherit" => inherit(checker, at, keyword, value),
        "id_tokens" => id_tokens(checker, at, value),
        "inputs" => {
            let sound = checker.sound(|checker| inputs::entry(checker, at, value));
            if let Some(map) = value.as_map().filter(|_| sound) {
                inputs::values(checker, job, map);
            }
        }
        "secrets" => secrets::entry(checker, at, value),
        "identity" if value.as_text() != Some("google_cloud") && !value.is_unknown() => {
            checker.error(&shape::UNKNOWN_VALUE, at, "config", "should be one of: google_cloud", value.span);
        }
        "identity" => {}
        _ if keyword.check == crate::keywords::Check::Entry => entry_of(checker, at, keyword, value),
        _ => {}
    }
}

/// A keyword of `default:` or of the top level, which are checked as those of jobs are.
pub fn default_keyword(checker: &mut Checker, around: &At, at: &At, keyword: &'static Keyword, value: &Value) {
    self::keyword(checker, around, at, keyword, value, JobKind::Script);
}

fn tags(checker: &mut Checker, at: &At, value: &Value) {
    const LIMIT: usize = 50;
    let sound = checker.sound(|checker| {
        simple::check(&Form::TEXTS, value, &mut |rule, says, span| checker.error(rule, at, "config", says, span));
    });
    let Some(items) = value.as_list().filter(|_| sound) else { return };
    let mut tags: Vec<&str> = items.iter().filter_map(Value::as_text).flat_map(|tag| tag.split(',')).collect();
    tags.sort_unstable();
    tags.dedup();
    if tags.len() >= LIMIT {
        let says = format!("must be less than the limit of {LIMIT} tags");
        checker.error(&shape::LIMIT, at, "config", &says, value.span);
    }
}

fn pages(checker: &mut Checker, at: &At, keyword: &'static Keyword, value: &Value) {
    let Form::OneOf([Form::Flag, Form::Mapping(group)]) = keyword.form else { return };
    match &value.data {
        Data::Bool(_) | Data::Unknown => {}
        Data::Map(_) => super::mapping::keywords(checker, at, value, group),
        _ => checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash or a boolean value", value.span),
    }
}

fn inherit(checker: &mut Checker, at: &At, keyword: &'static Keyword, value: &Value) {
    let Form::Mapping(group) = keyword.form else { return };
    let Some(map) = value.as_map() else {
        if !value.is_unknown() {
            checker.error(&shape::WRONG_TYPE, at, "config", "should be a hash", value.span);
        }
        return;
    };
    let sound = checker.sound(|checker| unknown_keys(checker, at, map, &|key| group.keyword(key).is_some()));
    for entry in map.entries().iter().filter(|entry| sound && !entry.value.is_null()) {
        let place = at.key(entry.key.text(), entry.key_span);
        match &entry.value.data {
            Data::Bool(_) | Data::Unknown => {}
            Data::List(list) => {
                simple::check(&Form::TEXTS, &entry.value, &mut |rule, says, span| {
                    checker.error(rule, &place, "config", says, span);
                });
                if entry.key.text() == "default" {
                    let known: Vec<&str> = crate::keywords::default_keywords().map(|keyword| keyword.name).collect();
                    image::unknown_values(checker, &place, "config", &list.items, &known);
                }
            }
            _ => {
                let message = format!("{} should be a bool or array of strings", place.location());
                checker.words(&shape::WRONG_TYPE, message, entry.value.span);
            }
        }
    }
}

fn id_tokens(checker: &mut Checker, at: &At, value: &Value) {
    super::mapping::named(checker, at, value, &mut |checker, at, token| {
        if token.is_unknown() {
            return;
        }
        let map = token.as_map();
        if let Some(map) = map {
            unknown_keys(checker, at, map, &|key| key == "aud");
        }
        let aud = map.and_then(|map| map.get("aud"));
        if aud.is_none() && !(map.is_some() && at.open) {
            let says = "missing required keys: aud";
            checker.error(&shape::MISSING_KEYWORD, at, "config", says, place_of(token, at));
        }
        let null = Value { data: Data::Null, span: place_of(token, at) };
        if aud.is_some() || !at.open {
            simple::check(&Form::TextOrList, aud.unwrap_or(&null), &mut |rule, says, span| {
                checker.error(rule, at, "aud", says, span);
            });
        }
    });
}

/// What GitLab says of a trigger job once its keywords were looked at, or could not be.
fn bridge(checker: &mut Checker, at: &At, map: &Map, needs: &[(Type, &Value)], sound: bool) {
    let bridges: Vec<_> = needs.iter().filter(|(kind, _)| *kind == Type::Bridge).collect();
    let triggers = sound && map.given("trigger").is_some();
    if !triggers && bridges.is_empty() && !(at.open && map.given("trigger").is_none()) {
        let says = "should contain either a trigger or a needs:pipeline";
        checker.error(&shape::MISSING_KEYWORD, at, "config", says, at.span);
    }
    if let [_, (_, second), ..] = bridges[..] {
        checker.error(&shape::LIMIT, at, "config", "should contain at most one bridge need", second.span);
    }
}

fn dependencies(checker: &mut Checker, at: &At, map: &Map, needs: &[(Type, &Value)]) {
    let Some(dependencies) = map.given("dependencies").and_then(Value::as_list) else { return };
    if dependencies.is_empty() || needs.is_empty() {
        return;
    }
    let names: HashSet<&str> = needs
        .iter()
        .filter(|(kind, _)| *kind == Type::Job)
        .filter_map(|(_, need)| need.as_text().or_else(|| need.as_map()?.get("job")?.as_text()))
        .collect();
    let rule = &crate::lint::rules::dependency_not_needed::RULE;
    if names.is_empty() {
        let says = "corresponding to dependencies must be from the same pipeline";
        checker.error(rule, at, "needs", says, needs[0].1.span);
        return;
    }
    let missing: Vec<&Value> =
        dependencies.iter().filter(|d| d.as_text().is_some_and(|name| !names.contains(name))).collect();
    if let Some(first) = missing.first() {
        let listed: Vec<&str> = missing.iter().filter_map(|value| value.as_text()).collect();
        let says = format!("the {} should be part of needs", listed.join(", "));
        checker.error(rule, at, "dependencies", &says, first.span);
    }
}

/// GitLab's one warning.
fn warn(checker: &mut Checker, at: &At, map: &Map) {
    let Some(rule) = map.given("rules").and_then(rules::last).and_then(Value::as_map) else { return };
    let mut given = rule.entries().iter().filter(|entry| !entry.value.is_null());
    if let (Some(only), None) = (given.next(), given.next()) {
        if only.key.text() == "when" && only.value.as_text() != Some("never") {
            let message = format!("{} {WARNING}", at.location());
            let mut diagnostic = Diagnostic::new(&two_pipelines::RULE, message, only.key_span.cover(only.value.span));
            diagnostic.subject = checker.subject.clone();
            checker.found.push(diagnostic);
        }
    }
}
