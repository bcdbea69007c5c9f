//! What is between the jobs of a configuration: stages, jobs, and the names under which jobs go once parallel ones are
//! spread out (lib/gitlab/ci/config/normalizer.rb).

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use std::rc::Rc;

use super::kind::{job_kind, JobKind};
use super::needs::{need_items, need_kind, NeedKind};
use crate::resolve::{default_of, Data, Entry, Map, Value};
use crate::text::Span;

pub use crate::resolve::{instances, Instance};

/// Levels of lists in `stages`.
const NESTING: usize = 10;
/// Needs and dependencies of all jobs together that are looked at.
const MOST_NEEDS: usize = 500_000;

/// The configuration as its jobs see each other.
pub struct Facts<'c> {
    /// The visible jobs in the order of the file.
    pub jobs: Vec<Job<'c>>,
    /// The stages in order; none where they can't be known.
    pub stages: Option<Vec<Rc<str>>>,
    /// Whether further jobs may come from elsewhere.
    pub open: bool,
    config: &'c Map,
    /// Jobs by the names under which they run.
    by_name: HashMap<Rc<str>, usize>,
    /// Jobs that are parallel, by the name that they are written under.
    parallel: HashMap<&'c str, usize>,
    /// Names at the top that are no sound jobs, so that nothing can be said of who needs them.
    unsound: HashSet<&'c str>,
    shared_needs: HashMap<usize, Rc<[Need<'c>]>>,
    needs_left: usize,
    stage_order: HashMap<Rc<str>, usize>,
    /// The stage of jobs that name none.
    default_stage: Rc<str>,
}

/// A visible job.
pub struct Job<'c> {
    /// Its name as written.
    pub name: &'c str,
    /// Its name, shared with findings.
    pub subject: Rc<str>,
    /// Its keywords.
    pub map: &'c Map,
    /// Where its name stands.
    pub span: Span,
    /// Its stage and where that is written; none where it can't be known.
    pub stage: Option<(Rc<str>, Span)>,
    /// Its needs of the same pipeline.
    pub needs: Rc<[Need<'c>]>,
    /// Its dependencies.
    pub dependencies: &'c [Value],
    /// The instances of a parallel job; none of others.
    pub instances: Option<Vec<Instance>>,
}

/// A need of a job of the same pipeline.
pub struct Need<'c> {
    /// The job needed, as written.
    pub name: &'c str,
    /// Where.
    pub span: Span,
    /// Whether it may be missing.
    pub optional: bool,
    /// Which instances are meant.
    pub parallel: Option<&'c Value>,
}

/// What a name leads to.
pub enum Target {
    /// This job.
    Job(usize),
    /// Something of which nothing can be said.
    Unknown,
    /// Nothing.
    Nothing,
}

impl<'c> Facts<'c> {
    /// Reads a configuration; jobs in `unsound` have findings about their shape.
    pub fn of(config: &'c Map, unsound: &HashSet<Rc<str>>) -> Self {
        let mut facts = Self {
            jobs: Vec::with_capacity(config.entries().len()),
            stages: stages(config),
            open: config.open,
            config,
            by_name: HashMap::with_capacity(config.entries().len()),
            parallel: HashMap::new(),
            unsound: HashSet::new(),
            shared_needs: HashMap::new(),
            needs_left: MOST_NEEDS,
            stage_order: HashMap::new(),
            default_stage: "test".into(),
        };
        for (at, stage) in facts.stages.iter().flatten().enumerate() {
            facts.stage_order.entry(stage.clone()).or_insert(at);
        }
        for entry in config.entries() {
            facts.add(entry, config.open, unsound);
        }
        facts
    }

