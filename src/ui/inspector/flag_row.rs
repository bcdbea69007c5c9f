//! Something that is on or off.

use std::rc::Rc;

use yew::prelude::*;

use super::form::use_edits;
use super::opaque_box::OpaqueBox;
use super::row::Row;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::Switch;
use crate::view::inspector::{edit, Slot};

/// The field.
#[derive(Properties, PartialEq)]
pub(super) struct FlagRowProps {
    /// The label.
    pub label: AttrValue,
    /// The value.
    pub slot: Rc<Slot<bool>>,
    /// A line of help.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
}

/// Something that is on or off; off where nothing is given.
#[function_component]
pub(super) fn FlagRow(props: &FlagRowProps) -> Html {
    let i18n = use_i18n();
    let slot = &props.slot;
    let edits = use_edits((slot.owner.clone(), slot.own));
    let id = AttrValue::from(format!("insp-{}", slot.id()));
    if let Some(opaque) = &slot.opaque {
        return html! { <OpaqueBox {id} label={props.label.clone()} opaque={opaque.clone()} /> };
    }
    let on = slot.effective().copied().unwrap_or(false);
    let onchange = {
        let (edits, slot) = (edits.clone(), slot.clone());
        Callback::from(move |on: bool| edits.run(|document| edit::flag(document, &slot, on)))
    };
    let onreset = {
        let (edits, slot) = (edits.clone(), slot.clone());
        Callback::from(move |()| edits.run(|document| edit::reset(document, &slot)))
    };
    let word = if on { t!(i18n, "on") } else { t!(i18n, "off") };
    html! {
        <Row id={id.clone()} label={props.label.clone()} keyword={slot.path.join(":")} span={slot.span} own={slot.is_own()}
            source={slot.source().cloned()} place={slot.place()} {onreset} removable=true error={edits.refused()} hint={props.hint.clone()}
            group=true>
            <Switch {id} checked={on} label={word} {onchange} />
        </Row>
    }
}
