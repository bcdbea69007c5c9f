//! `split_matrix`: a job with `parallel:matrix` becomes one job for each combination, under the names that GitLab gives
//! them (lib/gitlab/ci/config/normalizer.rb). What needed the job needs all of them.

use std::collections::HashSet;

use super::steps::Steps;
use super::{set_variable, target, Plan, Refusal};
use crate::pipeline::jobs;
use crate::resolve::{self, chain, Data, Effective, Map, Value};
use crate::yaml::edit::Draft;
use crate::yaml::{Document, Kind, NewValue, NodeRef};

/// GitLab's limit of `parallel` (lib/gitlab/ci/config/entry/product/parallel.rb).
const LIMIT: usize = 200;

/// The variables of one instance, in order.
type Combination = Vec<(String, NewValue)>;

pub(super) fn plan(document: &Document, job: &str) -> Result<Plan, Refusal> {
    let before = resolve::of_part(document);
    let has = before.config.as_map().and_then(|config| config.get(job)?.as_map());
    let has = has.ok_or_else(|| Refusal::NotEditable(job.to_owned()))?;
    let own = target::keywords(document, job)?.get("parallel").and_then(|parallel| parallel.get("matrix"));
    let matrix = has.get("parallel").and_then(|parallel| parallel.as_map()?.get("matrix"));
    let (Some(_), Some(matrix)) = (own, matrix) else { return Err(Refusal::NotThere("parallel:matrix".to_owned())) };
    let combinations = combinations(matrix).ok_or_else(|| Refusal::NotEditable("parallel:matrix".to_owned()))?;
    let names: Vec<String> = combinations.iter().map(|combination| instance_name(job, combination)).collect();
    check_uses(document, job, has)?;
    for name in &names {
        target::check_new_job_name(document, name)?;
    }
    let mut steps = Steps::new(document);
    steps.edit(|draft| {
        let entry = target::entry(draft.document(), job)?;
        names[1..].iter().try_for_each(|name| Ok(draft.copy_entry(entry, name)?))
    })?;
    steps.edit(|draft| {
        draft.rename_key(target::entry(draft.document(), job)?.key, &names[0])?;
        need_all(draft, job, &names)
    })?;
    steps.edit(|draft| {
        names
            .iter()
            .try_for_each(|name| target::remove_keyword(draft, target::keywords(draft.document(), name)?, "parallel"))
    })?;
    // A variable at a time: the first may bring `variables:` into the jobs.
    for at in 0..combinations.iter().map(Vec::len).max().unwrap_or(0) {
        steps.edit(|draft| {
            let of_each = names.iter().zip(&combinations).filter_map(|(name, all)| Some((name, all.get(at)?)));
            of_each
                .into_iter()
                .try_for_each(|(name, (variable, value))| set_variable::draft(draft, Some(name), variable, value))
        })?;
    }
    check(&before, &resolve::of_part(steps.now()), job, &names, &combinations)?;
    Ok(steps.plan())
}

/// The combinations in GitLab's order: the first variable changes last.
fn combinations(matrix: &Value) -> Option<Vec<Combination>> {
    let mut all: Vec<Combination> = Vec::new();
    for row in matrix.as_list()? {
        let mut of_row: Vec<Combination> = vec![Vec::new()];
        for entry in row.as_map().filter(|map| !map.open && !map.entries().is_empty())?.entries() {
            let values: Vec<NewValue> = match entry.value.as_list() {
                Some(list) => list.iter().map(plain).collect::<Option<_>>()?,
                None => vec![plain(&entry.value)?],
            };
            let name = entry.key.name()?;
            let with = |before: &Combination, value: &NewValue| {
                before.iter().cloned().chain([(name.to_owned(), value.clone())]).collect()
            };
            of_row = of_row.iter().flat_map(|before| values.iter().map(move |value| with(before, value))).collect();
            if of_row.len() > LIMIT {
                return None;
            }
        }
        all.extend(of_row);
    }
    Some(all).filter(|all| !all.is_empty() && all.len() <= LIMIT)
}

fn plain(value: &Value) -> Option<NewValue> {
    matches!(value.data, Data::Text(_) | Data::Int(_)).then(|| resolve::written(value)).flatten()
}

fn text_of(value: &NewValue) -> &str {
    match value {
        NewValue::String(text) | NewValue::Plain(text) => text,
        _ => "",
    }
}

fn instance_name(job: &str, combination: &Combination) -> String {
    let values: Vec<&str> = combination.iter().map(|(_, value)| text_of(value)).collect();
    format!("{job}: [{}]", values.join(", "))
}

