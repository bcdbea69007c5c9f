//! What the inspector shows of a job, a stage or the file, and the commands that its fields make of what is typed.
//!
//! Reads a document and a name, gives plain models. A [`Slot`] is one field: what is written, what would count without
//! it and whose that is. [`edit`] turns what a person did in a field into a command. No words, no markup.

mod artifacts;
mod copied;
pub mod edit;
mod environment;
mod file;
mod further;
mod general;
mod image;
mod job;
mod known;
mod needs;
mod origin;
mod owner;
mod refactor;
mod runners;
mod script;
mod slot;
mod stage;
mod variables;

pub use artifacts::{ArtifactsView, ReportView};
pub use environment::EnvironmentView;
pub use file::FileView;
pub use further::{FurtherRow, FurtherView};
pub use general::{change_exit_codes, choose_failure, choose_stage, Failure, GeneralView, DEFAULT_STAGE};
pub use image::{ImageView, ServiceEdit, ServiceRow, ServicesView};
pub use job::{used_by, JobView};
pub use known::Known;
pub use needs::{NeedEdit, NeedRow, NeedsView};
pub use origin::{FieldPlace, Origin};
pub use owner::Owner;
pub use refactor::{akin, anchors, AnchorRow};
pub use runners::{JobRunners, RunnerRow, Verdict};
pub use script::{Commands, ScriptView, Segment};
pub use slot::{Item, Opaque, Slot};
pub use stage::{StagePlace, StageView};
pub use variables::{VariableRow, VariablesView};
