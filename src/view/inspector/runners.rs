//! The runners of a job: who takes it, on what condition, and why the others don't.

use std::rc::Rc;

use crate::runner::{Part, RunsOn, Takers};
use crate::view::board::RunnerName;

/// What a runner does with a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It may take it.
    Takes,
    /// It may take so many of the jobs that it becomes.
    TakesSome(usize, usize),
    /// It lacks these of its tags.
    Lacks(Vec<Rc<str>>),
    /// The job has no tags, and it takes none without.
    TakesTaggedOnly,
}

impl Verdict {
    /// Whether it may take the job or a part of it.
    pub fn takes(&self) -> bool {
        matches!(self, Verdict::Takes | Verdict::TakesSome(..))
    }
}

/// A runner and a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunnerRow {
    /// The runner.
    pub runner: RunnerName,
    /// What it does with the job.
    pub verdict: Verdict,
}

/// The runners of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobRunners {
    /// The job.
    pub job: Rc<str>,
    /// Each runner, those first that take the job. Empty where it can't be known.
    pub rows: Rc<[RunnerRow]>,
    /// Whether no runner takes the job or a part of it.
    pub untaken: bool,
}

impl JobRunners {
    /// Those of a job; none where no runners are known, or where it needs none.
    pub fn of(takers: &Takers, job: &str) -> Option<Self> {
        let runs_on = takers.of_job(job)?;
        let name: Rc<str> = job.into();
        let parts = match &**runs_on {
            RunsOn::Trigger => return None,
            RunsOn::Unknown => return Some(Self { job: name, rows: Rc::from([]), untaken: false }),
            RunsOn::Runners(parts) => parts,
        };
        let names = RunnerName::all(takers.fleet());
        let row = |runner: RunnerName| RunnerRow { verdict: verdict(takers, parts, runner.at), runner };
        let mut rows: Vec<RunnerRow> = names.into_iter().map(row).collect();
        rows.sort_by_key(|row| !row.verdict.takes());
        Some(Self { job: name, rows: rows.into(), untaken: runs_on.untaken().is_some() })
    }

    /// Whether it can't be known who takes it.
    pub fn is_unknown(&self) -> bool {
        self.rows.is_empty()
    }

    /// Those that take it.
    pub fn takers(&self) -> impl Iterator<Item = &RunnerName> {
        self.rows.iter().filter(|row| row.verdict.takes()).map(|row| &row.runner)
    }
}

fn verdict(takers: &Takers, parts: &[Part], at: usize) -> Verdict {
    let jobs = |parts: &mut dyn Iterator<Item = &Part>| parts.map(|part| part.jobs).sum::<usize>();
    let all = jobs(&mut parts.iter());
    match jobs(&mut parts.iter().filter(|part| part.runners.contains(&at))) {
        0 => {
            let tags = parts.first().map(|part| part.tags.clone()).unwrap_or_else(|| Rc::from([]));
            let has = |tag: &str| takers.runner(at).is_some_and(|runner| runner.has(tag));
            let lacks: Vec<Rc<str>> = tags.iter().filter(|tag| !has(tag)).cloned().collect();
            if lacks.is_empty() {
                Verdict::TakesTaggedOnly
            } else {
                Verdict::Lacks(lacks)
            }
        }
        some if some == all => Verdict::Takes,
        some => Verdict::TakesSome(some, all),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::of_file;
    use crate::runner::{Fleet, Runner};
    use crate::yaml::Document;

    fn verdicts(text: &str) -> Option<Vec<(String, Verdict)>> {
        let runner = |name: &str, tags: &[&str]| Runner {
            name: name.to_owned(),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ..Runner::default()
        };
        let fleet = Fleet { runners: vec![runner("b", &["docker", "build"]), runner("p", &["docker", "prod"])] };
        let config = of_file(&Document::parse(text)).config;
        let takers = Takers::of(config.as_map().unwrap(), &Rc::new(fleet));
        let runners = JobRunners::of(&takers, "j")?;
        Some(runners.rows.iter().map(|row| (row.runner.name.to_string(), row.verdict.clone())).collect())
    }

    #[test]
    fn each_runner_says_why_it_does_not_take_the_job_and_takers_come_first() {
        let lacks = |tag: &str| Verdict::Lacks(vec![tag.into()]);
        let said = |text: &str| verdicts(text).unwrap();
        let both = said("j: {script: x, tags: [docker, prod]}\n");
        assert_eq!(both, [("p".to_owned(), Verdict::Takes), ("b".to_owned(), lacks("prod"))]);
        let untagged = said("j: {script: x}\n");
        assert!(untagged.iter().all(|(_, verdict)| *verdict == Verdict::TakesTaggedOnly));
        let matrix = said("j: {script: x, tags: [$T], parallel: {matrix: [{T: [build, docker]}]}}\n");
        assert_eq!(matrix, [("b".to_owned(), Verdict::Takes), ("p".to_owned(), Verdict::TakesSome(1, 2))]);
    }

    #[test]
    fn a_trigger_job_has_no_runners_and_unknown_ones_have_no_rows() {
        assert_eq!(verdicts("j: {trigger: a/b}\n"), None);
        assert_eq!(verdicts("j: {script: x, tags: [$T]}\n"), Some(Vec::new()));
    }
}
