//! A button that shows a drawing only; its label is its name and its tooltip.

use yew::prelude::*;

use super::{Glyph, Icon};

/// What the button shows and does.
#[derive(Properties, PartialEq)]
pub(crate) struct IconButtonProps {
    /// The drawing.
    pub glyph: Glyph,
    /// The name.
    pub label: AttrValue,
    /// What happens.
    pub onclick: Callback<MouseEvent>,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
    /// For a button that is on or off.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// The key that does the same, for the tooltip: `Ctrl+Z`.
    #[prop_or_default]
    pub shortcut: Option<AttrValue>,
    /// Where it is in a place of its own, as at the end of a chip.
    #[prop_or_default]
    pub small: bool,
}

/// The button.
#[function_component]
pub(crate) fn IconButton(props: &IconButtonProps) -> Html {
    let title = match &props.shortcut {
        Some(shortcut) => AttrValue::from(format!("{} ({shortcut})", props.label)),
        None => props.label.clone(),
    };
    html! {
        <button type="button" class="icon-button" data-small={props.small.then_some("true")}
            onclick={props.onclick.clone()} disabled={props.disabled} aria-label={props.label.clone()} {title}
            aria-pressed={props.pressed.map(|on| on.to_string())}>
            <Icon glyph={props.glyph} />
        </button>
    }
}
