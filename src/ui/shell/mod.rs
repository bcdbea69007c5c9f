//! The frame of the page: the bar at the top, the banner, the tabs of a narrow page.

mod banner;
mod drop_hint;
mod notice;
mod pane_tabs;
mod perspective_tabs;
mod top_bar;

pub(crate) use banner::Banner;
pub(crate) use drop_hint::DropHint;
pub(crate) use notice::Notice;
pub(crate) use pane_tabs::PaneTabs;
pub(crate) use perspective_tabs::PerspectiveTabs;
pub(crate) use top_bar::TopBar;
