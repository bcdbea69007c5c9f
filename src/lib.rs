//! Pipewright: a visual, lossless editor for GitLab CI pipelines.
//!
//! The folders are the path of the data, see ARCHITECTURE.md. Everything but `ui` is the core and knows no browser.

pub mod command;
pub mod editor;
pub mod gesture;
pub mod graph;
pub mod keywords;
pub mod lint;
pub mod pipeline;
pub mod resolve;
pub mod runner;
pub mod simulate;
pub mod text;
pub mod yaml;

pub mod view;

#[cfg(feature = "ui")]
pub mod ui;
