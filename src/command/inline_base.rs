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
    let config = resolve::of_part(document).config;
    let effective = |name: &str| config.as_map().and_then(|config| config.get(name)).and_then(|job| job.as_map());
    let Some(gives) = effective(base).filter(|map| !map.open) else { return inline_own(document, job, base) };
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

/// Inlines a base that itself takes over what is not in this file: what it has written, and the job extends its bases.
fn inline_own(document: &Document, job: &str, base: &str) -> Result<Plan, Refusal> {
    let from = || Refusal::ComesFrom(base.to_owned());
    let has = job_named(document, base).map(|base| base.value()).filter(|base| base.kind() == Kind::Mapping);
    let has = has.ok_or_else(from)?;
    let below: Vec<String> = chain::bases(has).into_iter().map(str::to_owned).collect();
    let plain = |entry: Entry<'_>| entry.key.value() != "<<" && entry.value.kind() != Kind::Alias;
    if below.is_empty() || !has.entries().all(plain) {
        return Err(from());
    }
    let mut steps = Steps::new(document);
    let keywords: Vec<&str> = has.entries().map(|entry| entry.key.value()).filter(|key| *key != "extends").collect();
    for keyword in keywords {
        steps.edit(|draft| {
            let job = target::keywords(draft.document(), job)?;
            let base = job_named(draft.document(), base).and_then(|base| base.value().entry(keyword));
            base.map_or(Ok(()), |entry| add_entry(draft, job, target::place_of(job, keyword), entry))
        })?;
    }
    steps.edit(|draft| {
        let job = target::keywords(draft.document(), job)?;
        let names = chain::bases(job).into_iter().flat_map(|name| {
            let replaced = if name == base { below.clone() } else { vec![name.to_owned()] };
            replaced.into_iter().map(NewValue::String)
        });
        let mut names: Vec<NewValue> = names.collect();
        let value = if names.len() == 1 { names.remove(0) } else { NewValue::List(names) };
        target::set_keyword(draft, job, "extends", &value)
    })?;
    steps.plan_with_same_meaning()
}

/// Adds a copy of an entry to a mapping, or of its entries to what the mapping has under that key.
fn add_entry<'d>(
    draft: &mut Draft<'d>,
    mapping: NodeRef<'d>,
    before: Option<Entry<'d>>,
    entry: Entry<'d>,
) -> Result<(), Refusal> {
    let key = entry.key.value();
    match mapping.get(key) {
        Some(own) if own.kind() == Kind::Mapping && entry.value.kind() == Kind::Mapping => {
            let first = own.entries().next();
            entry.value.entries().try_for_each(|inner| add_entry(draft, own, first, inner))
        }
        // Of everything but mappings the last counts.
        Some(_) => Ok(()),
        None => {
            if mapping.style() == Style::Block {
                if let Some(carried) = draft.copy_of_entry(entry) {
                    return Ok(draft.insert_carried(mapping, before, carried)?);
                }
            }
            let value = NewValue::copy_with_aliases(entry.value);
            let value = value.ok_or_else(|| Refusal::NotEditable(key.to_owned()))?;
            Ok(draft.insert_entry(mapping, before, key, &value)?)
        }
    }
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
