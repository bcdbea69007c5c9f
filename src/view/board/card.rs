//! A job's card.

use std::rc::Rc;

use foldhash::{HashMap, HashMapExt};

use super::runners::{self, CardRunners};
use crate::pipeline::{flag, text, Environment, Image, Job};
use crate::resolve::chain::{Chain, Defaults, Source};
use crate::view::problems::{Problems, Severity};
use crate::yaml::{Document, Kind, NodeRef};

/// A value and whether it is written in the job itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inherited<T> {
    /// The value that counts.
    pub value: T,
    /// Whether it comes from `extends`, a merge key or `default:`.
    pub inherited: bool,
}

/// When a job runs, where it is not simply in its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// By hand.
    Manual,
    /// After a delay.
    Delayed,
    /// Whatever happened before.
    Always,
    /// After a failure.
    OnFailure,
    /// Not at all.
    Never,
}

/// Whether a failure is let pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AllowsFailure {
    /// Any failure.
    Always,
    /// That of certain exit codes.
    ExitCodes,
}

/// What a card shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The job's name.
    pub name: String,
    /// Its identity among the cards: the name, numbered where another job has the same.
    pub key: String,
    /// The stage that counts for it.
    pub stage: String,
    /// Its place among the jobs of the file.
    pub position: usize,
    /// Whether its name starts with a dot.
    pub hidden: bool,
    /// Whether a later job of the same name replaces it.
    pub shadowed: bool,
    /// The image that it runs in.
    pub image: Option<Inherited<String>>,
    /// The tags that pick its runner.
    pub tags: Inherited<Vec<String>>,
    /// When it runs.
    pub when: Option<When>,
    /// Whether it may fail.
    pub allow_failure: Option<AllowsFailure>,
    /// Where it deploys to.
    pub environment: Option<String>,
    /// Whether it hands artifacts on.
    pub artifacts: bool,
    /// How many needs it has; none where it waits for its stage.
    pub needs: Option<usize>,
    /// Whether it starts another pipeline.
    pub trigger: bool,
    /// What it extends.
    pub extends: Vec<String>,
    /// How many jobs extend it.
    pub extended_by: usize,
    /// The worst problem that it has.
    pub problem: Option<Severity>,
    /// Who takes it, where that is known.
    pub runners: Option<Rc<CardRunners>>,
}

/// Reads the cards of the first `most` jobs in the order of the file.
pub(super) fn read_all<'d>(
    document: &'d Document,
    problems: &Problems,
    jobs: impl Iterator<Item = Job<'d>>,
    most: usize,
) -> Vec<Card> {
    let jobs: Vec<_> = jobs.take(most).collect();
    let last: HashMap<&str, usize> = jobs.iter().enumerate().map(|(at, job)| (job.name(), at)).collect();
    let marks = problems.by_job();
    let defaults = Defaults::of(document);
    let mut runners = runners::Reader::new(&problems.takers);
    let card = |(at, job): (usize, &Job<'d>)| {
        let name = job.name();
        let shadowed = last.get(name).is_some_and(|&last| last != at);
        Card {
            key: if shadowed { format!("{name}#{at}") } else { name.to_owned() },
            problem: marks.get(name).copied(),
            runners: runners.of_job(name).filter(|_| !shadowed),
            shadowed,
            position: at,
            ..read(document, &defaults, job)
        }
    };
    let mut cards: Vec<Card> = jobs.iter().enumerate().map(card).collect();
    let mut users: HashMap<String, usize> = HashMap::new();
    for base in cards.iter().flat_map(|card| &card.extends) {
        match users.get_mut(base) {
            Some(count) => *count += 1,
            None => _ = users.insert(base.clone(), 1),
        }
    }
    for card in &mut cards {
        card.extended_by = users.get(&card.name).copied().unwrap_or_default();
    }
    cards
}

