//! Warnings beyond GitLab's: what the file may mean otherwise than one thinks. They never make a file invalid, and each
//! can be turned off. Silence is better than noise: what can't be told for sure is not said.
//!
//! These rules go over the text as it is written, once, so that what many jobs share is told once.

use std::rc::Rc;

use super::facts::Facts;
use super::rules;
use super::{Diagnostic, Rule, Settings};
use crate::pipeline::jobs;
use crate::resolve::Map;
use crate::runner::Takers;
use crate::yaml::{Document, NodeRef};

/// What the rules look at.
pub struct Advice<'a> {
    /// The text.
    pub document: &'a Document,
    /// The effective configuration.
    pub config: &'a Map,
    /// The jobs.
    pub facts: &'a Facts<'a>,
    /// Who takes them; empty where no runners are known.
    pub takers: &'a Takers,
}

/// Looks for what a rule is about.
pub type Look = fn(&Advice<'_>, &mut Vec<Diagnostic>);

/// Runs the rules that are on.
pub fn give(advice: &Advice<'_>, settings: &Settings, found: &mut Vec<Diagnostic>) {
    for (_, look) in rules::ADVICE.iter().filter(|(rule, _)| settings.is_on(rule)) {
        look(advice, found);
    }
}

impl<'a> Advice<'a> {
    /// Every mapping of job keywords as it is written, with the name of the job that it is: jobs, hidden ones among
    /// them, and `default` and the top level.
    pub fn holders(&self) -> impl Iterator<Item = (Option<Rc<str>>, NodeRef<'a>)> {
        let top = self.document.top();
        let default = top.and_then(|top| top.get("default"));
        let jobs = jobs(self.document).map(|job| (Some(job.name().into()), job.value()));
        top.into_iter().chain(default).map(|holder| (None, holder)).chain(jobs)
    }
}

/// A finding, about a job or not.
pub fn finding(rule: &'static Rule, message: String, node: NodeRef<'_>, job: &Option<Rc<str>>) -> Diagnostic {
    let mut finding = Diagnostic::new(rule, message, node.span());
    finding.subject.clone_from(job);
    finding
}
