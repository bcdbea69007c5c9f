//! `delete_variable`: a variable goes; with the last one its `variables:` goes too.

use super::{set_variable, target, Refusal};
use crate::resolve::chain::{self, Source};
use crate::yaml::edit::Draft;

pub(super) fn draft(draft: &mut Draft<'_>, job: Option<&str>, name: &str) -> Result<(), Refusal> {
    let Some(variables) = set_variable::own(draft, job)?.filter(|variables| variables.get(name).is_some()) else {
        return Err(not_here(draft, job, name)?);
    };
    let others = variables.entries().any(|entry| entry.key.value() != name);
    // Left without variables of its own, a job would take over what a merge key brings.
    let holder = match job {
        Some(job) => Some(target::keywords(draft.document(), job)?),
        None => draft.document().top(),
    };
    let merged = holder.and_then(|holder| chain::inherited(draft.document(), holder, "variables"));
    let keeps_empty = merged.is_some_and(|found| matches!(found.source, Source::Merge(_)));
    match holder {
        Some(holder) if !others && !keeps_empty => target::remove_keyword(draft, holder, "variables"),
        _ => {
            for entry in variables.entries().filter(|entry| entry.key.value() == name) {
                draft.remove_entry(entry)?;
            }
            Ok(())
        }
    }
}

/// The variable may be inherited: then it is to be deleted where it stands.
fn not_here(draft: &Draft<'_>, job: Option<&str>, name: &str) -> Result<Refusal, Refusal> {
    let missing = Refusal::NoSuchVariable(name.to_owned());
    let Some(job) = job else { return Ok(missing) };
    let document = draft.document();
    let keywords = target::keywords(document, job)?;
    let inherited = chain::entries(document, keywords, "variables").into_iter().find(|(known, _)| *known == name);
    Ok(match inherited.map(|(_, found)| found.source) {
        Some(Source::Extends(base)) => Refusal::ComesFrom(base),
        Some(Source::Merge(anchor)) => Refusal::ComesFrom(format!("*{anchor}")),
        _ => missing,
    })
}