    fn add(&mut self, entry: &'c Entry, open: bool, unsound: &HashSet<Rc<str>>) {
        let name = entry.key.text();
        let kind = job_kind(entry, open);
        let (Some(JobKind::Script | JobKind::Trigger | JobKind::Either), Some(map)) = (kind, entry.value.as_map())
        else {
            if kind != Some(JobKind::Hidden) {
                self.unsound.insert(name);
            }
            return;
        };
        let at = self.jobs.len();
        let job = Job {
            name,
            subject: entry.key.shared().clone(),
            map,
            span: entry.key_span,
            stage: stage(entry, map, open, &self.default_stage),
            needs: self.needs(map),
            dependencies: self.dependencies(map),
            instances: map.given("parallel").and_then(|parallel| instances(name, parallel)),
        };
        match &job.instances {
            Some(instances) => {
                self.by_name.extend(instances.iter().map(|instance| (instance.name.clone(), at)));
                self.parallel.insert(name, at);
            }
            None => {
                self.by_name.insert(job.subject.clone(), at);
            }
        }
        if unsound.contains(name) {
            self.unsound.insert(name);
        }
        self.jobs.push(job);
    }

    /// The needs of a job. Those that many jobs share are read once, and more than all jobs together may sensibly
    /// have are not looked at.
    fn needs(&mut self, map: &'c Map) -> Rc<[Need<'c>]> {
        let Some(value) = map.given("needs") else { return Rc::from([]) };
        let known = value.identity().and_then(|identity| self.shared_needs.get(&identity).cloned());
        let needs = known.unwrap_or_else(|| needs_of(value).into());
        if let Some(identity) = value.identity() {
            self.shared_needs.insert(identity, needs.clone());
        }
        self.needs_left = self.needs_left.saturating_sub(needs.len());
        if self.needs_left == 0 {
            return Rc::from([]);
        }
        needs
    }

    fn dependencies(&mut self, map: &'c Map) -> &'c [Value] {
        let listed = map.given("dependencies").and_then(Value::as_list).unwrap_or_default();
        self.needs_left = self.needs_left.saturating_sub(listed.len());
        if self.needs_left == 0 {
            return &[];
        }
        listed
    }

    /// The job that runs under a name.
    pub fn by_name(&self, name: &str) -> Target {
        match self.by_name.get(name) {
            Some(&at) if self.unsound.contains(self.jobs[at].name) => Target::Unknown,
            Some(&at) => Target::Job(at),
            None if self.open || self.unsound.contains(name) => Target::Unknown,
            None => Target::Nothing,
        }
    }

    /// The job that runs or is written under a name.
    pub fn named(&self, name: &str) -> Option<usize> {
        self.parallel(name).or_else(|| self.by_name.get(name).copied())
    }

    /// The parallel job that is written under a name.
    pub fn parallel(&self, name: &str) -> Option<usize> {
        self.parallel.get(name).copied()
    }

    /// The place of a job's stage in the order. The outer none: it can't be known; the inner: there is no such stage.
    pub fn stage_index(&self, job: usize) -> Option<Option<usize>> {
        let (stage, _) = self.jobs[job].stage.as_ref()?;
        self.stages.as_ref()?;
        Some(self.stage_order.get(stage).copied())
    }

    /// What counts for a keyword of a job: its own, or that of `default:`.
    pub fn given(&self, job: &Job<'c>, keyword: &str) -> Option<&'c Value> {
        let default = || default_of(self.config, job.map, keyword).map(|entry| &entry.value);
        job.map.given(keyword).or_else(default)
    }

    /// The commands that a job runs, those of `default:` among them.
    pub fn commands(&self, job: &Job<'c>) -> Vec<&'c str> {
        let mut commands = Vec::new();
        for keyword in ["before_script", "script", "after_script"] {
            self.given(job, keyword).into_iter().for_each(|script| texts(script, &mut commands));
        }
        commands
    }

    /// Whether a job's shape is sound.
    pub fn is_sound(&self, job: &Job) -> bool {
        !self.unsound.contains(job.name)
    }
}

impl<'c> Job<'c> {
    /// The names under which others may name it: as it is written, and as it runs.
    pub fn called(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name).chain(self.instances.iter().flatten().map(|instance| &*instance.name))
    }

    /// The name under which GitLab names it: of a parallel one that of the first instance.
    pub fn first_name(&self) -> &Rc<str> {
        self.names().next().unwrap_or(&self.subject)
    }

    /// The names under which it runs.
    pub fn names(&self) -> impl Iterator<Item = &Rc<str>> {
        let own = self.instances.is_none().then_some(&self.subject);
        own.into_iter().chain(self.instances.iter().flatten().map(|instance| &instance.name))
    }

    /// The commands under keywords such as `script`, lists in lists taken apart.
    pub fn commands(&self, keywords: &[&str]) -> Vec<&'c str> {
        let mut commands = Vec::new();
        let map = self.map;
        keywords.iter().filter_map(|keyword| map.given(keyword)).for_each(|script| texts(script, &mut commands));
        commands
    }
}

/// The commands of a script, lists in lists taken apart.
pub fn commands_in(script: &Value) -> Vec<&str> {
    let mut commands = Vec::new();
    texts(script, &mut commands);
    commands
}

/// The texts in a value, lists in lists taken apart.
fn texts<'v>(value: &'v Value, into: &mut Vec<&'v str>) {
    match &value.data {
        Data::Text(text) => into.push(text),
        Data::List(list) => list.items.iter().for_each(|item| texts(item, into)),
        _ => {}
    }
}

