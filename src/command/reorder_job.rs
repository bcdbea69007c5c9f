//! `reorder_job`: a job's block moves before another's, with its comments.

use super::{target, Refusal};
use crate::yaml::edit::Draft;
use crate::yaml::Entry;

pub(super) fn draft<'d>(draft: &mut Draft<'d>, job: &str, next: Option<&str>) -> Result<(), Refusal> {
    before(draft, job, next)
}

/// Moves the block before the block of `next`, or to the end.
pub(super) fn before<'d>(draft: &mut Draft<'d>, job: &str, next: Option<&str>) -> Result<(), Refusal> {
    let document = draft.document();
    let entry = target::entry(document, job)?;
    let next = next.map(|next| target::entry(document, next)).transpose()?;
    move_before(draft, entry, next)
}

/// Moves the block behind the block of `previous`.
pub(super) fn after<'d>(draft: &mut Draft<'d>, job: &str, previous: &str) -> Result<(), Refusal> {
    let document = draft.document();
    let entry = target::entry(document, job)?;
    let previous = target::entry(document, previous)?;
    let next = entries(draft).skip_while(|other| other.key != previous.key).nth(1);
    move_before(draft, entry, next)
}

fn move_before<'d>(draft: &mut Draft<'d>, entry: Entry<'d>, next: Option<Entry<'d>>) -> Result<(), Refusal> {
    let following = entries(draft).skip_while(|other| other.key != entry.key).nth(1);
    let stays = next.is_some_and(|next| next.key == entry.key)
        || following.map(|entry| entry.key) == next.map(|entry| entry.key);
    if !stays {
        draft.move_entry(entry, next)?;
    }
    Ok(())
}

fn entries<'d>(draft: &Draft<'d>) -> impl Iterator<Item = Entry<'d>> {
    draft.document().top().into_iter().flat_map(|top| top.entries())
}
