//! The rules of runners beyond their examples: where findings stand, what their fixes make of a file, and that they are
//! silent where nothing can be told.

mod common;

use std::rc::Rc;

use pipewright::command::Command;
use pipewright::lint::{check, check_for, Diagnostic, Rule, Settings, RULES};
use pipewright::runner::{Fleet, Runner};
use pipewright::yaml::Document;

fn of_runners() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().filter(|rule| rule.needs_runners())
}

/// The runners of the handbook's examples: build (docker, build) and production (docker, production).
fn fleet() -> Fleet {
    of_runners().next().expect("a rule of runners").example_runners()
}

fn findings(text: &str, fleet: &Fleet) -> Vec<Diagnostic> {
    let found = check_for(&Document::parse(text), &Settings::default(), &Rc::new(fleet.clone())).diagnostics;
    found.into_iter().filter(|finding| of_runners().any(|rule| rule.code == finding.rule)).collect()
}

/// What each finding points to, and the job that it is about.
fn places(text: &str) -> Vec<(String, Option<String>)> {
    let place =
        |finding: &Diagnostic| (finding.span.slice(text).to_owned(), finding.subject.as_deref().map(str::to_owned));
    findings(text, &fleet()).iter().map(place).collect()
}

/// The text with all findings of a rule mended.
fn fixed(text: &str, rule: &str) -> Option<String> {
    let command = Command::FixAll { rule: rule.to_owned(), runners: fleet() };
    let plan = command.plan(&Document::parse(text)).ok()?;
    Some(plan.document.text().to_owned())
}

#[test]
fn tags_that_many_jobs_share_are_told_once_where_they_are_written() {
    let text = "default:\n  tags: [arm]\na:\n  script: x\nb:\n  script: x\n";
    assert_eq!(places(text), [("[arm]".to_owned(), None)]);
    let text = ".b:\n  tags: [arm]\na:\n  extends: .b\n  script: x\nb:\n  extends: .b\n  script: x\n";
    assert_eq!(places(text), [("[arm]".to_owned(), Some(".b".to_owned()))]);
}

#[test]
fn a_slip_of_the_pen_is_mended_to_the_tag_that_was_meant() {
    let mended = fixed("a:\n  tags:\n    - dokcer # ours\n    - build\n  script: x\n", "no-runner-for-tags");
    assert_eq!(mended.as_deref(), Some("a:\n  tags:\n    - docker # ours\n    - build\n  script: x\n"));
}

#[test]
fn tags_that_lead_nowhere_become_those_of_the_nearest_runner() {
    let mended = fixed("a:\n  tags: [docker, arm64, huge]\n  script: x\n", "no-runner-for-tags");
    assert_eq!(mended.as_deref(), Some("a:\n  tags: [docker, build]\n  script: x\n"));
    assert_eq!(fixed("a:\n  tags: [arm64, huge]\n  script: x\n", "no-runner-for-tags"), None, "none is near");
}

#[test]
fn an_untagged_job_goes_to_the_runner_that_suits_it() {
    let text = "a:\n  stage: test\n  script: x\nb:\n  environment: production\n  script: x\n";
    let mended = "a:\n  stage: test\n  tags:\n    - build\n  script: x\nb:\n  tags:\n    - production\n  environment: production\n  script: x\n";
    assert_eq!(fixed(text, "untagged-job").as_deref(), Some(mended));
}

#[test]
fn a_production_job_keeps_its_inherited_tags_beside_the_new_one() {
    let text = "default:\n  tags: [docker]\na:\n  environment: {name: eu, deployment_tier: production}\n  script: x\n";
    let place = "{name: eu, deployment_tier: production}".to_owned();
    assert_eq!(places(text), [(place, Some("a".to_owned()))]);
    let mended = fixed(text, "production-on-build-runner").expect("a fix");
    assert!(mended.contains("a:\n  tags:\n    - docker\n    - production\n  environment"), "{mended}");
    assert_eq!(places(&mended), []);
}

#[test]
fn a_matrix_with_a_tag_that_nobody_has_is_found_and_left_to_the_person() {
    let text = "a:\n  tags: [$T]\n  script: x\n  parallel:\n    matrix:\n      - T: [build, arm]\n";
    let found = findings(text, &fleet());
    assert_eq!(found.iter().map(|finding| finding.message.as_str()).collect::<Vec<_>>(), ["no runner has the tag arm"]);
    assert_eq!(fixed(text, "no-runner-for-tags"), None);
}

#[test]
fn where_nothing_can_be_told_nothing_is_said() {
    for silent in [
        "a:\n  tags: [$RUNNER]\n  script: x\n",
        "include: a.yml\na:\n  script: x\n",
        "a:\n  trigger: group/project\n",
        ".a:\n  script: x\n  tags: [arm]\nb:\n  tags: [build]\n  script: x\n",
        "a:\n  tags: [docker]\n  environment: $WHERE\n  script: x\n",
        "a:\n  tags: [docker]\n  environment: {name: production, action: verify}\n  script: x\n",
    ] {
        assert_eq!(places(silent), [], "{silent}");
    }
    for rule in of_runners() {
        assert!(check(&Document::parse(rule.bad)).diagnostics.is_empty(), "{} without runners", rule.code);
    }
}

#[test]
fn a_runner_that_takes_untagged_jobs_makes_them_no_finding() {
    let any = Runner { name: "any".to_owned(), run_untagged: true, ..Runner::default() };
    let fleet = Fleet { runners: vec![any] };
    assert_eq!(findings("a:\n  script: x\n", &fleet), []);
    let tagged = findings("a:\n  tags: [arm]\n  script: x\n", &fleet);
    assert_eq!(tagged[0].message, "no runner has the tag arm");
}

#[test]
fn what_many_jobs_share_is_looked_at_once() {
    let tags: String = (0..49).map(|at| format!("t{at}, ")).collect();
    let runner = |at: usize| Runner { name: at.to_string(), tags: vec![format!("t{at}")], ..Runner::default() };
    let fleet = Fleet { runners: (0..100).map(runner).collect() };
    let jobs: String = (0..20_000).map(|at| format!("j{at}: {{extends: .b}}\n")).collect();
    let text = format!(".b: {{script: x, tags: [{tags}]}}\n{jobs}");
    assert_eq!(findings(&text, &fleet).len(), 1);
}

/// On files of others, with runners that have nothing to do with them: a fix is exact or refused, and its finding is gone.
#[test]
fn on_the_pipelines_of_others_a_fix_takes_its_finding_away() {
    let (mut found, mut mended) = (0, 0);
    for (path, bytes) in common::pipelines() {
        let Ok(text) = Document::decode(&bytes) else { continue };
        let document = Document::parse(text.clone());
        let before = findings(&text, &fleet());
        found += before.len();
        // Enough of each file.
        for finding in before.iter().take(3) {
            let at = document.position(finding.span.from());
            let command = Command::Fix {
                rule: finding.rule.to_owned(),
                line: at.line,
                column: Some(at.column),
                runners: fleet(),
            };
            let Ok(plan) = command.plan(&document) else { continue };
            let after = findings(plan.document.text(), &fleet());
            let same = |list: &[Diagnostic]| {
                list.iter().filter(|other| other.rule == finding.rule && other.subject == finding.subject).count()
            };
            assert!(same(&after) < same(&before), "{}: {}", path.display(), finding.message);
            mended += 1;
        }
    }
    println!("{found} findings, {mended} of them mended");
}
