//! `insert_jobs`: jobs of another pipeline come into this one, with all that they rely on, and mean there what they meant.
//!
//! Along come the jobs that they need, the hidden jobs that they extend, their stages, variables and defaults. Where this
//! pipeline has a name already and it is the same there, it is used; where it is something else, what comes gets a suffix
//! and all references follow. First the other pipeline is changed so that nothing collides, by the commands that there are
//! for that; then its entries are taken over line by line.

mod defaults;
mod stages;
mod taken;
mod variables;

use super::steps::Steps;
use super::{rename_job, target, Plan, Refusal};
use crate::lint::{check_with, Settings};
use crate::pipeline::job_named;
use crate::resolve::{self, Effective};
use crate::yaml::edit::Draft;
use crate::yaml::{Document, Kind};

pub use taken::taken_with;

pub(super) fn plan(document: &Document, from: &str, jobs: &[String]) -> Result<Plan, Refusal> {
    let source = Document::parse(from);
    check_source(&source)?;
    let here = resolve::of_part(document);
    let there = resolve::of_file(&source);
    // What is the same here already and was not asked for is used as it is.
    let is_here = |name: &str| !jobs.iter().any(|job| job == name) && is_same(&there, &here, name);
    let taken = taken::closure(&source, jobs, is_here)?;
    let mut source = Steps::new(&source);
    let names = keep_names_apart(&mut source, document, &taken)?;
    let mut steps = Steps::new(document);
    stages::merge(&mut steps, &mut source, &names)?;
    let source = source.now();
    for name in &names {
        take_over(&mut steps, source, name)?;
    }
    variables::merge(&mut steps, source, &names, document)?;
    for name in visible(&names) {
        defaults::write_out(&mut steps, source, name)?;
    }
    verify(document, source, steps.now(), &names)?;
    Ok(steps.plan())
}

fn visible(names: &[String]) -> impl Iterator<Item = &String> {
    names.iter().filter(|name| !name.starts_with('.'))
}

/// Refuses a pipeline that is not whole by itself: what its jobs are can't be told.
fn check_source(source: &Document) -> Result<(), Refusal> {
    let cant = |what: &str| Err(Refusal::CantTake(what.to_owned()));
    let whole = resolve::of_file(source);
    if !source.is_sound() {
        return Err(Refusal::BrokenText);
    }
    match source.top() {
        _ if source.header().is_some() => cant("spec"),
        Some(top) if top.get("include").is_some() => cant("include"),
        None => Err(Refusal::NothingToDo),
        Some(_) if !whole.load_problems.is_empty() || !whole.problems.is_empty() => cant("extends"),
        Some(_) => Ok(()),
    }
}

/// Whether both pipelines have a job or base of that name, and it does the same.
fn is_same(there: &Effective, here: &Effective, name: &str) -> bool {
    let value = |of: &Effective| of.config.as_map().and_then(|config| config.get(name)).cloned();
    match (value(there), value(here)) {
        (Some(a), Some(b)) if name.starts_with('.') => resolve::same_entry(&a, &b),
        (Some(_), Some(_)) => resolve::same_job(there, here, name),
        _ => false,
    }
}

/// Gives each job whose name is in use here another one. The names after that.
fn keep_names_apart(source: &mut Steps<'_>, document: &Document, taken: &[String]) -> Result<Vec<String>, Refusal> {
    let mut names = Vec::new();
    for name in taken {
        let free = |name: &str| job_named(document, name).is_none();
        if free(name) {
            names.push(name.clone());
            continue;
        }
        let unused = |name: &String| free(name) && job_named(source.now(), name).is_none();
        let new = (2..1000).map(|n| format!("{name}-{n}")).find(unused);
        let new = new.ok_or_else(|| Refusal::NameTaken(name.clone()))?;
        source.edit(|draft| rename_job::draft(draft, name, &new))?;
        names.push(new);
    }
    Ok(names)
}

/// Takes an entry over with its comments, to the end of the file.
fn take_over(steps: &mut Steps<'_>, source: &Document, name: &str) -> Result<(), Refusal> {
    let entry = target::entry(source, name)?;
    let cant = || Refusal::CantTake(name.to_owned());
    if entry.value.descendants().any(|node| node.kind() == Kind::Alias) {
        return Err(cant());
    }
    let carried = Draft::new(source).copy_of_entry(entry).ok_or_else(cant)?;
    steps.edit(|draft| Ok(draft.insert_carried_block(carried)?))
}

/// Holds the result against both pipelines.
fn verify(before: &Document, source: &Document, after: &Document, names: &[String]) -> Result<(), Refusal> {
    let (old, there, new) = (resolve::of_part(before), resolve::of_file(source), resolve::of_part(after));
    let same = resolve::is_kept(&old, &new, names) && visible(names).all(|name| resolve::same_job(&there, &new, name));
    let valid = |document: &Document| check_with(document, &Settings::gitlab()).valid;
    if same && (valid(after) || !valid(before) || !valid(source)) {
        Ok(())
    } else {
        Err(Refusal::ChangesMeaning)
    }
}