/// The needs in a value that are of the same pipeline.
pub fn needs_of(value: &Value) -> Vec<Need<'_>> {
    let same = need_items(value).into_iter().filter(|item| need_kind(item) == Some(NeedKind::Job));
    same.filter_map(|item| match &item.data {
        Data::Text(name) => Some(Need { name, span: item.span, optional: false, parallel: None }),
        Data::Map(map) => {
            let job = map.get("job")?;
            let optional = map.get("optional").is_some_and(|flag| matches!(flag.data, Data::Bool(true)));
            let name = job.as_text()?;
            Some(Need { name, span: job.span, optional, parallel: map.given("parallel") })
        }
        _ => None,
    })
    .collect()
}

fn stage(entry: &Entry, map: &Map, open: bool, default: &Rc<str>) -> Option<(Rc<str>, Span)> {
    match map.entry("stage").filter(|stage| !stage.value.is_null()) {
        Some(stage) => match &stage.value.data {
            Data::Text(name) => Some((name.clone(), stage.value.span)),
            _ => None,
        },
        None if map.open || open => None,
        None => Some((default.clone(), entry.key_span)),
    }
}

/// lib/gitlab/ci/config/edge_stages_injector.rb: `.pre` and `.post` around what is declared, and nothing around an
/// empty list.
fn stages(config: &Map) -> Option<Vec<Rc<str>>> {
    let default = || [".pre", "build", "test", "deploy", ".post"].iter().map(|&name| name.into()).collect();
    let Some(value) = config.get("stages") else { return (!config.open).then(default) };
    match &value.data {
        Data::Null => Some(default()),
        Data::List(list) if list.items.is_empty() => Some(Vec::new()),
        Data::List(list) => {
            let mut stages: Vec<Rc<str>> = vec![".pre".into()];
            let complete = flatten(&list.items, NESTING, &mut stages);
            stages.push(".post".into());
            complete.then_some(stages)
        }
        _ => None,
    }
}

fn flatten(items: &[Value], levels: usize, into: &mut Vec<Rc<str>>) -> bool {
    items.iter().all(|item| match &item.data {
        Data::Text(name) => {
            // GitLab takes them out before it flattens (lib/gitlab/ci/config/stages.rb).
            if levels < NESTING || !matches!(&**name, ".pre" | ".post") {
                into.push(name.clone());
            }
            true
        }
        Data::List(list) if levels > 1 => flatten(&list.items, levels - 1, into),
        _ => false,
    })
}
