//! `inline_base`: what a job gets from a base is written into it, and it no longer extends that base.

use super::steps::Steps;
use super::{target, Plan, Refusal};
use crate::pipeline::job_named;
use crate::resolve::{self, chain, Map, Value};
use crate::yaml::edit::Draft;
use crate::yaml::{Document, Kind, NewValue, NodeRef};

pub(super) fn plan(document: &Document, job: &str, base: Option<&str>) -> Result<Plan, Refusal> {
    let keywords = target::keywords(document, job)?;
    let bases = chain::bases(keywords);
    let base = match (base, &bases[..]) {
        (Some(base), _) => base,
        (None, [only]) => only,
        (None, _) => return Err(Refusal::NotThere("extends".to_owned())),
    };
    let place = bases.iter().rposition(|known| *known == base).ok_or_else(|| Refusal::NotThere(base.to_owned()))?;
    if job_named(document, base).is_none() {
        return Err(Refusal::NoSuchJob(base.to_owned()));
    }
    let config = resolve::of_file(document).config;
    let effective = |name: &str| config.as_map().and_then(|config| config.get(name)).and_then(|job| job.as_map());
    let gives = effective(base).filter(|map| !map.open).ok_or_else(|| Refusal::ComesFrom(base.to_owned()))?;
    let later: Vec<&Map> = bases[place + 1..].iter().filter_map(|name| effective(name)).collect();
    let has = effective(job).ok_or_else(|| Refusal::NotEditable(job.to_owned()))?;
    let mut steps = Steps::new(document);
    steps.edit(|draft| {
        let keywords = target::keywords(draft.document(), job)?;
        write(draft, keywords, base, gives, &later, has)
    })?;
    steps.edit(|draft| leave(draft, target::keywords(draft.document(), job)?, base))?;
    steps.plan_with_same_meaning()
}

/// Writes into the job what only that base brings.
fn write<'d>(
    draft: &mut Draft<'d>,
    job: NodeRef<'d>,
    base: &str,
    gives: &Map,
    later: &[&Map],
    has: &Map,
) -> Result<(), Refusal> {
    let document = draft.document();
    for entry in gives.entries().iter().filter(|entry| entry.key.text() != "extends") {
        let Some(keyword) = entry.key.name() else { continue };
        let own = job.get(keyword);
        let counts = has.get(keyword).ok_or(Refusal::NotVerified)?;
        let overridden = later.iter().any(|base| base.get(keyword).is_some());
        // Mappings are merged; of everything else the last counts.
        if (own.is_some() || overridden) && counts.as_map().is_none() {
            continue;
        }
        if own.is_none() && !overridden {
            // As the base has it written, with its comments, where that is all that counts.
            let written = job_named(document, base).and_then(|base| base.value().entry(keyword));
            let whole = written.filter(|written| is_same_place(written.value, counts));
            if let Some(carried) = whole.and_then(|written| draft.copy_of_entry(written)) {
                let before = target::place_of(job, keyword);
                if job.style() == crate::yaml::Style::Block {
                    draft.insert_carried(job, before, carried)?;
                    continue;
                }
            }
        }
        let value = resolve::written(&resolve::as_taken(keyword, counts));
        let value = value.ok_or_else(|| Refusal::NotEditable(keyword.to_owned()))?;
        target::set_keyword(draft, job, keyword, &value)?;
    }
    Ok(())
}

/// Whether the value that counts is the one that is written at `node`.
fn is_same_place(node: NodeRef<'_>, value: &Value) -> bool {
    value.span == node.full_span()
}

/// Takes a base out of the `extends` of a job.
fn leave<'d>(draft: &mut Draft<'d>, job: NodeRef<'d>, base: &str) -> Result<(), Refusal> {
    let others: Vec<&str> = chain::bases(job).into_iter().filter(|other| *other != base).collect();
    match job.get("extends") {
        Some(list) if list.kind() == Kind::Sequence && !list.is_reference() && !others.is_empty() => {
            for item in list.items().filter(|item| item.as_str() == Some(base)) {
                draft.remove_item(item)?;
            }
            Ok(())
        }
        Some(own) if own.kind() != Kind::Alias && !own.is_reference() => target::remove_keyword(draft, job, "extends"),
        _ => target::set_keyword(draft, job, "extends", &NewValue::strings(others)),
    }
}
