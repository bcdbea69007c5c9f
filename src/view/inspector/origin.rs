//! Where a field's value comes from, and which jobs change when it is edited there.

use std::rc::Rc;

use super::edit::Edit;
use super::Owner;
use crate::command::Command;
use crate::pipeline::is_job_entry;
use crate::resolve::{chain, Reach};
use crate::text::Span;
use crate::yaml::{Document, Kind, NodeRef};

/// The place of a field: its owner and the keys from there down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPlace {
    /// Whose keyword it is.
    pub owner: Owner,
    /// The keys from the owner down.
    pub path: Rc<[String]>,
}

/// Where a value is written that an owner gets from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The top-level entry that it is written in.
    pub home: Rc<str>,
    /// Whether that is a job, hidden ones among them.
    pub is_job: bool,
    /// Where it is written.
    pub span: Span,
    /// The jobs that change when it is edited there.
    pub jobs: Vec<Rc<str>>,
}

impl FieldPlace {
    /// The place that `node` stands in. None outside of jobs and keywords of the file, and inside of lists.
    pub fn of(node: NodeRef<'_>) -> Option<Self> {
        let mut path: Vec<String> = Vec::new();
        let mut node = node;
        let top = node.document().top()?;
        while let Some(parent) = node.parent() {
            let entry = parent.entries().find(|entry| entry.value == node)?;
            if parent == top && is_job_entry(&entry) {
                path.reverse();
                let owner = Owner::Job(entry.key.value().into());
                return Some(Self { owner, path: path.into() }).filter(|place| !place.path.is_empty());
            }
            path.push(entry.key.value().to_owned());
            node = parent;
        }
        path.reverse();
        match path.split_first() {
            Some((first, rest)) if first == "default" && !rest.is_empty() => {
                Some(Self { owner: Owner::Default, path: rest.into() })
            }
            Some(_) => Some(Self { owner: Owner::File, path: path.into() }),
            None => None,
        }
    }

    /// Where the value comes from; none where the owner has it written in full.
    pub fn origin(&self, document: &Document) -> Option<Origin> {
        let node = self.source(document)?;
        let span = node.full_span();
        let home = document.top()?.entries().find(|entry| entry.span().contains(span))?;
        let jobs = Reach::new(document).jobs(span).into_iter().map(Rc::from).collect();
        Some(Origin { home: home.key.value().into(), is_job: is_job_entry(&home), span, jobs })
    }

    /// Writes the value out in the owner: it is then edited here only.
    pub fn here_only(&self) -> Edit {
        Ok(Some(Command::OverrideKeyword { job: self.owner.job(), path: self.owner.path(&self.path) }))
    }

    fn source<'d>(&self, document: &'d Document) -> Option<NodeRef<'d>> {
        let keywords = self.owner.keywords(document)?;
        let own = self.path.iter().try_fold(keywords, |node, key| node.get(key));
        match own.filter(|own| !own.is_null()) {
            Some(alias) if alias.kind() == Kind::Alias => alias.resolved(),
            Some(reference) if reference.is_reference() => {
                reference.items().try_fold(document.top()?, |node, key| node.get(key.value())?.resolved())
            }
            _ => {
                let (first, rest) = self.path.split_first()?;
                let whole = chain::inherited(document, keywords, first)?.value;
                let below = |node: NodeRef<'d>, key: &String| node.get(key)?.resolved();
                Some(rest.iter().try_fold(whole, below).unwrap_or(whole))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(text: &str, job: &str, path: &[&str]) -> Option<(String, Vec<String>)> {
        let path: Vec<String> = path.iter().map(|key| (*key).to_owned()).collect();
        let place = FieldPlace { owner: Owner::Job(job.into()), path: path.into() };
        let origin = place.origin(&Document::parse(text))?;
        Some((origin.home.to_string(), origin.jobs.iter().map(|job| job.to_string()).collect()))
    }

    #[test]
    fn a_source_knows_the_jobs_that_it_changes() {
        let text =
            ".b:\n  tags: [x]\n  image: go\na:\n  extends: .b\nb:\n  extends: .b\n  tags: [y]\nc:\n  image: ruby\n";
        let both = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(origin(text, "a", &["tags"]), Some((".b".to_owned(), both(&["a"]))));
        assert_eq!(origin(text, "a", &["image", "name"]), Some((".b".to_owned(), both(&["a", "b"]))));
        assert_eq!(origin(text, "c", &["image"]), None);
    }

    #[test]
    fn aliases_and_references_have_their_source() {
        let text = ".s: &s\n  - x\n.t:\n  script: [y]\na:\n  script: *s\nb:\n  script: !reference [.t, script]\n";
        assert_eq!(origin(text, "a", &["script"]), Some((".s".to_owned(), vec!["a".to_owned()])));
        assert_eq!(origin(text, "b", &["script"]), Some((".t".to_owned(), vec!["b".to_owned()])));
        let document = Document::parse(text);
        let alias = document.aliases().next().unwrap();
        let path: Vec<String> = vec!["script".to_owned()];
        assert_eq!(FieldPlace::of(alias), Some(FieldPlace { owner: Owner::Job("a".into()), path: path.into() }));
    }
}
