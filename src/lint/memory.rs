//! What was found of the parts of a file, kept from one version of it to the next.

use std::rc::Rc;

use foldhash::HashMap;

use super::pieces::Piece;
use super::Diagnostic;
use crate::resolve::{self, is_same, Entry, Known};

/// The last version of a file and what was found of its parts. What is written as it was and depends on nothing that
/// changed is not looked at again, so a check costs what an edit changed.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) values: resolve::Memory,
    pub(super) jobs: Jobs,
    /// What the texts of the entries say by themselves, by where the coordinates of their values begin.
    pub(super) texts: HashMap<u32, Rc<Piece>>,
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
