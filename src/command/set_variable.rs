//! `set_variable`: a variable of a job or of the file gets a value.

use super::{target, Refusal};
use crate::resolve::chain;
use crate::yaml::edit::Draft;
use crate::yaml::{Kind, NewValue, NodeRef};

pub(super) fn draft(draft: &mut Draft<'_>, job: Option<&str>, name: &str, value: &NewValue) -> Result<(), Refusal> {
    if name.trim().is_empty() || name.contains('\n') || name == "<<" {
        return Err(Refusal::BadName(name.to_owned()));
    }
    let new = || NewValue::Map(vec![(name.to_owned(), value.clone())]);
    let Some(job) = job else {
        return match own(draft, None)? {
            Some(variables) => set(draft, variables, name, value),
            None => Ok(draft.insert_block(target::first_job_entry(draft.document()), "variables", &new())?),
        };
    };
    let keywords = target::keywords(draft.document(), job)?;
    if let Some(variables) = own(draft, Some(job))? {
        return set(draft, variables, name, value);
    }
    match chain::inherited(draft.document(), keywords, "variables") {
        // A merge key hands its variables on whole: with variables of its own the job would lose them.
        Some(found) if matches!(found.source, chain::Source::Merge(_)) => {
            let mut entries = copied(found.value)?;
            match entries.iter_mut().find(|(known, _)| known == name) {
                Some(entry) => entry.1 = value.clone(),
                None => entries.push((name.to_owned(), value.clone())),
            }
            target::set_keyword(draft, keywords, "variables", &NewValue::Map(entries))
        }
        _ => target::set_keyword(draft, keywords, "variables", &new()),
    }
}

/// The `variables` that are written in the job or the file itself; refused where they stand elsewhere.
pub(super) fn own<'d>(draft: &mut Draft<'d>, job: Option<&str>) -> Result<Option<NodeRef<'d>>, Refusal> {
    let holder = match job {
        Some(job) => Some(target::keywords(draft.document(), job)?),
        None => draft.document().top(),
    };
    let Some(node) = holder.and_then(|holder| holder.get("variables")) else { return Ok(None) };
    match node.kind() {
        Kind::Mapping | Kind::Alias => Ok(Some(node)),
        _ if node.is_null() => Ok(Some(node)),
        _ => Err(Refusal::NotEditable("variables".to_owned())),
    }
}

fn set<'d>(draft: &mut Draft<'d>, variables: NodeRef<'d>, name: &str, value: &NewValue) -> Result<(), Refusal> {
    if variables.kind() == Kind::Alias {
        // Here only: what the alias stands for is merged in, and the job's own value added.
        let merged = ("<<".to_owned(), NewValue::Alias(variables.value().to_owned()));
        return Ok(draft.replace(variables, &NewValue::Map(vec![merged, (name.to_owned(), value.clone())]))?);
    }
    if variables.is_null() || variables.get(name).is_none() {
        return Ok(draft.insert_entry(variables, None, name, value)?);
    }
    let Some(entry) = variables.entry(name) else { return Ok(()) };
    match (entry.value.kind(), value) {
        // Description and options stay when only the value is set.
        (Kind::Mapping, NewValue::String(_) | NewValue::Plain(_)) => draft.set(entry.value, "value", value)?,
        _ => draft.reconcile(entry.value, value)?,
    }
    Ok(())
}

/// The entries of variables kept elsewhere, as values to write.
fn copied(variables: NodeRef<'_>) -> Result<Vec<(String, NewValue)>, Refusal> {
    let mut entries = Vec::new();
    for entry in variables.entries() {
        let value = NewValue::copy_of(entry.value);
        let value = value.ok_or_else(|| Refusal::NotEditable("variables".to_owned()))?;
        entries.push((entry.key.value().to_owned(), value));
    }
    Ok(entries)
}
