//! `replace_anchors`: merge keys of jobs become `extends`, and aliases inside jobs become `!reference`, where that means
//! the same. Unlike anchors these work across included files.

use super::steps::Steps;
use super::{target, Plan, Refusal};
use crate::pipeline::jobs;
use crate::resolve::chain;
use crate::yaml::edit::Draft;
use crate::yaml::{Document, Entry, Kind, NewValue, NodeRef};

/// Lists that may hold lists.
const NESTING: &[&str] = &["script", "before_script", "after_script", "rules"];

pub(super) fn plan(document: &Document, job: Option<&str>) -> Result<Plan, Refusal> {
    let names: Vec<String> = match job {
        Some(job) => vec![target::job(document, job)?.name().to_owned()],
        None => jobs(document).map(|job| job.name().to_owned()).collect(),
    };
    let mut steps = Steps::new(document);
    let mut refused = Refusal::NothingToDo;
    for name in names {
        // Merge keys and aliases apart: where one kind can't be replaced the other may.
        for replace in [merges as fn(&mut Draft<'_>, &str) -> Result<(), Refusal>, aliases] {
            match replaced(steps.now(), &name, replace) {
                Ok(plan) => steps.then(plan),
                Err(Refusal::NothingToDo) => {}
                Err(other) => refused = other,
            }
        }
    }
    steps.plan_with_same_meaning().map_err(|refusal| match refusal {
        Refusal::NothingToDo => refused,
        other => other,
    })
}

fn replaced(
    document: &Document,
    job: &str,
    replace: fn(&mut Draft<'_>, &str) -> Result<(), Refusal>,
) -> Result<Plan, Refusal> {
    let mut steps = Steps::new(document);
    steps.edit(|draft| replace(draft, job))?;
    steps.edit(|draft| drop_unused_anchors(draft, document))?;
    steps.plan_with_same_meaning()
}

/// Anchors that were used in the document before and are no more.
fn drop_unused_anchors(draft: &mut Draft<'_>, before: &Document) -> Result<(), Refusal> {
    let used = |document: &Document, name: &str| document.aliases().any(|alias| alias.value() == name);
    for node in draft.document().all_nodes() {
        if node.anchor().is_some_and(|name| used(before, name) && !used(draft.document(), name)) {
            draft.rename_anchor(node, None)?;
        }
    }
    Ok(())
}

fn merges<'d>(draft: &mut Draft<'d>, job: &str) -> Result<(), Refusal> {
    let document = draft.document();
    let keywords = target::keywords(document, job)?;
    let merges: Vec<Entry<'d>> = keywords.entries().filter(|entry| entry.key.text() == "<<").collect();
    let mut bases: Vec<String> = chain_own(keywords)?;
    for merge in &merges {
        // Of a list the first wins, of `extends` the last.
        let targets: Vec<NodeRef<'d>> = chain::merge_targets(merge.value).map(|(_, target)| target).collect();
        for target in targets.into_iter().rev() {
            let name = job_of(document, target).ok_or_else(|| Refusal::NotEditable("<<".to_owned()))?;
            bases.push(name.to_owned());
        }
    }
    let Some((first, others)) = merges.split_first() else { return Err(Refusal::NothingToDo) };
    let value = match &bases[..] {
        [only] => NewValue::String(only.clone()),
        many => NewValue::strings(many),
    };
    match keywords.get("extends") {
        Some(own) => {
            draft.reconcile(own, &value)?;
            draft.remove_entry(*first)?;
        }
        None => {
            draft.rename_key(first.key, "extends")?;
            draft.replace(first.value, &value)?;
        }
    }
    for merge in others {
        draft.remove_entry(*merge)?;
    }
    Ok(())
}

/// What the job extends by a keyword of its own.
fn chain_own(keywords: NodeRef<'_>) -> Result<Vec<String>, Refusal> {
    let Some(own) = keywords.get("extends").filter(|own| !own.is_null()) else { return Ok(Vec::new()) };
    let names = match own.kind() {
        Kind::Sequence if !own.is_reference() => own.items().map(|item| item.as_str().map(str::to_owned)).collect(),
        _ => own.as_str().map(|word| vec![word.to_owned()]),
    };
    names.ok_or_else(|| Refusal::NotEditable("extends".to_owned()))
}

/// The job whose keywords `node` is.
fn job_of<'d>(document: &'d Document, node: NodeRef<'d>) -> Option<&'d str> {
    jobs(document).find(|job| job.value() == node).map(|job| job.name())
}

fn aliases<'d>(draft: &mut Draft<'d>, job: &str) -> Result<(), Refusal> {
    let document = draft.document();
    let keywords = target::keywords(document, job)?;
    let mut found = false;
    for entry in keywords.entries().filter(|entry| !["<<", "extends"].contains(&entry.key.value())) {
        for alias in entry.value.descendants().filter(|node| node.kind() == Kind::Alias) {
            let merges = alias.parent().is_some_and(|parent| {
                let holder = if parent.kind() == Kind::Sequence { parent } else { alias };
                holder.own_entry().is_some_and(|entry| entry.key.text() == "<<")
            });
            let Some(target) = alias.resolved().filter(|_| !merges) else { continue };
            let in_list = alias.parent().is_some_and(|parent| parent.kind() == Kind::Sequence);
            let nests = in_list && target.kind() == Kind::Sequence;
            let Some(path) = path_of(target).filter(|_| !nests || NESTING.contains(&entry.key.value())) else {
                continue;
            };
            draft.replace(alias, &NewValue::Reference(path))?;
            found = true;
        }
    }
    if found {
        Ok(())
    } else {
        Err(Refusal::NothingToDo)
    }
}

/// The keys from the top of the file down to `node`. None where it stands in a list.
fn path_of(node: NodeRef<'_>) -> Option<Vec<String>> {
    let mut path = Vec::new();
    let mut node = node;
    while let Some(parent) = node.parent() {
        let entry = node.own_entry().filter(|entry| entry.value == node && parent.kind() == Kind::Mapping)?;
        path.push(entry.key.as_str()?.to_owned());
        node = parent;
    }
    path.reverse();
    Some(path)
}
