//! The board: lanes of cards. One component hears all events; lanes and cards only show.

mod actions;
mod card;
mod card_runners;
mod carrying;
mod dock;
mod dragging;
mod file_card;
mod keyboard;
mod lane;
mod marks;
mod menus;
mod shelf;

use std::rc::Rc;

use yew::prelude::*;

use self::dragging::Drag;
use self::lane::LaneView;
use self::menus::MenuOf;
use self::shelf::Shelf;
use super::browser::{drag, focus};
use super::dispatch::{Dispatch, Msg};
use super::i18n::{t, I18n};
use super::session::Ask;
use super::widget::{Button, ButtonKind, Glyph, Menu};
use crate::editor::Selection;
use crate::gesture::Carry;
use crate::view::board::Board;

/// What the board shows.
#[derive(Properties, PartialEq)]
pub(crate) struct BoardViewProps {
    /// The lanes and cards.
    pub board: Rc<Board>,
    /// What is selected.
    pub selection: Selection,
    /// Whether edits are refused, because the text is broken.
    pub locked: bool,
    /// The words.
    pub i18n: I18n,
    /// The way to ask.
    pub dispatch: Dispatch,
}

/// What happens on the board.
pub(crate) enum BoardMsg {
    /// A pointer went down.
    Down(PointerEvent),
    /// A captured pointer did something.
    Pointer(dragging::Happened),
    /// The next frame of a drag.
    Frame,
    /// A key.
    Key(KeyboardEvent),
    /// A click, by keys too.
    Click(MouseEvent),
    /// The focus moved to an element.
    Focused(FocusEvent),
    /// The focus left the board.
    Left(FocusEvent),
    /// An item of the open menu was chosen.
    Picked(AttrValue),
    /// The open menu is to be closed.
    CloseMenu,
}

/// The board.
pub(crate) struct BoardView {
    root: NodeRef,
    /// The job whose card takes the focus when the board gets it.
    focus: Option<String>,
    /// The job whose card gets the focus once it is rendered where it belongs.
    refocus: Option<String>,
    carry: Option<Carry>,
    drag: Drag,
    menu: Option<(MenuOf, AttrValue)>,
    /// The runner in the dock whose jobs stand out.
    lit: Option<usize>,
}

impl Component for BoardView {
    type Message = BoardMsg;
    type Properties = BoardViewProps;

