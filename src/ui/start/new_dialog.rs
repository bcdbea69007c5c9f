//! Another pipeline, while one is open.

use yew::prelude::*;

use super::StarterList;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, Dialog, Glyph};

/// The dialog.
#[function_component]
pub(crate) fn NewDialog() -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let actions = html! {
        <Button glyph={Glyph::Open} onclick={dispatch.always(Msg::Pick)}>{ t!(i18n, "file-open") }</Button>
    };
    html! {
        <Dialog title={t!(i18n, "new-title")} close_label={t!(i18n, "close")} {actions} wide=true
            onclose={dispatch.always(Msg::CloseDialog)}>
            <StarterList />
        </Dialog>
    }
}
