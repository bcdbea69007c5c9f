//! `duplicate_job`: a copy of a job under another name, right behind it.

use super::{target, Refusal};
use crate::yaml::edit::Draft;

pub(super) fn draft(draft: &mut Draft<'_>, job: &str, name: &str) -> Result<(), Refusal> {
    let document = draft.document();
    let entry = target::entry(document, job)?;
    target::check_new_job_name(document, name)?;
    draft.copy_entry(entry, name)?;
    Ok(())
}
