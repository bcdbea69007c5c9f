//! `add_stage`: a stage comes into the order of stages. Where the file has no `stages:`, GitLab's defaults are written
//! out with it.

use super::{target, Refusal};
use crate::pipeline::{Stages, DEFAULT_STAGES};
use crate::yaml::edit::Draft;
use crate::yaml::{Kind, NewValue, NodeRef};

pub(super) fn draft<'d>(draft: &mut Draft<'d>, name: &str, before: Option<&str>) -> Result<(), Refusal> {
    target::check_new_stage_name(name)?;
    let stages = Stages::read(draft.document());
    if stages.index(name).is_some() {
        return Err(Refusal::NameTaken(name.to_owned()));
    }
    match list(draft)? {
        Some(list) => {
            let next = before.filter(|next| *next != ".post").map(|next| item(list, next)).transpose()?;
            draft.insert_item(list, next, &NewValue::String(name.to_owned()))?;
            Ok(())
        }
        None => {
            let mut order: Vec<&str> = DEFAULT_STAGES.to_vec();
            let place = match before {
                Some(next) if next != ".post" => position(&order, next)?,
                _ => order.len(),
            };
            order.insert(place, name);
            write_out(draft, &order)
        }
    }
}

/// The list under `stages:`; none where GitLab's defaults hold. Refused where it is not written there.
pub(super) fn list<'d>(draft: &Draft<'d>) -> Result<Option<NodeRef<'d>>, Refusal> {
    let Some(node) = draft.document().top().and_then(|top| top.get("stages")) else { return Ok(None) };
    match node.kind() {
        Kind::Sequence if !node.is_reference() => Ok(Some(node)),
        _ if node.is_null() => Ok(None),
        _ => Err(Refusal::NotEditable("stages".to_owned())),
    }
}

/// The item of a stage in the list.
pub(super) fn item<'d>(list: NodeRef<'d>, stage: &str) -> Result<NodeRef<'d>, Refusal> {
    let named = list.items().find(|item| item.kind() == Kind::Scalar && item.value() == stage);
    named.ok_or_else(|| Refusal::NoSuchStage(stage.to_owned()))
}

/// The place of a stage in an order.
pub(super) fn position(order: &[&str], stage: &str) -> Result<usize, Refusal> {
    order.iter().position(|name| *name == stage).ok_or_else(|| Refusal::NoSuchStage(stage.to_owned()))
}

/// Writes `stages:` into a file that has none, before the first entry.
pub(super) fn write_out(draft: &mut Draft<'_>, order: &[&str]) -> Result<(), Refusal> {
    let value = NewValue::strings(order.iter().copied());
    let top = draft.document().top();
    match top.and_then(|top| top.get("stages")) {
        Some(empty) => draft.replace(empty, &value)?,
        None => draft.insert_block(top.and_then(|top| top.entries().next()), "stages", &value)?,
    }
    Ok(())
}
