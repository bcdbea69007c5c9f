//! Completions in texts with a mark `^` at the caret.

use super::*;

fn at(marked: &str) -> Option<(String, Completions)> {
    let offset = marked.find('^').unwrap();
    let text = marked.replacen('^', "", 1);
    let found = completions(&Document::parse(text.as_str()), offset)?;
    Some((text, found))
}

fn labels(marked: &str) -> Vec<String> {
    at(marked).map(|(_, found)| found.items.into_iter().map(|item| item.label).collect()).unwrap_or_default()
}

/// The text after the item of that label was taken.
fn taken(marked: &str, label: &str) -> String {
    let (text, found) = at(marked).unwrap_or_else(|| panic!("nothing for {marked}"));
    let item = found.items.iter().find(|item| item.label == label).unwrap_or_else(|| panic!("no {label}"));
    [&text[..found.span.from()], &item.insert, &text[found.span.to()..]].concat()
}

fn has(marked: &str, wanted: &[&str], unwanted: &[&str]) {
    let labels = labels(marked);
    for label in wanted {
        assert!(labels.iter().any(|found| found == label), "{label} is missing for {marked}: {labels:?}");
    }
    for label in unwanted {
        assert!(labels.iter().all(|found| found != label), "{label} is there for {marked}");
    }
}

const FILE: &str = "\
stages: [build, test]
variables:
  GLOBAL: one
.base:
  tags: [docker]
  image: ruby:3
  variables: {FROM_BASE: two}
compile:
  stage: build
  script: make
