//! What is wrong with a configuration, in GitLab's words, each with its place.
//!
//! [`check`] is the one way in: a pure function of the document. It follows GitLab's own code: `entry/` checks the shape of
//! every keyword (lib/gitlab/ci/config/entry), `rules/` what holds between jobs (lib/gitlab/ci/yaml_processor.rb), and
//! each kind of finding is one [`Rule`] of the [`RULES`]. Warnings beyond GitLab's (`advice`) can be turned off. Findings are what GitLab would report, and those that it would
//! report after the first ones were mended. What may come from elsewhere is never taken for wrong.

mod advice;
mod check;
mod diagnostic;
mod duration;
mod entry;
mod fix;
mod handbook;
mod ignore;
mod libyaml;
mod memory;
mod mentions;
mod out_of_reach;
mod pieces;
mod registry;
mod rules;
mod runners;
mod settings;
mod stray_tab;
mod syntax;

// What the rules between jobs look at.
use crate::graph as facts;

pub use check::{check, check_after, check_for, check_with};
pub use diagnostic::{Diagnostic, Report, Severity};
pub use fix::{Fix, Fixer, Label};
pub use handbook::handbook;
pub use memory::Memory;
pub use out_of_reach::{FORMATS, OUT_OF_REACH};
pub use registry::{Rule, RULES};
pub use settings::{Level, Settings};
