//! Carrying a card by keyboard: picked up, moved through the slots, dropped.

use crate::view::board::{Board, Card, Landing, Place};

/// A step through the slots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the lane before.
    Left,
    /// To the lane after.
    Right,
    /// Before the card before.
    Up,
    /// Behind the card after.
    Down,
    /// To the start of the lane.
    First,
    /// To the end of the lane.
    Last,
}

/// A carried card and the slot that it is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carry {
    /// The job.
    pub job: String,
    /// Where it would land.
    pub landing: Landing,
    /// The runner in the dock that it is over instead.
    pub runner: Option<usize>,
    origin: Landing,
}

impl Carry {
    /// Picks a job up; none if it stands in no lane.
    pub fn start(board: &Board, job: &str) -> Option<Self> {
        let (_, card) = board.find(job)?;
        let landing = Landing::current(board, card).filter(|_| !card.hidden)?;
        Some(Self { job: job.to_owned(), landing, runner: None, origin: landing })
    }

    /// The carried card.
    pub fn card<'b>(&self, board: &'b Board) -> Option<&'b Card> {
        board.find(&self.job).map(|(_, card)| card.as_ref())
    }

    /// Moves to the next slot in a direction. Whether there was one. Entering a lane it is over the slot that leaves the
    /// job's lines where they are.
    pub fn step(&mut self, board: &Board, step: Step) -> bool {
        if let Some(runner) = self.runner {
            return self.step_in_dock(board, runner, step);
        }
        let Some(card) = self.card(board) else { return false };
        let Landing { lane, index, others, .. } = self.landing;
        let to = match step {
            Step::Left => lane.checked_sub(1).map(|lane| (lane, Place::Natural)),
            Step::Right => Some((lane + 1, Place::Natural)).filter(|(lane, _)| *lane < board.lanes.len()),
            Step::Up => index.checked_sub(1).map(|index| (lane, Place::At(index))),
            Step::Down => Some((lane, Place::At(index + 1))).filter(|_| index < others),
            Step::First => Some((lane, Place::At(0))).filter(|_| index > 0),
            Step::Last => Some((lane, Place::At(others))).filter(|_| index < others),
        };
        let landing = to.and_then(|(lane, place)| Landing::of(board, card, lane, place));
        match landing {
            Some(landing) => {
                self.landing = landing;
                true
            }
            // The dock of runners lies below the lanes.
            None if step == Step::Down && !board.dock.berths.is_empty() => {
                self.runner = Some(0);
                true
            }
            None => false,
        }
    }

    fn step_in_dock(&mut self, board: &Board, runner: usize, step: Step) -> bool {
        let last = board.dock.berths.len().saturating_sub(1);
        let to = match step {
            Step::Left => runner.checked_sub(1),
            Step::Right => Some(runner + 1).filter(|to| *to <= last),
            Step::First => Some(0).filter(|_| runner > 0),
            Step::Last => Some(last).filter(|_| runner < last),
            Step::Up => {
                self.runner = None;
                return true;
            }
            Step::Down => None,
        };
        self.runner = to.or(self.runner);
        to.is_some()
    }

    /// Whether it is over the slot that it came from.
    pub fn is_home(&self) -> bool {
        self.landing == self.origin && self.runner.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Settings;
    use crate::runner::{Fleet, Runner};
    use std::rc::Rc;

    use crate::view::problems::Problems;
    use crate::yaml::Document;

    fn board() -> Board {
        let text = "a:\n  stage: build\n  script: x\nb:\n  stage: test\n  script: x\nc:\n  stage: test\n  script: x\n";
        Board::read(&Document::parse(text), &Problems::default())
    }

    #[test]
    fn a_card_goes_through_the_slots_and_stops_at_the_ends() {
        let board = board();
        let mut carry = Carry::start(&board, "a").unwrap();
        assert!(carry.is_home());
        assert!(!carry.step(&board, Step::Up));
        assert!(carry.step(&board, Step::Right));
        assert_eq!((carry.landing.lane, carry.landing.index), (2, 0));
        assert!(carry.step(&board, Step::Down) && carry.step(&board, Step::Down));
        assert!(!carry.step(&board, Step::Down));
        assert_eq!(carry.landing.index, 2);
        assert!(carry.step(&board, Step::Left) && carry.is_home());
        assert!(carry.step(&board, Step::Left) && !carry.step(&board, Step::Left));
        assert_eq!(board.lanes[carry.landing.lane].stage, ".pre");
    }

    #[test]
    fn below_the_lanes_lies_the_dock_of_runners() {
        let runner = |name: &str| Runner { name: name.to_owned(), run_untagged: true, ..Runner::default() };
        let fleet = Rc::new(Fleet { runners: vec![runner("r"), runner("s")] });
        let document = Document::parse("a:\n  script: x\n");
        let board = Board::read(&document, &Problems::check_for(&document, &Settings::default(), &fleet));
        let mut carry = Carry::start(&board, "a").unwrap();
        assert!(carry.step(&board, Step::Down) && !carry.is_home());
        assert_eq!(carry.runner, Some(0));
        assert!(!carry.step(&board, Step::Down) && !carry.step(&board, Step::Left));
        assert!(carry.step(&board, Step::Right) && !carry.step(&board, Step::Right));
        assert_eq!(carry.runner, Some(1));
        assert!(carry.step(&board, Step::First) && !carry.step(&board, Step::First));
        assert!(carry.step(&board, Step::Up) && carry.is_home());
    }

    #[test]
    fn hidden_jobs_are_not_carried() {
        let board = Board::read(&Document::parse(".a: {}\n"), &Problems::default());
        assert!(Carry::start(&board, ".a").is_none());
    }
}