unit tests:
  stage: test
  image: {name: \"node:20\"}
  script: [make test]
";

fn in_file(marked: &str) -> String {
    format!("{FILE}{marked}")
}

#[test]
fn keywords_fit_their_place() {
    has("^", &["stages", "workflow", "default"], &["script", "stage"]);
    has("build:\n  sta^", &["stage", "script", "trigger"], &["stages", "workflow"]);
    has("default:\n  ^", &["image", "tags"], &["script", "rules"]);
    has("a:\n  artifacts:\n    ^", &["paths", "reports"], &["script"]);
    has("a:\n  artifacts:\n    reports:\n      ^", &["junit", "dotenv"], &["paths"]);
    has("a:\n  rules:\n    - if: $A\n      ^", &["when", "changes"], &["if"]);
    has("workflow:\n  rules:\n    - ^", &["if", "auto_cancel"], &["paths"]);
    has("a:\n  cache:\n    - key: x\n      ^", &["paths", "policy"], &["key"]);
    has("a: {environment: {^", &["name", "on_stop"], &["script"]);
    has("include:\n  - ^", &["local", "component"], &[]);
}

#[test]
fn what_a_job_has_already_is_not_offered_again() {
    has("a:\n  stage: x\n  ^\n  script: y\n", &["tags"], &["stage", "script", "trigger"]);
    has("a:\n  trigger: x\n  ^\n", &["needs"], &["script", "image"]);
    has("stages: [a]\n^", &["variables"], &["stages"]);
}

#[test]
fn a_keyword_begins_its_value() {
    assert_eq!(taken("build:\n  sta^", "stage"), "build:\n  stage: ");
    assert_eq!(taken("build:\n  sc^\n", "script"), "build:\n  script:\n    - \n");
    assert_eq!(taken("build:\n  art^", "artifacts"), "build:\n  artifacts:\n    ");
    assert_eq!(taken("build:\n  st^ag: x", "stage"), "build:\n  stage: x");
    assert_eq!(taken("build: {st^", "stage"), "build: {stage: ");
    assert_eq!(taken("build:\n  rules:\n    ^", "if"), "build:\n  rules:\n    - if: ");
    assert_eq!(taken("build:\n  rules:\n    - ch^", "changes"), "build:\n  rules:\n    - changes:\n        - ");
}

#[test]
fn words_of_gitlab_are_offered_as_values() {
    has("a:\n  when: ^", &["manual", "delayed"], &["never"]);
    has("a:\n  rules:\n    - when: ^", &["never"], &[]);
    has("a:\n  interruptible: ^", &["true", "false"], &[]);
    has("a:\n  allow_failure: t^", &["true"], &["exit_codes"]);
    has("a:\n  allow_failure:\n    ^", &["exit_codes"], &[]);
    has("a:\n  retry:\n    when: [^", &["runner_system_failure"], &[]);
    has("a:\n  image:\n    pull_policy: ^", &["if-not-present"], &[]);
    has("a:\n  artifacts:\n    expire_in: ^", &["never"], &[]);
}

#[test]
fn names_of_the_file_are_offered_where_they_fit() {
    has(&in_file("new:\n  stage: ^"), &["build", "test", ".pre"], &["deploy"]);
    has(&in_file("new:\n  extends: ^"), &[".base", "compile"], &["new"]);
    has(&in_file("new:\n  stage: test\n  needs: [^"), &["compile", "unit tests"], &[".base", "new"]);
    has(&in_file("new:\n  needs:\n    - ^"), &["compile", "job", "pipeline"], &[".base"]);
    has(&in_file("new:\n  needs:\n    - job: ^"), &["compile"], &[]);
    has(&in_file("new:\n  dependencies: [compile, ^]"), &["unit tests"], &[]);
    has(&in_file("new:\n  environment:\n    name: x\n    on_stop: ^"), &["compile"], &[".base"]);
    has(&in_file("new:\n  tags: [^"), &["docker"], &[]);
    has(&in_file("new:\n  image: ^"), &["ruby:3", "node:20"], &[]);
    has(&in_file("new:\n  script:\n    - !reference [^"), &[".base", "compile"], &[]);
    has(&in_file("new:\n  script:\n    - !reference [compile, ^"), &["script", "stage"], &["image"]);
    has("a:\n  stage: lint\nstages:\n  - ^", &["lint"], &[]);
}

#[test]
fn names_are_written_as_the_place_wants_them() {
    assert_eq!(taken("a: {script: x}\nb:\n  needs: ^", "a"), "a: {script: x}\nb:\n  needs: [a]");
    assert_eq!(taken("a: {script: x}\nb:\n  needs:\n    ^", "a"), "a: {script: x}\nb:\n  needs:\n    - a");
    assert_eq!(taken("a: {script: x}\nb:\n  needs: ['^']", "a"), "a: {script: x}\nb:\n  needs: ['a']");
    assert_eq!(taken("'1': {script: x}\nb:\n  needs: [^", "1"), "'1': {script: x}\nb:\n  needs: [\"1\"");
    assert_eq!(taken("stages: [x, z]\na:\n  stage: x^ # why\n", "z"), "stages: [x, z]\na:\n  stage: z # why\n");
}

#[test]
fn variables_follow_a_dollar() {
    let script = in_file("new:\n  extends: .base\n  variables:\n    OWN: 3\n  script:\n    - echo $^");
    has(&script, &["OWN", "GLOBAL", "FROM_BASE", "CI_COMMIT_SHA", "CI_JOB_TOKEN"], &["if"]);
    has(&in_file("new:\n  script: |\n    echo ${C^"), &["GLOBAL", "CI_JOB_TOKEN"], &[]);
    has(&in_file("new:\n  rules:\n    - if: '$C^"), &["GLOBAL", "CI_COMMIT_TAG"], &["CI_JOB_TOKEN"]);
    has("include:\n  - local: a\n    rules:\n      - if: $^", &["CI_COMMIT_TAG"], &["GITLAB_USER_ID", "CI_JOB_ID"]);
    assert_eq!(taken("a:\n  script: echo ${CI_JOB_I^", "CI_JOB_ID"), "a:\n  script: echo ${CI_JOB_ID}");
    assert_eq!(taken("a:\n  script: echo $CI_^x y", "CI_JOB_ID"), "a:\n  script: echo $CI_JOB_ID y");
}

#[test]
fn variables_of_a_job_are_known_while_its_line_is_broken() {
    has("a:\n  variables:\n    OWN: 1\n  script: [\"echo $^\n", &["OWN"], &[]);
}

#[test]
fn there_is_nothing_where_text_is_free() {
    assert!(at("a:\n  script:\n    - ma^").is_none());
    assert!(at("# sta^").is_none());
    assert!(at("a:\n  coverage: ^").is_none());
    assert!(at("a:\n  script: echo $$^").is_none());
    assert!(at("a:\n  nothing:\n    ^").is_none());
}

#[test]
fn an_empty_line_waits_to_be_asked() {
    assert!(at("a:\n  ^").unwrap().1.on_request);
    assert!(!at("a:\n  s^").unwrap().1.on_request);
    assert!(!at("a:\n  stage: ^").unwrap().1.on_request);
}

#[test]
fn any_caret_in_any_text_is_fine() {
    let text = format!("{FILE}é: [\"$ü\r\n- - ? |\n{{ 'a: }}]\n  !reference [\n\t- :\n");
    let document = Document::parse(text.as_str());
    for offset in 0..text.len() + 2 {
        if let Some(found) = completions(&document, offset) {
            assert!(found.span.to() <= text.len());
        }
    }
}

#[test]
fn variables_of_a_report_are_there_in_the_jobs_that_get_it() {
    let file =
        "m:\n  stage: build\n  script: echo \"REPORTED=1\" >> a.env\n  artifacts:\n    reports:\n      dotenv: a.env\n";
    has(&format!("{file}t:\n  stage: test\n  script: echo $^\n"), &["REPORTED", "CI_JOB_ID"], &[]);
    has(&format!("{file}t:\n  stage: test\n  needs: []\n  script: echo $^\n"), &["CI_JOB_ID"], &["REPORTED"]);
    let rules = format!("{file}t:\n  stage: test\n  rules:\n    - if: $^\n  script: x\n");
    has(&rules, &["CI_COMMIT_BRANCH"], &["REPORTED"]);
}
