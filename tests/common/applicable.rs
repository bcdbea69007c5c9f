//! Which commands apply to a job, judged from the file alone and not from what the command says.
//!
//! A command applies where what it works on is written in the file: `only_to_rules` on a job with `only`, `inline_base` on
//! one whose base is there. Where it applies it must do its work; elsewhere a refusal is the right answer.

use pipewright::command::Command;
use pipewright::pipeline::{job_named, jobs, Job, Stages};
use pipewright::resolve::{self, chain, Value};
use pipewright::yaml::{Document, Kind, NodeRef};

/// Whether a command applies to the file.
pub fn applies(document: &Document, command: &Command) -> bool {
    let keywords = |job: &str| document.top().and_then(|top| top.get(job)).filter(|job| job.kind() == Kind::Mapping);
    let config = || resolve::of_part(document).config;
    match command {
        Command::AddJob { .. } => true,
        Command::ReplaceAnchors { job: None } => {
            let each = |job: &str| applies(document, &Command::ReplaceAnchors { job: Some(job.to_owned()) });
            jobs(document).any(|job| each(job.name()))
        }
        Command::SortByStage {} => !has_aliases(document) && !is_sorted(document),
        Command::RenameAnchor { .. } => true,
        Command::InlineAnchor { anchor } => {
            document.all_nodes().filter(|node| node.anchor() == Some(anchor)).count() == 1
        }
        Command::DeleteJob { job } => keywords(job).is_some() && !is_aliased_elsewhere(document, job),
        Command::RewriteUses { then } => match &**then {
            Command::DeleteJob { job } => keywords(job).is_some(),
            _ => true,
        },
        Command::ReorderJob { job, .. } => keywords(job).is_some() && !uses_anchors(document, job),
        Command::RemoveTag { job, .. } => keywords(job).and_then(|job| job.get("tags")).is_some_and(is_own_list),
        Command::OnlyToRules { job } => {
            let has =
                |keyword: &str| keywords(job).and_then(|job| job.get(keyword)).is_some_and(|value| !value.is_null());
            let mixed = config()
                .as_map()
                .and_then(|config| config.get(job)?.as_map())
                .is_none_or(|job| job.open || job.given("rules").is_some() || job.given("start_in").is_some());
            let from_elsewhere = |keyword: &str| {
                !has(keyword) && keywords(job).and_then(|job| chain::keyword(document, job, keyword)).is_some()
            };
            (has("only") || has("except")) && !mixed && !from_elsewhere("only") && !from_elsewhere("except")
        }
        Command::OverrideKeyword { job: Some(job), path } => {
            let Some(own) = keywords(job) else { return false };
            let Some(keyword) = path.first() else { return false };
            let shared =
                |value: NodeRef<'_>| value.descendants().any(|node| node.kind() == Kind::Alias || node.is_reference());
            let elsewhere = match own.get(keyword) {
                Some(value) => shared(value),
                None => chain::inherited(document, own, keyword).is_some(),
            };
            let config = config();
            let known = config.as_map().and_then(|config| config.get(job)?.as_map()?.get(keyword)).is_none_or(is_known);
            elsewhere && known
        }
        Command::ExtractBase { jobs, .. } => {
            let all = jobs.iter().all(|job| keywords(job).is_some());
            all && jobs[0] != jobs[1] && !pipewright::command::common_keywords(document, jobs).is_empty()
        }
        Command::InlineBase { job, .. } => {
            let bases = keywords(job).map(chain::bases).unwrap_or_default();
            bases.len() == 1 && job_named(document, bases[0]).is_some()
        }
        Command::ReplaceAnchors { job: Some(job) } => keywords(job).is_some_and(|keywords| {
            let merged = |node: NodeRef<'_>| jobs(document).any(|job| Some(job.value()) == node.resolved());
            let of_merge = keywords.entries().filter(|entry| entry.key.text() == "<<").map(|entry| entry.value);
            of_merge.into_iter().any(|value| {
                if value.kind() == Kind::Sequence {
                    value.items().all(merged)
                } else {
                    merged(value)
                }
            })
        }),
        Command::SplitMatrix { job } => {
            let Some(own) = keywords(job) else { return false };
            let matrix = own.get("parallel").and_then(|parallel| parallel.get("matrix"));
            matrix.is_some_and(|matrix| {
                matrix.kind() == Kind::Sequence && matrix.descendants().all(|node| node.kind() != Kind::Alias)
            }) && !is_mentioned(document, job)
                && !own.descendants().any(|node| node.value().contains("CI_NODE_"))
        }
        Command::RenameVariable { job: Some(job), name, .. } => {
            keywords(job).is_some() && mentions_are_plain(document, name)
        }
        Command::MoveJob { job, .. }
        | Command::SetVariable { job: Some(job), .. }
        | Command::DeleteVariable { job: Some(job), .. }
        | Command::AddTag { job, .. }
        | Command::AddArtifactPath { job, .. }
        | Command::SetScript { job, .. }
        | Command::RenameJob { job, .. }
        | Command::DuplicateJob { job, .. }
        | Command::SetKeyword { job: Some(job), .. } => keywords(job).is_some(),
        other => panic!("{other:?} has no line here"),
    }
}

