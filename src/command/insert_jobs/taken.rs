//! What jobs rely on: the jobs that they need and the bases that they extend, and what those rely on.

use crate::command::{rename_job, Refusal};
use crate::pipeline::{job_named, jobs};
use crate::yaml::Document;

/// The jobs that come with the named ones, hidden ones among them, in the order of the file.
pub fn taken_with(source: &Document, names: &[String]) -> Vec<String> {
    closure(source, names, |_| false).unwrap_or_default()
}

/// The named jobs and all that they rely on, in the order of the file; what is `here` already, and so what it relies on,
/// is left out.
pub(super) fn closure(
    source: &Document,
    names: &[String],
    here: impl Fn(&str) -> bool,
) -> Result<Vec<String>, Refusal> {
    let mut found: Vec<&str> = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    for name in names {
        let job = job_named(source, name).filter(|job| !job.is_hidden());
        open.push(job.ok_or_else(|| Refusal::NoSuchJob(name.clone()))?.name());
    }
    if open.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    while let Some(name) = open.pop() {
        let Some(job) = job_named(source, name).filter(|_| !found.contains(&name) && !here(name)) else { continue };
        found.push(job.name());
        let references: Vec<&str> = rename_job::references_in(job.value()).map(|node| node.value()).collect();
        let named = |job: &str| references.iter().any(|reference| rename_job::renamed(reference, job, job).is_some());
        open.extend(jobs(source).map(|job| job.name()).filter(|job| named(job)));
    }
    let mut list: Vec<String> = Vec::new();
    for job in jobs(source).filter(|job| found.contains(&job.name())) {
        if !list.iter().any(|known| known == job.name()) {
            list.push(job.name().to_owned());
        }
    }
    Ok(list)
}
