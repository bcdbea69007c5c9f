//! Says that files come with the pipeline that was just opened from a starter.

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::session::Ask;
use crate::ui::widget::{Button, Glyph, Icon, IconButton};

/// How many they are.
#[derive(Properties, PartialEq)]
pub(crate) struct CompanionsOfferProps {
    /// The number of files.
    pub count: usize,
}

/// The offer.
#[function_component]
pub(crate) fn CompanionsOffer(props: &CompanionsOfferProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    html! {
        <div class="banner" data-kind="companions" role="status">
            <Icon glyph={Glyph::Info} />
            <p>{ t!(i18n, "companions-offer", count = props.count) }</p>
            <Button onclick={dispatch.always(Msg::Ask(Ask::Companions))}>{ t!(i18n, "companions-show") }</Button>
            <IconButton small=true glyph={Glyph::Close} label={t!(i18n, "companions-dismiss")}
                onclick={dispatch.always(Msg::CloseOffer)} />
        </div>
    }
}
