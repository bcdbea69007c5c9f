//! What the entries at the top of a configuration are: jobs of some kind, or none (lib/gitlab/ci/config/entry/jobs.rb).

use crate::resolve::Entry;

/// Keywords that never name a job. `default` and `workflow` do if they hold what makes a job.
const RESERVED: &[&str] =
    &["include", "before_script", "image", "services", "after_script", "variables", "stages", "cache"];

/// What an entry at the top is to GitLab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobKind {
    /// Its name starts with a dot.
    Hidden,
    /// It runs a script or steps.
    Script,
    /// It starts another pipeline.
    Trigger,
    /// It is one of the two, but the keyword that tells comes from elsewhere.
    Either,
}

/// What an entry at the top is, if it is a job of some kind. With `open` what makes it one may come from elsewhere.
pub fn job_kind(entry: &Entry, open: bool) -> Option<JobKind> {
    let name = entry.key.text();
    if RESERVED.contains(&name) && entry.key.name().is_some() {
        return None;
    }
    if name.starts_with('.') {
        return Some(JobKind::Hidden);
    }
    let map = entry.value.as_map();
    let has = |keyword: &str| map.is_some_and(|map| map.has(keyword));
    let open = open || map.is_some_and(|map| map.open);
    if has("script") || has("run") {
        Some(JobKind::Script)
    } else if has("trigger") || (has("needs") && !open) {
        Some(JobKind::Trigger)
    } else if matches!(name, "default" | "workflow") {
        None
    } else if open && map.is_some() || entry.value.is_unknown() {
        Some(JobKind::Either)
    } else {
        None
    }
}
