//! Who takes which job.

use std::rc::Rc;

use foldhash::{HashMap, HashMapExt};

use super::reading::{Reader, Runs, Tags};
use super::{Fleet, Runner};
use crate::resolve::Map;

/// Jobs with the same tags that one job of the file becomes, and the runners that take them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Their tags.
    pub tags: Tags,
    /// How many jobs they are: more than one for parallel ones.
    pub jobs: usize,
    /// Whether they deploy to production, or stop it.
    pub production: bool,
    /// The runners that take them, by their place in the fleet.
    pub runners: Rc<[usize]>,
}

/// Who runs a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunsOn {
    /// It can't be known: variables of the project or other files decide.
    Unknown,
    /// Nobody has to: it starts another pipeline.
    Trigger,
    /// The runners of each of its parts; a matrix over tags makes several.
    Runners(Vec<Part>),
}

impl RunsOn {
    /// Its parts, as far as they are known.
    pub fn parts(&self) -> &[Part] {
        match self {
            RunsOn::Runners(parts) => parts,
            RunsOn::Unknown | RunsOn::Trigger => &[],
        }
    }

    /// The runners that take it or some of its parts, in the order of the fleet.
    pub fn runners(&self) -> Vec<usize> {
        let mut runners: Vec<usize> = self.parts().iter().flat_map(|part| part.runners.iter().copied()).collect();
        runners.sort_unstable();
        runners.dedup();
        runners
    }

    /// The first part that no runner takes.
    pub fn untaken(&self) -> Option<&Part> {
        self.parts().iter().find(|part| part.runners.is_empty())
    }

    /// Whether it or a part of it deploys to production.
    pub fn is_production(&self) -> bool {
        self.parts().iter().any(|part| part.production)
    }

    /// How many jobs it becomes.
    pub fn jobs(&self) -> usize {
        self.parts().iter().map(|part| part.jobs).sum()
    }
}

/// Who takes the jobs of a file. Empty for an empty fleet.
#[derive(Debug, Clone, Default)]
pub struct Takers {
    fleet: Rc<Fleet>,
    jobs: Vec<(Rc<str>, Rc<RunsOn>)>,
    by_name: HashMap<Rc<str>, usize>,
}

impl PartialEq for Takers {
    fn eq(&self, other: &Self) -> bool {
        self.fleet == other.fleet && self.jobs == other.jobs
    }
}

impl Eq for Takers {}

impl Takers {
    /// Reads the effective configuration. Runners are looked for once for all jobs with the same tags.
    pub fn of(config: &Map, fleet: &Rc<Fleet>) -> Self {
        if fleet.runners.is_empty() {
            return Self::default();
        }
        let mut known: HashMap<Tags, Rc<[usize]>> = HashMap::new();
        let mut takers = |tags: &Tags| {
            let runners = fleet.runners.iter().enumerate().filter(|(_, runner)| runner.takes(tags)).map(|(at, _)| at);
            known.entry(tags.clone()).or_insert_with(|| runners.collect()).clone()
        };
        let mut runs_on = |runs: Runs| match runs {
            Runs::Unknown => RunsOn::Unknown,
            Runs::Trigger => RunsOn::Trigger,
            Runs::Known(runs) => RunsOn::Runners(
                runs.into_iter()
                    .map(|run| Part {
                        runners: takers(&run.tags),
                        tags: run.tags,
                        jobs: run.jobs,
                        production: run.production,
                    })
                    .collect(),
            ),
        };
        let jobs: Vec<_> =
            Reader::new(config).jobs().into_iter().map(|(name, runs)| (name, Rc::new(runs_on(runs)))).collect();
        let by_name = jobs.iter().enumerate().map(|(at, (name, _))| (name.clone(), at)).collect();
        Self { fleet: fleet.clone(), jobs, by_name }
    }

    /// The runners.
    pub fn fleet(&self) -> &Rc<Fleet> {
        &self.fleet
    }

    /// The runner at a place in the fleet.
    pub fn runner(&self, at: usize) -> Option<&Runner> {
        self.fleet.runners.get(at)
    }

    /// Who runs a job. None for jobs that don't run, and where no runners are known.
    pub fn of_job(&self, job: &str) -> Option<&Rc<RunsOn>> {
        self.by_name.get(job).map(|&at| &self.jobs[at].1)
    }

