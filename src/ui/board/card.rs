//! A job's card. It only shows; the board hears what is done to it, by its `data-` attributes.

use std::rc::Rc;

use yew::prelude::*;

use super::marks::view_marks;
use crate::ui::i18n::{t, I18n};
use crate::ui::widget::{breakable, Glyph, Icon};
use crate::view::board::Card;
use crate::view::problems::Severity;

/// The id of the button of the card at a place in the file.
pub(super) fn open_id(position: usize) -> String {
    format!("job-{position}")
}

/// What the card shows.
#[derive(Properties, PartialEq)]
pub(super) struct CardProps {
    /// The job.
    pub card: Rc<Card>,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether the focus comes here when the board gets it.
    pub tab: bool,
    /// Whether it is being moved.
    pub moving: bool,
    /// The runner whose jobs stand out.
    #[prop_or_default]
    pub lit: Option<usize>,
    /// The words.
    pub i18n: I18n,
}

/// The card.
pub(super) struct CardView;

impl Component for CardView {
    type Message = ();
    type Properties = CardProps;

    fn create(_ctx: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let CardProps { card, selected, tab, moving, lit, i18n } = ctx.props();
        let takes = |at: usize| card.runners.as_ref().is_some_and(|runners| runners.has(at));
        let id = open_id(card.position);
        let about = format!("{id}-about");
        let tabindex = if *tab { "0" } else { "-1" };
        let problem = card.problem.map(|severity| match severity {
            Severity::Error => ("error", t!(i18n, "has-errors")),
            Severity::Warning | Severity::Hint => ("warning", t!(i18n, "has-warnings")),
        });
        html! {
            <li class="card" data-job={card.key.clone()} data-selected={selected.then_some("true")}
                data-moving={moving.then_some("true")} data-hidden-job={card.hidden.then_some("true")}
                data-lit={lit.is_some_and(takes).then_some("true")}>
                <div class="card-head">
                    if let Some((kind, text)) = &problem {
                        <span key="problem" class="card-problem" data-severity={*kind} title={text.clone()}>
                            <span class="visually-hidden">{ text }</span>
                        </span>
                    }
                    <button key="open" type="button" class="card-open" {id} {tabindex} aria-describedby={about.clone()}
                        aria-current={selected.then_some("true")} title={card.name.clone()}>{ breakable(&card.name) }</button>
                    <span key="tools" class="card-tools">
                        if !card.hidden && !card.shadowed {
                            <button key="grip" type="button" class="card-grip" data-act="grip" {tabindex}
                                aria-label={t!(i18n, "move-job", job = card.name.as_str())}><Icon glyph={Glyph::Grip} /></button>
                        }
                        <button key="menu" type="button" class="card-menu" data-act="menu" {tabindex}
                            id={format!("job-{}-menu", card.position)} aria-haspopup="menu"
                            aria-label={t!(i18n, "job-menu", job = card.name.as_str())}><Icon glyph={Glyph::More} /></button>
                    </span>
                </div>
                <div class="card-about" id={about}>{ view_marks(card, i18n) }</div>
            </li>
        }
    }
}
