//! The board: stages as lanes, jobs as cards, hidden jobs on a shelf.
//!
//! A lane's cards stand in the order of the file. A job stands in the lane of the stage that counts for it, wherever
//! that comes from; a stage that is not declared has a lane that says so.

mod card;
mod dock;
mod landing;
mod runners;

use std::collections::HashMap;
use std::rc::Rc;

pub use card::{AllowsFailure, Card, Inherited, When};
pub use dock::{Berth, Dock};
pub use landing::{drop_command, Landing, Place};
pub use runners::{CardRunners, Hue, RunnerName};

use super::problems::Problems;
use crate::keywords::default_keywords;
use crate::pipeline::{jobs, StageKind, Stages};
use crate::runner::Takers;
use crate::yaml::{Document, Kind};

/// What the board shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Board {
    /// In the order in which they run, `.pre` first and `.post` last, empty ones among them.
    pub lanes: Vec<Rc<Lane>>,
    /// The hidden jobs, in the order of the file.
    pub shelf: Rc<Vec<Rc<Card>>>,
    /// Whether the stages can't be edited, because an alias or a reference gives some of them.
    pub stages_opaque: bool,
    /// Jobs that are not hidden.
    pub jobs: usize,
    /// Jobs that are not drawn, because there are too many.
    pub left_out: usize,
    /// The file's own keywords.
    pub file: FileCard,
    /// The runners; empty where none are known.
    pub dock: Rc<Dock>,
    /// Which of them take which job.
    pub takers: Rc<Takers>,
}

/// What the file has beside jobs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileCard {
    /// Global variables.
    pub variables: usize,
    /// Files that are included.
    pub includes: usize,
    /// Whether there are defaults for all jobs.
    pub defaults: bool,
    /// Whether there are rules for the whole pipeline.
    pub workflow: bool,
}

impl FileCard {
    fn read(document: &Document) -> Self {
        let get = |keyword: &str| document.top().and_then(|top| top.get(keyword)).and_then(|value| value.resolved());
        let includes = get("include").filter(|value| !value.is_null());
        Self {
            variables: get("variables").map_or(0, |value| value.entries().len()),
            includes: includes.map_or(0, |value| if value.kind() == Kind::Sequence { value.items().len() } else { 1 }),
            defaults: get("default").is_some() || default_keywords().any(|keyword| get(keyword.name).is_some()),
            workflow: get("workflow").is_some(),
        }
    }
}

/// What kind of stage a lane is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LaneKind {
    /// `.pre` or `.post`.
    Edge,
    /// Declared in `stages:`.
    Declared,
    /// One of GitLab's three in a file without `stages:`.
    Default,
    /// Named by a job but not declared: GitLab refuses the file.
    Undeclared,
}

/// A stage and its jobs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// The stage's name.
    pub stage: String,
    /// What kind of stage it is.
    pub kind: LaneKind,
    /// Its jobs in the order of the file.
    pub cards: Vec<Rc<Card>>,
}

impl Lane {
    /// Whether it is shown while nothing is dragged: `.pre` and `.post` only if they have jobs.
    pub fn is_shown(&self) -> bool {
        self.kind != LaneKind::Edge || !self.cards.is_empty()
    }

    /// Whether the stage can be renamed, moved and deleted.
    pub fn is_editable(&self) -> bool {
        matches!(self.kind, LaneKind::Declared | LaneKind::Default)
    }
}

/// Jobs that are drawn: more than in any pipeline, and as many as a page can draw without a halt.
pub const MOST_JOBS: usize = 5_000;

/// Stages that are drawn.
const MOST_STAGES: usize = 200;

impl Board {
    /// Reads the board of a document; `problems` marks the cards.
    pub fn read(document: &Document, problems: &Problems) -> Self {
        let stages = Stages::read(document);
        let edge = |kind| kind == StageKind::Edge;
        let drawn = stages.list.iter().enumerate().filter(|(at, stage)| *at < MOST_STAGES || edge(stage.kind));
        let mut lanes: Vec<Lane> = drawn
            .map(|(_, stage)| Lane {
                stage: stage.name.clone(),
                kind: match stage.kind {
                    StageKind::Edge => LaneKind::Edge,
                    StageKind::Declared => LaneKind::Declared,
                    StageKind::Default => LaneKind::Default,
                },
                cards: Vec::new(),
            })
            .collect();
        // `.post` stays behind the stages that only jobs name.
        let post = lanes.pop();
        let mut places: HashMap<String, usize> =
            lanes.iter().enumerate().map(|(at, lane)| (lane.stage.clone(), at)).collect();
        let mut last = Vec::new();
        let mut shelf = Vec::new();
        let (mut all, mut left_out) = (0, 0);
        for card in card::read_all(document, problems, jobs(document), MOST_JOBS).into_iter().map(Rc::new) {
            if card.hidden {
                shelf.push(card);
                continue;
            }
            all += 1;
            if post.as_ref().is_some_and(|post| post.stage == card.stage) {
                last.push(card);
                continue;
            }
            match places.get(&card.stage) {
                Some(&at) => lanes[at].cards.push(card),
                None if lanes.len() < MOST_STAGES => {
                    places.insert(card.stage.clone(), lanes.len());
                    lanes.push(Lane { stage: card.stage.clone(), kind: LaneKind::Undeclared, cards: vec![card] });
                }
                None => left_out += 1,
            }
        }
        lanes.extend(post.map(|post| Lane { cards: last, ..post }));
        left_out += jobs(document).skip(MOST_JOBS).count();
        Self {
            lanes: lanes.into_iter().map(Rc::new).collect(),
            shelf: Rc::new(shelf),
            stages_opaque: stages.opaque,
            jobs: all,
            left_out,
            file: FileCard::read(document),
            dock: Rc::new(Dock::of(&problems.takers)),
            takers: problems.takers.clone(),
        }
    }

