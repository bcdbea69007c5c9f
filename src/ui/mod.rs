//! The page: Yew components that show view models and send commands. Knows no YAML.

mod app;

pub use app::App;
