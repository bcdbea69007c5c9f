//! Short messages at the edge of the page, read out politely.

use std::rc::Rc;

use yew::prelude::*;

use super::{Glyph, Icon, IconButton};

/// What kind of message it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ToastKind {
    /// Something was done.
    Done,
    /// Something was not done; the reason.
    Refused,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Toast {
    /// Counts up.
    pub id: u32,
    /// Its kind.
    pub kind: ToastKind,
    /// Its text.
    pub text: AttrValue,
    /// The text of a button, undo for example.
    pub action: Option<AttrValue>,
}

/// The messages that are shown.
#[derive(Properties, PartialEq)]
pub(crate) struct ToastListProps {
    /// Oldest first.
    pub toasts: Rc<[Toast]>,
    /// Gets the id of a message that was closed.
    pub onclose: Callback<u32>,
    /// Gets the id of a message whose button was pressed.
    pub onaction: Callback<u32>,
    /// The name of the button that closes a message.
    pub close_label: AttrValue,
    /// The name of the region.
    pub label: AttrValue,
}

/// The messages.
#[function_component]
pub(crate) fn ToastList(props: &ToastListProps) -> Html {
    let toast = |toast: &Toast| {
        let id = toast.id;
        let glyph = match toast.kind {
            ToastKind::Done => Glyph::Check,
            ToastKind::Refused => Glyph::Warning,
        };
        html! {
            <li key={id} class="toast" data-kind={match toast.kind { ToastKind::Done => "done", ToastKind::Refused => "refused" }}>
                <Icon {glyph} />
                <span class="toast-text">{ &toast.text }</span>
                if let Some(action) = &toast.action {
                    <button type="button" class="toast-action" onclick={props.onaction.reform(move |_| id)}>
                        { action }
                    </button>
                }
                <IconButton glyph={Glyph::Close} label={props.close_label.clone()} small=true
                    onclick={props.onclose.reform(move |_| id)} />
            </li>
        }
    };
    html! {
        <section class="toasts" role="status" aria-live="polite" aria-label={props.label.clone()}>
            <ul>{ for props.toasts.iter().map(toast) }</ul>
        </section>
    }
}
