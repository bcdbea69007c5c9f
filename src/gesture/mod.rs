//! Gestures: pointer and keyboard events in, effects out. Knows places and sizes, not the page's elements.

mod carry;
mod edge;
mod geometry;
mod press;
mod slots;

pub use carry::{Carry, Step};
pub use edge::scroll_speed;
pub use geometry::{Point, Rect};
pub use press::{Effect, Input, Pointer, Press, HOLD_MILLISECONDS};
pub use slots::{berth_at, gap_at, slot_at, LaneBox};
