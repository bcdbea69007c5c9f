//! What is wrong with a configuration, in GitLab's words, each with its place.
//!
//! [`check`] is the one way in: a pure function of the document. It follows GitLab's own code: `entry/` checks the shape of
//! every keyword (lib/gitlab/ci/config/entry), `rules/` what holds between jobs (lib/gitlab/ci/yaml_processor.rb), and
//! each kind of finding is one [`Rule`] of the [`RULES`]. Findings are what GitLab would report, and those that it would
//! report after the first ones were mended. What may come from elsewhere is never taken for wrong.

mod check;
mod diagnostic;
mod duration;
mod entry;
mod facts;
mod fix;
mod registry;
mod rules;
mod syntax;

pub use check::check;
pub use diagnostic::{Diagnostic, Report, Severity};
pub use fix::{Fix, Fixer, Label};
pub use registry::{Rule, RULES};
