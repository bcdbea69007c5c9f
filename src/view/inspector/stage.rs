//! All that the inspector shows of a stage.

use std::collections::HashMap;
use std::rc::Rc;

use super::known::stage_of;
use crate::command::Command;
use crate::pipeline::{jobs, StageKind, Stages};
use crate::text::Span;
use crate::yaml::Document;

/// A stage in the order of stages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagePlace {
    /// Its name.
    pub name: Rc<str>,
    /// Whether it is `.pre` or `.post`.
    pub fixed: bool,
    /// How many jobs are in it.
    pub jobs: usize,
}

/// A stage and its jobs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageView {
    /// Its name.
    pub name: Rc<str>,
    /// Whether it is `.pre` or `.post`, which keep name and place.
    pub fixed: bool,
    /// Whether the file knows it; jobs may name one that it does not.
    pub declared: bool,
    /// Whether an include may declare it.
    pub open: bool,
    /// Where it is declared.
    pub span: Option<Span>,
    /// Whether the stages stand in a form that commands don't edit, and where.
    pub opaque: Option<Span>,
    /// The jobs in it, in the order of the file.
    pub jobs: Vec<Rc<str>>,
    /// All stages in order.
    pub order: Vec<StagePlace>,
}

impl StageView {
    /// The stage of that name; none if neither the file nor a job knows it.
    pub fn of(document: &Document, name: &str) -> Option<Self> {
        let stages = Stages::read(document);
        let mut members: Vec<Rc<str>> = Vec::new();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for job in jobs(document).filter(|job| !job.is_hidden()) {
            let stage = stage_of(document, job.name());
            *counts.entry(stage).or_default() += 1;
            if stage == name && !members.iter().any(|known| **known == *job.name()) {
                members.push(job.name().into());
            }
        }
        let place = stages.list.iter().find(|stage| stage.name == name);
        if place.is_none() && members.is_empty() {
            return None;
        }
        let order = stages.list.iter().map(|stage| StagePlace {
            name: stage.name.as_str().into(),
            fixed: stage.kind == StageKind::Edge,
            jobs: counts.get(stage.name.as_str()).copied().unwrap_or(0),
        });
        Some(Self {
            name: name.into(),
            fixed: place.is_some_and(|stage| stage.kind == StageKind::Edge),
            declared: place.is_some(),
            open: stages.open,
            span: place.and_then(|stage| stage.span),
            opaque: stages.span.filter(|_| stages.opaque),
            jobs: members,
            order: order.collect(),
        })
    }

    /// The stage one place earlier or later; none where it can't go.
    pub fn shifted(&self, later: bool) -> Option<Command> {
        let movable: Vec<&StagePlace> = self.order.iter().filter(|place| !place.fixed).collect();
        let at = movable.iter().position(|place| place.name == self.name)?;
        let before = if later {
            movable.get(at + 1)?;
            movable.get(at + 2).map(|place| place.name.to_string())
        } else {
            Some(movable.get(at.checked_sub(1)?)?.name.to_string())
        };
        Some(Command::MoveStage { stage: self.name.to_string(), before })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_moves_within_its_bounds() {
        let document = Document::parse("stages: [x, y]\na:\n  stage: y\n");
        let view = StageView::of(&document, "y").unwrap();
        assert_eq!(view.jobs.len(), 1);
        assert_eq!(view.shifted(true), None);
        assert_eq!(view.shifted(false), Some(Command::MoveStage { stage: "y".into(), before: Some("x".into()) }));
        assert_eq!(StageView::of(&document, ".pre").unwrap().shifted(true), None);
        assert!(StageView::of(&document, "nowhere").is_none());
    }
}
