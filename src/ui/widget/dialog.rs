//! A modal dialog: the browser's own, so that focus, Escape and the page behind it are taken care of.
//!
//! It is open while it is mounted.

use yew::prelude::*;

use super::{Glyph, IconButton};
use crate::ui::browser::modal;

/// What the dialog holds.
#[derive(Properties, PartialEq)]
pub(crate) struct DialogProps {
    /// Its title.
    pub title: AttrValue,
    /// The name of the button that closes it.
    pub close_label: AttrValue,
    /// Escape, the close button, or a click beside the dialog.
    pub onclose: Callback<()>,
    /// What is in it.
    pub children: Html,
    /// The row of buttons at its foot.
    #[prop_or_default]
    pub actions: Html,
    /// Whether it is for much text, as a diff.
    #[prop_or_default]
    pub wide: bool,
}

/// A modal dialog.
#[function_component]
pub(crate) fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            modal::show(&node);
            move || modal::close(&node)
        });
    }
    let oncancel = {
        let onclose = props.onclose.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            onclose.emit(());
        })
    };
    let onclick = {
        let (onclose, node) = (props.onclose.clone(), node.clone());
        Callback::from(move |event: MouseEvent| {
            if modal::is_backdrop(&node, &event) {
                onclose.emit(());
            }
        })
    };
    html! {
        <dialog ref={node} class="dialog" data-wide={props.wide.then_some("true")} {oncancel} {onclick}
            aria-labelledby="dialog-title">
            <div class="dialog-body">
                <header class="dialog-head">
                    <h2 id="dialog-title">{ &props.title }</h2>
                    <IconButton glyph={Glyph::Close} label={props.close_label.clone()}
                        onclick={props.onclose.reform(|_| ())} />
                </header>
                <div class="dialog-content">{ props.children.clone() }</div>
                <footer class="dialog-actions">{ props.actions.clone() }</footer>
            </div>
        </dialog>
    }
}
