//! What the rules of runners share: the tags of a job as they are written, and edits of them.

use super::advice::Advice;
use super::fix::{Fix, Label};
use crate::pipeline::{Environment, Job, Tier};
use crate::resolve::chain;
use crate::resolve::{Map, Value};
use crate::runner::{Fleet, Runner};
use crate::text::Span;
use crate::yaml::{Document, Kind, NewValue, NodeRef};

/// Keywords that people write before `tags`.
const BEFORE_TAGS: &[&str] = &["extends", "<<", "stage", "trigger", "image", "services"];

/// The runners that the handbook's examples are about.
pub fn example() -> Fleet {
    let runner = |name: &str, tags: [&str; 2], environment: &str, protected| Runner {
        name: name.to_owned(),
        executor: "docker".to_owned(),
        tags: tags.map(str::to_owned).to_vec(),
        environment: environment.to_owned(),
        protected,
        ..Runner::default()
    };
    let build = runner("build", ["docker", "build"], "build and test", false);
    let production = runner("production", ["docker", "production"], "production", true);
    Fleet { runners: vec![build, production] }
}

/// Whether a runner stands for production.
pub fn is_for_production(runner: &Runner) -> bool {
    Tier::of_name(&runner.environment) == Some(Tier::Production)
}

/// Whether a runner stands for an environment other than production.
pub fn is_for_another(runner: &Runner) -> bool {
    !runner.environment.trim().is_empty() && !is_for_production(runner)
}

/// Where the tags that count for a job are written, be it in a base or in `default:`.
pub fn place_of_tags(advice: &Advice<'_>, job: &str) -> Option<Span> {
    let own = advice.config.get(job).and_then(Value::as_map).and_then(|job| job.given("tags"));
    let default = || advice.config.given("default").and_then(Value::as_map).and_then(|map: &Map| map.given("tags"));
    own.or_else(default).map(|tags| advice.places.in_text(tags.span))
}

/// The tags that count for a job, as texts. None where one is a variable, or no text of its own.
pub fn tags_of<'d>(document: &'d Document, job: Job<'d>) -> Option<Vec<&'d str>> {
    match chain::keyword(document, job.value().resolved()?, "tags") {
        Some(found) => plain_tags(found.value),
        None => Some(Vec::new()),
    }
}

/// The items of a list of tags, as texts.
pub fn plain_tags(list: NodeRef<'_>) -> Option<Vec<&str>> {
    if list.kind() != Kind::Sequence || list.is_reference() {
        return None;
    }
    let plain = |item: NodeRef<'_>| item.kind() == Kind::Scalar && !item.value().contains(['$', '%', ',']);
    list.items().all(plain).then(|| list.items().map(|item| item.value()).collect())
}

/// Whether a job deploys to production, as far as its text says.
pub fn is_production<'d>(document: &'d Document, job: Job<'d>) -> bool {
    let found = job.value().resolved().and_then(|keywords| chain::keyword(document, keywords, "environment"));
    let reading = Environment::read(found.map(|found| found.value));
    let Some(environment) = reading.value() else { return false };
    let tier = match &environment.deployment_tier {
        Some(tier) => Tier::named(tier),
        None => environment.name.as_deref().and_then(Tier::of_name),
    };
    tier == Some(Tier::Production)
}

/// Gives a job tags of its own, where people look for them.
pub fn set_tags(job: Job<'_>, tags: &[String]) -> Fix {
    let behind = |key: NodeRef<'_>| !BEFORE_TAGS.contains(&key.value());
    let before = job.value().entries().map(|entry| entry.key).find(|key| behind(*key));
    let list = NewValue::strings(tags.iter().map(String::as_str));
    Fix::place(job.value(), before, "tags", list).labelled(Label::Add(format!("tags: {}", tags.join(", "))))
}
