//! A button that opens a menu.

use std::rc::Rc;

use yew::prelude::*;

use super::{Glyph, Icon, Menu, MenuItem};

/// What the button shows and its menu offers.
#[derive(Properties, PartialEq)]
pub(crate) struct MenuButtonProps {
    /// The button's id, unique on the page: the menu stands beside it.
    pub id: AttrValue,
    /// The name of the button and the menu.
    pub label: AttrValue,
    /// The drawing.
    pub glyph: Glyph,
    /// The text of the button; none for the drawing alone.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// The items.
    pub items: Rc<[MenuItem]>,
    /// Gets the id of the chosen item.
    pub onpick: Callback<AttrValue>,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
}

/// A button that opens a menu.
#[function_component]
pub(crate) fn MenuButton(props: &MenuButtonProps) -> Html {
    let open = use_state(|| false);
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onkeydown = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "ArrowDown" && !*open {
                event.prevent_default();
                open.set(true);
            }
        })
    };
    let onclose = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    html! {
        <span class="menu-anchor">
            <button type="button" id={props.id.clone()} class={if props.text.is_some() { "button" } else { "icon-button" }}
                data-kind="quiet" {onclick} {onkeydown} disabled={props.disabled}
                aria-label={props.label.clone()} title={props.label.clone()} aria-haspopup="menu"
                aria-expanded={open.to_string()}>
                <Icon glyph={props.glyph} />
                if let Some(text) = &props.text { <span class="button-text">{ text }</span> }
            </button>
            if *open {
                <Menu label={props.label.clone()} items={props.items.clone()} anchor={props.id.clone()}
                    onpick={props.onpick.clone()} {onclose} />
            }
        </span>
    }
}
