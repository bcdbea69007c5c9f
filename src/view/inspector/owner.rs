//! Whose keywords a form edits.

use std::rc::Rc;

use crate::pipeline::job_named;
use crate::yaml::{Document, Kind, NodeRef};

/// Whose keywords a form edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// A job, hidden ones among them.
    Job(Rc<str>),
    /// `default:`
    Default,
    /// The top level of the file.
    File,
}

impl Owner {
    /// Who holds a keyword for all jobs: `default:`, or the top level where the file still has it there.
    pub fn of_default(document: &Document, keyword: &str) -> Self {
        let Some(top) = document.top() else { return Owner::Default };
        let in_default = top.get("default").is_some_and(|default| default.get(keyword).is_some());
        if !in_default && top.get(keyword).is_some() {
            Owner::File
        } else {
            Owner::Default
        }
    }

    /// The job's name, for commands; none for what stands in the file itself.
    pub fn job(&self) -> Option<String> {
        match self {
            Owner::Job(name) => Some(name.to_string()),
            Owner::Default | Owner::File => None,
        }
    }

    /// The keys from the job or file down to one of the owner's keywords.
    pub fn path(&self, keys: &[String]) -> Vec<String> {
        match self {
            Owner::Default => std::iter::once("default".to_owned()).chain(keys.iter().cloned()).collect(),
            Owner::Job(_) | Owner::File => keys.to_vec(),
        }
    }

    /// The mapping of the owner's keywords.
    pub fn keywords<'d>(&self, document: &'d Document) -> Option<NodeRef<'d>> {
        let node = match self {
            Owner::Job(name) => job_named(document, name)?.value(),
            Owner::Default => document.top()?.get("default")?,
            Owner::File => document.top()?,
        };
        Some(node).filter(|node| node.kind() == Kind::Mapping)
    }
}
