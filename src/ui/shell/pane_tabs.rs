//! On a narrow page one pane is shown; these choose which.

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::session::Pane;
use crate::ui::widget::{Glyph, Icon};

/// Which pane is shown.
#[derive(Properties, PartialEq)]
pub(crate) struct PaneTabsProps {
    /// The pane.
    pub pane: Pane,
    /// Problems in the file.
    pub problems: usize,
}

/// The buttons.
#[function_component]
pub(crate) fn PaneTabs(props: &PaneTabsProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let tab = |pane: Pane, glyph: Glyph, text: AttrValue, badge: usize| {
        let current = (pane == props.pane).then_some("true");
        html! {
            <button type="button" class="pane-tab" key={text.to_string()} aria-current={current}
                onclick={dispatch.always(Msg::ShowPane(pane))}>
                <Icon {glyph} />
                <span>{ text }</span>
                if badge > 0 { <span class="badge">{ badge }</span> }
            </button>
        }
    };
    html! {
        <nav class="pane-tabs" aria-label={t!(i18n, "panes")}>
            { tab(Pane::Board, Glyph::Branch, t!(i18n, "board"), 0) }
            { tab(Pane::Details, Glyph::Pencil, t!(i18n, "details"), 0) }
            { tab(Pane::Source, Glyph::Code, t!(i18n, "source-short"), 0) }
            { tab(Pane::Problems, Glyph::Warning, t!(i18n, "problems"), props.problems) }
        </nav>
    }
}
