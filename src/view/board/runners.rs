//! Which runners take a card's job, and the colours by which environments are told apart.

use std::rc::Rc;

use foldhash::{HashMap, HashMapExt};

use crate::runner::{Fleet, Runner, RunsOn, Takers};

/// The colour of an environment: its place among the colours of the palette, from 1.
pub type Hue = usize;

/// Colours that there are; further environments have none.
pub const HUES: usize = 6;

/// A runner as it is named beside a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunnerName {
    /// Its place in the fleet.
    pub at: usize,
    /// Its name.
    pub name: Rc<str>,
    /// The environment that it stands for.
    pub environment: Option<Rc<str>>,
    /// The colour of that.
    pub hue: Option<Hue>,
    /// Whether it takes jobs of protected branches and tags only.
    pub protected: bool,
}

impl RunnerName {
    /// The runners of a fleet, environments coloured in the order in which they first come.
    pub fn all(fleet: &Fleet) -> Vec<Self> {
        let mut environments: Vec<String> = Vec::new();
        let named = |(at, runner): (usize, &Runner)| {
            let environment = Some(runner.environment.trim()).filter(|environment| !environment.is_empty());
            let place = environment.map(|environment| {
                environments.iter().position(|known| *known == environment).unwrap_or_else(|| {
                    environments.push(environment.to_owned());
                    environments.len() - 1
                })
            });
            Self {
                at,
                name: runner.name.as_str().into(),
                environment: environment.map(Rc::from),
                hue: place.map(|place| place + 1).filter(|hue| *hue <= HUES),
                protected: runner.protected,
            }
        };
        fleet.runners.iter().enumerate().map(named).collect()
    }
}

/// The runners of a job's card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardRunners {
    /// Those that take it, or some of the jobs that it becomes.
    pub takers: Vec<RunnerName>,
    /// Whether no runner takes it, or some of the jobs that it becomes.
    pub untaken: bool,
    /// The colour of its tags: that of the environment that all of its runners stand for.
    pub hue: Option<Hue>,
}

impl CardRunners {
    /// Whether the runner at a place in the fleet is among them.
    pub fn has(&self, at: usize) -> bool {
        self.takers.iter().any(|runner| runner.at == at)
    }

    fn of(runs_on: &RunsOn, names: &[RunnerName]) -> Option<Self> {
        if runs_on.parts().is_empty() {
            return None;
        }
        let takers: Vec<RunnerName> = runs_on.runners().into_iter().filter_map(|at| names.get(at)).cloned().collect();
        let first = takers.first().and_then(|runner| runner.hue);
        let hue = first.filter(|hue| takers.iter().all(|runner| runner.hue == Some(*hue)));
        Some(Self { untaken: runs_on.untaken().is_some(), takers, hue })
    }
}

/// Reads the runners of cards; jobs with the same ones share them.
pub(super) struct Reader<'t> {
    takers: &'t Takers,
    names: Vec<RunnerName>,
    known: HashMap<(Vec<usize>, bool), Rc<CardRunners>>,
}

impl<'t> Reader<'t> {
    pub fn new(takers: &'t Takers) -> Self {
        Self { takers, names: RunnerName::all(takers.fleet()), known: HashMap::new() }
    }

    pub fn of_job(&mut self, job: &str) -> Option<Rc<CardRunners>> {
        let runs_on = self.takers.of_job(job)?;
        let key = (runs_on.runners(), runs_on.untaken().is_some());
        if let Some(known) = self.known.get(&key).filter(|_| !runs_on.parts().is_empty()) {
            return Some(known.clone());
        }
        let read = Rc::new(CardRunners::of(runs_on, &self.names)?);
        self.known.insert(key, read.clone());
        Some(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Settings;
    use crate::view::board::Board;
    use crate::view::problems::Problems;
    use crate::yaml::Document;

    fn fleet() -> Rc<Fleet> {
        let runner = |name: &str, tags: &[&str], environment: &str| Runner {
            name: name.to_owned(),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            environment: environment.to_owned(),
            ..Runner::default()
        };
        let runners = vec![
            runner("b", &["docker", "build"], "build and test"),
            runner("c", &["docker", "build"], "build and test"),
            runner("p", &["docker", "prod"], "production"),
            runner("x", &["any"], ""),
        ];
        Rc::new(Fleet { runners })
    }

    fn card(text: &str, job: &str) -> Option<Rc<CardRunners>> {
        let document = Document::parse(text);
        let board = Board::read(&document, &Problems::check_for(&document, &Settings::default(), &fleet()));
        let (_, card) = board.find(job).unwrap();
        card.runners.clone()
    }

    #[test]
    fn a_card_names_its_runners_and_has_the_colour_that_they_share() {
        let text = "a: {script: x, tags: [build]}\nb: {script: x, tags: [docker]}\nc: {script: x, tags: [prod]}\n\
                    d: {script: x, tags: [arm]}\ne: {script: x, tags: [any]}\n";
        let names = |job: &str| {
            let runners = card(text, job).unwrap();
            let names: Vec<&str> = runners.takers.iter().map(|runner| &*runner.name).collect();
            (names.join(" "), runners.hue, runners.untaken)
        };
        assert_eq!(names("a"), ("b c".to_owned(), Some(1), false));
        assert_eq!(names("b"), ("b c p".to_owned(), None, false));
        assert_eq!(names("c"), ("p".to_owned(), Some(2), false));
        assert_eq!(names("d"), (String::new(), None, true));
        assert_eq!(names("e"), ("x".to_owned(), None, false));
    }

    #[test]
    fn nothing_is_said_of_jobs_that_need_no_runner_or_whose_tags_are_unknown() {
        let text = ".h: {script: x}\nt: {trigger: a/b}\nu: {script: x, tags: [$T]}\n";
        assert_eq!([card(text, ".h"), card(text, "t"), card(text, "u")], [None, None, None]);
    }
}
