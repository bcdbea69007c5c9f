//! The file as a link, and what a link holds.

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::session::LINK_LIMIT;
use crate::ui::widget::{Button, ButtonKind, Dialog, Field, Glyph};

/// The link.
#[derive(Properties, PartialEq)]
pub(crate) struct ShareDialogProps {
    /// It.
    pub link: AttrValue,
}

/// The link, its size, and the way to the clipboard.
#[function_component]
pub(crate) fn ShareDialog(props: &ShareDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let too_long = props.link.len() > LINK_LIMIT;
    let actions = if too_long {
        html! { <Button onclick={dispatch.always(Msg::CloseDialog)}>{ t!(i18n, "close") }</Button> }
    } else {
        html! {
            <Button kind={ButtonKind::Primary} glyph={Glyph::Copy} autofocus=true
                onclick={dispatch.always(Msg::CopyLink(props.link.clone()))}>{ t!(i18n, "copy-link") }</Button>
        }
    };
    let (size, limit) = (props.link.len(), LINK_LIMIT);
    html! {
        <Dialog title={t!(i18n, "share-title")} close_label={t!(i18n, "close")} {actions}
            onclose={dispatch.always(Msg::CloseDialog)}>
            if too_long {
                <p role="alert">{ t!(i18n, "share-too-long", size = size, limit = limit) }</p>
            } else {
                <p>{ t!(i18n, "share-about") }</p>
                <Field id="share-link" label={t!(i18n, "share-link")} hint={t!(i18n, "share-size", size = size, limit = limit)}>
                    <input class="text-field" data-code="true" type="text" id="share-link" readonly=true
                        value={props.link.clone()} aria-describedby="share-link-hint" />
                </Field>
            }
        </Dialog>
    }
}

/// What a link holds.
#[derive(Properties, PartialEq)]
pub(crate) struct SharedDialogProps {
    /// The file's name.
    pub name: AttrValue,
    /// Its lines.
    pub lines: usize,
    /// Whether a file is open already.
    pub open: bool,
}

/// Offers it.
#[function_component]
pub(crate) fn SharedDialog(props: &SharedDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let actions = html! {
        <>
            <Button key="no" onclick={dispatch.always(Msg::CloseDialog)}>{ t!(i18n, "not-now") }</Button>
            <Button key="open" kind={ButtonKind::Primary} glyph={Glyph::Open} autofocus=true
                onclick={dispatch.always(Msg::OpenShared)}>{ t!(i18n, "open-shared") }</Button>
        </>
    };
    html! {
        <Dialog title={t!(i18n, "shared-title")} close_label={t!(i18n, "close")} {actions}
            onclose={dispatch.always(Msg::CloseDialog)}>
            <p>{ t!(i18n, "shared-about", file = props.name.as_str(), count = props.lines) }</p>
            if props.open { <p>{ t!(i18n, "shared-open") }</p> }
        </Dialog>
    }
}
