//! The file's own variables that jobs rely on, where they come into another file.

use super::visible;
use crate::command::steps::Steps;
use crate::command::{set_variable, target, Refusal};
use crate::resolve::{self, Data, Map, Value};
use crate::yaml::edit::Draft;
use crate::yaml::{Document, Kind, NewValue, NodeRef, Style};

/// Adds the variables of `source` that the named jobs rely on: to the file's own where no job here knows them, else to the
/// jobs that came.
pub(super) fn merge(
    steps: &mut Steps<'_>,
    source: &Document,
    names: &[String],
    before: &Document,
) -> Result<(), Refusal> {
    let (there, here) = (resolve::of_file(source), resolve::of_part(before));
    let (Some(config), Some(known)) = (there.config.as_map(), here.config.as_map()) else { return Ok(()) };
    let global = |config: &Map, name: &str| config.given("variables").and_then(|all| all.as_map()?.get(name).cloned());
    for name in relied_on(config, names) {
        let Some(value) = global(config, &name) else { continue };
        match global(known, &name) {
            Some(same) if resolve::same_value(&same, &value) => {}
            None if !is_word_in(before.text(), &name) => add_global(steps, source, &name, &value)?,
            _ => add_to_jobs(steps, config, names, &name, &value)?,
        }
    }
    Ok(())
}

/// The variables that the jobs mention, or their values do; and those that nothing mentions, as programs read them.
fn relied_on(config: &Map, names: &[String]) -> Vec<String> {
    let Some(variables) = config.given("variables").and_then(Value::as_map) else { return Vec::new() };
    let all = || variables.entries().iter().filter_map(|entry| entry.key.name());
    let of_jobs = |wanted: &dyn Fn(&str) -> bool| {
        let jobs = config.entries().iter().filter(|entry| wanted(entry.key.text()));
        jobs.map(|job| &job.value).collect::<Vec<_>>()
    };
    let taken = of_jobs(&|name| name == "default" || names.iter().any(|taken| taken == name));
    let others = of_jobs(&|name| name != "variables");
    let mentioned = |values: &[&Value], name: &str| values.iter().any(|value| mentions(value, name));
    let mut found: Vec<&str> = all().filter(|name| mentioned(&taken, name) || !mentioned(&others, name)).collect();
    // Until no value brings another one in.
    loop {
        let values: Vec<&Value> = found.iter().filter_map(|name| variables.get(name)).collect();
        let more: Vec<&str> = all().filter(|name| !found.contains(name) && mentioned(&values, name)).collect();
        if more.is_empty() {
            return all().filter(|name| found.contains(name)).map(str::to_owned).collect();
        }
        found.extend(more);
    }
}

/// Whether some text of a value has the name as a word.
fn mentions(value: &Value, name: &str) -> bool {
    match &value.data {
        Data::Text(text) => is_word_in(text, name),
        Data::List(list) => list.items.iter().any(|item| mentions(item, name)),
        Data::Map(map) => map.entries().iter().any(|entry| mentions(&entry.value, name)),
        _ => false,
    }
}

fn is_word_in(text: &str, name: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.match_indices(name).any(|(at, _)| !text[..at].ends_with(part) && !text[at + name.len()..].starts_with(part))
}

/// Adds a variable to the file's own, with its comment where it can come along.
fn add_global(steps: &mut Steps<'_>, source: &Document, name: &str, value: &Value) -> Result<(), Refusal> {
    let entry = source.top().and_then(|top| top.get("variables")?.entry(name));
    let value = resolve::written(value).ok_or_else(|| Refusal::CantTake(name.to_owned()))?;
    steps.edit(|draft| {
        let aliases = entry.is_some_and(|entry| entry.value.descendants().any(|node| node.kind() == Kind::Alias));
        let carried = entry.filter(|_| !aliases).and_then(|entry| Draft::new(source).copy_of_entry(entry));
        let Some(carried) = carried else { return set_variable::draft(draft, None, name, &value) };
        let own: Option<NodeRef<'_>> = set_variable::own(draft, None)?;
        match own {
            Some(own) if own.kind() == Kind::Mapping && own.style() == Style::Block => {
                Ok(draft.insert_carried(own, None, carried)?)
            }
            Some(_) => set_variable::draft(draft, None, name, &value),
            None => {
                let before = target::first_job_entry(draft.document());
                Ok(draft.insert_block_of(before, "variables", &[], vec![carried])?)
            }
        }
    })
}

/// Gives a variable to each visible job that has none of that name.
fn add_to_jobs(
    steps: &mut Steps<'_>,
    config: &Map,
    names: &[String],
    name: &str,
    value: &Value,
) -> Result<(), Refusal> {
    let value = resolve::job_variable(value);
    let new: NewValue = resolve::written(&value).ok_or_else(|| Refusal::CantTake(name.to_owned()))?;
    for job in visible(names) {
        let has = config.get(job).and_then(Value::as_map).is_some_and(|map| {
            let own = map.given("variables").and_then(Value::as_map);
            own.is_some_and(|own| own.has(name)) || !resolve::inherits(map, "variables", name)
        });
        if !has {
            steps.edit(|draft| set_variable::draft(draft, Some(job), name, &new))?;
        }
    }
    Ok(())
}
