//! The board's keys: arrows move the focus, with Alt the card, M picks it up.

use yew::prelude::*;

use super::{card, BoardView};
use crate::command::Command;
use crate::gesture::Step;
use crate::ui::browser::{drag, focus};
use crate::ui::dispatch::Msg;
use crate::ui::session::Ask;
use crate::view::board::{drop_command, Board, Card, Landing, Place};

impl BoardView {
    /// A key on the board. Whether it has to be rendered.
    pub(super) fn key(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
        let key = event.key();
        if self.carry.is_some() {
            return self.key_while_carrying(ctx, event, &key);
        }
        if event.ctrl_key() || event.meta_key() {
            return false;
        }
        let Some(job) = drag::job_of(event) else { return self.key_on_lane(ctx, event, &key) };
        if event.alt_key() {
            return self.key_with_alt(ctx, event, &key, &job);
        }
        let board = &ctx.props().board;
        let found = board.find(&job).map(|(_, card)| card.clone());
        match key.as_str() {
            "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End" => {
                event.prevent_default();
                if let Some(next) = next_card(board, &job, &key) {
                    focus::by_id(&card::open_id(next.position));
                }
                false
            }
            "m" | "M" if found.as_ref().is_some_and(|card| !card.hidden) => {
                event.prevent_default();
                self.pick_up(ctx, &job)
            }
            "Delete" | "Backspace" => {
                event.prevent_default();
                self.delete(ctx, &job);
                false
            }
            "F2" => {
                event.prevent_default();
                ctx.props().dispatch.send(Msg::Ask(Ask::RenameJob(job)));
                false
            }
            _ => false,
        }
    }

    fn key_while_carrying(&mut self, ctx: &Context<Self>, event: &KeyboardEvent, key: &str) -> bool {
        let step = match key {
            "ArrowLeft" => Some(Step::Left),
            "ArrowRight" => Some(Step::Right),
            "ArrowUp" => Some(Step::Up),
            "ArrowDown" => Some(Step::Down),
            "Home" => Some(Step::First),
            "End" => Some(Step::Last),
            _ => None,
        };
        match (step, key) {
            (Some(step), _) => self.carry_on(ctx, step),
            (None, "Enter" | " " | "m" | "M") => self.put_down(ctx),
            (None, "Escape") => return self.put_back_by_key(ctx, event),
            // The focus stays on the card while it is carried.
            (None, "Tab") => {}
            _ => return false,
        }
        event.prevent_default();
        event.stop_propagation();
        true
    }

    fn put_back_by_key(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
        event.prevent_default();
        event.stop_propagation();
        self.put_back(ctx)
    }

    fn key_with_alt(&mut self, ctx: &Context<Self>, event: &KeyboardEvent, key: &str, job: &str) -> bool {
        let props = ctx.props();
        let board = &props.board;
        let Some((Some(_), card)) = board.find(job) else { return false };
        let Some(now) = Landing::current(board, card) else { return false };
        let to = match key {
            "ArrowUp" => now.index.checked_sub(1).map(|index| (now.lane, Place::At(index))),
            "ArrowDown" => Some((now.lane, Place::At(now.index + 1))).filter(|_| now.index < now.others),
            "ArrowLeft" => beside(board, now.lane, false).map(|lane| (lane, Place::Natural)),
            "ArrowRight" => beside(board, now.lane, true).map(|lane| (lane, Place::Natural)),
            _ => return false,
        };
        event.prevent_default();
        let landing = to.and_then(|(lane, place)| Landing::of(board, card, lane, place));
        if let Some(command) = landing.and_then(|landing| drop_command(board, card, landing)) {
            self.refocus = Some(job.to_owned());
            props.dispatch.send(Msg::Run(command));
        }
        false
    }