    fn create(_ctx: &Context<Self>) -> Self {
        Self {
            root: NodeRef::default(),
            focus: None,
            refocus: None,
            carry: None,
            drag: Drag::default(),
            menu: None,
            lit: None,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &BoardViewProps) -> bool {
        let props = ctx.props();
        if props.board != old.board {
            if self.carry.take().is_some() || self.drag.is_active() {
                drag::hide_slot(&self.root);
            }
            self.drag.stop();
            self.lit = self.lit.filter(|at| *at < props.board.dock.berths.len());
        }
        if props.selection != old.selection {
            if let Selection::Job(job) = &props.selection {
                self.focus = Some(job.clone());
            }
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: BoardMsg) -> bool {
        match msg {
            BoardMsg::Down(event) => {
                self.press(ctx, &event);
                false
            }
            BoardMsg::Pointer(happened) => self.pointer(ctx, happened),
            BoardMsg::Frame => {
                self.frame(ctx);
                false
            }
            BoardMsg::Key(event) => self.key(ctx, &event),
            BoardMsg::Click(event) => self.click(ctx, &event),
            BoardMsg::Focused(event) => {
                let job = drag::job_of(&event);
                let moved = job.is_some() && job != self.focus;
                if moved {
                    self.focus = job;
                }
                moved
            }
            BoardMsg::Left(event) => self.carry.is_some() && drag::leaves(&self.root, &event) && self.put_back(ctx),
            BoardMsg::Picked(id) => {
                if let Some((of, _)) = self.menu.clone() {
                    self.pick(ctx, &of, &id);
                }
                false
            }
            BoardMsg::CloseMenu => {
                self.menu = None;
                true
            }
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if let Some(job) = self.refocus.take() {
            if let Some((_, card)) = ctx.props().board.find(&job) {
                focus::by_id(&card::open_id(card.position));
            }
        }
        self.show_carry(ctx);
        if let Selection::Job(job) = &ctx.props().selection {
            if !self.drag.is_active() && self.carry.is_none() {
                if let Some((_, card)) = ctx.props().board.find(job) {
                    drag::bring_into_view(&self.root, &card::open_id(card.position));
                }
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (props, link) = (ctx.props(), ctx.link());
        let (board, i18n) = (&props.board, &props.i18n);
        let moving = self.drag.job().or(self.carry.as_ref().map(|carry| carry.job.as_str()));
        let tab = self.tab_stop(board);
        let lane = |(at, lane): (usize, &Rc<crate::view::board::Lane>)| {
            let has = |job: &Option<String>| {
                job.as_ref().filter(|job| lane.cards.iter().any(|card| card.key == **job)).cloned()
            };
            let selected = match &props.selection {
                Selection::Job(job) => has(&Some(job.clone())),
                _ => None,
            };
            let shown = lane.is_shown() || moving.is_some();
            html! {
                <LaneView key={format!("{:?}{}", lane.kind, lane.stage)} lane={lane.clone()} index={at} {shown}
                    chosen={props.selection == Selection::Stage(lane.stage.clone())} {selected}
                    tab={has(&tab)} moving={has(&moving.map(str::to_owned))} lit={self.lit} i18n={i18n.clone()} />
            }
        };
        html! {
            <div class="board" ref={self.root.clone()} data-locked={props.locked.then_some("true")}
                data-moving={moving.is_some().then_some("true")} onclick={link.callback(BoardMsg::Click)}
                onpointerdown={link.callback(BoardMsg::Down)} onkeydown={link.callback(BoardMsg::Key)}
                onfocusin={link.callback(BoardMsg::Focused)} onfocusout={link.callback(BoardMsg::Left)}>
                if board.is_empty() { <div key="empty" class="board-empty"><p>{ t!(i18n, "board-empty") }</p></div> }
                if board.left_out > 0 {
                    <p key="left-out" class="board-note" role="note">{ t!(i18n, "board-left-out", count = board.left_out) }</p>
                }
                { file_card::view_file_card(&board.file, props.selection == Selection::Global, i18n) }
                if !board.shelf.is_empty() {
                    <Shelf key="shelf" cards={board.shelf.clone()} i18n={i18n.clone()} tab={tab.clone()}
                        selected={match &props.selection { Selection::Job(job) => Some(job.clone()), _ => None }} />
                }
                <div key="lanes" class="lanes" role="group" aria-label={t!(i18n, "stages")}>
                    { for board.lanes.iter().enumerate().map(lane) }
                    if !board.stages_opaque {
                        <div key="add-stage" class="lane-add">
                            <Button kind={ButtonKind::Quiet} glyph={Glyph::Add}
                                onclick={props.dispatch.always(Msg::Ask(Ask::NewStage(None)))}>
                                { t!(i18n, "add-stage") }
                            </Button>
                        </div>
                    }
                </div>
                if !board.dock.berths.is_empty() { { dock::view_dock(&board.dock, self.lit, i18n) } }
                <div key="slot" class="slot" aria-hidden="true" data-slot="" />
                if let Some((of, anchor)) = &self.menu {
                    <Menu key="menu" label={of.label(i18n)} items={of.items(board, i18n)} anchor={anchor.clone()}
                        onpick={link.callback(BoardMsg::Picked)} onclose={link.callback(|()| BoardMsg::CloseMenu)} />
                }
            </div>
        }
    }
}

impl BoardView {
    /// The card that takes the focus when the board gets it: the one that had it last, else the first.
    fn tab_stop(&self, board: &Board) -> Option<String> {
        let kept = self.focus.clone().filter(|job| board.find(job).is_some());
        kept.or_else(|| {
            let first = board.lanes.iter().flat_map(|lane| &lane.cards).chain(board.shelf.iter()).next();
            first.map(|card| card.key.clone())
        })
    }
}
