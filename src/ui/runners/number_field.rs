//! A whole number from 0 on, or nothing.

use yew::prelude::*;

use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Field, TextField};

/// The number.
#[derive(Properties, PartialEq)]
pub(super) struct NumberFieldProps {
    /// The control's id.
    pub id: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// The number.
    pub value: Option<i64>,
    /// Gets another.
    pub onchange: Callback<Option<i64>>,
    /// A line of help.
    pub hint: AttrValue,
    /// Shown while it is empty: what counts then.
    pub placeholder: AttrValue,
}

/// The field.
#[function_component]
pub(super) fn NumberField(props: &NumberFieldProps) -> Html {
    let i18n = use_i18n();
    let wrong = use_state(|| false);
    let oncommit = {
        let (wrong, onchange) = (wrong.clone(), props.onchange.clone());
        Callback::from(move |typed: AttrValue| match typed.trim() {
            "" => {
                wrong.set(false);
                onchange.emit(None);
            }
            text => {
                let number = text.parse::<i64>().ok().filter(|number| *number >= 0);
                wrong.set(number.is_none());
                if number.is_some() {
                    onchange.emit(number);
                }
            }
        })
    };
    let id = props.id.clone();
    html! {
        <Field id={id.clone()} label={props.label.clone()} hint={props.hint.clone()}
            error={wrong.then(|| t!(i18n, "config-no-number"))}>
            <TextField id={id.clone()} value={props.value.map(|number| number.to_string()).unwrap_or_default()} {oncommit}
                code=true invalid={*wrong} placeholder={props.placeholder.clone()}
                describedby={format!("{id}-hint {id}-error")} />
        </Field>
    }
}
