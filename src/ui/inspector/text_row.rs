//! A word or a line of text.

use std::rc::Rc;

use yew::prelude::*;

use super::form::use_edits;
use super::opaque_box::OpaqueBox;
use super::row::Row;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::TextField;
use crate::view::inspector::{edit, Slot};

/// The field and what may be typed.
#[derive(Properties, PartialEq)]
pub(super) struct TextRowProps {
    /// The label.
    pub label: AttrValue,
    /// The value.
    pub slot: Rc<Slot<Rc<str>>>,
    /// Shown while empty, if nothing is inherited.
    #[prop_or_default]
    pub example: Option<AttrValue>,
    /// What is suggested.
    #[prop_or_default]
    pub suggestions: Option<Rc<[Rc<str>]>>,
    /// For names and paths.
    #[prop_or_default]
    pub code: bool,
    /// A line of help.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
}

/// A word or a line of text.
#[function_component]
pub(super) fn TextRow(props: &TextRowProps) -> Html {
    let i18n = use_i18n();
    let slot = &props.slot;
    let edits = use_edits((slot.owner.clone(), slot.own.clone()));
    let typed = use_state(|| None::<AttrValue>);
    let id = AttrValue::from(format!("insp-{}", slot.id()));
    if let Some(opaque) = &slot.opaque {
        return html! { <OpaqueBox {id} label={props.label.clone()} opaque={opaque.clone()} /> };
    }
    let own = AttrValue::from(slot.own.clone().unwrap_or_default());
    // What was refused stays in the field, to be mended.
    let value = (*typed).clone().filter(|_| edits.refused().is_some()).unwrap_or(own);
    let oncommit = {
        let (edits, slot, typed) = (edits.clone(), slot.clone(), typed.clone());
        Callback::from(move |text: AttrValue| {
            typed.set(Some(text.clone()));
            edits.run(|document| edit::word(document, &slot, &text));
        })
    };
    let onreset = {
        let (edits, slot) = (edits.clone(), slot.clone());
        Callback::from(move |()| edits.run(|document| edit::reset(document, &slot)))
    };
    let onescape = {
        let edits = edits.clone();
        Callback::from(move |()| edits.clear())
    };
    let placeholder = match &slot.inherited {
        Some((value, _)) => Some(AttrValue::from(value.clone())),
        None => props.example.as_ref().map(|example| t!(i18n, "example", text = example.as_str())),
    };
    let list = props.suggestions.as_ref().map(|_| AttrValue::from(format!("{id}-list")));
    html! {
        <Row id={id.clone()} label={props.label.clone()} keyword={slot.path.join(":")} span={slot.span} own={slot.is_own()}
            source={slot.source().cloned()} place={slot.place()} {onreset} error={edits.refused()} {onescape} hint={props.hint.clone()}>
            <TextField id={id.clone()} {value} {oncommit} {placeholder} code={props.code} list={list.clone()}
                describedby={format!("{id}-note")} invalid={edits.refused().is_some()} />
            if let (Some(list), Some(words)) = (list, &props.suggestions) {
                <datalist id={list}>
                    { for words.iter().map(|word| html! { <option key={word.to_string()} value={word.to_string()} /> }) }
                </datalist>
            }
        </Row>
    }
}