    fn key_on_lane(&mut self, ctx: &Context<Self>, event: &KeyboardEvent, key: &str) -> bool {
        let Some(lane) = drag::lane_of(event) else { return false };
        let props = ctx.props();
        match (key, event.alt_key()) {
            ("ArrowLeft" | "ArrowRight", true) => {
                event.prevent_default();
                if let Some(command) = self.shift_lane(ctx, lane, key == "ArrowRight") {
                    props.dispatch.send(Msg::Run(command));
                }
            }
            ("F2", false) => {
                event.prevent_default();
                if let Some(lane) = props.board.lanes.get(lane).filter(|lane| lane.is_editable()) {
                    props.dispatch.send(Msg::Ask(Ask::RenameStage(lane.stage.clone())));
                }
            }
            ("ArrowDown", false) => {
                event.prevent_default();
                if let Some(card) = props.board.lanes.get(lane).and_then(|lane| lane.cards.first()) {
                    focus::by_id(&card::open_id(card.position));
                }
            }
            _ => {}
        }
        false
    }

    /// The command that moves a lane one to the left or right.
    pub(super) fn shift_lane(&self, ctx: &Context<Self>, lane: usize, right: bool) -> Option<Command> {
        let before = match right {
            true => lane + 2,
            false => lane.checked_sub(1)?,
        };
        self.move_lane(ctx, lane, Some(before))
    }

    /// Deletes a job; the focus goes to the card beside it.
    pub(super) fn delete(&mut self, ctx: &Context<Self>, job: &str) {
        let board = &ctx.props().board;
        let beside = next_card(board, job, "ArrowDown").or_else(|| next_card(board, job, "ArrowUp"));
        self.refocus = beside.map(|card| card.name.clone());
        ctx.props().dispatch.send(Msg::Run(Command::DeleteJob { job: job.to_owned() }));
    }
}

/// The next lane to the left or right that a job can be in.
fn beside(board: &Board, lane: usize, right: bool) -> Option<usize> {
    match right {
        true => Some(lane + 1).filter(|lane| *lane < board.lanes.len()),
        false => lane.checked_sub(1),
    }
}

/// The card that the focus goes to from a job's by a key.
fn next_card<'b>(board: &'b Board, job: &str, key: &str) -> Option<&'b Card> {
    let Some(lane) = board.lanes.iter().position(|lane| lane.cards.iter().any(|card| card.key == job)) else {
        let at = board.shelf.iter().position(|card| card.key == job)?;
        let to = match key {
            "ArrowLeft" | "ArrowUp" => at.checked_sub(1)?,
            "ArrowRight" => at + 1,
            // From the shelf down to the lanes.
            _ => return board.lanes.iter().flat_map(|lane| &lane.cards).next().map(AsRef::as_ref),
        };
        return board.shelf.get(to).map(AsRef::as_ref);
    };
    let cards = &board.lanes[lane].cards;
    let at = cards.iter().position(|card| card.key == job)?;
    let in_lane = |lane: &std::rc::Rc<crate::view::board::Lane>| {
        lane.cards.get(at.min(lane.cards.len().checked_sub(1)?)).cloned()
    };
    let found = match key {
        "ArrowUp" if at == 0 => return board.shelf.first().map(AsRef::as_ref),
        "ArrowUp" => cards.get(at - 1),
        "ArrowDown" => cards.get(at + 1),
        "Home" => cards.first(),
        "End" => cards.last(),
        "ArrowLeft" => {
            let key = board.lanes[..lane].iter().rev().find_map(in_lane)?.key.clone();
            return find_key(board, &key);
        }
        _ => {
            let key = board.lanes[lane + 1..].iter().find_map(in_lane)?.key.clone();
            return find_key(board, &key);
        }
    };
    found.map(AsRef::as_ref)
}

fn find_key<'b>(board: &'b Board, key: &str) -> Option<&'b Card> {
    board.lanes.iter().flat_map(|lane| &lane.cards).find(|card| card.key == key).map(AsRef::as_ref)
}
