//! The shelf of hidden jobs, which others extend.

use std::rc::Rc;

use yew::prelude::*;

use super::card::CardView;
use crate::ui::i18n::{t, I18n};
use crate::view::board::Card;

/// What the shelf shows.
#[derive(Properties, PartialEq)]
pub(super) struct ShelfProps {
    /// The hidden jobs.
    pub cards: Rc<Vec<Rc<Card>>>,
    /// The selected job.
    pub selected: Option<String>,
    /// The card that takes the focus.
    pub tab: Option<String>,
    /// The words.
    pub i18n: I18n,
}

/// The shelf.
pub(super) struct Shelf;

impl Component for Shelf {
    type Message = ();
    type Properties = ShelfProps;

    fn create(_ctx: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let ShelfProps { cards, selected, tab, i18n } = ctx.props();
        html! {
            <section class="shelf" aria-labelledby="shelf-title">
                <header class="shelf-head">
                    <h2 id="shelf-title">{ t!(i18n, "shelf") }</h2>
                    <span class="lane-count">{ cards.len() }</span>
                </header>
                <ul class="shelf-cards" aria-labelledby="shelf-title">
                    { for cards.iter().map(|card| html! {
                        <CardView key={card.key.clone()} card={card.clone()} moving=false i18n={i18n.clone()}
                            selected={selected.as_deref() == Some(&*card.name)} tab={tab.as_deref() == Some(&*card.key)} />
                    }) }
                </ul>
            </section>
        }
    }
}
