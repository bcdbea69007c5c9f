//! Name, stage, bases, tags and when the job runs.

use std::rc::Rc;

use yew::prelude::*;

use super::chips_row::ChipsRow;
use super::failure::FailureRow;
use super::form::use_edits;
use super::row::Row;
use super::select_row::SelectRow;
use super::text_row::TextRow;
use crate::command::Command;
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::widget::TextField;
use crate::view::inspector::edit::One;
use crate::view::inspector::{choose_stage, GeneralView, Known, DEFAULT_STAGE};

/// When a job may run.
const WHEN: &[&str] = &["on_success", "on_failure", "always", "manual", "delayed"];

/// What to say of a stage that the file does not declare. `open` says whether an include may.
pub(super) fn unknown_stage(i18n: &I18n, open: bool) -> AttrValue {
    if open {
        t!(i18n, "stage-maybe-included")
    } else {
        t!(i18n, "stage-unknown")
    }
}

/// The job.
#[derive(Properties, PartialEq)]
pub(super) struct GeneralProps {
    /// What it is and when it runs.
    pub view: Rc<GeneralView>,
    /// Names for completion.
    pub known: Rc<Known>,
}

/// Name, stage, bases, tags and when the job runs.
#[function_component]
pub(super) fn General(props: &GeneralProps) -> Html {
    let i18n = use_i18n();
    let view = &props.view;
    let stage_edits = use_edits(view.stage.own.clone());
    let choose = {
        let (edits, view) = (stage_edits.clone(), view.clone());
        Callback::from(move |stage: AttrValue| edits.run(|document| choose_stage(document, &view, &stage)))
    };
    let when: Rc<[Rc<str>]> =
        WHEN.iter().filter(|when| !(view.trigger && **when == "delayed")).map(|when| Rc::from(*when)).collect();
    let bases: Rc<[Rc<str>]> = props.known.bases.iter().filter(|base| **base != view.name).cloned().collect();
    html! {
        <>
            <NameRow key="name" view={view.clone()} />
            <SelectRow key="stage" label={t!(i18n, "field-stage")} slot={view.stage.clone()} choices={view.stages.clone()}
                granted={DEFAULT_STAGE} onchoose={choose} error={stage_edits.refused()}
                hint={view.stage_unknown.then(|| unknown_stage(&i18n, view.stages_open))} />
            <ChipsRow key="extends" label={t!(i18n, "field-extends")} slot={view.extends.clone()} one={One::Word}
                completions={bases} placeholder={t!(i18n, "add-base")} />
            if !view.trigger {
                <ChipsRow key="tags" label={t!(i18n, "field-tags")} slot={view.tags.clone()}
                    completions={props.known.tags.clone()} placeholder={t!(i18n, "add-tag")} />
            }
            <SelectRow key="when" label={t!(i18n, "field-when")} slot={view.when.clone()} choices={when}
                granted="on_success" />
            if let Some(start_in) = &view.start_in {
                <TextRow key="start_in" label={t!(i18n, "field-start-in")} slot={start_in.clone()} example="30 minutes" />
            }
            <FailureRow key="failure" view={view.clone()} />
        </>
    }
}

/// The job's name.
#[derive(Properties, PartialEq)]
struct NameRowProps {
    view: Rc<GeneralView>,
}

#[function_component]
fn NameRow(props: &NameRowProps) -> Html {
    let i18n = use_i18n();
    let name = AttrValue::from(props.view.name.clone());
    let edits = use_edits(name.clone());
    let typed = use_state(|| None::<AttrValue>);
    let value = (*typed).clone().filter(|_| edits.refused().is_some()).unwrap_or_else(|| name.clone());
    let oncommit = {
        let (edits, job) = (edits.clone(), name.to_string());
        Callback::from(move |text: AttrValue| {
            typed.set(Some(text.clone()));
            let command = Command::RenameJob { job: job.clone(), name: text.trim().to_owned() };
            edits.run(|_| Ok(Some(command)));
        })
    };
    let (refused, onescape) = (edits.refused(), Callback::from(move |()| edits.clear()));
    html! {
        <Row id="insp-name" label={t!(i18n, "field-name")} span={props.view.name_span} own=true error={refused.clone()}
            {onescape}>
            <TextField id="insp-name" {value} {oncommit} code=true describedby="insp-name-note"
                invalid={refused.is_some()} />
        </Row>
    }
}
