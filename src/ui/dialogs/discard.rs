//! Asks before changes are lost.

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Dialog};

/// The file whose changes would be lost.
#[derive(Properties, PartialEq)]
pub(crate) struct DiscardDialogProps {
    /// Its name.
    pub name: AttrValue,
    /// Whether the file that opens has the same name: then it may be the same file, changed elsewhere.
    pub mergeable: bool,
    /// Whether it can stay as a draft: the browser keeps drafts.
    pub drafts: bool,
}

/// The question.
#[function_component]
pub(crate) fn DiscardDialog(props: &DiscardDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let actions = html! {
        <>
            <Button key="discard" kind={ButtonKind::Danger} onclick={dispatch.always(Msg::Discard)}>
                { t!(i18n, "discard") }
            </Button>
            <Button key="keep" autofocus=true onclick={dispatch.always(Msg::CloseDialog)}>{ t!(i18n, "keep-editing") }</Button>
            if props.drafts {
                <Button key="aside" kind={if props.mergeable { ButtonKind::Plain } else { ButtonKind::Primary }}
                    onclick={dispatch.always(Msg::SetAside)}>{ t!(i18n, "set-aside") }</Button>
            }
            if props.mergeable {
                <Button key="merge" kind={ButtonKind::Primary} onclick={dispatch.always(Msg::Merge)}>
                    { t!(i18n, "merge") }
                </Button>
            }
        </>
    };
    html! {
        <Dialog title={t!(i18n, "discard-title")} close_label={t!(i18n, "close")} {actions}
            onclose={dispatch.always(Msg::CloseDialog)}>
            <p>{ t!(i18n, "discard-about", file = props.name.as_str()) }</p>
            if props.drafts { <p key="draft">{ t!(i18n, "discard-draft") }</p> }
            if props.mergeable { <p key="merge">{ t!(i18n, "discard-merge") }</p> }
        </Dialog>
    }
}
