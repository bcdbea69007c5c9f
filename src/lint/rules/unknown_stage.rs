//! A job's stage is not declared.
//!
//! Add it to stages, or take one that is there.

use crate::lint::facts::Facts;
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "unknown-stage",
    severity: Severity::Error,
    summary: "A job's stage is not declared.",
    help: "Add it to stages, or take one that is there.",
    source: "lib/gitlab/ci/yaml_processor.rb (validate_job_stage!)",
    bad: "stages: [build]\ncompile:\n  stage: compile\n  script: make\n",
    good: "stages: [build]\ncompile:\n  stage: build\n  script: make\n",
};

/// Each job whose stage is none of those that there are.
pub fn check(facts: &Facts, found: &mut Vec<Diagnostic>) {
    let Some(stages) = &facts.stages else { return };
    for job in &facts.jobs {
        let Some((stage, span)) = job.stage.as_ref().filter(|(stage, _)| !stages.contains(stage)) else { continue };
        let listed: Vec<&str> = stages.iter().map(|stage| &**stage).collect();
        // GitLab stops at the first of a parallel job's instances.
        let name = job.names().first().cloned().unwrap_or_else(|| job.subject.clone());
        let listed = listed.join(", ");
        let message = format!("{name} job: chosen stage {stage} does not exist; available stages are {listed}");
        found.push(Diagnostic::new(&RULE, message, *span).of(&job.subject));
    }
}
