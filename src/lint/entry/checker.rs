//! Collects findings while the entries are gone through.

use foldhash::{HashSet, HashSetExt};
use std::rc::Rc;

use super::At;
use crate::lint::memory::{Found, Jobs, Under};
use crate::lint::{Diagnostic, Rule, Severity};
use crate::resolve::{Entry, Value};
use crate::text::Span;

/// What was found so far.
pub struct Checker<'m> {
    /// The findings.
    pub found: Vec<Diagnostic>,
    /// The job that is being checked.
    pub subject: Option<Rc<str>>,
    /// Shared values that were found sound under a keyword, with whether their place was open.
    sound_before: HashSet<(usize, (usize, usize), bool)>,
    /// Errors so far, those among them that were too many to keep.
    errors: usize,
    /// Bytes of messages that are still kept.
    room: usize,
    /// Bytes of shared values that are still looked at for each job that has them.
    work: u64,
    /// What was found of the jobs of the version before.
    before: &'m mut Jobs,
}

/// Bytes of messages that are kept of one file.
const ROOM: usize = 4 * 1024 * 1024;
/// Bytes of values that are looked at: many times what a file may hold, far from what would be felt.
const WORK: u64 = 64 * 1024 * 1024;

impl<'m> Checker<'m> {
    /// Nothing found yet.
    pub fn new(before: &'m mut Jobs) -> Self {
        before.begin();
        let sound_before = HashSet::new();
        Self { found: Vec::new(), subject: None, sound_before, errors: 0, room: ROOM, work: WORK, before }
    }

    /// Checks a job, unless it is that of the version before.
    pub fn job(&mut self, job: &Entry, under: Under, check: impl FnOnce(&mut Self)) {
        let Some(identity) = job.value.identity() else { return check(self) };
        let found = match self.before.take(identity).filter(|found| found.is_of(job, under)) {
            Some(found) => {
                let errors = found.findings.iter().filter(|finding| finding.severity == Severity::Error);
                self.errors += errors.count();
                let bytes = found.findings.iter().map(|finding| finding.message.len()).sum();
                self.room = self.room.saturating_sub(bytes);
                self.work = self.work.saturating_sub(found.work);
                self.found.extend(found.findings.iter().cloned());
                found
            }
            None => {
                let (from, work) = (self.found.len(), self.work);
                check(self);
                Found::new(job, under, self.found[from..].to_vec(), work - self.work)
            }
        };
        if !self.is_full() && self.work > 0 {
            self.before.keep(identity, found);
        }
    }

    /// `LOCATION ATTRIBUTE TEXT`, in lower case as GitLab has it (lib/gitlab/config/entry/validator.rb).
    pub fn error(&mut self, rule: &'static Rule, at: &At, attribute: &str, text: &str, span: Span) {
        if self.is_full() {
            self.errors += 1;
            return;
        }
        let attribute = attribute.replace('_', " ");
        let parts = [at.location(), attribute, text.to_owned()];
        let message = parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ");
        self.words(rule, message.to_lowercase(), span);
    }

    /// An error in just these words.
    pub fn words(&mut self, rule: &'static Rule, message: String, span: Span) {
        self.errors += 1;
        if self.is_full() {
            return;
        }
        self.room = self.room.saturating_sub(message.len());
        let mut diagnostic = Diagnostic::new(rule, message, span);
        diagnostic.subject = self.subject.clone();
        self.found.push(diagnostic);
    }

    /// Whether so much was found that nothing more is kept.
    pub fn is_full(&self) -> bool {
        self.room == 0
    }

    /// Checks a value for `whom`, a static that stands for the check, once for all jobs that share it if there is nothing to find. What is found is
    /// found for each of them, since the words name the job.
    pub fn once<T>(&mut self, whom: &'static T, at: &At, value: &Value, check: impl FnOnce(&mut Self)) -> bool {
        // A struct and its first field share their address: their sizes tell them apart.
        let whom = (std::ptr::from_ref(whom) as usize, std::mem::size_of::<T>());
        let key = value.identity().map(|identity| (identity, whom, at.open));
        if key.is_some_and(|key| self.sound_before.contains(&key)) {
            return true;
        }
        if !self.affords(value) {
            return false;
        }
        let sound = self.sound(check);
        if let Some(key) = key.filter(|_| sound) {
            self.sound_before.insert(key);
        }
        sound
    }

    /// Whether a value may still be gone through.
    pub fn affords(&mut self, value: &Value) -> bool {
        self.work = self.work.saturating_sub(value.bytes());
        self.work > 0
    }

    /// Runs `check` and tells whether it found nothing.
    pub fn sound(&mut self, check: impl FnOnce(&mut Self)) -> bool {
        let before = self.errors;
        check(self);
        self.errors == before
    }
}
