//! Shown over the page while a file is dragged over it.

use yew::prelude::*;

use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Glyph, Icon};

/// The hint.
#[function_component]
pub(crate) fn DropHint() -> Html {
    let i18n = use_i18n();
    html! {
        <div class="drop-hint" aria-hidden="true">
            <p><Icon glyph={Glyph::Open} />{ t!(i18n, "drop-here") }</p>
        </div>
    }
}
