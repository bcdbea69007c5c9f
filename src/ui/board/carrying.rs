//! Moving a card by keys: picked up, through the slots, dropped; each step is said.

use yew::prelude::*;

use super::BoardView;
use crate::gesture::{Carry, Step};
use crate::ui::browser::{announce, drag};
use crate::ui::dispatch::Msg;
use crate::ui::i18n::t;
use crate::ui::runner_name::runner_words;
use crate::view::board::drop_command;

impl BoardView {
    /// Picks a card up. Whether that went.
    pub(super) fn pick_up(&mut self, ctx: &Context<Self>, job: &str) -> bool {
        let props = ctx.props();
        if props.locked {
            self.refuse(ctx);
            return false;
        }
        let Some(carry) = Carry::start(&props.board, job) else { return false };
        let stage = self.stage_of(ctx, &carry);
        announce::say(&t!(
            props.i18n,
            "carry-start",
            job = job,
            stage = stage.as_str(),
            place = carry.landing.index + 1,
            count = carry.landing.others + 1
        ));
        self.carry = Some(carry);
        true
    }

    fn stage_of(&self, ctx: &Context<Self>, carry: &Carry) -> String {
        ctx.props().board.lanes.get(carry.landing.lane).map(|lane| lane.stage.clone()).unwrap_or_default()
    }

    /// Moves the carried card through the slots.
    pub(super) fn carry_on(&mut self, ctx: &Context<Self>, step: Step) {
        let Some(mut carry) = self.carry.take() else { return };
        let props = ctx.props();
        if carry.step(&props.board, step) {
            announce::say(&self.over(ctx, &carry));
        } else {
            announce::say(&t!(props.i18n, "carry-end"));
        }
        match carry.runner {
            Some(runner) => drag::bring_berth_into_view(&self.root, runner),
            None => drag::bring_lane_into_view(&self.root, carry.landing.lane),
        }
        self.carry = Some(carry);
        self.show_carry(ctx);
    }

    /// What a carried card is over, in words.
    fn over(&self, ctx: &Context<Self>, carry: &Carry) -> AttrValue {
        let props = ctx.props();
        let berths = &props.board.dock.berths;
        match carry.runner.and_then(|at| Some((at, berths.get(at)?))) {
            Some((at, berth)) => t!(
                props.i18n,
                "carry-runner",
                runner = runner_words(&props.i18n, &berth.runner),
                place = at + 1,
                count = berths.len(),
                tags = berth.leading.as_deref().unwrap_or_default().join(", ")
            ),
            None => t!(
                props.i18n,
                "carry-over",
                stage = self.stage_of(ctx, carry),
                place = carry.landing.index + 1,
                count = carry.landing.others + 1
            ),
        }
    }

    /// Drops it where it is.
    pub(super) fn put_down(&mut self, ctx: &Context<Self>) {
        let Some(carry) = self.carry.take() else { return };
        let props = ctx.props();
        drag::hide_slot(&self.root);
        self.refocus = Some(carry.job.clone());
        if let Some(runner) = carry.runner {
            return props.dispatch.send(Msg::GiveTo(carry.job, runner));
        }
        let command = carry.card(&props.board).and_then(|card| drop_command(&props.board, card, carry.landing));
        match command {
            Some(command) => props.dispatch.send(Msg::Run(command)),
            None => announce::say(&t!(props.i18n, "carry-stays", job = carry.job.as_str())),
        }
    }

    /// Puts it back where it came from.
    pub(super) fn put_back(&mut self, ctx: &Context<Self>) -> bool {
        if let Some(carry) = self.carry.take() {
            drag::hide_slot(&self.root);
            let i18n = &ctx.props().i18n;
            announce::say(&t!(i18n, "carry-cancelled", job = carry.job.as_str()));
        }
        true
    }

    /// Shows the slot that the carried card is over.
    pub(super) fn show_carry(&self, _ctx: &Context<Self>) {
        if let Some(runner) = self.carry.as_ref().and_then(|carry| carry.runner) {
            drag::show_berth(&self.root, runner);
        } else if let Some(carry) = &self.carry {
            drag::show_slot(&self.root, carry.landing.lane, &carry.job, carry.landing.index);
        }
    }
}
