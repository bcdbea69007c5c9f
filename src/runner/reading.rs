//! With which tags the jobs of a configuration run, and which of them deploy to production.

use std::borrow::Cow;
use std::rc::Rc;

use foldhash::{HashMap, HashMapExt};

use super::scope::{has_variables, Scope};
use crate::pipeline::{is_global_keyword, Tier};
use crate::resolve::{instance_count, instances, Data, Entry, Map, Value};

/// The tags of a job, each once, in the order in which they are written.
pub type Tags = Rc<[Rc<str>]>;

/// The variables that a matrix gives one of its jobs.
type Variables = Vec<(Rc<str>, String)>;

/// Tags that GitLab lets a job have (lib/gitlab/ci/config/entry/tags.rb).
const MOST_TAGS: usize = 50;

/// Jobs with the same tags that one job of the file becomes.
pub(super) struct Run {
    pub tags: Tags,
    /// How many they are.
    pub jobs: usize,
    /// Whether they deploy to production, or stop it.
    pub production: bool,
}

/// What is known of how a job runs.
pub(super) enum Runs {
    /// Nothing.
    Unknown,
    /// It starts another pipeline: no runner takes it (doc/ci/pipelines/downstream_pipelines.md).
    Trigger,
    /// In these ways; more than one where a matrix decides on the tags.
    Known(Vec<Run>),
}

/// Reads the jobs of a configuration; what they share is read once.
pub(super) struct Reader<'c> {
    config: &'c Map,
    known: HashMap<usize, Option<Tags>>,
}

impl<'c> Reader<'c> {
    pub fn new(config: &'c Map) -> Self {
        Self { config, known: HashMap::new() }
    }

    /// The visible jobs with how they run.
    pub fn jobs(mut self) -> Vec<(Rc<str>, Runs)> {
        let config = self.config;
        config.entries().iter().filter_map(|entry| self.job(entry)).collect()
    }

    fn job(&mut self, entry: &'c Entry) -> Option<(Rc<str>, Runs)> {
        let name = entry.key.name().filter(|name| !name.starts_with('.'))?;
        let job = entry.value.as_map()?;
        let runs_commands = job.has("script") || job.has("run");
        if is_global_keyword(name) && !runs_commands {
            return None;
        }
        // lib/gitlab/ci/config/entry/bridge.rb (matching?)
        let trigger = !runs_commands && (job.has("trigger") || job.has("needs") && !job.open && !self.config.open);
        let runs = match trigger {
            true => Runs::Trigger,
            false => self.runs(name, job).map_or(Runs::Unknown, Runs::Known),
        };
        Some((name.into(), runs))
    }

    fn runs(&mut self, name: &str, job: &'c Map) -> Option<Vec<Run>> {
        let given = self.given(job)?;
        let fixed = match given {
            Some(list) => self.fixed(list)?,
            None => Some(Rc::from([])),
        };
        let environment = Environment::of(job);
        let vary = fixed.is_none() || environment.as_ref().is_some_and(|environment| has_variables(environment.name));
        let scope = Scope::new(self.config, job);
        let mut runs: Vec<Run> = Vec::new();
        for (variables, jobs) in &ways(name, job, vary) {
            let scope = scope.of_instance(variables);
            let tags = match &fixed {
                Some(tags) => tags.clone(),
                None => tags_of(given?, |text| scope.expand(text))?,
            };
            let production = environment.as_ref().is_some_and(|environment| environment.is_production(&scope));
            match runs.iter_mut().find(|run| run.tags == tags && run.production == production) {
                Some(run) => run.jobs += jobs,
                None => runs.push(Run { tags, jobs: *jobs, production }),
            }
        }
        Some(runs)
    }

