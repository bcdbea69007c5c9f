//! Dragging cards and lanes by a pointer. Events change places here; the elements are moved once a frame.

use gloo::events::EventListener;
use web_sys::{KeyboardEvent, PointerEvent, TouchEvent};
use yew::prelude::*;

use super::{BoardMsg, BoardView};
use crate::command::{Command, Refusal};
use crate::gesture::{
    berth_at, gap_at, scroll_speed, slot_at, Effect, Input, Point, Pointer, Press, HOLD_MILLISECONDS,
};
use crate::ui::browser::drag::{self, Ghost};
use crate::ui::browser::frame::{self, AnimationFrame, Timeout};
use crate::ui::browser::listen;
use crate::ui::dispatch::Msg;
use crate::view::board::{drop_command, Landing, Place};

/// What is dragged.
#[derive(Debug, Clone, PartialEq)]
enum Load {
    /// A job's card, by its key.
    Job(String),
    /// A lane, by its index.
    Lane(usize),
}

/// Where it would land.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Target {
    /// A slot of a lane.
    Slot(usize, Place),
    /// The gap before a lane, behind the last without one.
    Gap(Option<usize>),
    /// A runner in the dock.
    Berth(usize),
}

/// What a pressed pointer did.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Happened {
    /// It moved.
    Moved(Point),
    /// It was let go.
    Released(Point),
    /// It was held.
    Held,
    /// Escape, or the browser took it.
    Lost,
}

/// A press or drag that goes on.
#[derive(Default)]
pub(super) struct Drag {
    press: Press,
    load: Option<Load>,
    pointer: i32,
    at: Point,
    target: Option<Target>,
    ghost: Option<Ghost>,
    frame: Option<AnimationFrame>,
    hold: Option<Timeout>,
    listeners: Vec<EventListener>,
}

impl Drag {
    /// Whether something is dragged.
    pub(super) fn is_active(&self) -> bool {
        self.press.is_dragging()
    }

    /// The dragged job.
    pub(super) fn job(&self) -> Option<&str> {
        match (&self.load, self.is_active()) {
            (Some(Load::Job(job)), true) => Some(job),
            _ => None,
        }
    }

    /// Ends it, whatever it was.
    pub(super) fn stop(&mut self) {
        *self = Self::default();
    }
}

impl BoardView {
    /// A pointer went down on the board.
    pub(super) fn press(&mut self, ctx: &Context<Self>, event: &PointerEvent) {
        if event.button() != 0 || !event.is_primary() || drag::in_control(event) || self.drag.is_active() {
            return;
        }
        let job = drag::job_of(event).filter(|job| self.movable(ctx, job));
        let lane = drag::lane_of(event).filter(|_| drag::is_draggable(event) && !ctx.props().board.stages_opaque);
        let load = job.map(Load::Job).or(lane.map(Load::Lane));
        let Some(load) = load else { return };
        let handle = drag::act_of(event).is_some_and(|(act, _)| act == "grip");
        let by = if event.pointer_type() == "touch" { Pointer::Finger } else { Pointer::Fine };
        let at = drag::point(event);
        self.drag.stop();
        self.drag.load = Some(load);
        self.drag.pointer = event.pointer_id();
        self.drag.at = at;
        self.drag.listeners = listeners(ctx, event.pointer_id());
        self.advance(ctx, Input::Down { at, by, handle });
    }

    fn movable(&self, ctx: &Context<Self>, job: &str) -> bool {
        ctx.props().board.lanes.iter().flat_map(|lane| &lane.cards).any(|card| card.key == job && !card.shadowed)
    }

    /// The pointer that is down did something. Whether the board has to be rendered.
    pub(super) fn pointer(&mut self, ctx: &Context<Self>, happened: Happened) -> bool {
        self.advance(
            ctx,
            match happened {
                Happened::Moved(at) => Input::Move(at),
                Happened::Released(at) => Input::Up(at),
                Happened::Held => Input::Held,
                Happened::Lost => Input::Cancel,
            },
        )
    }

