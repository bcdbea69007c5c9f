//! The pipelines to start from.

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Glyph, Icon};
use crate::view::starters::Starter;

/// The list.
#[function_component]
pub(super) fn StarterList() -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let entry = |starter: Starter| {
        let (glyph, name, about) = match starter {
            Starter::Minimal => (Glyph::File, t!(i18n, "starter-minimal"), t!(i18n, "starter-minimal-about")),
            Starter::Docker => (Glyph::Image, t!(i18n, "starter-docker"), t!(i18n, "starter-docker-about")),
            Starter::Node => (Glyph::Play, t!(i18n, "starter-node"), t!(i18n, "starter-node-about")),
            Starter::Python => (Glyph::Code, t!(i18n, "starter-python"), t!(i18n, "starter-python-about")),
        };
        html! {
            <li key={name.to_string()}>
                <button type="button" class="starter" onclick={dispatch.always(Msg::Start(starter))}>
                    <Icon {glyph} />
                    <span class="starter-name">{ name }</span>
                    <span class="starter-about">{ about }</span>
                </button>
            </li>
        }
    };
    html! { <ul class="starters">{ for Starter::ALL.into_iter().map(entry) }</ul> }
}
