//! `move_stage`: a stage takes another place in the order of stages.

use super::{add_stage, Refusal};
use crate::pipeline::DEFAULT_STAGES;
use crate::yaml::edit::Draft;

pub(super) fn draft(draft: &mut Draft<'_>, stage: &str, before: Option<&str>) -> Result<(), Refusal> {
    if [".pre", ".post"].contains(&stage) {
        return Err(Refusal::FixedStage(stage.to_owned()));
    }
    let before = before.filter(|next| *next != ".post");
    if before == Some(".pre") {
        return Err(Refusal::FixedStage(".pre".to_owned()));
    }
    if before == Some(stage) {
        return Ok(());
    }
    match add_stage::list(draft)? {
        Some(list) => {
            let item = add_stage::item(list, stage)?;
            let next = before.map(|next| add_stage::item(list, next)).transpose()?;
            let following = list.items().skip_while(|other| *other != item).nth(1);
            if following != next {
                draft.move_item(item, next)?;
            }
            Ok(())
        }
        None => {
            let mut order = DEFAULT_STAGES.to_vec();
            order.remove(add_stage::position(&order, stage)?);
            let place = match before {
                Some(next) => add_stage::position(&order, next)?,
                None => order.len(),
            };
            order.insert(place, stage);
            if order == DEFAULT_STAGES {
                Ok(())
            } else {
                add_stage::write_out(draft, &order)
            }
        }
    }
}
