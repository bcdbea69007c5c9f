//! `override_keyword`: the value that counts for a keyword is written out in the job, "here only". What it came from, a
//! base, an anchor, a `!reference` or `default:`, stays as it is.

use super::steps::Steps;
use super::{set_keyword, target, Plan, Refusal};
use crate::pipeline::job_named;
use crate::resolve::{self, chain};
use crate::yaml::{Document, NewValue};

pub(super) fn plan(document: &Document, job: Option<&str>, path: &[String]) -> Result<Plan, Refusal> {
    let (value, from_default) = value_that_counts(document, job, path)?;
    let mut steps = Steps::new(document);
    steps.edit(|draft| {
        let holder = match job {
            Some(job) => target::keywords(draft.document(), job)?,
            None => draft.document().top().ok_or_else(|| Refusal::NotThere(path.join(":")))?,
        };
        set_keyword::set(draft, holder, path, &value)
    })?;
    if from_default {
        // GitLab applies `default:` to what is resolved: the job gets in writing what it had by then.
        if !resolve::same_with_defaults(&resolve::of_part(document), &resolve::of_part(steps.now())) {
            return Err(Refusal::ChangesMeaning);
        }
        return Ok(steps.plan());
    }
    steps.plan_with_same_meaning()
}

/// The effective value as a value to write, and whether it comes from `default:`.
fn value_that_counts(document: &Document, job: Option<&str>, path: &[String]) -> Result<(NewValue, bool), Refusal> {
    let missing = || Refusal::NotThere(path.join(":"));
    let (keyword, below) = path.split_first().ok_or_else(missing)?;
    let config = resolve::of_part(document).config;
    let top = config.as_map().ok_or_else(missing)?;
    let holder = match job {
        Some(job) => top.get(job).and_then(|job| job.as_map()).ok_or_else(missing)?,
        None => top,
    };
    let in_default = || top.get("default")?.as_map()?.given(keyword);
    let default = || in_default().or_else(|| top.given(keyword));
    let from_default = job.and_then(|job| job_named(document, job)).is_some_and(|job| {
        let found = job.value().resolved().and_then(|value| chain::keyword(document, value, keyword));
        found.is_some_and(|found| found.source == chain::Source::Default)
    });
    let whole = holder.given(keyword).or_else(|| if from_default { default() } else { None }).ok_or_else(missing)?;
    let value = below.iter().try_fold(whole, |value, key| value.as_map()?.get(key)).ok_or_else(missing)?;
    let taken = if below.is_empty() { resolve::as_taken(keyword, value) } else { value.clone() };
    let written = resolve::written(&taken).ok_or_else(|| Refusal::NotEditable(path.join(":")))?;
    Ok((written, from_default))
}