/// Refuses where another job takes the job over, or where an instance asks which of them it is.
fn check_uses(document: &Document, job: &str, has: &Map) -> Result<(), Refusal> {
    let uses = |node: NodeRef<'_>| {
        node.descendants().any(|node| {
            node.is_reference() && node.items().next().is_some_and(|first| first.value() == job)
                || node.get("on_stop").is_some_and(|stop| stop.value() == job)
                || node.get("job").is_some_and(|needed| needed.value() == job && node.get("parallel").is_some())
                || node.get("artifact").is_some() && node.get("job").is_some_and(|source| source.value() == job)
        })
    };
    let others = jobs(document).filter(|other| other.name() != job);
    let users: Vec<String> = others
        .filter(|other| chain::bases(other.value()).contains(&job) || uses(other.value()))
        .map(|other| other.name().to_owned())
        .collect();
    if !users.is_empty() {
        return Err(Refusal::JobInUse(job.to_owned(), users));
    }
    let asks = has.entries().iter().any(|entry| mentions(&entry.value, "CI_NODE_"));
    if asks {
        return Err(Refusal::NotEditable("CI_NODE_INDEX".to_owned()));
    }
    Ok(())
}

fn mentions(value: &Value, word: &str) -> bool {
    match &value.data {
        Data::Text(text) => text.contains(word),
        Data::List(list) => list.items.iter().any(|item| mentions(item, word)),
        Data::Map(map) => map.entries().iter().any(|entry| mentions(&entry.value, word)),
        _ => false,
    }
}

/// Makes `needs` and `dependencies` that name the job name all of its instances.
fn need_all(draft: &mut Draft<'_>, job: &str, names: &[String]) -> Result<(), Refusal> {
    let mut seen = HashSet::new();
    let top = draft.document().top();
    for node in top.into_iter().flat_map(|top| top.descendants()) {
        for entry in node.entries().filter(|entry| ["needs", "dependencies"].contains(&entry.key.value())) {
            let Some(list) = entry.value.resolved().filter(|list| seen.insert(list.id())) else { continue };
            for item in list.items() {
                need_each(draft, list, item, job, names)?;
            }
        }
    }
    Ok(())
}

fn need_each<'d>(
    draft: &mut Draft<'d>,
    list: NodeRef<'d>,
    item: NodeRef<'d>,
    job: &str,
    names: &[String],
) -> Result<(), Refusal> {
    let name_at = match item.kind() {
        Kind::Mapping if item.get("project").is_none() && item.get("pipeline").is_none() => item.get("job"),
        Kind::Scalar => Some(item),
        _ => None,
    };
    let Some(name_at) = name_at.filter(|name| name.value() == job) else { return Ok(()) };
    draft.replace(name_at, &NewValue::String(names[0].clone()))?;
    let next = list.items().skip_while(|other| *other != item).nth(1);
    let copy = NewValue::copy_of(item).ok_or_else(|| Refusal::NotEditable("needs".to_owned()))?;
    for name in &names[1..] {
        let new = match &copy {
            NewValue::Map(entries) => {
                let named = |(key, value): &(String, NewValue)| match key.as_str() {
                    "job" => (key.clone(), NewValue::String(name.clone())),
                    _ => (key.clone(), value.clone()),
                };
                NewValue::Map(entries.iter().map(named).collect())
            }
            _ => NewValue::String(name.clone()),
        };
        draft.insert_item(list, next, &new)?;
    }
    Ok(())
}

/// Each new job has what the old one had, with its variables; every other job is as it was but for its needs.
fn check(
    before: &Effective,
    after: &Effective,
    job: &str,
    names: &[String],
    combinations: &[Combination],
) -> Result<(), Refusal> {
    let (Some(old), Some(new)) = (before.config.as_map(), after.config.as_map()) else {
        return Err(Refusal::NotVerified);
    };
    let same = |a: Option<&Value>, b: Option<&Value>, but: &[&str]| match (a, b) {
        (Some(a), Some(b)) => resolve::same_entry(&without(a, but), &without(b, but)),
        _ => false,
    };
    let others = old.entries().iter().filter(|entry| entry.key.text() != job);
    let mut sound = new.entries().len() + 1 == old.entries().len() + names.len();
    for entry in others {
        sound &= same(Some(&entry.value), new.get(entry.key.text()), &["needs", "dependencies"]);
    }
    for (name, combination) in names.iter().zip(combinations) {
        sound &= same(old.get(job), new.get(name), &["parallel", "variables", "needs", "dependencies"]);
        let variables = |map: &Map, name: &str| map.get(name)?.as_map()?.get("variables").cloned();
        let (had, has) = (variables(old, job), variables(new, name));
        let has = has.as_ref().and_then(Value::as_map);
        let had = had.as_ref().and_then(Value::as_map);
        sound &= combination
            .iter()
            .all(|(key, value)| has.and_then(|has| has.get(key)).and_then(resolve::written).as_ref() == Some(value));
        sound &= had.into_iter().flat_map(|had| had.entries()).all(|entry| {
            let set = combination.iter().any(|(key, _)| key == entry.key.text());
            set || has.and_then(|has| has.get(entry.key.text())).is_some_and(|v| resolve::same_value(v, &entry.value))
        });
    }
    if sound {
        Ok(())
    } else {
        Err(Refusal::ChangesMeaning)
    }
}

fn without(value: &Value, but: &[&str]) -> Value {
    let Some(map) = value.as_map() else { return value.clone() };
    let kept = map.entries().iter().filter(|entry| !but.contains(&entry.key.text())).cloned().collect();
    Value::map(kept, map.open, value.span)
}
