//! What of a starter can be put into an open pipeline.

use super::Starter;
use crate::command::{taken_with, Command};
use crate::pipeline::jobs;
use crate::resolve;
use crate::yaml::Document;

/// A job that can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub job: String,
    /// Its stage.
    pub stage: String,
}

/// The jobs of a starter.
#[derive(Debug, Clone)]
pub struct Parts {
    document: Document,
    /// Each job that can be chosen, in the order of the file.
    pub list: Vec<Part>,
}

impl Parts {
    /// The parts of a starter. A component is taken by `include` and has none.
    pub fn of(starter: Starter) -> Option<Self> {
        let document = Document::parse(starter.has_parts().then(|| starter.pipeline().text)?);
        let config = resolve::of_file(&document).config;
        let stage = |job: &str| Some(config.as_map()?.get(job)?.as_map()?.given("stage")?.as_text()?.to_owned());
        let visible = jobs(&document).filter(|job| !job.is_hidden()).map(|job| job.name().to_owned());
        let list = visible.map(|job| Part { stage: stage(&job).unwrap_or_else(|| "test".to_owned()), job }).collect();
        Some(Self { document, list })
    }

    /// The jobs that come along with the chosen ones, hidden ones among them.
    pub fn along(&self, chosen: &[String]) -> Vec<String> {
        let all = taken_with(&self.document, chosen);
        all.into_iter().filter(|name| !chosen.contains(name)).collect()
    }

    /// The edit that takes the chosen ones over.
    pub fn command(&self, chosen: &[String]) -> Command {
        Command::InsertJobs { from: self.document.text().to_owned(), jobs: chosen.to_vec() }
    }
}
