//! A job's stage is not declared.
//!
//! Add it to stages, or take one that is there.

use std::collections::HashSet;

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

/// Bytes of a list of stages that is told again for every job.
const LONG_LIST: usize = 2000;

/// Each job whose stage is none of those that there are.
pub fn check(facts: &Facts, found: &mut Vec<Diagnostic>) {
    let Some(stages) = &facts.stages else { return };
    let mut listed = stages.iter().map(|stage| &**stage).collect::<Vec<_>>().join(", ");
    let known: HashSet<_> = stages.iter().collect();
    for job in &facts.jobs {
        let Some((stage, span)) = job.stage.as_ref().filter(|(stage, _)| !known.contains(stage)) else { continue };
        // GitLab stops at the first of a parallel job's instances.
        let name = job.names().first().cloned().unwrap_or_else(|| job.subject.clone());
        let message = format!("{name} job: chosen stage {stage} does not exist; available stages are {listed}");
        found.push(Diagnostic::new(&RULE, message, *span).of(&job.subject));
        // A long list is told once; GitLab stops here anyway.
        if listed.len() > LONG_LIST {
            listed = format!("{} …", listed.chars().take(LONG_LIST / 4).collect::<String>());
        }
    }
}
