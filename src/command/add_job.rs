//! `add_job`: a new job, behind the last one of its stage.

use super::{target, Refusal};
use crate::pipeline::jobs;
use crate::yaml::edit::Draft;
use crate::yaml::NewValue;

pub(super) fn draft<'d>(
    draft: &mut Draft<'d>,
    name: &str,
    stage: &str,
    script: &[String],
    keywords: &[(String, NewValue)],
    after: Option<&str>,
) -> Result<(), Refusal> {
    let document = draft.document();
    target::check_new_job_name(document, name)?;
    target::check_new_stage_name(stage)?;
    let previous = match after {
        Some(after) => Some(target::job(document, after)?),
        None => {
            let visible = || jobs(document).filter(|job| !job.is_hidden());
            let in_stage = visible().filter(|job| target::stage_of(document, job) == stage).last();
            in_stage.or_else(|| visible().last())
        }
    };
    let mut entries = vec![("stage".to_owned(), NewValue::String(stage.to_owned()))];
    entries.extend(keywords.iter().cloned());
    if !script.is_empty() {
        entries.push(("script".to_owned(), NewValue::strings(script)));
    }
    let behind = previous.and_then(|job| {
        let entries = document.top().into_iter().flat_map(|top| top.entries());
        entries.skip_while(|entry| entry.key != job.key()).nth(1)
    });
    draft.insert_block(behind, name, &NewValue::Map(entries))?;
    Ok(())
}
