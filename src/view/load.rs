//! The load of the runners: which jobs each may take, by stage, and which nobody takes.

use std::rc::Rc;

use super::board::{Board, RunnerName};
use crate::runner::RunsOn;

/// A job of the file, or a part of one that a matrix gives other tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadJob {
    /// Its name.
    pub name: Rc<str>,
    /// How many jobs it becomes.
    pub jobs: usize,
    /// How many runners may take it.
    pub sharers: usize,
}

/// The jobs of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadStage {
    /// The stage.
    pub stage: Rc<str>,
    /// Its jobs, in the order of the file.
    pub jobs: Vec<LoadJob>,
}

/// What a runner may have to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunnerLoad {
    /// The runner.
    pub runner: RunnerName,
    /// Jobs that it alone takes.
    pub sole: usize,
    /// Jobs that others may take too.
    pub shared: usize,
    /// Its part of those if they are shared out evenly, in thousandths of a job.
    pub share: usize,
    /// The jobs, by stage; stages without any are left out.
    pub stages: Vec<LoadStage>,
}

impl RunnerLoad {
    /// What it does if shared jobs are shared out evenly, in thousandths of a job.
    pub fn thousandths(&self) -> usize {
        self.sole * 1000 + self.share
    }
}

/// The load of all runners.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Load {
    /// In the order of the fleet.
    pub runners: Vec<RunnerLoad>,
    /// Jobs that no runner takes.
    pub untaken: Vec<LoadJob>,
    /// Jobs of which it can't be known who takes them.
    pub unknown: Vec<Rc<str>>,
    /// The largest load, in thousandths of a job.
    pub largest: usize,
}

impl Load {
    /// The load that the jobs of a board make.
    pub fn of(board: &Board) -> Self {
        let empty = |runner| RunnerLoad { runner, sole: 0, shared: 0, share: 0, stages: Vec::new() };
        let mut load =
            Self { runners: RunnerName::all(board.takers.fleet()).into_iter().map(empty).collect(), ..Self::default() };
        for lane in &board.lanes {
            let stage: Rc<str> = lane.stage.as_str().into();
            for card in lane.cards.iter().filter(|card| !card.shadowed) {
                if let Some(runs_on) = board.takers.of_job(&card.name) {
                    load.add(&stage, card.name.as_str().into(), runs_on);
                }
            }
        }
        load.largest = load.runners.iter().map(RunnerLoad::thousandths).max().unwrap_or_default();
        load
    }

    fn add(&mut self, stage: &Rc<str>, name: Rc<str>, runs_on: &RunsOn) {
        if *runs_on == RunsOn::Unknown {
            self.unknown.push(name.clone());
        }
        for part in runs_on.parts() {
            let job = LoadJob { name: name.clone(), jobs: part.jobs, sharers: part.runners.len() };
            if job.sharers == 0 {
                self.untaken.push(job);
                continue;
            }
            for at in part.runners.iter() {
                self.runners[*at].add(stage, job.clone());
            }
        }
    }
}

impl RunnerLoad {
    fn add(&mut self, stage: &Rc<str>, job: LoadJob) {
        match job.sharers {
            1 => self.sole += job.jobs,
            sharers => {
                self.shared += job.jobs;
                self.share += job.jobs * 1000 / sharers;
            }
        }
        match self.stages.last_mut().filter(|last| last.stage == *stage) {
            Some(last) => last.jobs.push(job),
            None => self.stages.push(LoadStage { stage: stage.clone(), jobs: vec![job] }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Settings;
    use crate::runner::{Fleet, Runner};
    use crate::view::problems::Problems;
    use crate::yaml::Document;

    fn load(text: &str) -> Load {
        let runner = |name: &str, tags: &[&str]| Runner {
            name: name.to_owned(),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ..Runner::default()
        };
        let fleet = Fleet { runners: vec![runner("b", &["docker", "build"]), runner("p", &["docker", "prod"])] };
        let document = Document::parse(text);
        let problems = Problems::check_for(&document, &Settings::default(), &Rc::new(fleet));
        Load::of(&Board::read(&document, &problems))
    }

    #[test]
    fn jobs_are_counted_for_each_runner_that_may_take_them() {
        let load = load(
            "a: {stage: build, script: x, tags: [build], parallel: 3}\nb: {stage: test, script: x, tags: [docker]}\n\
             c: {stage: deploy, script: x, tags: [prod]}\nd: {script: x, tags: [arm]}\ne: {script: x, tags: [$T]}\n\
             t: {trigger: a/b}\n",
        );
        let [b, p] = &load.runners[..] else { panic!("two runners") };
        assert_eq!((b.sole, b.shared, b.thousandths()), (3, 1, 3500));
        assert_eq!((p.sole, p.shared, p.thousandths()), (1, 1, 1500));
        assert_eq!(load.largest, 3500);
        let stages: Vec<&str> = b.stages.iter().map(|stage| &*stage.stage).collect();
        assert_eq!(stages, ["build", "test"]);
        assert_eq!(load.untaken, [LoadJob { name: "d".into(), jobs: 1, sharers: 0 }]);
        assert_eq!(load.unknown, ["e".into()]);
    }

    #[test]
    fn the_parts_of_a_matrix_go_to_their_runners() {
        let load = load("a: {script: x, tags: [$T], parallel: {matrix: [{T: [build, prod, arm], V: [1, 2]}]}}\n");
        assert_eq!(load.runners.iter().map(|load| load.sole).collect::<Vec<_>>(), [2, 2]);
        assert_eq!(load.untaken[0].jobs, 2);
    }
}
