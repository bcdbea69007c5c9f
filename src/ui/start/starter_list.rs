//! The pipelines to start from, in groups.

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::starters::{about_of, glyph_of, name_of};
use crate::ui::widget::Icon;
use crate::view::starters::{Group, Starter};

/// The list.
#[function_component]
pub(super) fn StarterList() -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let entry = |starter: Starter| {
        html! {
            <li key={starter.name()}>
                <button type="button" class="starter" onclick={dispatch.always(Msg::Start(starter))}>
                    <Icon glyph={glyph_of(starter)} />
                    <span class="starter-name">{ name_of(&i18n, starter) }</span>
                    <span class="starter-about">{ about_of(&i18n, starter) }</span>
                </button>
            </li>
        }
    };
    let group = |(group, title): (Group, AttrValue)| {
        let starters = Starter::ALL.into_iter().filter(move |starter| starter.group() == group);
        html! {
            <section key={title.to_string()} class="starter-group">
                <h3>{ &title }</h3>
                <ul class="starters">{ for starters.map(entry) }</ul>
            </section>
        }
    };
    let groups = [
        (Group::Language, t!(i18n, "starters-language")),
        (Group::Delivery, t!(i18n, "starters-delivery")),
        (Group::Larger, t!(i18n, "starters-larger")),
    ];
    html! { <div class="starter-groups">{ for groups.into_iter().map(group) }</div> }
}
