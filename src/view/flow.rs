//! What jobs hand on to each other: each file and each dotenv report with who makes it, who gets it and why, and who goes
//! without although it is later.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::graph::{
    dotenv_files, dotenv_variables, need_items, need_kind, Barrier, DotenvVariable, Facts, FileUse, Job, NeedKind,
    Reach, Taking, Uses, Way,
};
use crate::resolve::{of_file, Data, Value};
use crate::yaml::Document;

/// Things that are looked at; more are left out.
const MOST: usize = 2000;

/// The flow through a pipeline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flow {
    /// The stages that have jobs, in order; the last may be empty, for jobs of stages that can't be known.
    pub stages: Vec<Rc<str>>,
    /// The jobs, by stage.
    pub jobs: Vec<FlowJob>,
    /// What is handed on: dotenv reports first, then files by name.
    pub things: Vec<Thing>,
    /// How many more things there are.
    pub left_out: usize,
    /// For each job that hands something on, whether each job gets it.
    reaches: BTreeMap<usize, Vec<Reach>>,
}

/// A job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowJob {
    /// Its name.
    pub name: Rc<str>,
    /// The place of its stage.
    pub stage: usize,
    /// Whether it starts another pipeline: it gets variables then, and no files.
    pub trigger: bool,
    /// Jobs of other pipelines and projects whose artifacts it takes.
    pub elsewhere: Vec<Rc<str>>,
}

/// A file, or a folder, that jobs hand on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// Its path as written.
    pub path: Rc<str>,
    /// Whether it is among the files that later jobs find.
    pub file: bool,
    /// Whether its variables are set in later jobs.
    pub dotenv: bool,
    /// The jobs that make it.
    pub makers: Vec<usize>,
    /// The variables in it, where the script's writes are plain.
    pub variables: Vec<DotenvVariable>,
    /// Who uses what of it: its path, or variables.
    pub uses: BTreeMap<usize, Vec<Rc<str>>>,
    /// How many jobs get it.
    pub takers: usize,
    /// How many use it and don't get it.
    pub lacking: usize,
}

/// What a job has to do with a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// It makes it.
    Makes,
    /// It gets it.
    Gets(Way),
    /// It does not get it, although it is later or uses it.
    Misses(Barrier),
    /// That can't be known.
    Unknown,
}

/// A job's part in the way of a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The job.
    pub job: usize,
    /// Its part.
    pub part: Part,
    /// What it uses of the thing.
    pub uses: Vec<Rc<str>>,
}

/// A stage on the way of a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Station {
    /// The place of the stage.
    pub stage: usize,
    /// The jobs that have a part: makers, users, then the others.
    pub roles: Vec<Role>,
    /// How many jobs have none.
    pub others: usize,
}

/// The part of a job in one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The thing.
    pub thing: usize,
    /// The job's part.
    pub part: Part,
    /// What it uses of it.
    pub uses: Vec<Rc<str>>,
}

impl Flow {
    /// Reads a document.
    pub fn of(document: &Document) -> Self {
        let effective = of_file(document);
        let Some(config) = effective.config.as_map() else { return Self::default() };
        let facts = Facts::of(config, &Default::default());
        let taking = Taking::of_all(&facts);
        let (stages, jobs, order) = placed(&facts);
        let uses: Vec<Uses<'_>> = order.iter().map(|&at| Uses::of(&facts.commands(&facts.jobs[at]))).collect();
        let mut things = things(&facts, &order);
        let left_out = things.len().saturating_sub(MOST);
        things.truncate(MOST);
        let mut flow = Self { stages, jobs, things, left_out, reaches: BTreeMap::new() };
        let makers = flow.things.iter().flat_map(|thing| thing.makers.clone());
        for maker in makers.collect::<Vec<_>>() {
            let reach = |&taker: &usize| taking[taker].reach(&facts, taker, order[maker]);
            flow.reaches.entry(maker).or_insert_with(|| order.iter().map(reach).collect());
        }
        for at in 0..flow.things.len() {
            let thing = &flow.things[at];
            let used = flow.uses_of(thing, &uses, |job| facts.commands(&facts.jobs[order[job]]));
            flow.things[at].uses = used;
            let parts: Vec<Option<Part>> = (0..flow.jobs.len()).map(|job| flow.part(&flow.things[at], job)).collect();
            let thing = &mut flow.things[at];
            thing.takers = parts.iter().filter(|part| matches!(part, Some(Part::Gets(_)))).count();
            let misses = |job: &usize| matches!(parts[*job], Some(Part::Misses(_)));
            thing.lacking = thing.uses.keys().filter(|job| misses(job)).count();
        }
        flow
    }

