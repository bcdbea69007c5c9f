//! Says that edits are not kept as a draft, and why: they are as safe as the page is open.

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Glyph, Icon};

/// What is said.
#[derive(Properties, PartialEq)]
pub(crate) struct NoticeProps {
    /// It.
    pub text: AttrValue,
}

/// The notice.
#[function_component]
pub(crate) fn Notice(props: &NoticeProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    html! {
        <div class="banner" data-kind="drafts" role="status">
            <Icon glyph={Glyph::Warning} />
            <p>{ &props.text }</p>
            <Button kind={ButtonKind::Quiet} onclick={dispatch.always(Msg::Download)}>{ t!(i18n, "download") }</Button>
        </div>
    }
}
