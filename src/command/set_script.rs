//! `set_script`: the commands of a job. The script stays in the form that it has: a list, or one string.

use super::{target, Refusal};
use crate::yaml::edit::Draft;
use crate::yaml::{Kind, NewValue};

pub(super) fn draft(draft: &mut Draft<'_>, job: &str, keyword: &str, lines: &[String]) -> Result<(), Refusal> {
    if !["script", "before_script", "after_script"].contains(&keyword) {
        return Err(Refusal::NotThere(keyword.to_owned()));
    }
    let keywords = target::keywords(draft.document(), job)?;
    if lines.is_empty() {
        return target::remove_keyword(draft, keywords, keyword);
    }
    let list = NewValue::strings(lines);
    let Some(own) = keywords.get(keyword).filter(|own| !own.is_null()) else {
        return target::set_keyword(draft, keywords, keyword, &list);
    };
    match own.kind() {
        Kind::Scalar if own.style().is_block_scalar() => {
            let ending = if own.value().ends_with('\n') { "\n" } else { "" };
            draft.reconcile(own, &NewValue::String(format!("{}{ending}", lines.join("\n"))))?;
        }
        Kind::Scalar if lines.len() == 1 => draft.reconcile(own, &NewValue::String(lines[0].clone()))?,
        _ => draft.reconcile(own, &list)?,
    }
    Ok(())
}
