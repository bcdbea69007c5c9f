//! Warnings beyond GitLab's: what the file may mean otherwise than one thinks. They never make a file invalid, and each
//! can be turned off. Silence is better than noise: what can't be told for sure is not said.
//!
//! Most of these rules go over the text as it is written, once, so that what many jobs share is told once.

use std::cell::RefCell;
use std::rc::Rc;

use super::facts::Facts;
use super::memory::Scripts;
use super::pieces::Pieces;
use super::rules;
use super::{Diagnostic, Rule, Settings};
use crate::resolve::{Map, Places};
use crate::runner::Takers;
use crate::yaml::{Document, NodeRef};

/// What rules about the whole file look at.
pub struct Advice<'a> {
    /// The text.
    pub document: &'a Document,
    /// The effective configuration.
    pub config: &'a Map,
    /// The jobs.
    pub facts: &'a Facts<'a>,
    /// Who takes them; empty where no runners are known.
    pub takers: &'a Takers,
    /// What each part of the text says by itself.
    pub pieces: &'a Pieces<'a>,
    /// Where the values of the configuration stand.
    pub places: &'a Places,
    /// The paths that scripts mention.
    pub scripts: &'a RefCell<Scripts>,
}

/// Looks for what a rule is about. The less it looks at, the more of it is kept when the file is edited.
pub enum Look {
    /// At one mapping as it is written and what its aliases stand for.
    Mapping(fn(NodeRef<'_>, &mut Vec<Diagnostic>)),
    /// At the keywords of one job as they are written, or those outside of jobs, with all that is in them.
    Holder(fn(&Holder<'_>, &mut Vec<Diagnostic>)),
    /// At the whole file.
    File(fn(&Advice<'_>, &mut Vec<Diagnostic>)),
}

/// A place that rules look at by itself.
pub enum Place<'d> {
    /// A mapping of any kind.
    Mapping(NodeRef<'d>),
    /// A mapping of job keywords.
    Holder(Holder<'d>),
}

/// A mapping of job keywords as it is written: that of a job, hidden ones among them, of `default`, of `workflow`, which
/// has rules, or the top level.
pub struct Holder<'d> {
    /// The name of the job that it is.
    pub job: Option<Rc<str>>,
    /// The mapping.
    pub node: NodeRef<'d>,
    /// The key under which it stands; none for the top.
    key: Option<&'d str>,
}

impl<'d> Holder<'d> {
    /// That of a job.
    pub fn of_job(name: Rc<str>, node: NodeRef<'d>) -> Self {
        Self { job: Some(name), node, key: None }
    }

    /// The top level.
    pub fn top(document: &'d Document) -> Option<Self> {
        document.top().map(|node| Self { job: None, node, key: None })
    }

    /// That of `default` or `workflow`.
    pub fn named(document: &'d Document, key: &'d str) -> Option<Self> {
        document.top()?.get(key).map(|node| Self { job: None, node, key: Some(key) })
    }

    /// Whether it is the top level.
    pub fn is_top(&self) -> bool {
        self.job.is_none() && self.key.is_none()
    }

    /// Whether it is `workflow`, whose keywords are not those of jobs.
    pub fn is_workflow(&self) -> bool {
        self.key == Some("workflow")
    }

    /// A finding about the job, or about none.
    pub fn finding(&self, rule: &'static Rule, message: String, node: NodeRef<'_>) -> Diagnostic {
        finding(rule, message, node, &self.job)
    }
}

/// Runs the rules that are on.
pub fn give(advice: &Advice<'_>, settings: &Settings, found: &mut Vec<Diagnostic>) {
    // All of these, as what is kept is the same for all settings; what is off goes in the end.
    advice.pieces.found(found);
    for place in advice.pieces.around() {
        rules::ADVICE.iter().for_each(|(_, look)| look.at(&place, found));
    }
    for (_, look) in rules::ADVICE.iter().filter(|(rule, _)| settings.is_on(rule)) {
        if let Look::File(look) = look {
            look(advice, found);
        }
    }
}

/// A finding, about a job or not.
pub fn finding(rule: &'static Rule, message: String, node: NodeRef<'_>, job: &Option<Rc<str>>) -> Diagnostic {
    let mut finding = Diagnostic::new(rule, message, node.span());
    finding.subject.clone_from(job);
    finding
}
