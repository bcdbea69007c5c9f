//! The first screen: what this is, and how to begin.

use yew::prelude::*;

use super::StarterList;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Glyph};

/// The screen.
#[function_component]
pub(crate) fn StartScreen() -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    html! {
        <main class="start" id="main">
            <div class="start-body">
                <h1>{ "Pipewright" }</h1>
                <p class="start-about">{ t!(i18n, "start-about") }</p>
                <div class="start-open">
                    <Button kind={ButtonKind::Primary} glyph={Glyph::Open} onclick={dispatch.always(Msg::Pick)}>
                        { t!(i18n, "start-open") }
                    </Button>
                    <p>{ t!(i18n, "start-drop") }</p>
                </div>
                <h2>{ t!(i18n, "start-from") }</h2>
                <StarterList />
                <p class="start-private">{ t!(i18n, "start-private") }</p>
            </div>
        </main>
    }
}
