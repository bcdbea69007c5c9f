//! `delete_stage`: a stage that no job is in goes from the order of stages.

use super::{add_stage, target, Refusal};
use crate::pipeline::{jobs, DEFAULT_STAGES};
use crate::yaml::edit::Draft;

pub(super) fn draft(draft: &mut Draft<'_>, stage: &str) -> Result<(), Refusal> {
    let document = draft.document();
    if [".pre", ".post"].contains(&stage) {
        return Err(Refusal::FixedStage(stage.to_owned()));
    }
    let users = jobs(document).filter(|job| !job.is_hidden() && target::stage_of(document, job) == stage).count();
    if users > 0 {
        return Err(Refusal::StageInUse(stage.to_owned(), users));
    }
    match add_stage::list(draft)? {
        Some(list) => draft.remove_item(add_stage::item(list, stage)?)?,
        None => {
            let mut order = DEFAULT_STAGES.to_vec();
            order.remove(add_stage::position(&order, stage)?);
            add_stage::write_out(draft, &order)?;
        }
    }
    Ok(())
}
