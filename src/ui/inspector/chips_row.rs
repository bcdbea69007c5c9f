//! A list of short strings as chips.

use std::rc::Rc;

use yew::prelude::*;

use super::form::use_edits;
use super::opaque_box::OpaqueBox;
use super::row::Row;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Chip, Chips};
use crate::view::inspector::edit::{self, ListEdit, One};
use crate::view::inspector::{Item, Slot};

/// The field and what it completes.
#[derive(Properties, PartialEq)]
pub(super) struct ChipsRowProps {
    /// The label.
    pub label: AttrValue,
    /// The list.
    pub slot: Rc<Slot<Vec<Item>>>,
    /// How a list of one is written.
    #[prop_or(One::List)]
    pub one: One,
    /// What is completed.
    #[prop_or_default]
    pub completions: Rc<[Rc<str>]>,
    /// Shown in the empty field.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// A line of help.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Gets the change, where it is more than that of a list.
    #[prop_or_default]
    pub onchange: Option<Callback<ListEdit>>,
    /// Why `onchange` was refused.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Whether a form that no chip can show is of no interest here.
    #[prop_or_default]
    pub ignore_opaque: bool,
}

/// The chips and the field that adds one.
#[function_component]
pub(super) fn ChipsRow(props: &ChipsRowProps) -> Html {
    let i18n = use_i18n();
    let slot = &props.slot;
    let edits = use_edits((slot.owner.clone(), slot.own.clone()));
    let id = AttrValue::from(format!("insp-{}", slot.id()));
    if let Some(opaque) = slot.opaque.as_ref().filter(|_| !props.ignore_opaque) {
        return html! { <OpaqueBox {id} label={props.label.clone()} opaque={opaque.clone()} /> };
    }
    let change = match &props.onchange {
        Some(onchange) => onchange.clone(),
        None => {
            let (edits, slot, one) = (edits.clone(), slot.clone(), props.one);
            Callback::from(move |change: ListEdit| edits.run(|document| edit::list(document, &slot, one, &change)))
        }
    };
    let chips: Rc<[Chip]> = slot
        .effective()
        .into_iter()
        .flatten()
        .map(|item| Chip {
            text: item.text.clone().into(),
            removable: item.editable,
            title: (!item.editable).then(|| t!(i18n, "opaque-item")),
        })
        .collect();
    let onreset = {
        let (edits, slot) = (edits.clone(), slot.clone());
        Callback::from(move |()| edits.run(|document| edit::reset(document, &slot)))
    };
    let own = slot.own.is_some();
    html! {
        <Row id={id.clone()} label={props.label.clone()} keyword={slot.path.join(":")} span={slot.span} {own}
            source={slot.source().cloned()} place={slot.place()} {onreset} error={props.error.clone().or_else(|| edits.refused())}
            hint={props.hint.clone()}>
            <Chips id={id.clone()} label={props.label.clone()} {chips} placeholder={props.placeholder.clone()}
                completions={props.completions.iter().map(|word| AttrValue::from(word.clone())).collect::<Rc<[_]>>()}
                onadd={change.reform(|text: AttrValue| ListEdit::Add(Rc::from(&*text)))}
                onremove={change.reform(ListEdit::Remove)} remove_label={t!(i18n, "remove")}
                describedby={format!("{id}-note")} />
        </Row>
    }
}
