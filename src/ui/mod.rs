//! The page: Yew components that show view models and send requests. Knows no YAML.

mod app;
mod board;
mod browser;
mod dialogs;
mod dispatch;
mod embed;
mod environments;
mod export;
mod flow;
mod i18n;
mod inspector;
mod problems;
mod runner_name;
mod runners;
mod session;
mod shell;
mod source;
mod start;
mod starters;
mod widget;

pub use app::App;
pub use browser::outside::report_panics;
