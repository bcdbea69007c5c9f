//! `only_to_rules`: `only` and `except` of a job become `rules` that let it run in the same pipelines.

use super::policy::{rules, Policy};
use super::refusal::NoRules;
use super::steps::Steps;
use super::{target, Plan, Refusal};
use crate::pipeline::jobs;
use crate::resolve::{self, Effective};
use crate::yaml::edit::keeps_comments;
use crate::yaml::Document;

const POLICIES: [&str; 2] = ["only", "except"];

pub(super) fn plan(document: &Document, job: &str) -> Result<Plan, Refusal> {
    let keywords = target::keywords(document, job)?;
    let effective = resolve::of_part(document);
    let has = effective.config.as_map().and_then(|config| config.get(job)?.as_map());
    let has = has.ok_or_else(|| Refusal::NotEditable(job.to_owned()))?;
    if has.given("rules").is_some() {
        return Err(Refusal::NoRules(NoRules::HasRules));
    }
    if has.given("start_in").is_some() {
        return Err(Refusal::NoRules(NoRules::Delayed));
    }
    let own = |keyword: &str| keywords.get(keyword).is_some_and(|value| !value.is_null());
    if let Some(elsewhere) = POLICIES.iter().find(|keyword| has.given(keyword).is_some() && !own(keyword)) {
        return Err(Refusal::ComesFrom(format!("{elsewhere} of a base")));
    }
    if !POLICIES.iter().any(|keyword| own(keyword)) {
        return Err(Refusal::NothingToDo);
    }
    if has.open {
        return Err(Refusal::NoRules(NoRules::UnknownBase));
    }
    let read = |keyword: &str| has.given(keyword).map(Policy::read).transpose().map_err(Refusal::NoRules);
    let rules = rules(read("only")?.as_ref(), read("except")?.as_ref()).map_err(Refusal::NoRules)?;
    let mut steps = Steps::new(document);
    steps.edit(|draft| {
        let keywords = target::keywords(draft.document(), job)?;
        let mut written = false;
        for entry in keywords.entries().filter(|entry| POLICIES.contains(&entry.key.value())) {
            if written {
                draft.remove_entry(entry)?;
            } else {
                draft.rename_key(entry.key, "rules")?;
                draft.replace(entry.value, &rules)?;
                written = true;
            }
        }
        Ok(())
    })?;
    if !keeps_comments(document, steps.now()) {
        return Err(Refusal::LosesComments);
    }
    check_others(document, &effective, &resolve::of_part(steps.now()))?;
    Ok(steps.plan())
}

/// GitLab refuses jobs with both. One that takes the rules over and has `only` of its own would be such a job, and one
/// with `only: null` would run anywhere.
fn check_others(document: &Document, before: &Effective, after: &Effective) -> Result<(), Refusal> {
    let (Some(old), Some(new)) = (before.config.as_map(), after.config.as_map()) else {
        return Err(Refusal::NotVerified);
    };
    for job in jobs(document).map(|job| job.name()) {
        let (Some(old), Some(new)) =
            (old.get(job).and_then(|job| job.as_map()), new.get(job).and_then(|job| job.as_map()))
        else {
            continue;
        };
        let mixed = new.given("rules").is_some() && POLICIES.iter().any(|keyword| new.has(keyword));
        let gained = new.given("rules").is_some() && old.given("rules").is_none();
        let had = |keyword: &str| old.given(keyword).is_some();
        let lost = POLICIES.iter().any(|keyword| had(keyword) && !new.has(keyword));
        let delayed = gained && new.given("start_in").is_some();
        if gained && (mixed || delayed) || lost && !gained {
            return Err(Refusal::NoRules(NoRules::Mixed(job.to_owned())));
        }
    }
    Ok(())
}
