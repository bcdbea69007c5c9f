//! One of several words. The first choice is what counts without one of the owner's own.

use std::rc::Rc;

use yew::prelude::*;

use super::form::use_edits;
use super::opaque_box::OpaqueBox;
use super::row::{source_name, Row};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Choice, Select};
use crate::view::inspector::{edit, Slot};

/// The field and its choices.
#[derive(Properties, PartialEq)]
pub(super) struct SelectRowProps {
    /// The label.
    pub label: AttrValue,
    /// The value.
    pub slot: Rc<Slot<Rc<str>>>,
    /// The choices.
    pub choices: Rc<[Rc<str>]>,
    /// What GitLab takes where nothing is given; empty for nothing at all.
    #[prop_or_default]
    pub granted: AttrValue,
    /// A line of help.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Gets the choice, where it is more than a word; an empty one means the inherited value.
    #[prop_or_default]
    pub onchoose: Option<Callback<AttrValue>>,
    /// Why `onchoose` was refused.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// One of several words.
#[function_component]
pub(super) fn SelectRow(props: &SelectRowProps) -> Html {
    let i18n = use_i18n();
    let slot = &props.slot;
    let edits = use_edits((slot.owner.clone(), slot.own.clone()));
    let id = AttrValue::from(format!("insp-{}", slot.id()));
    if let Some(opaque) = &slot.opaque {
        return html! { <OpaqueBox {id} label={props.label.clone()} opaque={opaque.clone()} /> };
    }
    let without = match &slot.inherited {
        // While it counts, the note below says where it comes from.
        Some((value, _)) if slot.own.is_none() => AttrValue::from(value.clone()),
        Some((value, source)) => {
            t!(i18n, "choice-inherited", value = &**value, place = source_name(&i18n, source).to_string())
        }
        None if props.granted.is_empty() => t!(i18n, "choice-none"),
        None => t!(i18n, "choice-granted", value = props.granted.as_str()),
    };
    let choices: Rc<[Choice]> = std::iter::once(Choice::new("", &without))
        .chain(props.choices.iter().map(|choice| Choice::plain(choice)))
        .collect();
    let onchange = match &props.onchoose {
        Some(choose) => choose.clone(),
        None => {
            let (edits, slot) = (edits.clone(), slot.clone());
            Callback::from(move |value: AttrValue| edits.run(|document| edit::word(document, &slot, &value)))
        }
    };
    let onreset = onchange.reform(|()| AttrValue::default());
    let value = AttrValue::from(slot.own.clone().unwrap_or_default());
    html! {
        <Row id={id.clone()} label={props.label.clone()} keyword={slot.path.join(":")} span={slot.span} own={slot.is_own()}
            source={slot.source().cloned()} place={slot.place()} {onreset} error={props.error.clone().or_else(|| edits.refused())}
            hint={props.hint.clone()}>
            <Select id={id.clone()} {value} {choices} {onchange} describedby={format!("{id}-note")} />
        </Row>
    }
}
