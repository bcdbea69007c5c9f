//! A job's stage is not declared.
//!
//! Add it to stages, or take one that is there.

use foldhash::HashSet;

use crate::lint::facts::Facts;
use crate::lint::fix::{Fix, Site};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::pipeline::{Stages, DEFAULT_STAGES};
use crate::yaml::{Kind, NewValue};

/// The rule.
pub static RULE: Rule = Rule {
    code: "unknown-stage",
    severity: Severity::Error,
    summary: "A job's stage is not declared.",
    help: "Add it to stages, or take one that is there.",
    source: "lib/gitlab/ci/yaml_processor.rb (validate_job_stage!)",
    fix: Some(fix),
    on: true,
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
        let name = job.first_name();
        let message = format!("{name} job: chosen stage {stage} does not exist; available stages are {listed}");
        found.push(Diagnostic::new(&RULE, message, *span).of(&job.subject));
        // A long list is told once; GitLab stops here anyway.
        if listed.len() > LONG_LIST {
            listed = format!("{} …", listed.chars().take(LONG_LIST / 4).collect::<String>());
        }
    }
}

/// The stage that was probably meant; where none is, it is added to the stages.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let stages = Stages::read(site.document);
    let names: Vec<&str> = stages.list.iter().map(|stage| stage.name.as_str()).collect();
    if let Some(fix) = site.nearest(names) {
        return Some(fix);
    }
    let stage = NewValue::String(site.node()?.value().to_owned());
    match site.document.top()?.get("stages").and_then(|stages| stages.resolved()) {
        Some(list) if list.kind() == Kind::Sequence => Some(Fix::append(list, stage)),
        Some(_) => None,
        None => {
            let declared = DEFAULT_STAGES.iter().map(|name| NewValue::String((*name).to_owned()));
            let all = NewValue::List(declared.chain([stage]).collect());
            Some(Fix::block(site.first_job(), "stages", all))
        }
    }
}
