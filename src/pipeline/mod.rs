//! The typed read model of one file: jobs, stages and what their keywords hold, each with its place in the text.
//!
//! Reads what is written and nothing else: `extends`, merge keys and `default` are followed in `resolve`. Reading never
//! fails; a value of an unexpected form is [`Reading::Opaque`], shown as text and edited as text.

mod artifacts;
mod environment;
mod image;
mod job;
mod list;
mod needs;
mod reading;
mod script;
mod stages;
mod tier;
mod variables;

pub use artifacts::{Artifacts, Report, REPORT_KINDS};
pub use environment::{AllowFailure, Environment};
pub use image::{Image, Service};
pub use job::{is_global_keyword, is_job_entry, job_named, jobs, Job};
pub use list::{strings, ListItem};
pub use needs::Need;
pub use reading::{flag, text, OpaqueReason, Reading};
pub use script::{Script, ScriptForm};
pub use stages::{Stage, StageKind, Stages, DEFAULT_STAGES};
pub use tier::Tier;
pub use variables::{variables, Variable};
