//! All that the inspector shows of a job.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::further::FurtherView;
use super::{
    ArtifactsView, EnvironmentView, GeneralView, ImageView, NeedsView, Opaque, Owner, ScriptView, ServicesView,
    VariablesView,
};
use crate::keywords::{job_keywords, Holder};
use crate::pipeline::{job_named, jobs, Job};
use crate::resolve::chain;
use crate::text::Span;
use crate::yaml::{Document, Kind, NodeRef};

/// Keywords that have a field.
const SHOWN: &[&str] = &[
    "stage",
    "extends",
    "tags",
    "when",
    "start_in",
    "allow_failure",
    "image",
    "services",
    "before_script",
    "script",
    "after_script",
    "needs",
    "dependencies",
    "variables",
    "artifacts",
    "environment",
];

/// A job and its keywords.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobView {
    /// Where it stands.
    pub span: Span,
    /// A job that is no mapping: an alias or a `!reference`. It has no fields.
    pub opaque: Option<Opaque>,
    /// Name, stage, bases, when it runs.
    pub general: Rc<GeneralView>,
    /// `image`
    pub image: Rc<ImageView>,
    /// `services`
    pub services: Rc<ServicesView>,
    /// `before_script`
    pub before_script: Rc<ScriptView>,
    /// `script`
    pub script: Rc<ScriptView>,
    /// `after_script`
    pub after_script: Rc<ScriptView>,
    /// `needs` and `dependencies`
    pub needs: Rc<NeedsView>,
    /// `variables`
    pub variables: Rc<VariablesView>,
    /// `artifacts`
    pub artifacts: Rc<ArtifactsView>,
    /// `environment`
    pub environment: Rc<EnvironmentView>,
    /// Keywords without a field.
    pub further: Rc<FurtherView>,
    /// Jobs that take something from it.
    pub used_by: Rc<Vec<Rc<str>>>,
}

impl JobView {
    /// The job of that name; none if there is none.
    pub fn of(document: &Document, name: &str) -> Option<Self> {
        let job = job_named(document, name)?;
        let owner = Owner::Job(name.into());
        let script = |keyword: &str| Rc::new(ScriptView::of(document, &owner, keyword));
        let value = job.value();
        let holder = if job.is_trigger() { Holder::Trigger } else { Holder::Job };
        Some(Self {
            span: job.span(),
            opaque: Some(value).filter(|value| value.kind() != Kind::Mapping && !value.is_null()).map(Opaque::of),
            general: Rc::new(GeneralView::of(document, &owner, job)),
            image: Rc::new(ImageView::of(document, &owner)),
            services: Rc::new(ServicesView::of(document, &owner)),
            before_script: script("before_script"),
            script: script("script"),
            after_script: script("after_script"),
            needs: Rc::new(NeedsView::of(document, &owner)),
            variables: Rc::new(VariablesView::of(document, &owner)),
            artifacts: Rc::new(ArtifactsView::of(document, &owner)),
            environment: Rc::new(EnvironmentView::of(document, &owner)),
            further: Rc::new(FurtherView::of(document, owner.clone(), SHOWN, job_keywords(holder))),
            used_by: Rc::new(used_by(document, job)),
        })
    }
}

/// The jobs that extend a job, directly or not, merge its anchors or refer to it, in the order of the file.
pub fn used_by(document: &Document, job: Job<'_>) -> Vec<Rc<str>> {
    let all: Vec<Job<'_>> = jobs(document).collect();
    let mut using: BTreeSet<&str> = BTreeSet::new();
    using.insert(job.name());
    loop {
        let before = using.len();
        for other in all.iter().filter(|other| other.get("extends").is_some() || other.get("<<").is_some()) {
            if chain::bases(other.value()).into_iter().any(|base| using.contains(base)) {
                using.insert(other.name());
            }
        }
        if using.len() == before {
            break;
        }
    }
    let inside = |node: NodeRef<'_>| job.span().contains(node.full_span());
    for other in all.iter().filter(|other| other.name() != job.name()) {
        let refers = other.value().descendants().any(|node| match node.kind() {
            Kind::Alias => node.resolved().is_some_and(inside),
            Kind::Sequence => node.is_reference() && node.items().next().is_some_and(|name| name.value() == job.name()),
            Kind::Scalar | Kind::Mapping => false,
        });
        if refers {
            using.insert(other.name());
        }
    }
    let mut names: Vec<Rc<str>> = Vec::new();
    for other in all.iter().filter(|other| other.name() != job.name() && using.contains(other.name())) {
        if !names.iter().any(|known| **known == *other.name()) {
            names.push(other.name().into());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_knows_who_uses_it() {
        let text = ".t: &t\n  script: [x]\na:\n  extends: .t\nb:\n  extends: a\nc:\n  <<: *t\nd:\n  script:\n    - !reference \
                    [.t, script]\ne:\n  script: y\n";
        let document = Document::parse(text);
        let users = used_by(&document, job_named(&document, ".t").unwrap());
        assert_eq!(users.iter().map(|name| &**name).collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    }

    #[test]
    fn every_job_can_be_shown_whatever_its_form() {
        for text in ["a:\n", "a: *x\n", "a: !reference [b]\n", "a: 1\n", "a: [x]\n", "a: {script: {x: 1}, needs: 3}\n"]
        {
            assert!(JobView::of(&Document::parse(text), "a").is_some(), "{text}");
        }
    }
}
