//! `move_item`: an item of a list gets another place in it, with its comments. Services and scripts run in their order.

use super::{target, Refusal};
use crate::yaml::edit::Draft;
use crate::yaml::Kind;

pub(super) fn draft(
    draft: &mut Draft<'_>,
    job: Option<&str>,
    path: &[String],
    item: usize,
    before: Option<usize>,
) -> Result<(), Refusal> {
    let missing = || Refusal::NotThere(path.join(":"));
    let holder = match job {
        Some(job) => Some(target::keywords(draft.document(), job)?),
        None => draft.document().top(),
    };
    let list = path.iter().try_fold(holder.ok_or_else(missing)?, |node, key| node.get(key)).ok_or_else(missing)?;
    if list.kind() != Kind::Sequence || list.is_reference() {
        return Err(Refusal::NotEditable(path.join(":")));
    }
    let items: Vec<_> = list.items().collect();
    let moved = *items.get(item).ok_or_else(missing)?;
    let before = match before {
        Some(at) => Some(*items.get(at).ok_or_else(missing)?),
        None => None,
    };
    let next = items.get(item + 1).copied();
    if before == Some(moved) || before == next {
        return Ok(());
    }
    Ok(draft.move_item(moved, before)?)
}