    /// What each job that does not make the thing uses of it. A file that only stands in a report is used by those who
    /// can't do without it.
    fn uses_of<'c>(
        &self,
        thing: &Thing,
        uses: &[Uses<'c>],
        commands: impl Fn(usize) -> Vec<&'c str>,
    ) -> BTreeMap<usize, Vec<Rc<str>>> {
        let used = |(job, uses): (usize, &Uses<'c>)| {
            let variables = thing.variables.iter().filter(|variable| uses.variables.contains(variable.name.as_str()));
            let mut names: Vec<Rc<str>> = variables.map(|variable| Rc::from(variable.name.as_str())).collect();
            let file = uses.mentions(&thing.path) && (thing.file || FileUse::of(&commands(job), &thing.path).depends());
            if file {
                names.insert(0, thing.path.clone());
            }
            (!names.is_empty() && !thing.makers.contains(&job)).then_some((job, names))
        };
        uses.iter().enumerate().filter_map(used).collect()
    }

    /// What a job has to do with a thing. None where it is not later and uses nothing of it.
    fn part(&self, thing: &Thing, job: usize) -> Option<Part> {
        if thing.makers.contains(&job) {
            return Some(Part::Makes);
        }
        if self.jobs[job].trigger && !thing.dotenv {
            return None;
        }
        let reaches: Vec<Reach> = thing.makers.iter().map(|maker| self.reaches[maker][job]).collect();
        let ways = reaches.iter().filter_map(|reach| match reach {
            Reach::Yes(way) => Some(*way),
            _ => None,
        });
        if let Some(way) = ways.min() {
            return Some(Part::Gets(way));
        }
        if reaches.contains(&Reach::Unknown) {
            return Some(Part::Unknown);
        }
        let later = thing.makers.iter().any(|maker| self.jobs[*maker].stage < self.jobs[job].stage);
        let barrier = reaches.iter().find_map(|reach| match reach {
            Reach::No(barrier) => Some(*barrier),
            _ => None,
        })?;
        (later || thing.uses.contains_key(&job)).then_some(Part::Misses(barrier))
    }

    /// The way of a thing through the stages.
    pub fn stations(&self, thing: usize) -> Vec<Station> {
        let Some(thing) = self.things.get(thing) else { return Vec::new() };
        let mut stations: Vec<Station> =
            (0..self.stages.len()).map(|stage| Station { stage, roles: Vec::new(), others: 0 }).collect();
        for (job, about) in self.jobs.iter().enumerate() {
            let station = &mut stations[about.stage];
            let uses = thing.uses.get(&job).cloned().unwrap_or_default();
            match self.part(thing, job) {
                Some(part) => station.roles.push(Role { job, part, uses }),
                None => station.others += 1,
            }
        }
        for station in &mut stations {
            station.roles.sort_by_key(|role| (role.part != Part::Makes, role.uses.is_empty()));
        }
        stations
    }

    /// What a job makes, gets and goes without. What it neither uses nor gets is left out.
    pub fn shares(&self, job: &str) -> Option<(usize, Vec<Share>)> {
        let at = self.jobs.iter().position(|known| *known.name == *job)?;
        let share = |(thing, about): (usize, &Thing)| {
            let uses = about.uses.get(&at).cloned().unwrap_or_default();
            let part = self.part(about, at)?;
            let counts = !matches!(part, Part::Misses(_)) || !uses.is_empty();
            counts.then_some(Share { thing, part, uses })
        };
        Some((at, self.things.iter().enumerate().filter_map(share).collect()))
    }

    /// The place of the thing of a path.
    pub fn thing(&self, path: &str) -> Option<usize> {
        self.things.iter().position(|thing| *thing.path == *path)
    }
}

/// The stages, the jobs by stage, and the place of each among the facts.
fn placed(facts: &Facts<'_>) -> (Vec<Rc<str>>, Vec<FlowJob>, Vec<usize>) {
    let place = |at: usize| facts.stage_index(at).flatten().unwrap_or(usize::MAX);
    let mut order: Vec<usize> = (0..facts.jobs.len()).collect();
    order.sort_by_key(|&at| place(at));
    let mut stages: Vec<Rc<str>> = Vec::new();
    let mut last = None;
    let mut jobs = Vec::new();
    for &at in &order {
        if last != Some(place(at)) {
            last = Some(place(at));
            let name = facts.jobs[at].stage.as_ref().filter(|_| place(at) != usize::MAX).map(|(name, _)| name.clone());
            stages.push(name.unwrap_or_default());
        }
        let job = &facts.jobs[at];
        let trigger = job.map.given("trigger").is_some();
        jobs.push(FlowJob { name: job.subject.clone(), stage: stages.len() - 1, trigger, elsewhere: elsewhere(job) });
    }
    (stages, jobs, order)
}

/// `needs:project` and `needs:pipeline`, as `project: job`.
fn elsewhere(job: &Job<'_>) -> Vec<Rc<str>> {
    let items = job.map.given("needs").map(need_items).unwrap_or_default();
    let named = items.into_iter().filter(|item| need_kind(item) == Some(NeedKind::Cross)).filter_map(|item| {
        let map = item.as_map()?;
        let from = map.get("project").or_else(|| map.get("pipeline")).and_then(Value::as_text)?;
        let artifacts = map.get("artifacts").is_none_or(|flag| !matches!(flag.data, Data::Bool(false)));
        let name = map.get("job").and_then(Value::as_text)?;
        artifacts.then(|| Rc::from(format!("{from}: {name}")))
    });
    named.collect()
}

