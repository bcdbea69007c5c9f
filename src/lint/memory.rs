//! What was found of the parts of a file, kept from one version of it to the next.

use std::cell::RefCell;
use std::rc::Rc;

use foldhash::HashMap;

use super::pieces::Piece;
use super::rules::artifact_not_needed;
use super::Diagnostic;
use crate::graph::{commands_in, folders, paths};
use crate::resolve::{self, is_same, Entry, Known, Value};

/// The last version of a file and what was found of its parts. What is written as it was and depends on nothing that
/// changed is not looked at again, so a check costs what an edit changed.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) values: resolve::Memory,
    pub(super) jobs: Jobs,
    /// What the texts of the entries say by themselves, by the numbers of their readings.
    pub(super) texts: Known<Rc<Piece>>,
    pub(super) scripts: RefCell<Scripts>,
}

/// The paths that scripts mention, by the identity of the scripts, which are kept so that it stays theirs.
#[derive(Debug, Default)]
pub struct Scripts(HashMap<usize, (Value, Paths)>);

type Paths = Rc<[Box<str>]>;

impl Scripts {
    /// Those of a script that are plain enough to look for, with the folders that they are in.
    pub fn paths(&mut self, script: &Value) -> Paths {
        let read = || {
            let mut found: Vec<&str> = Vec::new();
            for path in commands_in(script).into_iter().flat_map(paths) {
                found.extend(
                    std::iter::once(path).chain(folders(path)).filter(|path| artifact_not_needed::is_plain(path)),
                );
            }
            found.sort_unstable();
            found.dedup();
            found.into_iter().map(Box::from).collect()
        };
        match script.identity() {
            Some(identity) => self.0.entry(identity).or_insert_with(|| (script.clone(), read())).1.clone(),
            None => read(),
        }
    }

    /// Forgets all if there are far more than this many.
    pub fn bound(&mut self, jobs: usize) {
        if self.0.len() > 4 * jobs + 100 {
            self.0.clear();
        }
    }
}

/// What was found of the shapes of jobs.
pub type Jobs = Known<Found>;

/// What was found of the shape of one job.
#[derive(Debug)]
pub struct Found {
    job: Entry,
    /// What of the rest of the file it depends on.
    under: Under,
    /// The findings.
    pub findings: Vec<Diagnostic>,
    /// Bytes of values that were looked at.
    pub work: u64,
}

/// What the shape of a job depends on beside the job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Under {
    /// Whether parts of the file come from elsewhere.
    pub open: bool,
    /// Whether `workflow:rules` decide, or may decide, which pipelines run.
    pub workflow_rules: bool,
}

impl Found {
    /// What was found of a job.
    pub fn new(job: &Entry, under: Under, findings: Vec<Diagnostic>, work: u64) -> Self {
        Self { job: job.clone(), under, findings, work }
    }

    /// Whether it was found of this one, under the same conditions.
    pub fn is_of(&self, job: &Entry, under: Under) -> bool {
        let same_key = self.job.key == job.key && self.job.key_span == job.key_span;
        same_key && is_same(&self.job.value, &job.value) && self.under == under
    }
}
