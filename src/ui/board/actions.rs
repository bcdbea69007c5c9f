//! Clicks on the board, and what the menus' items do.

use yew::prelude::*;

use super::menus::MenuOf;
use super::BoardView;
use crate::command::Command;
use crate::editor::Selection;
use crate::ui::browser::drag;
use crate::ui::dispatch::Msg;
use crate::ui::session::Ask;
use crate::view::board::{drop_command, Landing, Place};

impl BoardView {
    /// A click, by keys too. Whether the board has to be rendered.
    pub(super) fn click(&mut self, ctx: &Context<Self>, event: &MouseEvent) -> bool {
        let dispatch = &ctx.props().dispatch;
        let (job, lane) = (drag::job_of(event), drag::lane_of(event));
        let stage = lane.and_then(|at| ctx.props().board.lanes.get(at)).map(|lane| lane.stage.clone());
        let act = drag::act_of(event);
        match (act.as_ref().map(|(act, id)| (act.as_str(), id.as_str())), job, lane, stage) {
            (Some(("berth", _)), ..) => {
                let berth = drag::berth_of(event);
                self.lit = if self.lit == berth { None } else { berth };
                return true;
            }
            (Some(("file", _)), ..) => dispatch.send(Msg::Inspect(Selection::Global)),
            (Some(("menu", id)), Some(job), ..) => return self.open_menu(MenuOf::Job(job), id),
            (Some(("lane-menu", id)), _, Some(lane), _) => return self.open_menu(MenuOf::Lane(lane), id),
            (Some(("add", _)), _, _, Some(stage)) => dispatch.send(Msg::Ask(Ask::NewJob(stage))),
            (Some(("stage", _)), _, _, Some(stage)) => dispatch.send(Msg::Inspect(Selection::Stage(stage))),
            // By Enter or Space: a pointer's click counts its clicks.
            (Some(("grip", _)), Some(job), ..) if event.detail() == 0 => return self.pick_up(ctx, &job),
            (_, Some(job), ..) => {
                let name = ctx.props().board.lanes.iter().flat_map(|lane| &lane.cards).find(|card| card.key == job);
                let name = name.map(|card| card.name.clone()).unwrap_or(job);
                dispatch.send(Msg::Inspect(Selection::Job(name)));
            }
            _ => {}
        }
        false
    }

    fn open_menu(&mut self, of: MenuOf, anchor: &str) -> bool {
        let same = self.menu.as_ref().is_some_and(|(open, _)| *open == of);
        self.menu = (!same).then(|| (of, AttrValue::from(anchor.to_owned())));
        true
    }

    /// Does what an item of a menu says.
    pub(super) fn pick(&mut self, ctx: &Context<Self>, of: &MenuOf, id: &str) {
        match of {
            MenuOf::Job(job) => self.pick_for_job(ctx, job, id),
            MenuOf::Lane(lane) => self.pick_for_lane(ctx, *lane, id),
        }
    }

    fn pick_for_job(&mut self, ctx: &Context<Self>, job: &str, id: &str) {
        let props = ctx.props();
        let (board, dispatch) = (&props.board, &props.dispatch);
        let Some((_, card)) = board.find(job) else { return };
        let move_to = |lane: usize, place: Place| {
            Landing::of(board, card, lane, place).and_then(|landing| drop_command(board, card, landing))
        };
        let now = Landing::current(board, card);
        let command = match id {
            "open" => return dispatch.send(Msg::Inspect(Selection::Job(job.to_owned()))),
            "rename" => return dispatch.send(Msg::Ask(Ask::RenameJob(job.to_owned()))),
            "duplicate" => return dispatch.send(Msg::Duplicate(job.to_owned())),
            "delete" => return self.delete(ctx, job),
            _ if id.starts_with("run:") => {
                self.refocus = Some(job.to_owned());
                let runner = id.strip_prefix("run:").and_then(|at| at.parse().ok());
                return runner.into_iter().for_each(|at| dispatch.send(Msg::GiveTo(card.name.clone(), at)));
            }
            "extract" => return dispatch.send(Msg::Ask(Ask::ExtractBase(card.name.clone()))),
            "inline" => Some(Command::InlineBase { job: card.name.clone(), base: None }),
            "rules" => Some(Command::OnlyToRules { job: card.name.clone() }),
            "anchors" => Some(Command::ReplaceAnchors { job: Some(card.name.clone()) }),
            "split" => Some(Command::SplitMatrix { job: card.name.clone() }),
            "up" => now.and_then(|now| move_to(now.lane, Place::At(now.index.checked_sub(1)?))),
            "down" => now.and_then(|now| move_to(now.lane, Place::At(now.index + 1))),
            _ => id.strip_prefix("to:").and_then(|stage| move_to(board.lane(stage)?, Place::Natural)),
        };
        if let Some(command) = command {
            self.refocus = Some(job.to_owned());
            dispatch.send(Msg::Run(command));
        }
    }

    fn pick_for_lane(&mut self, ctx: &Context<Self>, lane: usize, id: &str) {
        let props = ctx.props();
        let Some(stage) = props.board.lanes.get(lane).map(|lane| lane.stage.clone()) else { return };
        let next = props.board.lanes.get(lane + 1).filter(|lane| lane.is_editable()).map(|lane| lane.stage.clone());
        let msg = match id {
            "add" => Some(Msg::Ask(Ask::NewJob(stage))),
            "rename" => Some(Msg::Ask(Ask::RenameStage(stage))),
            "left" => self.shift_lane(ctx, lane, false).map(Msg::Run),
            "right" => self.shift_lane(ctx, lane, true).map(Msg::Run),
            "before" => Some(Msg::Ask(Ask::NewStage(Some(stage)))),
            "after" => Some(Msg::Ask(Ask::NewStage(next))),
            "declare" => Some(Msg::Run(Command::AddStage { name: stage, before: None })),
            "delete" => Some(Msg::Run(Command::DeleteStage { stage })),
            _ => None,
        };
        if let Some(msg) = msg {
            props.dispatch.send(msg);
        }
    }
}
