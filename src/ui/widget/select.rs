//! One of several values.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::browser::input;

/// One value that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What is sent.
    pub value: AttrValue,
    /// What is shown.
    pub label: AttrValue,
}

impl Choice {
    /// A value that is shown as it is.
    pub(crate) fn plain(value: &str) -> Self {
        Self::new(value, value)
    }

    /// A value and its text.
    pub(crate) fn new(value: &str, label: &str) -> Self {
        Self { value: AttrValue::from(value.to_owned()), label: AttrValue::from(label.to_owned()) }
    }
}

/// What can be chosen and what is.
#[derive(Properties, PartialEq)]
pub(crate) struct SelectProps {
    /// The chosen value. One that is not among the choices is shown as a choice of its own.
    pub value: AttrValue,
    /// The choices.
    pub choices: Rc<[Choice]>,
    /// Gets the newly chosen value.
    pub onchange: Callback<AttrValue>,
    /// For the label.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The accessible name where no label points here.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The ids of what describes it.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
}

/// One of several values.
#[function_component]
pub(crate) fn Select(props: &SelectProps) -> Html {
    let onchange = props.onchange.reform(|event: Event| AttrValue::from(input::value(&event)));
    let known = props.choices.iter().any(|choice| choice.value == props.value);
    let option = |choice: &Choice| {
        html! {
            <option key={choice.value.to_string()} value={choice.value.clone()} selected={choice.value == props.value}>
                { &choice.label }
            </option>
        }
    };
    html! {
        <select class="select" id={props.id.clone()} {onchange} aria-label={props.label.clone()}
            aria-describedby={props.describedby.clone()} disabled={props.disabled}>
            { for props.choices.iter().map(option) }
            if !known { { option(&Choice { value: props.value.clone(), label: props.value.clone() }) } }
        </select>
    }
}