fn read<'d>(document: &'d Document, defaults: &Defaults<'d>, job: &Job<'d>) -> Card {
    let chain = Chain::with(defaults, document, job.value());
    let found = |keyword: &str| chain.keyword(keyword);
    let node = |keyword: &str| found(keyword).map(|found| found.value);
    let image = found("image").and_then(|found| {
        let image = Image::read(Some(found.value)).value()?.name.clone();
        Some(Inherited { value: image, inherited: found.source != Source::Own })
    });
    let tags =
        found("tags").map(|found| Inherited { value: strings(found.value), inherited: found.source != Source::Own });
    Card {
        name: job.name().to_owned(),
        key: String::new(),
        stage: node("stage").and_then(text).unwrap_or_else(|| "test".to_owned()),
        position: 0,
        hidden: job.is_hidden(),
        shadowed: false,
        image: image.filter(|image| !image.value.is_empty()),
        tags: tags.unwrap_or(Inherited { value: Vec::new(), inherited: false }),
        when: node("when").and_then(when),
        allow_failure: node("allow_failure").and_then(allow_failure),
        environment: node("environment").and_then(|node| Environment::read(Some(node)).value()?.name.clone()),
        artifacts: node("artifacts").is_some_and(|node| node.entries().len() > 0),
        needs: node("needs").map(|node| if node.kind() == Kind::Sequence { node.items().len() } else { 1 }),
        trigger: node("trigger").is_some(),
        extends: chain.extends().into_iter().map(str::to_owned).collect(),
        extended_by: 0,
        problem: None,
        runners: None,
    }
}

fn strings(node: NodeRef<'_>) -> Vec<String> {
    match node.kind() {
        Kind::Sequence if !node.is_reference() => node.items().map(shown).collect(),
        Kind::Scalar => vec![node.value().to_owned()],
        _ => vec![shown(node)],
    }
}

/// A string as it is, anything else by its text in the file.
fn shown(node: NodeRef<'_>) -> String {
    text(node).unwrap_or_else(|| node.full_span().slice(node.document().text()).to_owned())
}

fn when(node: NodeRef<'_>) -> Option<When> {
    match node.value() {
        "manual" => Some(When::Manual),
        "delayed" => Some(When::Delayed),
        "always" => Some(When::Always),
        "on_failure" => Some(When::OnFailure),
        "never" => Some(When::Never),
        _ => None,
    }
}

fn allow_failure(node: NodeRef<'_>) -> Option<AllowsFailure> {
    match node.kind() {
        Kind::Mapping => node.get("exit_codes").map(|_| AllowsFailure::ExitCodes),
        _ => flag(node).filter(|&on| on).map(|_| AllowsFailure::Always),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::jobs;

    fn card(text: &str, name: &str) -> Card {
        let document = Document::parse(text);
        read_all(&document, &Problems::default(), jobs(&document), usize::MAX)
            .into_iter()
            .find(|card| card.name == name)
            .unwrap()
    }

    #[test]
    fn a_card_shows_what_the_job_inherits() {
        let text = "default:\n  image: ruby:3\n.deploy:\n  tags: [docker]\n  when: manual\nj:\n  extends: .deploy\n  script: x\n";
        let card = card(text, "j");
        assert_eq!(card.image, Some(Inherited { value: "ruby:3".to_owned(), inherited: true }));
        assert_eq!(card.tags, Inherited { value: vec!["docker".to_owned()], inherited: true });
        assert_eq!(card.when, Some(When::Manual));
        assert_eq!(card.extends, [".deploy"]);
    }

    #[test]
    fn a_template_counts_the_jobs_that_extend_it() {
        assert_eq!(card(".t: {}\na:\n  extends: .t\nb:\n  extends: [.t]\n", ".t").extended_by, 2);
    }

    #[test]
    fn needs_that_are_empty_are_not_absent() {
        assert_eq!(card("j:\n  needs: []\n", "j").needs, Some(0));
        assert_eq!(card("j:\n  script: x\n", "j").needs, None);
    }
}