    fn advance(&mut self, ctx: &Context<Self>, input: Input) -> bool {
        let (press, effect) = self.drag.press.on(input);
        self.drag.press = press;
        match effect {
            Effect::None => {
                if press == Press::Idle {
                    self.drag.stop();
                }
                false
            }
            Effect::AwaitHold => {
                let link = ctx.link().clone();
                let held = move || link.send_message(BoardMsg::Pointer(Happened::Held));
                self.drag.hold = Some(Timeout::new(HOLD_MILLISECONDS, held));
                false
            }
            Effect::Start(from, at) => self.start(ctx, from, at),
            Effect::Track(at) => {
                self.drag.at = at;
                false
            }
            Effect::Drop(at) => {
                self.drag.at = at;
                self.find_target();
                self.drop_load(ctx);
                true
            }
            Effect::Abort => {
                drag::hide_slot(&self.root);
                self.drag.stop();
                true
            }
        }
    }

    fn start(&mut self, ctx: &Context<Self>, from: Point, at: Point) -> bool {
        if ctx.props().locked {
            self.drag.stop();
            self.refuse(ctx);
            return false;
        }
        self.drag.at = at;
        self.drag.ghost = match &self.drag.load {
            Some(Load::Job(job)) => Ghost::of_job(&self.root, job, from),
            Some(Load::Lane(lane)) => Ghost::of_lane(&self.root, *lane, from),
            None => None,
        };
        if let Some(ghost) = &self.drag.ghost {
            ghost.follow(at);
        }
        drag::capture(&self.root, self.drag.pointer);
        self.carry = None;
        self.next_frame(ctx);
        true
    }

    fn next_frame(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.drag.frame = Some(frame::next(move || link.send_message(BoardMsg::Frame)));
    }

    /// Once before each paint while something is dragged: scroll, find the slot, move the ghost.
    pub(super) fn frame(&mut self, ctx: &Context<Self>) {
        if !self.drag.is_active() {
            return;
        }
        let at = self.drag.at;
        let over = match self.drag.target {
            Some(Target::Slot(lane, _)) => Some(lane),
            _ => None,
        };
        match self.drag.target {
            Some(Target::Berth(_)) => drag::scroll_dock(&self.root, |dock| scroll_speed(at.x, dock.left, dock.right)),
            _ => drag::scroll(&self.root, over, |board, lane| {
                let x = scroll_speed(at.x, board.left, board.right);
                let y = lane.map_or(0.0, |lane| scroll_speed(at.y, lane.top, lane.bottom));
                (x, y)
            }),
        }
        self.find_target();
        match (&self.drag.load, self.drag.target) {
            (Some(Load::Job(job)), Some(Target::Slot(lane, place))) => {
                if let Some(landing) = self.landing(ctx, job, lane, place) {
                    drag::show_slot(&self.root, lane, job, landing.index);
                }
            }
            (Some(Load::Job(_)), Some(Target::Berth(runner))) => drag::show_berth(&self.root, runner),
            (Some(Load::Lane(_)), Some(Target::Gap(before))) => drag::show_gap(&self.root, before),
            _ => {}
        }
        if let Some(ghost) = &self.drag.ghost {
            ghost.follow(at);
        }
        self.next_frame(ctx);
    }

    fn find_target(&mut self) {
        let rects = drag::lane_rects(&self.root);
        let only: Vec<_> = rects.iter().map(|(_, rect)| *rect).collect();
        self.drag.target = match &self.drag.load {
            Some(Load::Job(job)) => {
                if let Some(runner) = berth_at(&drag::berth_rects(&self.root), self.drag.at) {
                    self.drag.target = Some(Target::Berth(runner));
                    return;
                }
                let slot = slot_at(&only, self.drag.at, |at| drag::lane_box(&self.root, rects[at].0, job));
                slot.map(|(at, place)| Target::Slot(rects[at].0, place))
            }
            Some(Load::Lane(_)) => Some(Target::Gap(rects.get(gap_at(&only, self.drag.at.x)).map(|(index, _)| *index))),
            None => None,
        };
    }

