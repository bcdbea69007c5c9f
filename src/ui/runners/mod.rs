//! The perspective of runners: who runs the jobs, the files that configure them, and how one is set up.

mod card;
mod changes;
mod config_panel;
mod config_runner;
mod config_text;
mod dialog;
mod load;
mod number_field;
mod problem;
mod request;
mod setup_form;
mod setup_guide;
mod setup_steps;
mod text_list;
mod view;

pub(crate) use changes::ConfigChangesDialog;
pub(crate) use dialog::RunnerDialog;
pub(crate) use problem::refusal_text;
pub(crate) use request::{OpenConfig, Request};
pub(crate) use setup_guide::SetupGuide;
pub(crate) use view::RunnersView;
