//! A menu over the page, beside the control that opened it. Arrow keys move, letters jump, Escape closes. An item with
//! items of its own opens in place.

use std::rc::Rc;

use yew::prelude::*;

use super::{Glyph, Icon};
use crate::ui::browser::{focus, popover};

/// One item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MenuItem {
    /// Its identity, sent when it is chosen.
    pub id: AttrValue,
    /// Its text.
    pub label: AttrValue,
    /// A drawing before the text.
    pub glyph: Option<Glyph>,
    /// The key that does the same.
    pub shortcut: Option<AttrValue>,
    /// Whether it destroys something.
    pub danger: bool,
    /// Whether it can't be chosen now.
    pub disabled: bool,
    /// For an item that is one of several states: whether it is the one.
    pub checked: Option<bool>,
    /// Items of its own.
    pub items: Vec<MenuItem>,
}

impl MenuItem {
    /// A plain item.
    pub(crate) fn new(id: impl Into<AttrValue>, label: AttrValue) -> Self {
        Self {
            id: id.into(),
            label,
            glyph: None,
            shortcut: None,
            danger: false,
            disabled: false,
            checked: None,
            items: Vec::new(),
        }
    }

    /// With a drawing.
    pub(crate) fn glyph(self, glyph: Glyph) -> Self {
        Self { glyph: Some(glyph), ..self }
    }

    /// With the key that does the same.
    pub(crate) fn shortcut(self, shortcut: &'static str) -> Self {
        Self { shortcut: Some(AttrValue::Static(shortcut)), ..self }
    }

    /// As something that destroys.
    pub(crate) fn danger(self) -> Self {
        Self { danger: true, ..self }
    }

    /// As one that can't be chosen if `disabled`.
    pub(crate) fn disabled(self, disabled: bool) -> Self {
        Self { disabled, ..self }
    }

    /// As one of several states.
    pub(crate) fn checked(self, checked: bool) -> Self {
        Self { checked: Some(checked), ..self }
    }

    /// With items of its own.
    pub(crate) fn items(self, items: Vec<MenuItem>) -> Self {
        Self { items, ..self }
    }
}

/// What the menu offers and where it stands.
#[derive(Properties, PartialEq)]
pub(crate) struct MenuProps {
    /// Its name.
    pub label: AttrValue,
    /// The items.
    pub items: Rc<[MenuItem]>,
    /// The id of the element that it stands beside. That element gets the focus back.
    pub anchor: AttrValue,
    /// Gets the id of the chosen item, before the menu closes.
    pub onpick: Callback<AttrValue>,
    /// It wants to be closed.
    pub onclose: Callback<()>,
}

/// A menu. It is open while it is mounted.
#[function_component]
pub(crate) fn Menu(props: &MenuProps) -> Html {
    let node = use_node_ref();
    let open = use_state(|| None::<AttrValue>);
    {
        let (node, anchor, onclose) = (node.clone(), props.anchor.clone(), props.onclose.clone());
        use_effect_with((), move |()| {
            let listening = popover::show(&node, &anchor, move || onclose.emit(()));
            focus::first_item(&node);
            move || {
                drop(listening);
                popover::hide(&node, &anchor);
            }
        });
    }
    let choose = {
        let (open, onpick, onclose) = (open.clone(), props.onpick.clone(), props.onclose.clone());
        move |item: &MenuItem| {
            if item.items.is_empty() {
                onpick.emit(item.id.clone());
                onclose.emit(());
            } else {
                let closed = open.as_ref() != Some(&item.id);
                open.set(closed.then(|| item.id.clone()));
            }
        }
    };
    let onkeydown = {
        let (node, open, onclose) = (node.clone(), open.clone(), props.onclose.clone());
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            let handled = match event.key().as_str() {
                "ArrowDown" => focus::move_item(&node, 1),
                "ArrowUp" => focus::move_item(&node, -1),
                "Home" => focus::first_item(&node),
                "End" => focus::last_item(&node),
                "ArrowRight" => match focus::current_group() {
                    Some(group) if open.as_deref() != Some(&group) => {
                        open.set(Some(AttrValue::from(group)));
                        true
                    }
                    _ => focus::move_item(&node, 1),
                },
                "ArrowLeft" if open.is_some() => {
                    let group = (*open).clone().unwrap_or_default();
                    open.set(None);
                    focus::group_item(&node, &group)
                }
                "Escape" | "Tab" => {
                    onclose.emit(());
                    true
                }
                letter if letter.chars().count() == 1 && letter != " " => focus::item_starting_with(&node, letter),
                _ => false,
            };
            if handled {
                event.prevent_default();
            }
        })
    };
    html! {
        <div ref={node} class="menu" role="menu" popover="manual" tabindex="-1" aria-label={props.label.clone()} {onkeydown}>
            { for props.items.iter().map(|item| view_item(item, &open, &choose)) }
        </div>
    }
}

fn view_item(item: &MenuItem, open: &Option<AttrValue>, choose: &(impl Fn(&MenuItem) + Clone + 'static)) -> Html {
    let group = !item.items.is_empty();
    let expanded = group && open.as_ref() == Some(&item.id);
    let role = if item.checked.is_some() { "menuitemradio" } else { "menuitem" };
    let onclick = {
        let (item, choose) = (item.clone(), choose.clone());
        Callback::from(move |_: MouseEvent| choose(&item))
    };
    let glyph = match item.checked {
        Some(true) => Some(Glyph::Check),
        _ => item.glyph,
    };
    html! {
        <div key={item.id.to_string()} class="menu-entry" role="none">
            <button type="button" class="menu-item" {role} tabindex="-1" {onclick} disabled={item.disabled}
                data-danger={item.danger.then_some("true")} data-group={group.then(|| item.id.clone())}
                aria-expanded={group.then(|| expanded.to_string())} aria-haspopup={group.then_some("menu")}
                aria-checked={item.checked.map(|on| on.to_string())}>
                <span class="menu-glyph">if let Some(glyph) = glyph { <Icon {glyph} /> }</span>
                <span class="menu-label">{ &item.label }</span>
                if let Some(shortcut) = &item.shortcut { <kbd>{ shortcut }</kbd> }
                if group {
                    <Icon glyph={if expanded { Glyph::ChevronDown } else { Glyph::ChevronRight }} />
                }
            </button>
            if expanded {
                <div class="menu-group" role="group" aria-label={item.label.clone()}>
                    { for item.items.iter().map(|child| view_item(child, &None, choose)) }
                </div>
            }
        </div>
    }
}
