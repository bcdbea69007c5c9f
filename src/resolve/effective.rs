//! The steps from a document to its effective configuration, in GitLab's order (lib/gitlab/ci/config.rb).

use super::extend::Extension;
use super::inputs::Inputs;
use super::interpolate::Interpolation;
use super::memory::Memory;
use super::problem::Problem;
use super::read::Reader;
use super::reference::References;
use super::value::{Data, Value};
use crate::yaml::Document;
use std::rc::Rc;

/// What a file means.
#[derive(Debug, Clone)]
pub struct Effective {
    /// The header with `spec:`, where there is one.
    pub header: Option<Value>,
    /// The configuration as it is written: anchors, merge keys and inputs resolved and nothing else. Not always a mapping.
    pub written: Value,
    /// The configuration with `extends` and `!reference` resolved.
    pub config: Value,
    /// What GitLab's YAML loader refuses; nothing else counts for GitLab while there is any of these.
    pub load_problems: Vec<Problem>,
    /// What could not be resolved.
    pub problems: Vec<Problem>,
}

impl Effective {
    /// Whether parts of the file come from elsewhere.
    pub fn is_open(&self) -> bool {
        self.config.as_map().is_some_and(|config| config.open)
    }
}

/// Resolves what can be resolved inside one file. `open` says whether parts come from elsewhere, from an include that
/// is not at hand or from a place that could not be read: then what is missing is unknown.
pub fn effective(document: &Document, open: impl FnOnce(&Value) -> bool) -> Effective {
    resolved(document, None, open)
}

/// The same for the next version of a file. The places of all values are those of [`Memory::places`].
pub fn effective_after(document: &Document, memory: &mut Memory, open: impl FnOnce(&Value) -> bool) -> Effective {
    resolved(document, Some(memory), open)
}

fn resolved(document: &Document, mut memory: Option<&mut Memory>, open: impl FnOnce(&Value) -> bool) -> Effective {
    let mut reader = Reader::new();
    let header = document.header().map(|header| reader.read(header));
    let mut written = match (document.root(), document.top_entries(), memory.as_deref_mut()) {
        (None, ..) => Value::default(),
        (Some(root), Some(tops), Some(memory)) => memory.read(&mut reader, document, root, tops),
        (Some(root), ..) => reader.read(root),
    };
    let load_problems = reader.problems;
    let mut problems = Vec::new();
    if let Some(header) = &header {
        let inputs = Inputs::of(header);
        let mut interpolation = Interpolation::by(&inputs);
        written = interpolation.value(&written);
        problems = interpolation.problems;
    }
    let Data::Map(map) = &written.data else {
        return Effective { header, config: written.clone(), written, load_problems, problems };
    };
    let open = open(&written) || map.open;
    let top = if open == map.open { map.clone() } else { Rc::new(map.with_entries(map.entries().to_vec(), open)) };
    let (entries, more) = Extension::new(&top, memory.as_deref_mut()).run();
    problems.extend(more);
    let mut config = top.with_entries(entries, open);
    if config.weight.references {
        let (entries, more) = References::new(&config, memory).run();
        problems.extend(more);
        config = top.with_entries(entries, open);
    }
    let config = Value::new(Data::Map(Rc::new(config)), written.span);
    Effective { header, written, config, load_problems, problems }
}