fn has_aliases(document: &Document) -> bool {
    document.all_nodes().any(|node| node.kind() == Kind::Alias)
}

/// Whether the visible jobs stand in the order of their stages.
fn is_sorted(document: &Document) -> bool {
    let stages = Stages::read(document).list;
    let place = |job: &Job<'_>| {
        let stage = chain::keyword(document, job.value(), "stage").map_or("test", |found| found.value.value());
        stages.iter().position(|known| known.name == stage)
    };
    let places: Vec<Option<usize>> = jobs(document).filter(|job| !job.is_hidden()).map(|job| place(&job)).collect();
    places.is_sorted()
}

/// Whether an alias outside of the job stands for something inside it.
fn is_aliased_elsewhere(document: &Document, job: &str) -> bool {
    let Some(job) = job_named(document, job).map(|job| job.span()) else { return false };
    document.all_nodes().any(|node| {
        let target = (node.kind() == Kind::Alias).then(|| node.resolved()).flatten();
        target.is_some_and(|target| job.contains(target.span()) && !job.contains(node.span()))
    })
}

/// Whether the job has anchors or aliases, which bind it to its place in the file.
fn uses_anchors(document: &Document, job: &str) -> bool {
    let Some(job) = job_named(document, job) else { return false };
    job.key().anchor().is_some()
        || job.value().descendants().any(|node| node.kind() == Kind::Alias || node.anchor().is_some())
}

fn is_own_list(node: NodeRef<'_>) -> bool {
    node.kind() == Kind::Sequence && !node.is_reference() && node.items().all(|item| item.kind() == Kind::Scalar)
}

/// Whether nothing of a value is unknown.
fn is_known(value: &Value) -> bool {
    match (value.as_map(), value.as_list()) {
        (Some(map), _) => !map.open && map.entries().iter().all(|entry| is_known(&entry.value)),
        (_, Some(list)) => list.iter().all(is_known),
        _ => !value.is_unknown(),
    }
}

/// Whether another job has the name of this one in a place that is not `needs` or `dependencies` as a whole word.
fn is_mentioned(document: &Document, job: &str) -> bool {
    document.all_nodes().any(|node| {
        let mentioned = node.kind() == Kind::Scalar && node.value() == job;
        let list = node.parent().filter(|parent| parent.kind() == Kind::Sequence);
        let holder = list.and_then(|list| list.own_entry());
        let is_name = node.own_entry().is_some_and(|entry| entry.key == node);
        mentioned && !is_name && !holder.is_some_and(|entry| ["needs", "dependencies"].contains(&entry.key.value()))
    })
}

/// Whether a variable is declared once in the file, and everything else with its name is `$NAME` or `${NAME`.
fn mentions_are_plain(document: &Document, name: &str) -> bool {
    let text = document.text();
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut declared = 0;
    for (at, _) in text.match_indices(name) {
        let (before, behind) = (&text[..at], &text[at + name.len()..]);
        if before.ends_with(word) || behind.starts_with(word) {
            continue;
        }
        let dollar = before.strip_suffix('{').unwrap_or(before).strip_suffix('$');
        match dollar {
            Some(before) if before.ends_with('$') => return false,
            Some(_) => {}
            None if behind.trim_start_matches(['"', '\'']).starts_with(':') => declared += 1,
            None => return false,
        }
    }
    declared == 1
}
