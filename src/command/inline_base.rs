//! `inline_base`: what a job gets from a base is written into it, and it no longer extends that base.

use super::steps::Steps;
use super::{target, Plan, Refusal};
use crate::pipeline::job_named;
use crate::resolve::{self, chain, Map, Value};
use crate::yaml::edit::Draft;
use crate::yaml::{Document, Entry, Kind, NewValue, NodeRef, Style};

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
    // A keyword at a time: one may come to where another grows.
    for entry in gives.entries().iter().filter(|entry| entry.key.text() != "extends") {
        let Some(keyword) = entry.key.name() else { continue };
        let counts = has.get(keyword).ok_or(Refusal::NotVerified)?;
        let overridden = later.iter().any(|base| base.get(keyword).is_some());
        // As the base has it written, with its comments, where that is all that counts.
        let written = job_named(document, base).and_then(|base| base.value().get(keyword));
        let whole = written.is_some_and(|written| written.full_span() == counts.span) && !overridden;
        steps.edit(|draft| {
            let keywords = target::keywords(draft.document(), job)?;
            let copied = job_named(draft.document(), base).and_then(|base| base.value().entry(keyword));
            write(draft, keywords, (keyword, counts), copied.filter(|_| whole), overridden)
        })?;
    }
    steps.edit(|draft| leave(draft, target::keywords(draft.document(), job)?, base))?;
    steps.plan_with_same_meaning()
}

/// Writes a keyword of the base into the job, where that is what counts: a copy of `entry`, or the value.
fn write<'d>(
    draft: &mut Draft<'d>,
    job: NodeRef<'d>,
    (keyword, counts): (&str, &Value),
    entry: Option<Entry<'d>>,
    overridden: bool,
) -> Result<(), Refusal> {
    let own = job.get(keyword);
    // Mappings are merged; of everything else the last counts.
    if (own.is_some() || overridden) && counts.as_map().is_none() {
        return Ok(());
    }
    if own.is_none() && job.style() == Style::Block {
        if let Some(carried) = entry.and_then(|entry| draft.copy_of_entry(entry)) {
            return Ok(draft.insert_carried(job, target::place_of(job, keyword), carried)?);
        }
    }
    let value = resolve::written(&resolve::as_taken(keyword, counts));
    let value = value.ok_or_else(|| Refusal::NotEditable(keyword.to_owned()))?;
    target::set_keyword(draft, job, keyword, &value)
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
