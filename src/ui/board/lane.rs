//! A stage as a lane.

use std::rc::Rc;

use yew::prelude::*;

use super::card::CardView;
use crate::ui::i18n::{t, I18n};
use crate::ui::widget::{Glyph, Icon};
use crate::view::board::{Lane, LaneKind};

/// What the lane shows.
#[derive(Properties, PartialEq)]
pub(super) struct LaneProps {
    /// The stage and its jobs.
    pub lane: Rc<Lane>,
    /// Its place on the board.
    pub index: usize,
    /// Whether it is shown: empty `.pre` and `.post` only while something moves.
    pub shown: bool,
    /// Whether the stage is selected.
    pub chosen: bool,
    /// The selected card, if it is in here.
    pub selected: Option<String>,
    /// The card that takes the focus, if it is in here.
    pub tab: Option<String>,
    /// The card that moves, if it is in here.
    pub moving: Option<String>,
    /// The runner whose jobs stand out.
    pub lit: Option<usize>,
    /// The words.
    pub i18n: I18n,
}

/// The lane.
pub(super) struct LaneView;

impl Component for LaneView {
    type Message = ();
    type Properties = LaneProps;

    fn create(_ctx: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let LaneProps { lane, index, shown, chosen, selected, tab, moving, lit, i18n } = ctx.props();
        let kind = match lane.kind {
            LaneKind::Edge => "edge",
            LaneKind::Declared | LaneKind::Default => "stage",
            LaneKind::Undeclared => "undeclared",
        };
        let is = |job: &Option<String>, key: &str| job.as_deref() == Some(key);
        let title = format!("lane-{index}-title");
        html! {
            <section class="lane" data-lane={index.to_string()} data-kind={kind} data-empty={lane.cards.is_empty().then_some("true")} hidden={!shown} aria-labelledby={title.clone()}
                data-chosen={chosen.then_some("true")}>
                <header class="lane-head" data-act="lane" data-draggable={lane.is_editable().then_some("true")}>
                    <h2 id={title.clone()} key="title">
                        <button type="button" class="lane-name" data-act="stage" title={lane.stage.clone()}
                            aria-current={chosen.then_some("true")}>{ &lane.stage }</button>
                    </h2>
                    <span key="count" class="lane-count" title={t!(i18n, "job-count", count = lane.cards.len())}>
                        <span aria-hidden="true">{ lane.cards.len() }</span>
                        <span class="visually-hidden">{ t!(i18n, "job-count", count = lane.cards.len()) }</span>
                    </span>
                    if lane.kind == LaneKind::Undeclared {
                        <span key="undeclared" class="lane-flag">{ t!(i18n, "undeclared") }</span>
                    }
                    <button key="menu" type="button" class="lane-menu" data-act="lane-menu" id={format!("lane-{index}-menu")}
                        aria-haspopup="menu" aria-label={t!(i18n, "stage-menu", stage = lane.stage.as_str())}>
                        <Icon glyph={Glyph::More} />
                    </button>
                </header>
                <div class="lane-body">
                    <ul class="lane-cards" aria-labelledby={title.clone()}>
                        { for lane.cards.iter().map(|card| html! {
                            <CardView key={card.key.clone()} card={card.clone()} selected={is(selected, &card.name)}
                                tab={is(tab, &card.key)} moving={is(moving, &card.key)} lit={*lit} i18n={i18n.clone()} />
                        }) }
                    </ul>
                    if lane.cards.is_empty() { <p key="empty" class="lane-empty">{ t!(i18n, "lane-empty") }</p> }
                    <button key="add" type="button" class="lane-add-job" data-act="add">
                        <Icon glyph={Glyph::Add} /><span>{ t!(i18n, "add-job") }</span>
                    </button>
                </div>
            </section>
        }
    }
}
