//! The stages of jobs that come: those that are here keep their order, others are placed between them as they stood.

use crate::command::steps::Steps;
use crate::command::{add_stage, rename_stage, target, Refusal};
use crate::pipeline::{job_named, Stages};
use crate::resolve;
use crate::yaml::Document;

/// What becomes of a stage.
#[derive(Debug, PartialEq, Eq)]
enum Change {
    /// It comes before another, or to the end.
    Add(String, Option<String>),
    /// It gets another name first, as a stage of its own name stands in the way.
    Rename(String, String),
}

/// Adds the stages of the named jobs.
pub(super) fn merge(steps: &mut Steps<'_>, source: &mut Steps<'_>, names: &[String]) -> Result<(), Refusal> {
    let here = Stages::read(steps.now());
    let (order, there) = (middle(&here), middle(&Stages::read(source.now())));
    let used = used(source.now(), names);
    // A file without anything has the stages that come, and not GitLab's.
    if steps.now().top().is_none_or(|top| top.entries().len() == 0) {
        let order: Vec<&str> = there.iter().filter(|stage| used.contains(stage)).map(String::as_str).collect();
        return steps.edit(|draft| add_stage::write_out(draft, &order));
    }
    for change in changes(order, &there, &used) {
        match change {
            Change::Rename(old, new) => source.edit(|draft| rename_stage::draft(draft, &old, &new))?,
            Change::Add(name, before) => {
                if here.opaque || !here.is_declared() && resolve::of_file(steps.now()).is_open() {
                    return Err(Refusal::NotEditable("stages".to_owned()));
                }
                steps.edit(|draft| add_stage::draft(draft, &name, before.as_deref()))?;
            }
        }
    }
    Ok(())
}

fn middle(stages: &Stages) -> Vec<String> {
    let names = stages.list.iter().map(|stage| stage.name.clone());
    names.filter(|name| name != ".pre" && name != ".post").collect()
}

/// The stages of the visible jobs.
fn used(source: &Document, names: &[String]) -> Vec<String> {
    let jobs = names.iter().filter_map(|name| job_named(source, name)).filter(|job| !job.is_hidden());
    jobs.map(|job| target::stage_of(source, &job).to_owned()).collect()
}

/// What is to be done so that the used stages of `there` are in `order` in the same order.
fn changes(mut order: Vec<String>, there: &[String], used: &[String]) -> Vec<Change> {
    let mut changes = Vec::new();
    // What comes must stand behind what came before it.
    let mut least = 0;
    for (at, stage) in there.iter().enumerate().filter(|(_, stage)| used.contains(stage)) {
        let place = |name: &String, order: &[String]| order.iter().position(|known| known == name);
        let known = place(stage, &order);
        if let Some(known) = known.filter(|known| *known >= least) {
            least = known + 1;
            continue;
        }
        // Before what it stood before; what it stood behind is then before it too, unless the orders contradict.
        let before = there[at + 1..].iter().filter_map(|later| place(later, &order)).find(|later| *later >= least);
        let to = before.unwrap_or(order.len());
        let name = match known {
            Some(_) => {
                let free = |name: &String| !order.contains(name) && !there.contains(name);
                let name = (2..).map(|n| format!("{stage}-{n}")).find(free).unwrap_or_default();
                changes.push(Change::Rename(stage.clone(), name.clone()));
                name
            }
            None => stage.clone(),
        };
        changes.push(Change::Add(name.clone(), order.get(to).cloned()));
        order.insert(to, name);
        least = to + 1;
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The order after the changes.
    fn merged(order: &[&str], there: &[&str]) -> String {
        let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let mut result = list(order);
        for change in changes(list(order), &list(there), &list(there)) {
            if let Change::Add(name, before) = change {
                let at = before.and_then(|before| result.iter().position(|known| *known == before));
                result.insert(at.unwrap_or(result.len()), name);
            }
        }
        result.join(" ")
    }

    #[test]
    fn stages_that_are_here_keep_their_order_and_others_come_between() {
        assert_eq!(merged(&["build", "test"], &["build", "test"]), "build test");
        let docker = ["prep", "build", "test", "deliver", "deploy"];
        assert_eq!(merged(&["build", "test", "deploy"], &docker), "prep build test deliver deploy");
        assert_eq!(merged(&["build", "test"], &["prep", "build", "deploy"]), "prep build test deploy");
        assert_eq!(merged(&["lint", "build", "docs"], &docker), "lint prep build docs test deliver deploy");
        assert_eq!(merged(&["a"], &["x", "y"]), "a x y");
    }

    #[test]
    fn where_the_orders_contradict_the_stage_gets_another_name() {
        assert_eq!(merged(&["deploy", "test"], &["test", "deploy"]), "deploy test deploy-2");
    }
}