    /// The card of a job that counts, and the index of its lane; hidden jobs have no lane.
    pub fn find(&self, job: &str) -> Option<(Option<usize>, &Rc<Card>)> {
        let in_lane = |card: &&Rc<Card>| card.name == job && !card.shadowed;
        let in_lanes = self.lanes.iter().enumerate().find_map(|(at, lane)| {
            let card = lane.cards.iter().find(in_lane)?;
            Some((Some(at), card))
        });
        in_lanes.or_else(|| self.shelf.iter().find(in_lane).map(|card| (None, card)))
    }

    /// The index of the lane of a stage.
    pub fn lane(&self, stage: &str) -> Option<usize> {
        self.lanes.iter().position(|lane| lane.stage == stage)
    }

    /// Whether there is neither a job nor a hidden one.
    pub fn is_empty(&self) -> bool {
        self.jobs == 0 && self.shelf.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn board(text: &str) -> Board {
        Board::read(&Document::parse(text), &Problems::default())
    }

    fn lanes(board: &Board) -> Vec<(String, Vec<String>)> {
        board
            .lanes
            .iter()
            .filter(|lane| lane.is_shown())
            .map(|lane| (lane.stage.clone(), lane.cards.iter().map(|card| card.name.clone()).collect()))
            .collect()
    }

    #[test]
    fn more_jobs_and_stages_than_can_be_drawn_are_counted() {
        let text: String = (0..MOST_JOBS + 7).map(|at| format!("j{at}: {{script: x}}\n")).collect();
        let document = Document::parse(text);
        let board = Board::read(&document, &Problems::default());
        assert_eq!((board.jobs, board.left_out), (MOST_JOBS, 7));
        let text: String = (0..MOST_STAGES + 7).map(|at| format!("j{at}: {{script: x, stage: s{at}}}\n")).collect();
        let document = Document::parse(text);
        let board = Board::read(&document, &Problems::default());
        assert!(board.lanes.len() <= MOST_STAGES + 1 && board.left_out >= 7, "{}", board.left_out);
        assert_eq!(board.lanes.iter().map(|lane| lane.cards.len()).sum::<usize>() + board.left_out, MOST_STAGES + 7);
    }

    #[test]
    fn jobs_stand_in_the_lane_of_the_stage_that_counts() {
        let board = board(
            "stages: [build, check]\n.base:\n  stage: check\nb:\n  extends: .base\n  script: x\na:\n  stage: build\n  script: x\n",
        );
        let build = ("build".to_owned(), vec!["a".to_owned()]);
        let check = ("check".to_owned(), vec!["b".to_owned()]);
        assert_eq!(lanes(&board), [build, check]);
        assert_eq!(board.shelf.len(), 1);
        assert_eq!(board.jobs, 2);
    }

    #[test]
    fn a_stage_that_is_not_declared_has_a_marked_lane() {
        let board = board("stages: [build]\na:\n  script: x\n");
        assert_eq!(board.lanes[2].stage, "test");
        assert_eq!(board.lanes[2].kind, LaneKind::Undeclared);
        assert_eq!(board.lanes[3].stage, ".post");
    }

    #[test]
    fn pre_and_post_show_only_with_jobs() {
        let shown = lanes(&board("a:\n  stage: .post\n  script: x\n"));
        assert_eq!(shown.iter().map(|lane| lane.0.as_str()).collect::<Vec<_>>(), ["build", "test", "deploy", ".post"]);
    }

    #[test]
    fn of_two_jobs_of_one_name_the_first_is_shadowed() {
        let board = board("a:\n  stage: build\n  script: x\na:\n  stage: test\n  script: y\n");
        let (lane, card) = board.find("a").unwrap();
        assert_eq!(board.lanes[lane.unwrap()].stage, "test");
        assert!(!card.shadowed);
        assert!(board.lanes[1].cards[0].shadowed);
    }
}
