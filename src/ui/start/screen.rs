//! The first screen: what this is, and how to begin.

use std::rc::Rc;

use yew::prelude::*;

use super::{DraftList, RecentList, StarterList};
use crate::ui::browser::disk::Recent;
use crate::ui::browser::drafts::Found;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::session::{Ask, Perspective};
use crate::ui::widget::{Button, ButtonKind, Glyph};

/// What earlier visits left.
#[derive(Properties, PartialEq)]
pub(crate) struct StartScreenProps {
    /// Drafts, the newest first.
    pub drafts: Rc<[Found]>,
    /// Why drafts are not kept here.
    pub trouble: Option<AttrValue>,
    /// Files that were open.
    pub recent: Rc<[Recent]>,
}

/// The screen.
#[function_component]
pub(crate) fn StartScreen(props: &StartScreenProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    html! {
        <main class="start" id="main">
            <div class="start-body">
                <h1>{ "Pipewright" }</h1>
                <p class="start-about">{ t!(i18n, "start-about") }</p>
                <DraftList drafts={props.drafts.clone()} />
                <div class="start-open">
                    <Button kind={ButtonKind::Primary} glyph={Glyph::Open} onclick={dispatch.always(Msg::Pick)}>
                        { t!(i18n, "start-open") }
                    </Button>
                    <p>{ t!(i18n, "start-drop") }</p>
                </div>
                <RecentList files={props.recent.clone()} />
                <h2>{ t!(i18n, "start-from") }</h2>
                <StarterList />
                <h2>{ t!(i18n, "runners") }</h2>
                <p>{ t!(i18n, "start-runners") }</p>
                <div class="start-runners">
                    <Button key="runners" onclick={dispatch.always(Msg::Look(Perspective::Runners))}>
                        { t!(i18n, "start-see-runners") }
                    </Button>
                    <Button key="set-up" glyph={Glyph::Rocket} onclick={dispatch.always(Msg::Ask(Ask::SetUpRunner))}>
                        { t!(i18n, "runner-set-up") }
                    </Button>
                </div>
                if let Some(trouble) = &props.trouble { <p class="start-trouble" role="status">{ trouble }</p> }
                <p class="start-private">{ t!(i18n, "start-private") }</p>
            </div>
        </main>
    }
}
