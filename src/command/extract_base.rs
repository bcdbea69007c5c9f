//! `extract_base`: what jobs have in common goes into a new hidden job that they extend.

use super::steps::Steps;
use super::{target, Plan, Refusal};
use crate::resolve::chain;
use crate::yaml::edit::{comments_of, Carried, Draft};
use crate::yaml::{Document, Entry, Kind, NewValue, NodeRef, Tree};

/// Keywords that stay in each job.
const OWN: &[&str] = &["extends", "<<"];

pub(super) fn plan(
    document: &Document,
    jobs: &[String],
    name: &str,
    keywords: Option<&[String]>,
) -> Result<Plan, Refusal> {
    if !name.starts_with('.') || name.len() < 2 {
        return Err(Refusal::BadName(name.to_owned()));
    }
    target::check_new_job_name(document, name)?;
    let mut steps = Steps::new(document);
    steps.edit(|draft| extract(draft, jobs, name, keywords))?;
    steps.plan_with_same_meaning()
}

/// The keywords that all of the jobs have with the same value, in the order of the first of them in the file.
pub fn common_keywords(document: &Document, jobs: &[String]) -> Vec<String> {
    let Ok(mappings) = mappings(document, jobs) else { return Vec::new() };
    common(&mappings).into_iter().map(str::to_owned).collect()
}

fn extract<'d>(draft: &mut Draft<'d>, jobs: &[String], name: &str, keywords: Option<&[String]>) -> Result<(), Refusal> {
    let document = draft.document();
    let mappings = mappings(document, jobs)?;
    let mut moved = common(&mappings);
    if let Some(keywords) = keywords {
        if let Some(missing) = keywords.iter().find(|keyword| !moved.contains(&keyword.as_str())) {
            return Err(Refusal::NotThere(missing.clone()));
        }
        moved.retain(|keyword| keywords.iter().any(|wanted| wanted == keyword));
    }
    let Some((first, others)) = mappings.split_first().filter(|_| !moved.is_empty()) else {
        return Err(Refusal::NothingToDo);
    };
    for mapping in &mappings {
        extend(draft, *mapping, name)?;
    }
    let (mut carried, mut copied): (Vec<Carried>, Vec<(String, NewValue)>) = (Vec::new(), Vec::new());
    for keyword in &moved {
        let Some(entry) = first.entry(keyword) else { continue };
        if first.style() == crate::yaml::Style::Block {
            carried.push(draft.take_entry(entry)?);
        } else {
            let value = NewValue::copy_with_aliases(entry.value);
            copied.push(((*keyword).to_owned(), value.ok_or_else(|| Refusal::NotEditable((*keyword).to_owned()))?));
            draft.remove_entry(entry)?;
        }
        for other in others {
            target::remove_keyword(draft, *other, keyword)?;
        }
    }
    let before = document.top().and_then(|top| top.entries().find(|entry| entry.value == *first));
    Ok(draft.insert_block_of(before, name, &copied, carried)?)
}

/// The mappings of the jobs in the order of the file.
fn mappings<'d>(document: &'d Document, jobs: &[String]) -> Result<Vec<NodeRef<'d>>, Refusal> {
    let mut mappings: Vec<NodeRef<'d>> = Vec::new();
    for job in jobs {
        let keywords = target::keywords(document, job)?;
        if !mappings.contains(&keywords) {
            mappings.push(keywords);
        }
    }
    mappings.sort_by_key(|mapping| mapping.span().start);
    Ok(mappings)
}

fn common<'d>(mappings: &[NodeRef<'d>]) -> Vec<&'d str> {
    let Some((first, others)) = mappings.split_first() else { return Vec::new() };
    let keys = first.entries().map(|entry: Entry<'d>| entry.key.value()).filter(|key| !OWN.contains(key));
    let shared = keys.filter(|key| {
        let once = |mapping: &NodeRef<'d>| mapping.entries().filter(|entry| entry.key.value() == *key).count() == 1;
        let value = first.get(key).map(value_of);
        // A comment of the others would have no place: it stays, and the keyword with it.
        let comments = |mapping: &NodeRef<'d>| mapping.entry(key).map(comments_of).unwrap_or_default();
        let kept = comments(first);
        let no_other = |other: &NodeRef<'d>| comments(other).iter().all(|comment| kept.contains(comment));
        mappings.iter().all(once)
            && others.iter().all(no_other)
            && others.iter().all(|other| other.get(key).map(value_of) == value)
    });
    shared.collect()
}

/// A value to compare: its own anchor does not count.
fn value_of(node: NodeRef<'_>) -> Tree {
    let mut tree = Tree::of(node);
    tree.anchor = None;
    tree
}

/// Adds a base to a job, as the last: of several the last wins, and what the job had of its own won over all of them.
fn extend<'d>(draft: &mut Draft<'d>, job: NodeRef<'d>, base: &str) -> Result<(), Refusal> {
    let new = NewValue::String(base.to_owned());
    match job.get("extends").filter(|own| !own.is_null()) {
        Some(list) if list.kind() == Kind::Sequence && !list.is_reference() => Ok(draft.insert_item(list, None, &new)?),
        Some(word) => {
            let old = word.as_str().ok_or_else(|| Refusal::NotEditable("extends".to_owned()))?;
            Ok(draft.replace(word, &NewValue::List(vec![NewValue::String(old.to_owned()), new]))?)
        }
        None => {
            let mut bases: Vec<NewValue> =
                chain::bases(job).into_iter().map(|base| NewValue::String(base.to_owned())).collect();
            let value = if bases.is_empty() {
                new
            } else {
                bases.push(new);
                NewValue::List(bases)
            };
            target::set_keyword(draft, job, "extends", &value)
        }
    }
}
