//! A Pages job has `publish` and `pages:publish`.
//!
//! Keep pages:publish.

use crate::lint::facts::Facts;
use crate::lint::fix;
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::resolve::Value;

/// The rule.
pub static RULE: Rule = Rule {
    code: "publish-twice",
    severity: Severity::Error,
    summary: "A Pages job has `publish` and `pages:publish`.",
    help: "Keep pages:publish.",
    source: "lib/gitlab/ci/yaml_processor.rb (validate_job_pages_publish!)",
    fix: Some(fix::entry_taken_out),
    on: true,
    bad: "pages:\n  script: make\n  publish: site\n  pages: {publish: site}\n",
    good: "pages:\n  script: make\n  pages: {publish: site}\n",
};

/// Each job with both.
pub fn check(facts: &Facts, found: &mut Vec<Diagnostic>) {
    for job in facts.jobs.iter().filter(|job| facts.is_sound(job)) {
        let pages = job.map.given("pages").and_then(Value::as_map);
        let Some(publish) = job.map.entry("publish").filter(|entry| !entry.value.is_null()) else { continue };
        if pages.is_some_and(|pages| pages.has("publish")) {
            let name = job.first_name();
            let message = format!("{name} job: use either {name}:publish or {name}:pages:publish");
            found.push(Diagnostic::new(&RULE, message, publish.key_span).of(&job.subject));
        }
    }
}
