//! The page: Yew components that show view models and send requests. Knows no YAML.

mod app;
mod browser;
mod dispatch;
mod i18n;
mod inspector;
mod session;
pub mod source;
mod widget;

pub use app::App;
