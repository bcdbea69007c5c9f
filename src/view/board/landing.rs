//! Where a card lands, and the one command that puts it there.

use std::rc::Rc;

use super::{Board, Card};
use crate::command::Command;

/// A place in a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Where the file's order puts the job: only its stage changes, its lines stay where they are.
    Natural,
    /// Before that many of the lane's other cards.
    At(usize),
}

/// A place on the board for one card: a lane and the number of other cards before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Landing {
    /// The lane's index on the board.
    pub lane: usize,
    /// Other cards of the lane that stand before.
    pub index: usize,
    /// Other cards in the lane.
    pub others: usize,
    /// Whether the job's lines stay where they are in the file.
    pub natural: bool,
}

impl Landing {
    /// Where `card` lands in a lane.
    pub fn of(board: &Board, card: &Card, lane: usize, place: Place) -> Option<Self> {
        let others = others(board, card, lane)?;
        let natural = others.iter().filter(|other| other.position < card.position).count();
        let index = match place {
            Place::Natural => natural,
            Place::At(index) => index.min(others.len()),
        };
        Some(Self { lane, index, others: others.len(), natural: index == natural })
    }

    /// Where `card` stands now; none for hidden jobs.
    pub fn current(board: &Board, card: &Card) -> Option<Self> {
        Self::of(board, card, board.lane(&card.stage)?, Place::Natural)
    }
}

fn others<'b>(board: &'b Board, card: &Card, lane: usize) -> Option<Vec<&'b Rc<Card>>> {
    Some(board.lanes.get(lane)?.cards.iter().filter(|other| other.key != card.key).collect())
}

/// The command that moves `card` to a place; none if it is there already.
pub fn drop_command(board: &Board, card: &Card, landing: Landing) -> Option<Command> {
    let lane = board.lanes.get(landing.lane)?;
    let others = others(board, card, landing.lane)?;
    let job = card.name.clone();
    let stays = lane.stage == card.stage;
    let next = others.get(landing.index).map(|other| other.name.clone());
    let previous = others.last().map(|other| other.name.clone());
    match (stays, landing.natural, next) {
        (true, true, _) => None,
        (true, false, Some(next)) => Some(Command::ReorderJob { job, before: Some(next) }),
        (false, true, _) => Some(Command::MoveJob { job, stage: lane.stage.clone(), before: None, after: None }),
        (_, false, Some(next)) => {
            Some(Command::MoveJob { job, stage: lane.stage.clone(), before: Some(next), after: None })
        }
        // Behind the last one: `ReorderJob` knows the end of the file only.
        (_, false, None) => Some(Command::MoveJob { job, stage: lane.stage.clone(), before: None, after: previous }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::problems::Problems;
    use crate::yaml::Document;

    const TEXT: &str = "\
a:\n  stage: build\n  script: x\nb:\n  stage: test\n  script: x\nc:\n  stage: build\n  script: x\nd:\n  stage: test\n  script: x\n";

    fn dropped(job: &str, stage: &str, place: Place) -> Option<Command> {
        let board = Board::read(&Document::parse(TEXT), &Problems::default());
        let (_, card) = board.find(job).unwrap();
        let landing = Landing::of(&board, card, board.lane(stage).unwrap(), place).unwrap();
        drop_command(&board, card, landing)
    }

    fn moved(job: &str, stage: &str, before: Option<&str>, after: Option<&str>) -> Option<Command> {
        let owned = |name: Option<&str>| name.map(str::to_owned);
        Some(Command::MoveJob {
            job: job.to_owned(),
            stage: stage.to_owned(),
            before: owned(before),
            after: owned(after),
        })
    }

    #[test]
    fn dropped_where_it_was_nothing_happens() {
        assert_eq!(dropped("a", "build", Place::At(0)), None);
        assert_eq!(dropped("c", "build", Place::At(1)), None);
        assert_eq!(dropped("c", "build", Place::Natural), None);
    }

    #[test]
    fn a_place_that_the_files_order_gives_changes_the_stage_only() {
        assert_eq!(dropped("c", "test", Place::Natural), moved("c", "test", None, None));
        assert_eq!(dropped("c", "test", Place::At(1)), moved("c", "test", None, None));
    }

    #[test]
    fn another_place_moves_the_block() {
        assert_eq!(dropped("c", "test", Place::At(0)), moved("c", "test", Some("b"), None));
        assert_eq!(dropped("a", "test", Place::At(2)), moved("a", "test", None, Some("d")));
        assert_eq!(dropped("a", "build", Place::At(1)), moved("a", "build", None, Some("c")));
        let up = Some(Command::ReorderJob { job: "c".to_owned(), before: Some("a".to_owned()) });
        assert_eq!(dropped("c", "build", Place::At(0)), up);
    }

    #[test]
    fn an_empty_lane_has_one_place() {
        assert_eq!(dropped("a", "deploy", Place::At(3)), moved("a", "deploy", None, None));
    }
}
