//! Another pipeline, while one is open.

use std::rc::Rc;

use yew::prelude::*;

use super::{DraftList, StarterList};
use crate::ui::browser::drafts::Found;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, Dialog, Glyph};

/// What else there is to go on with.
#[derive(Properties, PartialEq)]
pub(crate) struct NewDialogProps {
    /// The drafts of other files.
    pub drafts: Rc<[Found]>,
}

/// The dialog.
#[function_component]
pub(crate) fn NewDialog(props: &NewDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let actions = html! {
        <Button glyph={Glyph::Open} onclick={dispatch.always(Msg::Pick)}>{ t!(i18n, "file-open") }</Button>
    };
    html! {
        <Dialog title={t!(i18n, "new-title")} close_label={t!(i18n, "close")} {actions} wide=true
            onclose={dispatch.always(Msg::CloseDialog)}>
            <DraftList drafts={props.drafts.clone()} />
            <StarterList />
        </Dialog>
    }
}
