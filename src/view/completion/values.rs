//! Values that may stand at a caret: words of GitLab and names of the file.

use std::collections::BTreeSet;

use super::{Item, ItemKind};
use crate::keywords::{default_keywords, Duration, Form, Site, RETRY_REASONS};
use crate::pipeline::{is_global_keyword, job_named, jobs, text, variables, Stages};
use crate::view::inspector::Known;
use crate::view::place::{Place, Slot, Step};
use crate::yaml::{key_text, Document, NodeRef};

/// The kinds of pipelines and refs that `only` and `except` name (doc/ci/yaml/deprecated_keywords).
const REF_KINDS: &[&str] = &[
    "api",
    "branches",
    "chat",
    "external",
    "external_pull_requests",
    "merge_requests",
    "pipelines",
    "pushes",
    "schedules",
    "tags",
    "triggers",
    "web",
];

/// `environment:deployment_tier` (app/models/environment.rb)
const TIERS: &[&str] = &["production", "staging", "testing", "development", "other"];

/// What a value has around it where a list is wanted and none is begun.
#[derive(Clone, Copy, PartialEq)]
enum Wrap {
    Nothing,
    Dash,
    Brackets,
}

/// The values that may stand there.
pub(super) fn items(file: &Document, place: &Place<'_>, site: &Site) -> Vec<Item> {
    if place.slot == Slot::Key {
        return Vec::new();
    }
    if let Some(Step::Reference(job)) = place.path.last() {
        return finish(referenced(file, *job), place, Wrap::Nothing);
    }
    let listed = |form: &Form| matches!(form, Form::List(_) | Form::TextList { .. } | Form::NestedTextList);
    let wants_list = !site.forms.is_empty() && site.forms.iter().all(listed);
    let wrap = match (place.path.last(), place.slot) {
        (Some(Step::Key(_)), Slot::Node) if wants_list => Wrap::Dash,
        (Some(Step::Key(_)), Slot::Value) if wants_list && place.quote.is_none() => Wrap::Brackets,
        _ => Wrap::Nothing,
    };
    let site = if wrap == Wrap::Nothing { site.clone() } else { site.clone().item() };
    let mut found: Vec<(String, ItemKind)> = Vec::new();
    for form in &site.forms {
        let words: &[&str] = match form {
            Form::Choice(choice) => choice.values,
            Form::Flag => &["true", "false"],
            Form::Duration(Duration { never: true, .. }) => &["never"],
            _ => &[],
        };
        found.extend(fixed(words));
    }
    found.extend(names(file, place, &site));
    finish(found, place, wrap)
}

fn finish(found: Vec<(String, ItemKind)>, place: &Place<'_>, wrap: Wrap) -> Vec<Item> {
    let flow = place.flow || wrap == Wrap::Brackets;
    let item = |(label, kind): (String, ItemKind)| {
        let written = match place.quote {
            // Escapes of quotes are left to people.
            Some(quote) if label.contains([quote, '\\']) => return None,
            Some(_) => label.clone(),
            None if kind == ItemKind::Value => label.clone(),
            None => key_text(&label, flow),
        };
        let insert = match wrap {
            Wrap::Nothing => written,
            Wrap::Dash => format!("- {written}"),
            Wrap::Brackets => format!("[{written}]"),
        };
        Some(Item { label, detail: String::new(), insert, kind })
    };
    found.into_iter().filter_map(item).collect()
}

fn fixed<'w>(words: &'w [&'w str]) -> impl Iterator<Item = (String, ItemKind)> + 'w {
    words.iter().map(|word| ((*word).to_owned(), ItemKind::Value))
}

fn of_kind<I: IntoIterator<Item = S>, S: ToString>(names: I, kind: ItemKind) -> Vec<(String, ItemKind)> {
    names.into_iter().map(|name| (name.to_string(), kind)).collect()
}

/// Names that the file has for what the keyword takes.
fn names(file: &Document, place: &Place<'_>, site: &Site) -> Vec<(String, ItemKind)> {
    // A mapping is no place for a name, unless a name may stand in its stead.
    let scalar = |form: &Form| !matches!(form, Form::Mapping(_) | Form::Named(_) | Form::List(_));
    let Some(path) = site.path().filter(|_| site.forms.iter().any(scalar)) else { return Vec::new() };
    let job = place.top().filter(|name| !is_global_keyword(name)).unwrap_or_default();
    match path.as_str() {
        "stage" => of_kind(Stages::read(file).list.into_iter().map(|stage| stage.name), ItemKind::Stage),
        "stages" => of_kind(undeclared_stages(file), ItemKind::Stage),
        "extends" => {
            let known = Known::of(file);
            of_kind(known.bases.iter().filter(|base| ***base != *job), ItemKind::Job)
        }
        "needs" | "needs.job" | "dependencies" => of_kind(Known::of(file).needed_by(job), ItemKind::Job),
        "environment.on_stop" => of_kind(Known::of(file).others(job), ItemKind::Job),
        "tags" => of_kind(Known::of(file).tags.iter(), ItemKind::Used),
        "image" | "image.name" => of_kind(used(file, "image", "name"), ItemKind::Used),
        "services" | "services.name" => of_kind(used(file, "services", "name"), ItemKind::Used),
        "environment" | "environment.name" => of_kind(used(file, "environment", "name"), ItemKind::Used),
        "resource_group" => of_kind(used(file, "resource_group", ""), ItemKind::Used),
        "inherit.default" => of_kind(default_keywords().map(|keyword| keyword.name), ItemKind::Keyword),
        "inherit.variables" => {
            let global = variables(file.top().and_then(|top| top.get("variables")));
            of_kind(global.value().into_iter().flatten().map(|variable| &variable.name), ItemKind::Variable)
        }
        "retry.when" => fixed(RETRY_REASONS).collect(),
        "only" | "except" | "only.refs" => fixed(REF_KINDS).collect(),
        "environment.deployment_tier" => fixed(TIERS).collect(),
        _ => Vec::new(),
    }
}

/// Stages that jobs name and `stages:` does not.
fn undeclared_stages(file: &Document) -> BTreeSet<String> {
    let stages = Stages::read(file);
    let named = jobs(file).filter_map(|job| job.stage().value().cloned());
    named.filter(|name| !stages.is_declared() || stages.index(name).is_none()).collect()
}

/// What jobs, `default` and the top level give for a keyword: a text, a mapping that names it, or a list of these.
fn used(file: &Document, keyword: &str, name: &str) -> BTreeSet<String> {
    let top = file.top();
    let owners = jobs(file).map(|job| job.value()).chain(top).chain(top.and_then(|top| top.get("default")));
    let mut found = BTreeSet::new();
    let mut take = |node: NodeRef<'_>| found.extend(text(node).or_else(|| text(node.get(name)?)));
    for value in owners.filter_map(|owner| owner.get(keyword)) {
        take(value);
        value.items().for_each(&mut take);
    }
    found
}

/// What `!reference` may name: a job, or a keyword of it.
fn referenced(file: &Document, job: Option<&str>) -> Vec<(String, ItemKind)> {
    let key = |node: NodeRef<'_>| node.entries().map(|entry| entry.key.value().to_owned()).collect::<Vec<_>>();
    match job {
        None => {
            let known = Known::of(file);
            of_kind(known.bases.iter(), ItemKind::Job)
        }
        Some(job) => of_kind(job_named(file, job).map(|job| key(job.value())).unwrap_or_default(), ItemKind::Keyword),
    }
}
