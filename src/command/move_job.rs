//! `move_job`: a job gets another stage, and its block another place if asked.

use super::{reorder_job, target, Refusal};
use crate::yaml::edit::Draft;
use crate::yaml::NewValue;

pub(super) fn draft<'d>(
    draft: &mut Draft<'d>,
    job: &str,
    stage: &str,
    before: Option<&str>,
    after: Option<&str>,
) -> Result<(), Refusal> {
    let document = draft.document();
    target::check_new_stage_name(stage)?;
    let keywords = target::keywords(document, job)?;
    if target::stage_of(document, &target::job(document, job)?) != stage {
        // An alias is not followed: the job gets a stage of its own, the others keep theirs.
        target::set_keyword(draft, keywords, "stage", &NewValue::String(stage.to_owned()))?;
    }
    match (before, after) {
        (Some(next), _) => reorder_job::before(draft, job, Some(next)),
        (None, Some(previous)) => reorder_job::after(draft, job, previous),
        (None, None) => Ok(()),
    }
}
