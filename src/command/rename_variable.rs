//! `rename_variable`: a variable gets another name where it is declared.

use super::{set_variable, Refusal};
use crate::yaml::edit::Draft;

pub(super) fn draft(draft: &mut Draft<'_>, job: Option<&str>, name: &str, to: &str) -> Result<(), Refusal> {
    if to.trim().is_empty() || to.contains('\n') || to == "<<" {
        return Err(Refusal::BadName(to.to_owned()));
    }
    if name == to {
        return Ok(());
    }
    let missing = || Refusal::NoSuchVariable(name.to_owned());
    let variables = set_variable::own(draft, job)?.ok_or_else(missing)?;
    if variables.get(to).is_some() {
        return Err(Refusal::NameTaken(to.to_owned()));
    }
    variables.get(name).ok_or_else(missing)?;
    for entry in variables.entries().filter(|entry| entry.key.value() == name) {
        draft.rename_key(entry.key, to)?;
    }
    Ok(())
}
