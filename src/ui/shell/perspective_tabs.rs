//! The tabs above the middle of the page: ways to look at the pipeline.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::session::Perspective;
use crate::ui::widget::{Tab, Tabs};

/// Which is shown.
#[derive(Properties, PartialEq)]
pub(crate) struct PerspectiveTabsProps {
    /// The perspective.
    pub perspective: Perspective,
    /// It.
    pub children: Html,
}

/// The tabs, and what is shown below them.
#[function_component]
pub(crate) fn PerspectiveTabs(props: &PerspectiveTabsProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let tab = |perspective: Perspective| Tab {
        id: perspective.name().into(),
        label: t!(i18n, perspective.text()),
        badge: None,
    };
    let tabs: Rc<[Tab]> = Perspective::ALL.into_iter().map(tab).collect();
    let onselect = dispatch.with(|id: AttrValue| Msg::Look(Perspective::named(&id).unwrap_or_default()));
    html! {
        <Tabs label={t!(i18n, "perspectives")} id="perspective" {tabs} selected={props.perspective.name()} {onselect}>
            { props.children.clone() }
        </Tabs>
    }
}
