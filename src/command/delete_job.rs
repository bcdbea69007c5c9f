//! `delete_job`: a job goes with its comments. What still names it is left for the findings to show, since dropping a
//! need would silently let another job start earlier.

use super::{target, Refusal};
use crate::yaml::edit::Draft;
use crate::yaml::Entry;

pub(super) fn draft(draft: &mut Draft<'_>, job: &str) -> Result<(), Refusal> {
    let document = draft.document();
    let name = target::job(document, job)?.name();
    // All of that name: without the last, an earlier duplicate would come to life.
    for job in target::same_named(document, name) {
        draft.remove_entry(Entry { key: job.key(), value: job.value() })?;
    }
    Ok(())
}
