//! A box to tick.

use yew::prelude::*;

use crate::ui::browser::input;

/// What the box shows and sends.
#[derive(Properties, PartialEq)]
pub(crate) struct CheckboxProps {
    /// Whether it is ticked.
    pub checked: bool,
    /// The text beside it.
    pub label: AttrValue,
    /// Gets the new state.
    pub onchange: Callback<bool>,
    /// Its id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The ids of what describes it.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
}

/// A box to tick.
#[function_component]
pub(crate) fn Checkbox(props: &CheckboxProps) -> Html {
    let onchange = props.onchange.reform(|event: Event| input::checked(&event));
    html! {
        <label class="checkbox">
            <input type="checkbox" id={props.id.clone()} checked={props.checked} {onchange} disabled={props.disabled}
                aria-describedby={props.describedby.clone()} />
            <span>{ &props.label }</span>
        </label>
    }
}