    /// The list that counts as the job's tags. The outer none: it can't be known; the inner: there is none.
    fn given(&self, job: &'c Map) -> Option<Option<&'c Value>> {
        if let Some(own) = job.given("tags") {
            return Some(Some(own));
        }
        if job.open || self.config.open {
            return None;
        }
        let default = match self.config.given("default").map(|default| &default.data) {
            None => return Some(None),
            Some(Data::Map(default)) => default,
            Some(_) => return None,
        };
        match (default.given("tags"), inherits_tags(job)?) {
            (_, false) => Some(None),
            (None, true) if default.open => None,
            (tags, true) => Some(tags),
        }
    }

    /// The tags in a list without variables, read once for all jobs that share it. The outer none: they can't be known;
    /// the inner: variables decide.
    fn fixed(&mut self, list: &'c Value) -> Option<Option<Tags>> {
        let items = list.as_list().filter(|items| items.len() <= MOST_TAGS)?;
        if items.iter().any(|item| item.as_text().is_some_and(has_variables)) {
            return Some(None);
        }
        let read = || tags_of(list, |text| Some(Cow::Borrowed(text)));
        match list.identity() {
            Some(identity) => self.known.entry(identity).or_insert_with(read).clone().map(Some),
            None => read().map(Some),
        }
    }
}

/// The variables of the jobs that a parallel one becomes, with how many have them; all have the same where they don't vary.
fn ways(name: &str, job: &Map, vary: bool) -> Vec<(Variables, usize)> {
    let parallel = job.given("parallel");
    let spread = parallel.filter(|_| vary).and_then(|parallel| instances(name, parallel)).unwrap_or_default();
    match spread.is_empty() {
        true => vec![(Vec::new(), parallel.map_or(1, instance_count))],
        false => spread.into_iter().map(|instance| (instance.variables, 1)).collect(),
    }
}

/// Whether a job takes the tags of `default:` (doc/ci/yaml: inherit:default). None where that can't be known.
fn inherits_tags(job: &Map) -> Option<bool> {
    let Some(inherit) = job.given("inherit") else { return Some(true) };
    match inherit.as_map()?.given("default").map(|rule| &rule.data) {
        None => Some(true),
        Some(Data::Bool(all)) => Some(*all),
        Some(Data::List(names)) => Some(names.items.iter().any(|item| item.as_text() == Some("tags"))),
        Some(_) => None,
    }
}

/// The texts of a list of tags; a comma separates tags as a new item does (doc/ci/yaml: tags).
fn tags_of<'v>(list: &'v Value, expand: impl Fn(&'v str) -> Option<Cow<'v, str>>) -> Option<Tags> {
    let mut tags: Vec<Rc<str>> = Vec::new();
    for item in list.as_list()? {
        let text = expand(item.as_text()?)?;
        for tag in text.split(',').map(str::trim).filter(|tag| !tag.is_empty()) {
            if tags.iter().all(|known| **known != *tag) {
                tags.push(tag.into());
            }
        }
    }
    Some(tags.into())
}

/// What a job says of where it deploys to.
struct Environment<'c> {
    name: &'c str,
    tier: Option<&'c str>,
}

impl<'c> Environment<'c> {
    /// That of a job which deploys there or stops it; others only look at it (doc/ci/yaml: environment:action).
    fn of(job: &'c Map) -> Option<Self> {
        let environment = job.given("environment")?;
        let Some(map) = environment.as_map() else {
            return Some(Self { name: environment.as_text()?, tier: None });
        };
        let acts = match map.given("action") {
            Some(action) => matches!(action.as_text(), Some("start" | "stop")),
            None => !map.open,
        };
        let text = |key: &str| map.given(key).and_then(Value::as_text);
        Some(Self { name: text("name").unwrap_or_default(), tier: text("deployment_tier") }).filter(|_| acts)
    }

    /// Whether it is production: by its tier, or by its name where that is known.
    fn is_production(&self, scope: &Scope<'_>) -> bool {
        let tier = match self.tier {
            Some(tier) => Tier::named(tier),
            None => scope.expand(self.name).and_then(|name| Tier::of_name(&name)),
        };
        tier == Some(Tier::Production)
    }
}
