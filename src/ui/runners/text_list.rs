//! A list of texts as chips: added at the end, removed by their place.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Chip, Chips, Field};

/// The list.
#[derive(Properties, PartialEq)]
pub(super) struct TextListProps {
    /// The control's id.
    pub id: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// The texts.
    pub items: Rc<[String]>,
    /// How they are shown, where they are not shown as they are.
    #[prop_or_default]
    pub shown: Option<Rc<[String]>>,
    /// Gets the list as it is to be.
    pub onchange: Callback<Vec<String>>,
    /// What the field completes.
    #[prop_or_else(|| Rc::from([]))]
    pub completions: Rc<[AttrValue]>,
    /// Shown in the empty field.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// A line of help.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Whether a comma ends what is typed.
    #[prop_or_default]
    pub commas: bool,
}

/// The field.
#[function_component]
pub(super) fn TextList(props: &TextListProps) -> Html {
    let i18n = use_i18n();
    let chip = |text: &String| Chip { text: text.clone().into(), removable: true, title: None };
    let chips: Rc<[Chip]> = props.shown.as_ref().unwrap_or(&props.items).iter().map(chip).collect();
    let onadd = {
        let (items, onchange) = (props.items.clone(), props.onchange.clone());
        Callback::from(move |text: AttrValue| {
            if !items.iter().any(|item| *item == *text) {
                onchange.emit(items.iter().cloned().chain([text.to_string()]).collect());
            }
        })
    };
    let onremove = {
        let (items, onchange) = (props.items.clone(), props.onchange.clone());
        Callback::from(move |at: usize| {
            let kept = items.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, item)| item.clone());
            onchange.emit(kept.collect());
        })
    };
    let id = props.id.clone();
    html! {
        <Field id={id.clone()} label={props.label.clone()} hint={props.hint.clone()} error={props.error.clone()}>
            <Chips id={id.clone()} label={props.label.clone()} {chips} {onadd} {onremove} remove_label={t!(i18n, "remove")}
                completions={props.completions.clone()} placeholder={props.placeholder.clone()} commas={props.commas}
                describedby={format!("{id}-hint {id}-error")} />
        </Field>
    }
}
