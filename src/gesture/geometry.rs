//! Points and rectangles in CSS pixels.

/// A place.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// How far it is to another.
    pub fn distance(self, other: Point) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl Rect {
    /// Half way down.
    pub fn middle_y(self) -> f64 {
        (self.top + self.bottom) / 2.0
    }

    /// Half way across.
    pub fn middle_x(self) -> f64 {
        (self.left + self.right) / 2.0
    }

    /// How far `y` is from its rows; 0 inside.
    pub fn distance_y(self, y: f64) -> f64 {
        (self.top - y).max(y - self.bottom).max(0.0)
    }

    /// How far `x` is from its columns; 0 inside.
    pub fn distance_x(self, x: f64) -> f64 {
        (self.left - x).max(x - self.right).max(0.0)
    }
}
