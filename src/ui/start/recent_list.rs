//! Files on disk that were open in earlier visits.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::browser::disk::Recent;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Glyph, IconButton};

/// The files.
#[derive(Properties, PartialEq)]
pub(crate) struct RecentListProps {
    /// The last one first.
    pub files: Rc<[Recent]>,
}

/// The list; nothing where there are none.
#[function_component]
pub(super) fn RecentList(props: &RecentListProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    if props.files.is_empty() {
        return Html::default();
    }
    let entry = |file: &Recent| {
        html! {
            <li key={file.id.clone()}>
                <Button kind={ButtonKind::Quiet} glyph={Glyph::File} onclick={dispatch.always(Msg::OpenRecent(file.id.clone()))}>
                    { &file.name }
                </Button>
                <IconButton small=true glyph={Glyph::Close} label={t!(i18n, "recent-forget", file = file.name.as_str())}
                    onclick={dispatch.always(Msg::ForgetRecent(file.id.clone()))} />
            </li>
        }
    };
    html! {
        <section class="recent" aria-labelledby="recent-title">
            <h2 id="recent-title">{ t!(i18n, "recent") }</h2>
            <ul>{ for props.files.iter().map(entry) }</ul>
        </section>
    }
}
