//! The dock of runners below the lanes, and the one command that gives a job to one of them.

use std::rc::Rc;

use super::runners::RunnerName;
use crate::command::Command;
use crate::pipeline::job_named;
use crate::resolve::chain;
use crate::runner::Takers;
use crate::yaml::{Document, NewValue};

/// A runner in the dock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Berth {
    /// The runner.
    pub runner: RunnerName,
    /// Its tags.
    pub tags: Rc<[Rc<str>]>,
    /// The fewest of them that lead to it, which a job gets; none where it has no tags and takes no untagged jobs.
    pub leading: Option<Rc<[Rc<str>]>>,
    /// How many jobs of the file it may take.
    pub jobs: usize,
}

/// The runners.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dock {
    /// In the order of the fleet.
    pub berths: Vec<Berth>,
}

impl Dock {
    /// The dock of a fleet.
    pub fn of(takers: &Takers) -> Self {
        let fleet = takers.fleet();
        let mut jobs = vec![0; fleet.runners.len()];
        for (_, runs_on) in takers.jobs() {
            runs_on.runners().into_iter().for_each(|at| jobs[at] += 1);
        }
        let shared = |tags: Vec<String>| tags.iter().map(|tag| Rc::from(tag.as_str())).collect();
        let berth = |(at, runner): (usize, RunnerName)| {
            let own = &fleet.runners[at];
            let untagged = own.run_untagged.then(Vec::new);
            Berth {
                runner,
                tags: shared(own.tags.clone()),
                leading: fleet.tags_for(at, &[]).or(untagged).map(shared),
                jobs: jobs[at],
            }
        };
        Self { berths: RunnerName::all(fleet).into_iter().enumerate().map(berth).collect() }
    }

    /// The command that gives a job to a runner; none if it has the tags that lead there already, or if none do.
    pub fn command(&self, document: &Document, job: &str, runner: usize) -> Option<Command> {
        let leading = self.berths.get(runner)?.leading.as_ref()?;
        let keywords = job_named(document, job)?.value();
        let found = chain::keyword(document, keywords, "tags");
        let now = found.as_ref().map(|found| found.value.items().map(|item| item.value()).collect::<Vec<_>>());
        if now.unwrap_or_default().iter().copied().eq(leading.iter().map(|tag| &**tag)) {
            return None;
        }
        // An untagged runner: tags of the job's own go, inherited ones are overridden by none.
        let inherits = chain::inherited(document, keywords, "tags").is_some();
        let value = (!leading.is_empty() || inherits).then(|| NewValue::strings(leading.iter().map(|tag| &**tag)));
        Some(Command::SetKeyword { job: Some(job.to_owned()), path: vec!["tags".to_owned()], value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Settings;
    use crate::runner::{Fleet, Runner};
    use crate::view::board::Board;
    use crate::view::problems::Problems;

    fn dropped(text: &str, runner: usize) -> Option<String> {
        let named = |name: &str, tags: &[&str], run_untagged| Runner {
            name: name.to_owned(),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            run_untagged,
            ..Runner::default()
        };
        let runners = vec![
            named("b", &["docker", "build"], false),
            named("p", &["docker", "prod"], false),
            named("u", &[], true),
            named("n", &[], false),
        ];
        let document = Document::parse(text);
        let problems = Problems::check_for(&document, &Settings::default(), &Rc::new(Fleet { runners }));
        let board = Board::read(&document, &problems);
        let plan = board.dock.command(&document, "j", runner)?.plan(&document).unwrap();
        Some(plan.document.text().to_owned())
    }

    #[test]
    fn a_job_gets_the_fewest_tags_that_lead_to_the_runner() {
        assert_eq!(dropped("j:\n  script: x\n", 1).as_deref(), Some("j:\n  tags:\n    - prod\n  script: x\n"));
        let other = dropped("j:\n  tags: [docker, build] # c\n  script: x\n", 1);
        assert_eq!(other.as_deref(), Some("j:\n  tags: [prod] # c\n  script: x\n"));
        assert_eq!(dropped("j:\n  tags: [prod]\n  script: x\n", 1), None);
    }

    #[test]
    fn a_runner_without_tags_gets_a_job_without_tags() {
        assert_eq!(dropped("j:\n  tags: [prod]\n  script: x\n", 2).as_deref(), Some("j:\n  script: x\n"));
        let inherited = dropped("default:\n  tags: [prod]\nj:\n  script: x\n", 2);
        assert_eq!(inherited.as_deref(), Some("default:\n  tags: [prod]\nj:\n  tags: []\n  script: x\n"));
        assert_eq!(dropped("j:\n  script: x\n", 2), None);
        assert_eq!(dropped("j:\n  script: x\n", 3), None);
    }
}
