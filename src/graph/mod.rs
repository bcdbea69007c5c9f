//! How jobs hang together, on the effective configuration: who needs whom, who makes and who takes each artifact and each
//! variable of a dotenv report, and where each variable of a job comes from. Pure; knows no rule and no page.

mod claim;
mod dotenv;
mod environment;
mod facts;
mod kind;
mod needs;
mod shell;
mod taking;
mod use_of;

pub use claim::{claims, Claim, ClaimSource, Standing};
pub use dotenv::{dotenv_files, dotenv_variables, DotenvVariable};
pub use environment::{is_manual, is_of_a_branch, Action, Deployment};
pub use facts::{commands_in, instances, needs_of, Facts, Instance, Job, Need, Target};
pub use kind::{job_kind, JobKind};
pub use needs::{need_items, need_kind, NeedKind};
pub use taking::{Barrier, Reach, Taking, Way};
pub use use_of::{assigned, folders, is_name, paths, used, FileUse, Uses};