/// What jobs hand on, each path once.
fn things(facts: &Facts<'_>, order: &[usize]) -> Vec<Thing> {
    let mut found: BTreeMap<&str, Thing> = BTreeMap::new();
    for (place, &at) in order.iter().enumerate() {
        let job = &facts.jobs[at];
        let artifacts = facts.given(job, "artifacts").and_then(Value::as_map);
        let paths = artifacts.and_then(|map| map.given("paths")).and_then(Value::as_list).unwrap_or_default();
        let files = paths.iter().filter_map(Value::as_text).map(|path| (path, false));
        let dotenv = dotenv_files(facts, job).into_iter().map(|path| (path, true));
        for (path, dotenv) in files.chain(dotenv) {
            let name = path.strip_prefix("./").unwrap_or(path);
            let thing = found.entry(name).or_insert_with(|| Thing {
                path: name.into(),
                file: false,
                dotenv: false,
                makers: Vec::new(),
                variables: Vec::new(),
                uses: BTreeMap::new(),
                takers: 0,
                lacking: 0,
            });
            thing.file |= !dotenv;
            thing.dotenv |= dotenv;
            if !thing.makers.contains(&place) {
                thing.makers.push(place);
            }
            let variables = if dotenv { dotenv_variables(facts, job) } else { Vec::new() };
            for variable in variables {
                if !thing.variables.iter().any(|known| known.name == variable.name) {
                    thing.variables.push(variable);
                }
            }
        }
    }
    let mut things: Vec<Thing> = found.into_values().collect();
    things.sort_by_key(|thing| !thing.dotenv);
    things
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "stages: [prep, build, test, deploy]\n\
        names: {stage: prep, script: ['echo \"IMAGE=$CI_REGISTRY_IMAGE/app\" >> context.env'], artifacts: {paths: [context.env], reports: {dotenv: context.env}}}\n\
        pack: {stage: build, script: docker build -t $IMAGE ., needs: [names]}\n\
        unit: {stage: test, script: ['. ./context.env', make], needs: [pack]}\n\
        lint: {stage: test, script: make lint, needs: []}\n\
        ship: {stage: deploy, script: docker push $IMAGE}\n";

    /// The parts of the jobs in a thing, as `job part uses`.
    fn parts(text: &str, path: &str) -> Vec<String> {
        let flow = Flow::of(&Document::parse(text));
        let stations = flow.stations(flow.thing(path).unwrap());
        let role = |role: Role| format!("{} {:?} {}", flow.jobs[role.job].name, role.part, role.uses.join(","));
        stations.into_iter().flat_map(|station| station.roles).map(role).collect()
    }

    #[test]
    fn a_file_is_followed_from_its_maker_to_those_who_get_it_and_those_who_do_not() {
        assert_eq!(
            parts(TEXT, "context.env"),
            [
                "names Makes ",
                "pack Gets(Needs) IMAGE",
                "unit Misses(NotNeeded) context.env",
                "lint Misses(NotNeeded) ",
                "ship Gets(Stage) IMAGE",
            ]
        );
    }

    #[test]
    fn a_thing_counts_who_gets_it_and_who_lacks_it() {
        let flow = Flow::of(&Document::parse(TEXT));
        let thing = &flow.things[0];
        assert_eq!(
            (&*thing.path, thing.file, thing.dotenv, thing.takers, thing.lacking),
            ("context.env", true, true, 2, 1)
        );
        assert_eq!(thing.variables[0].value, "$CI_REGISTRY_IMAGE/app");
    }

    #[test]
    fn a_job_has_what_it_makes_and_gets_and_lacks() {
        let flow = Flow::of(&Document::parse(TEXT));
        let parts = |job: &str| flow.shares(job).unwrap().1.into_iter().map(|share| share.part).collect::<Vec<_>>();
        assert_eq!(parts("unit"), [Part::Misses(Barrier::NotNeeded)]);
        assert_eq!(parts("lint"), []);
        assert_eq!(parts("ship"), [Part::Gets(Way::Stage)]);
    }

    #[test]
    fn earlier_jobs_have_no_part() {
        let text = "stages: [a, b]\nx: {stage: a, script: x}\nm: {stage: b, script: x, artifacts: {paths: [out]}}\n";
        assert_eq!(parts(text, "out"), ["m Makes "]);
    }

    #[test]
    fn artifacts_of_default_and_of_other_projects_are_known() {
        let text = "default: {artifacts: {paths: [log]}}\na: {script: x, stage: build}\nb: {stage: test, script: cat log, needs: [{project: g/p, ref: main, job: j, artifacts: true}]}\n";
        let flow = Flow::of(&Document::parse(text));
        assert_eq!(flow.things[0].makers.len(), 2);
        assert_eq!(flow.jobs[1].elsewhere, [Rc::from("g/p: j")]);
    }

    #[test]
    fn broken_and_empty_texts_have_no_flow() {
        for text in ["", "a: [", "- x", "a: {script: x, artifacts: {paths: 3, reports: {dotenv: [1]}}}"] {
            assert!(Flow::of(&Document::parse(text)).things.is_empty(), "{text}");
        }
    }
}
