//! Another program changed the file: what counts now?

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Dialog};

/// The file.
#[derive(Properties, PartialEq)]
pub(crate) struct ChangedOnDiskDialogProps {
    /// Its name.
    pub name: AttrValue,
    /// Whether it was about to be saved.
    pub saving: bool,
}

/// The question.
#[function_component]
pub(crate) fn ChangedOnDiskDialog(props: &ChangedOnDiskDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let actions = html! {
        <>
            <Button key="merge" kind={ButtonKind::Primary} autofocus=true onclick={dispatch.always(Msg::Merge)}>
                { t!(i18n, "merge") }
            </Button>
            <Button key="keep" onclick={dispatch.always(Msg::CloseDialog)}>{ t!(i18n, "keep-editing") }</Button>
            if props.saving {
                <Button key="overwrite" kind={ButtonKind::Danger} onclick={dispatch.always(Msg::Overwrite)}>
                    { t!(i18n, "overwrite") }
                </Button>
            }
        </>
    };
    html! {
        <Dialog title={t!(i18n, "changed-on-disk-title", file = props.name.as_str())} close_label={t!(i18n, "close")}
            {actions} onclose={dispatch.always(Msg::CloseDialog)}>
            <p>{ t!(i18n, "changed-on-disk-about") }</p>
            if props.saving { <p>{ t!(i18n, "changed-on-disk-not-saved") }</p> }
        </Dialog>
    }
}
