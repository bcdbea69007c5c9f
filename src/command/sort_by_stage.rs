//! `sort_by_stage`: the jobs come into the order of their stages, each with its comments. Jobs of one stage keep their
//! order; hidden jobs and the file's own keywords stay where they are.

use std::collections::HashSet;

use super::steps::Steps;
use super::{target, Plan, Refusal};
use crate::pipeline::{jobs, Stages};
use crate::yaml::{Document, Entry};

pub(super) fn plan(document: &Document) -> Result<Plan, Refusal> {
    let mut steps = Steps::new(document);
    steps.edit(|draft| {
        let document = draft.document();
        let Some(top) = document.top() else { return Err(Refusal::NothingToDo) };
        let order = sorted(document);
        let mut names = HashSet::new();
        if let Some(twice) = order.iter().find(|entry| !names.insert(entry.key.value())) {
            // Of two jobs of one name the last counts: their order means something.
            return Err(Refusal::NameTaken(twice.key.value().to_owned()));
        }
        Ok(draft.permute_entries(top, &order)?)
    })?;
    steps.plan_with_same_meaning()
}

fn sorted(document: &Document) -> Vec<Entry<'_>> {
    let stages = Stages::read(document);
    let visible = jobs(document).filter(|job| !job.is_hidden());
    let mut order: Vec<(usize, Entry<'_>)> = visible
        .map(|job| {
            let stage = target::stage_of(document, &job);
            let place = stages.list.iter().position(|known| known.name == stage).unwrap_or(usize::MAX);
            (place, Entry { key: job.key(), value: job.value() })
        })
        .collect();
    order.sort_by_key(|(place, _)| *place);
    order.into_iter().map(|(_, entry)| entry).collect()
}
