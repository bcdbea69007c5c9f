//! No runner has all the tags of a job, so the job waits for ever.

use std::collections::HashSet;

use crate::lint::advice::{finding, Advice};
use crate::lint::fix::{nearest, Fix, Label, Site};
use crate::lint::runners::{place_of_tags, plain_tags};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::pipeline::{job_named, jobs};
use crate::runner::Fleet;
use crate::yaml::{Document, NodeRef};

/// The rule.
pub static RULE: Rule = Rule {
    code: "no-runner-for-tags",
    severity: Severity::Warning,
    summary: "No runner has all the tags of a job, so the job waits until it times out.",
    help: "Use the tags of a runner that there is, or give a runner the tags that it lacks, in GitLab.",
    source: "doc/ci/yaml (tags): a runner takes a job only if it has all of the job's tags",
    fix: Some(fix),
    on: true,
    bad: "build:\n  script: make\n  tags: [docker, linux]\n",
    good: "build:\n  script: make\n  tags: [docker, build]\n",
};

/// Each list of tags where it is written: what many jobs share is told once.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for (job, runs_on) in advice.takers.jobs() {
        let Some(part) = runs_on.untaken().filter(|part| !part.tags.is_empty()) else { continue };
        let Some(place) = place_of_tags(advice, job).filter(|place| seen.insert(*place)) else { continue };
        let tags = part.tags.join(", ");
        let mut message = match part.tags.len() {
            1 => format!("no runner has the tag {tags}"),
            _ => format!("no runner has all of these tags: {tags}"),
        };
        if let Some(near) = advice.takers.fleet().nearest(&part.tags) {
            message.push_str(&format!("; the nearest, {}, lacks {}", near.runner.name, near.lacks.join(", ")));
        }
        let own = job_named(advice.document, job).filter(|own| own.span().contains(place));
        let holder = own.or_else(|| jobs(advice.document).find(|holder| holder.span().contains(place)));
        let holder = holder.map(|holder| holder.name().into());
        if let Some(node) = node_at(advice.document, place.from()) {
            found.push(Diagnostic { span: place, ..finding(&RULE, message, node, &holder) });
        }
    }
}

fn node_at(document: &Document, offset: usize) -> Option<NodeRef<'_>> {
    document.path_at(offset).into_iter().next_back()
}

/// The tags that were probably meant.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let list = site.node()?;
    let now = plain_tags(list)?;
    let meant = as_spelled(site.fleet, &now).or_else(|| of_nearest(site.fleet, &now))?;
    let mut coming = meant.iter().filter(|tag| !now.contains(&tag.as_str())).cloned();
    let mut fix = Fix::none(Label::Use(meant.join(", ")));
    for item in list.items().filter(|item| meant.iter().all(|tag| tag != item.value())) {
        fix = match coming.next() {
            Some(tag) => fix.replacing(item, tag),
            None => fix.removing(item),
        };
    }
    Some(coming.fold(fix, |fix, tag| fix.appending(list, tag)))
}

/// The tags with slips of the pen mended, if a runner takes them then.
fn as_spelled(fleet: &Fleet, now: &[&str]) -> Option<Vec<String>> {
    let known = || fleet.runners.iter().flat_map(|runner| runner.tags.iter().map(String::as_str));
    let meant = now.iter().map(|tag| match known().any(|known| known == *tag) {
        true => Some(*tag),
        false => nearest(tag, known()),
    });
    let meant = meant.collect::<Option<Vec<&str>>>()?;
    fleet.takers(&meant).next()?;
    Some(meant.into_iter().map(str::to_owned).collect())
}

/// Those that lead to the nearest runner; the only runner is that of any tags.
fn of_nearest(fleet: &Fleet, now: &[&str]) -> Option<Vec<String>> {
    match (fleet.nearest(now), fleet.runners.len()) {
        (Some(near), _) => fleet.tags_for(near.at, now),
        (None, 1) => fleet.tags_for(0, &[]),
        (None, _) => None,
    }
}
