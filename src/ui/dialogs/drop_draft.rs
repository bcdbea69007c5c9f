//! Asks before a draft is lost.

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Dialog};

/// The draft.
#[derive(Properties, PartialEq)]
pub(crate) struct DropDraftDialogProps {
    /// Its id.
    pub id: AttrValue,
}

/// The question.
#[function_component]
pub(crate) fn DropDraftDialog(props: &DropDraftDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let actions = html! {
        <>
            <Button key="keep" autofocus=true onclick={dispatch.always(Msg::CloseDialog)}>{ t!(i18n, "keep-draft") }</Button>
            <Button key="discard" kind={ButtonKind::Danger} onclick={dispatch.always(Msg::DropDraft(props.id.to_string()))}>
                { t!(i18n, "draft-discard") }
            </Button>
        </>
    };
    html! {
        <Dialog title={t!(i18n, "draft-discard-title")} close_label={t!(i18n, "close")} {actions}
            onclose={dispatch.always(Msg::CloseDialog)}>
            <p>{ t!(i18n, "draft-discard-about") }</p>
        </Dialog>
    }
}
