//! `fix` and `fix_all`: the quick fixes of findings. The fixes themselves live beside the rules.

use std::rc::Rc;

use super::Refusal;
use crate::lint::{self, Diagnostic, Fix, Settings};
use crate::runner::Fleet;
use crate::yaml::edit::Draft;
use crate::yaml::Document;

/// Fixes that are made in one go at most; more are left for another.
const MOST: usize = 500;

pub(super) fn one(
    draft: &mut Draft<'_>,
    rule: &str,
    line: u32,
    column: Option<u32>,
    runners: &Fleet,
) -> Result<(), Refusal> {
    let document = draft.document();
    let here = |finding: &Diagnostic| {
        let at = document.position(finding.span.from());
        finding.rule == rule && at.line == line && column.is_none_or(|column| column == at.column)
    };
    let findings = findings(document, runners);
    let fix = findings.iter().filter(|finding| here(finding)).find_map(|finding| Fix::of(document, finding, runners));
    Ok(fix.ok_or_else(|| Refusal::NoFix(rule.to_owned()))?.draft(draft)?)
}

pub(super) fn all(draft: &mut Draft<'_>, rule: &str, runners: &Fleet) -> Result<(), Refusal> {
    let document = draft.document();
    let findings = findings(document, runners);
    let mut chosen: Vec<Fix> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.rule == rule) {
        let Some(fix) = Fix::of(document, finding, runners) else { continue };
        if chosen.len() < MOST && chosen.iter().all(|other| fix.goes_with(document, other)) {
            let fix = chosen.iter().fold(fix, Fix::without);
            chosen.push(fix);
        }
    }
    if chosen.is_empty() {
        return Err(Refusal::NoFix(rule.to_owned()));
    }
    Ok(chosen.iter().try_for_each(|fix| fix.draft(draft))?)
}

fn findings(document: &Document, runners: &Fleet) -> Vec<Diagnostic> {
    lint::check_for(document, &Settings::all(), &Rc::new(runners.clone())).diagnostics
}
