//! `rename_variable`: a variable gets another name where it is declared and, if asked, wherever this file refers to it.
//!
//! A reference means this declaration only in the jobs that take it over. Where a place is shared by jobs of both kinds,
//! or names the variable in a way that may be something else, the edit is refused.

use super::set_variable;
use super::variable_references::references;
use super::Refusal;
use crate::pipeline::jobs;
use crate::resolve::Reach;
use crate::text::Span;
use crate::yaml::edit::Draft;
use crate::yaml::{Document, Entry, Kind, NodeRef};

pub(super) fn draft(
    draft: &mut Draft<'_>,
    job: Option<&str>,
    name: &str,
    to: &str,
    with_references: bool,
) -> Result<(), Refusal> {
    if to.trim().is_empty() || to.contains('\n') || to == "<<" {
        return Err(Refusal::BadName(to.to_owned()));
    }
    if name == to {
        return Ok(());
    }
    let missing = || Refusal::NoSuchVariable(name.to_owned());
    let variables = set_variable::own(draft, job)?.ok_or_else(missing)?;
    if variables.get(to).is_some() {
        return Err(Refusal::NameTaken(to.to_owned()));
    }
    let declared = variables.entry(name).ok_or_else(missing)?;
    if with_references {
        rename_references(draft, job, declared, to)?;
    }
    for entry in variables.entries().filter(|entry| entry.key.value() == name) {
        draft.rename_key(entry.key, to)?;
    }
    Ok(())
}

fn rename_references<'d>(
    draft: &mut Draft<'d>,
    job: Option<&str>,
    declared: Entry<'d>,
    to: &str,
) -> Result<(), Refusal> {
    let usable = to.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !usable || to.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(Refusal::BadName(to.to_owned()));
    }
    let document = draft.document();
    let name = declared.key.value();
    let scope = Scope::new(document, job, declared);
    let nodes = document.root().into_iter().flat_map(|root| root.descendants());
    for node in nodes.filter(|node| node.kind() == Kind::Scalar) {
        let line = document.position(node.span().from()).line;
        let ambiguous = || Refusal::Ambiguous(name.to_owned(), line);
        let is_key = node.own_entry().is_some_and(|entry| entry.key == node);
        if is_key {
            let same_variables = node.parent() == declared.key.parent();
            if node.value() == name && !same_variables && scope.of(node) != Place::Outside {
                return Err(ambiguous());
            }
            if node.value() == to && scope.of(node) != Place::Outside {
                return Err(Refusal::NameTaken(to.to_owned()));
            }
            continue;
        }
        if references(node.value(), to).is_none_or(|found| !found.is_empty()) && scope.of(node) != Place::Outside {
            return Err(Refusal::NameTaken(to.to_owned()));
        }
        if is_inherited_name(node) {
            if node.value() == name && job.is_none() {
                draft.substitute(node, &[name], &[to.to_owned()])?;
            }
            continue;
        }
        if !node.value().contains(name) {
            continue;
        }
        let found = references(node.value(), name);
        if found.as_ref().is_some_and(Vec::is_empty) {
            continue;
        }
        match (scope.of(node), found) {
            (Place::Outside, _) => {}
            (Place::Inside, Some(found)) => {
                let renamed: Vec<String> = found.iter().map(|old| old.replace(name, to)).collect();
                draft.substitute(node, &found, &renamed)?;
            }
            _ => return Err(ambiguous()),
        }
    }
    Ok(())
}

/// Whether it is an item of `inherit: { variables: […] }`.
fn is_inherited_name(node: NodeRef<'_>) -> bool {
    let list = node.parent().filter(|list| list.kind() == Kind::Sequence);
    let entry = list.and_then(|list| list.own_entry()).filter(|entry| entry.key.value() == "variables");
    let holder = entry.and_then(|entry| entry.key.parent()).and_then(|map| map.own_entry());
    holder.is_some_and(|holder| holder.key.value() == "inherit")
}

/// Where a declaration counts.
struct Scope<'d> {
    reach: Reach<'d>,
    /// The jobs that take the declaration over.
    jobs: Vec<&'d str>,
    /// The job that it stands in; none for one of the file.
    owner: Option<Span>,
    all_jobs: Vec<Span>,
}

#[derive(PartialEq)]
enum Place {
    Inside,
    Outside,
    Both,
}

impl<'d> Scope<'d> {
    fn new(document: &'d Document, job: Option<&str>, declared: Entry<'d>) -> Self {
        let reach = Reach::new(document);
        let all: Vec<_> = jobs(document).collect();
        Self {
            jobs: reach.jobs(declared.value.full_span()),
            owner: job.and_then(|name| all.iter().rfind(|other| other.name() == name)).map(|job| job.span()),
            all_jobs: all.iter().map(|job| job.span()).collect(),
            reach,
        }
    }

    /// Whether the declaration counts for whatever uses what is written at `node`.
    fn of(&self, node: NodeRef<'d>) -> Place {
        let users = self.reach.jobs(node.span());
        let taking = users.iter().filter(|user| self.jobs.contains(user)).count();
        let home = match self.owner {
            Some(owner) => owner.contains(node.span()),
            // Outside of jobs, and in hidden ones that nobody uses, the file's variables are meant.
            None => users.is_empty() || !self.all_jobs.iter().any(|job| job.contains(node.span())),
        };
        match (taking, users.len()) {
            (0, 0) if home => Place::Inside,
            (0, 0) => Place::Outside,
            (taking, all) if taking == all => Place::Inside,
            (0, _) if !home => Place::Outside,
            _ => Place::Both,
        }
    }
}
