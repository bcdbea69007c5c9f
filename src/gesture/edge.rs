//! Scrolling by itself while something is dragged near an edge.

/// Width of the strip along an edge in which it scrolls.
const STRIP: f64 = 56.0;

/// Pixels a frame right at the edge.
const FASTEST: f64 = 18.0;

/// Pixels to scroll this frame for a pointer at `at` between the edges `from` and `to`: negative towards `from`, faster
/// the nearer the edge. Small areas have narrower strips, so that there is a still middle.
pub fn scroll_speed(at: f64, from: f64, to: f64) -> f64 {
    let strip = STRIP.min((to - from) / 4.0);
    if strip <= 0.0 {
        return 0.0;
    }
    let speed = |depth: f64| FASTEST * (depth / strip).clamp(0.0, 1.0);
    speed(at - (to - strip)) - speed(from + strip - at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_still_in_the_middle_and_fast_at_the_edges() {
        assert_eq!(scroll_speed(500.0, 0.0, 1000.0), 0.0);
        assert_eq!(scroll_speed(0.0, 0.0, 1000.0), -FASTEST);
        assert_eq!(scroll_speed(1200.0, 0.0, 1000.0), FASTEST);
        assert!(scroll_speed(970.0, 0.0, 1000.0) > 0.0);
    }

    #[test]
    fn nothing_has_no_speed() {
        assert_eq!(scroll_speed(3.0, 5.0, 5.0), 0.0);
    }
}
