//! `allow_failure`: no, yes, or with some exit codes.

use std::rc::Rc;

use yew::prelude::*;

use super::chips_row::ChipsRow;
use super::form::use_edits;
use super::opaque_box::OpaqueBox;
use super::row::{source_name, Row};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Choice, Select};
use crate::view::inspector::edit::ListEdit;
use crate::view::inspector::{change_exit_codes, choose_failure, Failure, GeneralView};

/// The job.
#[derive(Properties, PartialEq)]
pub(super) struct FailureRowProps {
    /// What it is and when it runs.
    pub view: Rc<GeneralView>,
}

/// The choice, and the exit codes where they are chosen.
#[function_component]
pub(super) fn FailureRow(props: &FailureRowProps) -> Html {
    let i18n = use_i18n();
    let view = &props.view;
    let slot = &view.allow_failure;
    let edits = use_edits((slot.owner.clone(), slot.own, view.exit_codes.own.clone()));
    // Exit codes were chosen but none is given yet, so there is nothing to write.
    let wanted = use_state(|| false);
    {
        let wanted = wanted.clone();
        use_effect_with((slot.owner.clone(), slot.own), move |_| wanted.set(false));
    }
    if let Some(opaque) = &slot.opaque {
        return html! { <OpaqueBox id="insp-allow_failure" label={t!(i18n, "field-failure")} opaque={opaque.clone()} /> };
    }
    let name = |failure: Failure| match failure {
        Failure::No => t!(i18n, "no"),
        Failure::Yes => t!(i18n, "yes"),
        Failure::WithExitCodes => t!(i18n, "failure-codes"),
    };
    let manual = view.when.effective().is_some_and(|when| **when == *"manual");
    let without = match &slot.inherited {
        Some((failure, _)) if slot.own.is_none() => name(*failure),
        Some((failure, source)) => {
            let value = name(*failure);
            t!(i18n, "choice-inherited", value = value.as_str(), place = source_name(&i18n, source).to_string())
        }
        None => t!(i18n, "choice-granted", value = name(if manual { Failure::Yes } else { Failure::No }).to_string()),
    };
    let choices: Rc<[Choice]> = Rc::from([
        Choice::new("", &without),
        Choice::new("no", &name(Failure::No)),
        Choice::new("yes", &name(Failure::Yes)),
        Choice::new("codes", &name(Failure::WithExitCodes)),
    ]);
    let value = match slot.own {
        _ if *wanted => "codes",
        None => "",
        Some(Failure::No) => "no",
        Some(Failure::Yes) => "yes",
        Some(Failure::WithExitCodes) => "codes",
    };
    let onchange = {
        let (edits, slot, wanted) = (edits.clone(), slot.clone(), wanted.clone());
        Callback::from(move |value: AttrValue| {
            wanted.set(&*value == "codes");
            let may = match &*value {
                "no" => Some(false),
                "yes" => Some(true),
                "codes" => return,
                _ => None,
            };
            edits.run(|document| choose_failure(document, &slot, may));
        })
    };
    let oncodes = {
        let (edits, view) = (edits.clone(), view.clone());
        Callback::from(move |change: ListEdit| edits.run(|document| change_exit_codes(document, &view, &change)))
    };
    let shows_codes =
        *wanted || view.exit_codes.own.is_some() || slot.own.is_none() && view.exit_codes.inherited.is_some();
    html! {
        <>
            <Row key="choice" id="insp-allow_failure" label={t!(i18n, "field-failure")} keyword="allow_failure"
                span={slot.span} own={slot.is_own()} source={slot.source().cloned()} place={slot.place()}
                onreset={onchange.reform(|()| AttrValue::default())}
                error={edits.refused().filter(|_| !shows_codes)}>
                <Select id="insp-allow_failure" {value} {choices} {onchange} describedby="insp-allow_failure-note" />
            </Row>
            if shows_codes {
                <ChipsRow key="codes" label={t!(i18n, "field-exit-codes")} slot={view.exit_codes.clone()}
                    placeholder={t!(i18n, "add-exit-code")} onchange={oncodes} error={edits.refused()} ignore_opaque=true />
            }
        </>
    }
}