    /// The jobs that run, in the order of the file.
    pub fn jobs(&self) -> impl Iterator<Item = (&Rc<str>, &RunsOn)> {
        self.jobs.iter().map(|(name, runs_on)| (name, &**runs_on))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::of_file;
    use crate::yaml::Document;

    fn fleet() -> Rc<Fleet> {
        let runner = |name: &str, tags: &[&str], run_untagged| Runner {
            name: name.to_owned(),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            run_untagged,
            ..Runner::default()
        };
        Rc::new(Fleet {
            runners: vec![runner("b", &["docker", "build"], true), runner("p", &["docker", "prod"], false)],
        })
    }

    /// The names of the runners of each part, with how many jobs it is; `-` for nobody.
    fn taken(text: &str) -> String {
        let effective = of_file(&Document::parse(text));
        let takers = Takers::of(effective.config.as_map().unwrap(), &fleet());
        let part = |part: &Part| {
            let names: Vec<&str> = part.runners.iter().map(|&at| takers.fleet.runners[at].name.as_str()).collect();
            let names = if names.is_empty() { "-".to_owned() } else { names.join("+") };
            format!(
                "{names}{}{}",
                if part.jobs > 1 { part.jobs.to_string() } else { String::new() },
                if part.production { "!" } else { "" }
            )
        };
        match takers.of_job("j").map(|runs_on| (**runs_on).clone()) {
            None => "none".to_owned(),
            Some(RunsOn::Unknown) => "unknown".to_owned(),
            Some(RunsOn::Trigger) => "trigger".to_owned(),
            Some(RunsOn::Runners(parts)) => parts.iter().map(part).collect::<Vec<_>>().join(" "),
        }
    }

    #[test]
    fn tags_count_wherever_they_come_from() {
        assert_eq!(taken("j: {script: x, tags: [docker]}\n"), "b+p");
        assert_eq!(taken("j: {script: x}\n"), "b");
        assert_eq!(taken("j: {script: x, tags: ['docker, prod']}\n"), "p");
        assert_eq!(taken("default: {tags: [prod]}\nj: {script: x}\n"), "p");
        assert_eq!(taken("default: {tags: [prod]}\nj: {script: x, tags: []}\n"), "b");
        assert_eq!(taken("default: {tags: [prod]}\nj: {script: x, inherit: {default: false}}\n"), "b");
        assert_eq!(taken(".t: {tags: [build]}\nj: {extends: .t, script: x}\n"), "b");
        assert_eq!(taken(".t: {list: [build]}\nj: {script: x, tags: !reference [.t, list]}\n"), "b");
        assert_eq!(taken("j: {script: x, tags: [arm, docker]}\n"), "-");
    }

    #[test]
    fn variables_and_matrices_decide_where_the_file_settles_them() {
        assert_eq!(taken("variables: {T: prod}\nj: {script: x, tags: [$T]}\n"), "p");
        assert_eq!(taken("j: {script: x, tags: [$T]}\n"), "unknown");
        let matrix = "j: {script: x, tags: ['${T}'], parallel: {matrix: [{T: [build, prod, arm], V: [1, 2]}]}}\n";
        assert_eq!(taken(matrix), "b2 p2 -2");
        assert_eq!(taken("j: {script: x, tags: [prod], parallel: 5}\n"), "p5");
        assert_eq!(taken("j: {script: x, tags: [prod], parallel: {matrix: [{A: [1, 2], B: [1, 2, 3]}]}}\n"), "p6");
    }

    #[test]
    fn what_other_files_decide_is_unknown() {
        assert_eq!(taken("include: a.yml\nj: {script: x}\n"), "unknown");
        assert_eq!(taken("include: a.yml\nj: {script: x, tags: [prod]}\n"), "p");
        assert_eq!(taken("include: a.yml\nj: {script: x, extends: .a}\n"), "unknown");
        assert_eq!(taken("j: {script: x, tags: docker}\n"), "unknown", "GitLab refuses it");
    }

    #[test]
    fn trigger_jobs_need_no_runner_and_pages_does() {
        assert_eq!(taken("j: {trigger: group/project}\n"), "trigger");
        assert_eq!(taken("j: {needs: [{pipeline: $P}]}\n"), "trigger");
        let effective = of_file(&Document::parse("pages: {script: x, tags: [prod]}\n.h: {script: x}\n"));
        let takers = Takers::of(effective.config.as_map().unwrap(), &fleet());
        assert_eq!(takers.jobs().map(|(name, _)| &**name).collect::<Vec<_>>(), ["pages"]);
    }

    #[test]
    fn production_is_told_by_tier_or_name() {
        let job = |environment: &str| taken(&format!("j: {{script: x, tags: [prod], environment: {environment}}}\n"));
        assert_eq!(job("production"), "p!");
        assert_eq!(job("staging"), "p");
        assert_eq!(job("{name: customer, deployment_tier: production}"), "p!");
        assert_eq!(job("{name: production, deployment_tier: staging}"), "p");
        assert_eq!(job("{name: production, action: stop}"), "p!");
        assert_eq!(job("{name: production, action: verify}"), "p");
        assert_eq!(job("$E"), "p", "nothing is known");
        let matrix = "j: {script: x, tags: [prod], environment: $E, parallel: {matrix: [{E: [staging, live]}]}}\n";
        assert_eq!(taken(matrix), "p p!");
    }

    #[test]
    fn without_runners_nothing_is_said() {
        let effective = of_file(&Document::parse("j: {script: x}\n"));
        let takers = Takers::of(effective.config.as_map().unwrap(), &Rc::default());
        assert!(takers.of_job("j").is_none() && takers.jobs().next().is_none());
    }
}
