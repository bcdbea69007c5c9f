//! A list of lines: paths, entry points.

use std::rc::Rc;

use yew::prelude::*;

use super::form::use_edits;
use super::list_fields::ListFields;
use super::opaque_box::OpaqueBox;
use super::row::Row;
use crate::view::inspector::edit::{self, ListEdit, One};
use crate::view::inspector::{Item, Slot};

/// The field.
#[derive(Properties, PartialEq)]
pub(super) struct ListRowProps {
    /// The label.
    pub label: AttrValue,
    /// The list.
    pub slot: Rc<Slot<Vec<Item>>>,
    /// Shown in the field that adds a line.
    pub placeholder: AttrValue,
    /// How a list of one is written.
    #[prop_or(One::List)]
    pub one: One,
    /// A line of help.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Whether the whole can be removed at once.
    #[prop_or_default]
    pub removable: bool,
}

/// A list of lines.
#[function_component]
pub(super) fn ListRow(props: &ListRowProps) -> Html {
    let slot = &props.slot;
    let edits = use_edits((slot.owner.clone(), slot.own.clone()));
    let id = AttrValue::from(format!("insp-{}", slot.id()));
    if let Some(opaque) = &slot.opaque {
        return html! { <OpaqueBox {id} label={props.label.clone()} opaque={opaque.clone()} /> };
    }
    let onchange = {
        let (edits, slot, one) = (edits.clone(), slot.clone(), props.one);
        Callback::from(move |change: ListEdit| edits.run(|document| edit::list(document, &slot, one, &change)))
    };
    let onreset = {
        let (edits, slot) = (edits.clone(), slot.clone());
        Callback::from(move |()| edits.run(|document| edit::reset(document, &slot)))
    };
    let items: Rc<[Item]> = slot.effective().into_iter().flatten().cloned().collect();
    html! {
        <Row id={id.clone()} label={props.label.clone()} keyword={slot.path.join(":")} span={slot.span} own={slot.is_own()}
            source={slot.source().cloned()} place={slot.place()} {onreset} removable={props.removable} error={edits.refused()}
            hint={props.hint.clone()}>
            <ListFields id={id.clone()} label={props.label.clone()} {items} placeholder={props.placeholder.clone()}
                {onchange} describedby={format!("{id}-note")} />
        </Row>
    }
}
