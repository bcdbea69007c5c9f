//! Which slot of the board a point is over.

use std::cmp::Ordering;

use super::{Point, Rect};
use crate::view::board::Place;

/// A lane as it lies on the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LaneBox {
    /// The whole lane.
    pub rect: Rect,
    /// Where its cards may lie: below its head.
    pub body: Rect,
    /// Its cards from top to bottom, without the one that is dragged.
    pub cards: Vec<Rect>,
}

/// How far above the runners their strip begins.
const BERTH_MARGIN: f64 = 6.0;

/// The lane that a point is over, the nearest where it is beside all.
fn lane_at(lanes: &[Rect], x: f64) -> Option<usize> {
    let far = |rect: &Rect| rect.distance_x(x);
    let nearest = lanes.iter().enumerate().min_by(|a, b| far(a.1).total_cmp(&far(b.1)));
    nearest.map(|(at, _)| at)
}

/// The lane and the place in it that a point is over. Over the head and below all cards it is the natural place, which
/// leaves the job's lines where they are in the file.
pub fn slot_at(lanes: &[Rect], point: Point, open: impl FnOnce(usize) -> LaneBox) -> Option<(usize, Place)> {
    let at = lane_at(lanes, point.x)?;
    let lane = open(at);
    let over_head = point.y < lane.body.top;
    let below_all = lane.cards.last().is_none_or(|last| point.y > last.bottom);
    if over_head || below_all {
        return Some((at, Place::Natural));
    }
    let before = lane.cards.iter().filter(|card| card.middle_y() < point.y).count();
    Some((at, Place::At(before)))
}

/// The runner in the dock that a point is over: of the dock's strip the nearest, none above it.
pub fn berth_at(berths: &[Rect], point: Point) -> Option<usize> {
    let far = |rect: &Rect| (rect.distance_y(point.y), rect.distance_x(point.x));
    let in_strip = berths.iter().any(|rect| point.y >= rect.top - BERTH_MARGIN);
    let nearest = berths.iter().enumerate().min_by(|a, b| far(a.1).partial_cmp(&far(b.1)).unwrap_or(Ordering::Equal));
    nearest.filter(|_| in_strip).map(|(at, _)| at)
}

/// The gap between lanes that a point is nearest to: how many lanes lie before it.
pub fn gap_at(lanes: &[Rect], x: f64) -> usize {
    lanes.iter().filter(|lane| lane.middle_x() < x).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
        Rect { left, top, right, bottom }
    }

    fn place(x: f64, y: f64) -> Option<(usize, Place)> {
        let lanes = [rect(0.0, 0.0, 100.0, 500.0), rect(110.0, 0.0, 210.0, 500.0)];
        slot_at(&lanes, Point { x, y }, |at| LaneBox {
            rect: lanes[at],
            body: rect(lanes[at].left, 40.0, lanes[at].right, 500.0),
            cards: if at == 0 { vec![rect(0.0, 50.0, 100.0, 90.0), rect(0.0, 100.0, 100.0, 140.0)] } else { vec![] },
        })
    }

    #[test]
    fn halves_of_cards_are_before_and_after() {
        assert_eq!(place(50.0, 60.0), Some((0, Place::At(0))));
        assert_eq!(place(50.0, 80.0), Some((0, Place::At(1))));
        assert_eq!(place(50.0, 130.0), Some((0, Place::At(2))));
    }

    #[test]
    fn over_the_head_and_below_all_cards_is_the_natural_place() {
        assert_eq!(place(50.0, 10.0), Some((0, Place::Natural)));
        assert_eq!(place(50.0, 300.0), Some((0, Place::Natural)));
        assert_eq!(place(150.0, 60.0), Some((1, Place::Natural)));
    }

    #[test]
    fn beside_all_lanes_the_nearest_counts() {
        assert_eq!(place(900.0, 60.0), Some((1, Place::Natural)));
        assert_eq!(place(103.0, 60.0), Some((0, Place::At(0))));
    }

    #[test]
    fn a_board_without_lanes_has_no_slot() {
        assert_eq!(slot_at(&[], Point::default(), |_| LaneBox::default()), None);
    }

    #[test]
    fn the_dock_takes_what_is_over_its_strip() {
        let berths = [rect(0.0, 500.0, 100.0, 530.0), rect(110.0, 500.0, 210.0, 530.0)];
        let at = |x: f64, y: f64| berth_at(&berths, Point { x, y });
        assert_eq!([at(50.0, 510.0), at(180.0, 510.0), at(900.0, 540.0)], [Some(0), Some(1), Some(1)]);
        assert_eq!((at(50.0, 400.0), berth_at(&[], Point::default())), (None, None));
    }

    #[test]
    fn gaps_are_between_the_middles_of_lanes() {
        let lanes = [rect(0.0, 0.0, 100.0, 9.0), rect(110.0, 0.0, 210.0, 9.0)];
        assert_eq!([gap_at(&lanes, 20.0), gap_at(&lanes, 60.0), gap_at(&lanes, 300.0)], [0, 1, 2]);
    }
}
