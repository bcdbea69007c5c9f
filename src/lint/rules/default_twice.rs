//! A keyword stands at the top level and in `default:` too.
//!
//! Keep the one in default.

use crate::lint::fix;
use crate::lint::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "default-twice",
    severity: Severity::Error,
    summary: "A keyword stands at the top level and in `default:` too.",
    help: "Keep the one in default.",
    source: "lib/gitlab/ci/config/entry/default.rb (overwrite_entry)",
    fix: Some(fix::entry_taken_out),
    on: true,
    bad: "image: alpine:3.22\ndefault:\n  image: debian:13\nbuild:\n  script: make\n",
    good: "default:\n  image: debian:13\nbuild:\n  script: make\n",
};
