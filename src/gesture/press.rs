//! From a press to a drag: a mouse drags after a few pixels, a finger after holding still (so that it can scroll), and
//! at once by a handle. Escape and the loss of the pointer cancel.

use super::Point;

/// How long a finger holds still before it drags.
pub const HOLD_MILLISECONDS: u32 = 350;

/// How far a mouse moves before it drags.
const THRESHOLD: f64 = 5.0;

/// How far a finger may tremble while it holds still.
const TREMBLE: f64 = 10.0;

/// What presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse or a pen, which scroll in other ways.
    Fine,
    /// A finger, which scrolls by moving.
    Finger,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Input {
    /// A press.
    Down {
        /// Where.
        at: Point,
        /// By what.
        by: Pointer,
        /// Whether it is on a handle, which is there to be dragged.
        handle: bool,
    },
    /// A move.
    Move(Point),
    /// The pointer was held for [`HOLD_MILLISECONDS`].
    Held,
    /// The release.
    Up(Point),
    /// Escape, or the browser took the pointer for scrolling.
    Cancel,
}

/// What to do about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Effect {
    /// Nothing.
    None,
    /// Call back with [`Input::Held`] in a while.
    AwaitHold,
    /// The drag starts; where it was pressed and where it is now.
    Start(Point, Point),
    /// The drag goes on.
    Track(Point),
    /// The drag ends here.
    Drop(Point),
    /// The drag ends and nothing happens.
    Abort,
}

/// The state of one pointer.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Press {
    /// Not pressed.
    #[default]
    Idle,
    /// Pressed, not dragging yet.
    Pressed {
        /// Where.
        at: Point,
        /// By what.
        by: Pointer,
        /// Whether on a handle.
        handle: bool,
    },
    /// Dragging.
    Dragging,
}

impl Press {
    /// The next state, and what to do.
    #[must_use]
    pub fn on(self, input: Input) -> (Self, Effect) {
        match (self, input) {
            (Press::Idle, Input::Down { at, by, handle }) => {
                let waits = by == Pointer::Finger && !handle;
                let effect = if waits { Effect::AwaitHold } else { Effect::None };
                (Press::Pressed { at, by, handle }, effect)
            }
            (Press::Pressed { at, by, handle }, Input::Move(now)) => {
                let far = at.distance(now);
                match by {
                    Pointer::Finger if !handle && far > TREMBLE => (Press::Idle, Effect::None),
                    Pointer::Finger if !handle => (self, Effect::None),
                    _ if far >= THRESHOLD => (Press::Dragging, Effect::Start(at, now)),
                    _ => (self, Effect::None),
                }
            }
            (Press::Pressed { at, by: Pointer::Finger, handle: false }, Input::Held) => {
                (Press::Dragging, Effect::Start(at, at))
            }
            (Press::Pressed { .. }, Input::Up(_) | Input::Cancel) => (Press::Idle, Effect::None),
            (Press::Dragging, Input::Move(now)) => (Press::Dragging, Effect::Track(now)),
            (Press::Dragging, Input::Up(at)) => (Press::Idle, Effect::Drop(at)),
            // A second pointer, or a press without the release of the first.
            (Press::Dragging, Input::Cancel | Input::Down { .. }) => (Press::Idle, Effect::Abort),
            (state, _) => (state, Effect::None),
        }
    }

    /// Whether something is dragged.
    pub fn is_dragging(self) -> bool {
        self == Press::Dragging
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Point = Point { x: 10.0, y: 10.0 };

    fn near(by: f64) -> Point {
        Point { x: 10.0 + by, y: 10.0 }
    }

    fn run(inputs: &[Input]) -> (Press, Vec<Effect>) {
        let mut state = Press::Idle;
        let mut effects = Vec::new();
        for &input in inputs {
            let (next, effect) = state.on(input);
            state = next;
            effects.push(effect);
        }
        (state, effects)
    }

    fn down(by: Pointer, handle: bool) -> Input {
        Input::Down { at: START, by, handle }
    }

    #[test]
    fn a_click_is_no_drag() {
        let (state, effects) = run(&[down(Pointer::Fine, false), Input::Move(near(2.0)), Input::Up(near(2.0))]);
        assert_eq!(state, Press::Idle);
        assert_eq!(effects, [Effect::None; 3]);
    }

    #[test]
    fn a_mouse_drags_after_a_few_pixels() {
        let (_, effects) =
            run(&[down(Pointer::Fine, false), Input::Move(near(6.0)), Input::Move(near(9.0)), Input::Up(near(9.0))]);
        let expected =
            [Effect::None, Effect::Start(START, near(6.0)), Effect::Track(near(9.0)), Effect::Drop(near(9.0))];
        assert_eq!(effects, expected);
    }

    #[test]
    fn a_finger_that_moves_scrolls_and_one_that_holds_drags() {
        let (state, effects) = run(&[down(Pointer::Finger, false), Input::Move(near(20.0)), Input::Held]);
        assert_eq!((state, effects[2]), (Press::Idle, Effect::None));
        let (state, effects) = run(&[down(Pointer::Finger, false), Input::Move(near(3.0)), Input::Held]);
        assert!(state.is_dragging());
        assert_eq!(effects, [Effect::AwaitHold, Effect::None, Effect::Start(START, START)]);
    }

    #[test]
    fn a_finger_on_a_handle_drags_at_once() {
        let (state, _) = run(&[down(Pointer::Finger, true), Input::Move(near(6.0))]);
        assert!(state.is_dragging());
    }

    #[test]
    fn escape_aborts() {
        let (state, effects) = run(&[down(Pointer::Fine, true), Input::Move(near(6.0)), Input::Cancel]);
        assert_eq!((state, effects[2]), (Press::Idle, Effect::Abort));
    }

    #[test]
    fn a_hold_that_comes_late_does_nothing() {
        assert_eq!(run(&[Input::Held]), (Press::Idle, vec![Effect::None]));
    }
}
