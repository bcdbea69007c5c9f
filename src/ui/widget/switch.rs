//! Something that is on or off at once.

use yew::prelude::*;

use crate::ui::browser::input;

/// What the switch shows and sends.
#[derive(Properties, PartialEq)]
pub(crate) struct SwitchProps {
    /// Whether it is on.
    pub checked: bool,
    /// The text beside it.
    pub label: AttrValue,
    /// Gets the new state.
    pub onchange: Callback<bool>,
    /// Its id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
}

/// Something that is on or off.
#[function_component]
pub(crate) fn Switch(props: &SwitchProps) -> Html {
    let onchange = props.onchange.reform(|event: Event| input::checked(&event));
    html! {
        <label class="switch">
            <input type="checkbox" role="switch" id={props.id.clone()} checked={props.checked} {onchange}
                disabled={props.disabled} />
            <span>{ &props.label }</span>
        </label>
    }
}
