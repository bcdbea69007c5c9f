//! A job's name, stage, bases, and when it runs.

use std::rc::Rc;

use super::slot::{items, word};
use super::{edit, Item, Owner, Slot};
use crate::command::Command;
use crate::pipeline::{AllowFailure, Job, Reading, Stages};
use crate::resolve::chain::Source;
use crate::text::Span;
use crate::yaml::{Document, NewValue, NodeRef};

/// Whether the job may fail, in the three ways that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// `false`
    No,
    /// `true`
    Yes,
    /// `exit_codes`
    WithExitCodes,
}

/// What the job is and when it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeneralView {
    /// Its name.
    pub name: Rc<str>,
    /// Where the name stands.
    pub name_span: Span,
    /// Whether it is hidden: a template.
    pub hidden: bool,
    /// Whether it starts another pipeline.
    pub trigger: bool,
    /// `stage`
    pub stage: Rc<Slot<Rc<str>>>,
    /// The stages of the file, in order.
    pub stages: Rc<[Rc<str>]>,
    /// Whether the stage that counts is none of them.
    pub stage_unknown: bool,
    /// Whether an include may bring others.
    pub stages_open: bool,
    /// `extends`
    pub extends: Rc<Slot<Vec<Item>>>,
    /// `tags`
    pub tags: Rc<Slot<Vec<Item>>>,
    /// `when`
    pub when: Rc<Slot<Rc<str>>>,
    /// `start_in`; shown while the job is delayed or has it.
    pub start_in: Option<Rc<Slot<Rc<str>>>>,
    /// `allow_failure`
    pub allow_failure: Rc<Slot<Failure>>,
    /// `allow_failure: exit_codes`
    pub exit_codes: Rc<Slot<Vec<Item>>>,
}

/// GitLab's stage for a job without one (doc/ci/yaml, "stage").
pub const DEFAULT_STAGE: &str = "test";

impl GeneralView {
    /// What the job is and when it runs.
    pub fn of(document: &Document, owner: &Owner, job: Job<'_>) -> Self {
        let stages = Stages::read(document);
        let read = |key: &str| Slot::read(document, owner, &[key], word);
        let (stage, when) = (read("stage"), read("when"));
        let start_in = read("start_in");
        let delayed = when.effective().is_some_and(|when| **when == *"delayed");
        let counts = stage.effective().map_or(DEFAULT_STAGE, |stage| stage);
        Self {
            name: job.name().into(),
            name_span: job.name_span(),
            hidden: job.is_hidden(),
            trigger: job.is_trigger(),
            stage_unknown: stages.index(counts).is_none(),
            stages_open: stages.open,
            stages: stages.list.iter().map(|stage| Rc::from(stage.name.as_str())).collect(),
            extends: extends(document, owner),
            tags: Slot::read(document, owner, &["tags"], items),
            start_in: Some(start_in).filter(|slot| delayed || slot.is_own()),
            allow_failure: Slot::read(document, owner, &["allow_failure"], failure),
            exit_codes: Slot::read(document, owner, &["allow_failure", "exit_codes"], items),
            stage,
            when,
        }
    }
}

/// What bases extend is theirs: their `extends` is no value of the job's.
fn extends(document: &Document, owner: &Owner) -> Rc<Slot<Vec<Item>>> {
    let mut slot = Slot::read(document, owner, &["extends"], items);
    if matches!(slot.source(), Some(Source::Extends(_))) {
        let own = Rc::make_mut(&mut slot);
        own.inherited = None;
        own.span = own.span.filter(|_| own.own.is_some() || own.opaque.is_some());
    }
    slot
}

fn failure(node: NodeRef<'_>) -> Option<Failure> {
    match AllowFailure::read(Some(node)) {
        Reading::Value(AllowFailure::Always(true), _) => Some(Failure::Yes),
        Reading::Value(AllowFailure::Always(false), _) => Some(Failure::No),
        Reading::Value(AllowFailure::ExitCodes(_), _) => Some(Failure::WithExitCodes),
        Reading::Absent | Reading::Opaque { .. } => None,
    }
}

/// A stage was chosen; a blank one means the inherited.
pub fn choose_stage(document: &Document, view: &GeneralView, stage: &str) -> edit::Edit {
    if stage.is_empty() {
        return edit::reset(document, &view.stage);
    }
    Ok(Some(Command::MoveJob { job: view.name.to_string(), stage: stage.to_owned(), before: None, after: None }))
}

/// It was chosen whether the job may fail at all. (Exit codes come by their own field.)
pub fn choose_failure(document: &Document, slot: &Slot<Failure>, may: Option<bool>) -> edit::Edit {
    match may {
        None => edit::reset(document, slot),
        Some(may) => edit::set(document, &slot.owner, &slot.path, NewValue::bool(may)),
    }
}

/// Exit codes were added or taken. The last one taken leaves the job without `allow_failure` of its own.
pub fn change_exit_codes(document: &Document, view: &GeneralView, change: &edit::ListEdit) -> edit::Edit {
    let simple = view.allow_failure.own.is_some() && view.exit_codes.own.is_none();
    match change {
        // `allow_failure: true` becomes a mapping.
        edit::ListEdit::Add(text) if simple => {
            let code: i64 =
                text.trim().parse().map_err(|_| crate::command::Refusal::BadName(text.trim().to_owned()))?;
            let codes = NewValue::List(vec![NewValue::Plain(code.to_string())]);
            let value = NewValue::Map(vec![("exit_codes".to_owned(), codes)]);
            Ok(Some(edit::keyword(&view.allow_failure.owner, &view.allow_failure.path, Some(value))))
        }
        _ => edit::list(document, &view.exit_codes, edit::One::Numbers, change),
    }
}

#[cfg(test)]
mod tests {
    use super::super::edit::{after, ListEdit};
    use super::*;
    use crate::pipeline::job_named;

    fn view(document: &Document) -> GeneralView {
        GeneralView::of(document, &Owner::Job("a".into()), job_named(document, "a").unwrap())
    }

    #[test]
    fn start_in_is_there_while_the_job_is_delayed() {
        assert!(view(&Document::parse("a:\n  when: delayed\n")).start_in.is_some());
        assert!(view(&Document::parse("a:\n  when: manual\n")).start_in.is_none());
    }

    #[test]
    fn what_a_base_extends_is_no_value_of_the_job() {
        let text = ".c:\n  script: x\n.b:\n  extends: .c\na:\n  extends: .b\n";
        assert_eq!(view(&Document::parse(text)).extends.inherited, None);
    }

    #[test]
    fn a_stage_that_the_file_does_not_know_says_so() {
        assert!(view(&Document::parse("stages: [b]\na:\n  stage: c\n")).stage_unknown);
        assert!(!view(&Document::parse("stages: [b]\na:\n  stage: b\n")).stage_unknown);
    }

    #[test]
    fn the_first_exit_code_takes_the_place_of_true() {
        let added = after("a:\n  allow_failure: true # c\n", |document| {
            change_exit_codes(document, &view(document), &ListEdit::Add("3".into()))
        });
        assert_eq!(added, "a:\n  allow_failure: # c\n    exit_codes:\n      - 3\n");
        let removed = after("a:\n  allow_failure:\n    exit_codes:\n      - 3\n  script: x\n", |document| {
            change_exit_codes(document, &view(document), &ListEdit::Remove(0))
        });
        assert_eq!(removed, "a:\n  script: x\n");
    }
}