    fn landing(&self, ctx: &Context<Self>, job: &str, lane: usize, place: Place) -> Option<Landing> {
        let board = &ctx.props().board;
        let (_, card) = board.find(job)?;
        Landing::of(board, card, lane, place)
    }

    fn drop_load(&mut self, ctx: &Context<Self>) {
        let board = &ctx.props().board;
        let command = match (&self.drag.load, self.drag.target) {
            (Some(Load::Job(job)), Some(Target::Slot(lane, place))) => {
                self.refocus = Some(job.clone());
                let found = board.find(job).zip(self.landing(ctx, job, lane, place));
                found.and_then(|((_, card), landing)| drop_command(board, card, landing))
            }
            (Some(Load::Job(job)), Some(Target::Berth(runner))) => {
                self.refocus = Some(job.clone());
                ctx.props().dispatch.send(Msg::GiveTo(job.clone(), runner));
                None
            }
            (Some(Load::Lane(lane)), Some(Target::Gap(before))) => self.move_lane(ctx, *lane, before),
            _ => None,
        };
        drag::hide_slot(&self.root);
        self.drag.stop();
        if let Some(command) = command {
            ctx.props().dispatch.send(Msg::Run(command));
        }
    }

    /// The command that moves a lane before another; none where it stands there.
    pub(super) fn move_lane(&self, ctx: &Context<Self>, lane: usize, before: Option<usize>) -> Option<Command> {
        let board = &ctx.props().board;
        let stage = board.lanes.get(lane).filter(|lane| lane.is_editable())?.stage.clone();
        if before == Some(lane) {
            return None;
        }
        let editable = |at: &usize| board.lanes.get(*at).is_some_and(|lane| lane.is_editable());
        let order: Vec<usize> = (0..board.lanes.len()).filter(editable).collect();
        let next = match before {
            // Before `.pre` is before the first.
            Some(at) => order.iter().find(|index| **index >= at).copied(),
            None => None,
        };
        let following = order.iter().find(|index| **index > lane).copied();
        if next == Some(lane) || next == following {
            return None;
        }
        let before = next.and_then(|at| board.lanes.get(at)).map(|lane| lane.stage.clone());
        Some(Command::MoveStage { stage, before })
    }

    /// Says that nothing can be moved now.
    pub(super) fn refuse(&self, ctx: &Context<Self>) {
        ctx.props().dispatch.send(Msg::Refused(Refusal::BrokenText));
    }
}

fn listeners(ctx: &Context<BoardView>, pointer: i32) -> Vec<EventListener> {
    let link = ctx.link();
    let on = |name: &'static str, make: fn(Point) -> Happened| {
        let link = link.clone();
        listen::on_window(name, move |event: &PointerEvent| {
            if event.pointer_id() == pointer {
                link.send_message(BoardMsg::Pointer(make(drag::point(event))));
            }
        })
    };
    let escape = link.clone();
    vec![
        on("pointermove", Happened::Moved),
        on("pointerup", Happened::Released),
        on("pointercancel", |_| Happened::Lost),
        listen::on_document("keydown", move |event: &KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                escape.send_message(BoardMsg::Pointer(Happened::Lost));
            }
        }),
        // Once a finger drags, it must not scroll any more.
        listen::on_document("touchmove", |event: &TouchEvent| {
            if drag::is_dragging() && event.cancelable() {
                event.prevent_default();
            }
        }),
        listen::on_document("contextmenu", |event: &web_sys::MouseEvent| {
            if drag::is_dragging() {
                event.prevent_default();
            }
        }),
    ]
}
