//! `rename_stage`: a stage's name changes in `stages:` and in the `stage:` of every job that names it.

use std::collections::HashSet;

use super::{add_stage, target, Refusal};
use crate::pipeline::{jobs, Stages, DEFAULT_STAGES};
use crate::resolve::chain;
use crate::yaml::edit::Draft;
use crate::yaml::NewValue;

pub(super) fn draft(draft: &mut Draft<'_>, stage: &str, name: &str) -> Result<(), Refusal> {
    if stage == name {
        return Ok(());
    }
    let document = draft.document();
    target::check_new_stage_name(name)?;
    if [".pre", ".post"].contains(&stage) {
        return Err(Refusal::FixedStage(stage.to_owned()));
    }
    if Stages::read(document).index(name).is_some() {
        return Err(Refusal::NameTaken(name.to_owned()));
    }
    let new = NewValue::String(name.to_owned());
    let declared = match add_stage::list(draft)? {
        Some(list) => match add_stage::item(list, stage) {
            Ok(item) => {
                draft.replace(item, &new)?;
                true
            }
            Err(_) => false,
        },
        None => match add_stage::position(DEFAULT_STAGES, stage) {
            Ok(place) => {
                let mut order = DEFAULT_STAGES.to_vec();
                order[place] = name;
                add_stage::write_out(draft, &order)?;
                true
            }
            Err(_) => false,
        },
    };
    let mut found = declared;
    let mut seen = HashSet::new();
    for job in jobs(document) {
        let Some(keywords) = job.value().resolved() else { continue };
        if let Some(own) = job.get("stage").and_then(|node| node.resolved()) {
            if own.value() == stage && seen.insert(own.id()) {
                draft.replace(own, &new)?;
                found = true;
            }
        } else if stage == "test" && !job.is_hidden() && chain::keyword(document, keywords, "stage").is_none() {
            // It was in `test` because it names no stage.
            target::set_keyword(draft, keywords, "stage", &new)?;
            found = true;
        }
    }
    if found {
        Ok(())
    } else {
        Err(Refusal::NoSuchStage(stage.to_owned()))
    }
}
