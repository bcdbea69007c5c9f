//! What the menus of cards and lanes offer.

use std::rc::Rc;

use yew::AttrValue;

use crate::ui::i18n::{t, I18n};
use crate::ui::runner_name::runner_words;
use crate::ui::widget::{Glyph, MenuItem};
use crate::view::board::{Berth, Board, Card, Landing, LaneKind};

/// Whose menu it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum MenuOf {
    /// A job's, by its key.
    Job(String),
    /// A lane's, by its index.
    Lane(usize),
}

impl MenuOf {
    /// The menu's name.
    pub(super) fn label(&self, i18n: &I18n) -> AttrValue {
        match self {
            MenuOf::Job(job) => t!(i18n, "job-menu", job = job.as_str()),
            MenuOf::Lane(_) => t!(i18n, "stages"),
        }
    }

    /// The items.
    pub(super) fn items(&self, board: &Board, i18n: &I18n) -> Rc<[MenuItem]> {
        let items = match self {
            MenuOf::Job(job) => job_items(board, i18n, job),
            MenuOf::Lane(lane) => lane_items(board, i18n, *lane),
        };
        Rc::from(items)
    }
}

fn job_items(board: &Board, i18n: &I18n, job: &str) -> Vec<MenuItem> {
    let mut items = vec![MenuItem::new("open", t!(i18n, "open-job")).glyph(Glyph::Open).shortcut("Enter")];
    let found = board.find(job);
    if let Some((Some(_), card)) = found {
        let now = Landing::current(board, card);
        let stages = board.lanes.iter().map(|lane| {
            MenuItem::new(format!("to:{}", lane.stage), AttrValue::from(lane.stage.clone()))
                .checked(lane.stage == card.stage)
        });
        items.extend([
            MenuItem::new("to", t!(i18n, "move-to")).glyph(Glyph::Move).items(stages.collect()),
            MenuItem::new("up", t!(i18n, "move-up"))
                .glyph(Glyph::ArrowUp)
                .shortcut("Alt+↑")
                .disabled(now.is_none_or(|now| now.index == 0)),
            MenuItem::new("down", t!(i18n, "move-down"))
                .glyph(Glyph::ArrowDown)
                .shortcut("Alt+↓")
                .disabled(now.is_none_or(|now| now.index >= now.others)),
        ]);
    }
    items.extend(found.and_then(|(lane, card)| run_on(board, i18n, card).filter(|_| lane.is_some())));
    items.extend([
        MenuItem::new("duplicate", t!(i18n, "duplicate")).glyph(Glyph::Copy),
        MenuItem::new("rename", t!(i18n, "rename")).glyph(Glyph::Pencil).shortcut("F2"),
        MenuItem::new("refactor", t!(i18n, "refactor")).glyph(Glyph::Branch).items(vec![
            MenuItem::new("extract", t!(i18n, "extract-base")),
            MenuItem::new("inline", t!(i18n, "inline-base")),
            MenuItem::new("rules", t!(i18n, "only-to-rules")),
            MenuItem::new("anchors", t!(i18n, "replace-anchors")),
            MenuItem::new("split", t!(i18n, "split-matrix")),
        ]),
        MenuItem::new("delete", t!(i18n, "delete")).glyph(Glyph::Trash).shortcut("Del").danger(),
    ]);
    items
}

/// The runners that the job may be given to.
fn run_on(board: &Board, i18n: &I18n, card: &Card) -> Option<MenuItem> {
    if board.dock.berths.is_empty() || card.trigger {
        return None;
    }
    let takers = card.runners.as_ref().map(|runners| &runners.takers[..]).unwrap_or_default();
    let berth = |berth: &Berth| {
        let alone = matches!(takers, [one] if one.at == berth.runner.at);
        let words = AttrValue::from(runner_words(i18n, &berth.runner));
        MenuItem::new(format!("run:{}", berth.runner.at), words).checked(alone).disabled(berth.leading.is_none())
    };
    let items = board.dock.berths.iter().map(berth).collect();
    Some(MenuItem::new("run", t!(i18n, "run-on")).glyph(Glyph::Server).items(items))
}

fn lane_items(board: &Board, i18n: &I18n, at: usize) -> Vec<MenuItem> {
    let Some(lane) = board.lanes.get(at) else { return Vec::new() };
    let fixed = board.stages_opaque;
    let editable = |at: Option<usize>| at.and_then(|at| board.lanes.get(at)).is_some_and(|lane| lane.is_editable());
    let mut items = vec![MenuItem::new("add", t!(i18n, "add-job")).glyph(Glyph::Add)];
    if lane.kind == LaneKind::Undeclared {
        items.push(MenuItem::new("declare", t!(i18n, "declare-stage")).glyph(Glyph::Check).disabled(fixed));
    }
    if lane.is_editable() {
        items.extend([
            MenuItem::new("rename", t!(i18n, "rename")).glyph(Glyph::Pencil).shortcut("F2"),
            MenuItem::new("left", t!(i18n, "move-left"))
                .glyph(Glyph::ArrowLeft)
                .shortcut("Alt+←")
                .disabled(fixed || !editable(at.checked_sub(1))),
            MenuItem::new("right", t!(i18n, "move-right"))
                .glyph(Glyph::ArrowRight)
                .shortcut("Alt+→")
                .disabled(fixed || !editable(Some(at + 1))),
            MenuItem::new("before", t!(i18n, "add-stage-before")).glyph(Glyph::Add).disabled(fixed),
            MenuItem::new("after", t!(i18n, "add-stage-after")).glyph(Glyph::Add).disabled(fixed),
            MenuItem::new("delete", t!(i18n, "delete-stage")).glyph(Glyph::Trash).danger().disabled(fixed),
        ]);
    }
    items
}
