//! The commands for scripts (examples/headless.rs), by what they print and how they end.

use std::path::PathBuf;
use std::process::{Command, Output};

/// The program, built already where cargo builds the examples with the tests.
fn program() -> PathBuf {
    let tests = std::env::current_exe().expect("a test has a path");
    let folder = tests.parent().and_then(|deps| deps.parent()).expect("tests lie in target/PROFILE/deps");
    let program = folder.join("examples").join(format!("headless{}", std::env::consts::EXE_SUFFIX));
    if !program.exists() {
        let built = Command::new(env!("CARGO")).args(["build", "--quiet", "--example", "headless"]).status();
        assert!(built.is_ok_and(|status| status.success()), "the example can be built");
    }
    program
}

fn headless(arguments: &[&str]) -> Output {
    Command::new(program()).args(arguments).output().expect("the example runs")
}

fn expression(text: &str, variables: &str) -> (Option<i32>, String, String) {
    let output = headless(&["expression", text, variables]);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text").trim_end().to_owned();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn an_expression_is_true_or_false_with_its_variables() {
    let variables = r#"{"CI_COMMIT_BRANCH": "main", "NUMBER": 5, "EMPTY": "", "GONE": null}"#;
    let cases = [
        (r#"$CI_COMMIT_BRANCH == "main""#, "true"),
        (r#"$CI_COMMIT_BRANCH != "main""#, "false"),
        ("$CI_COMMIT_BRANCH =~ /^ma/ && $NUMBER == '5'", "true"),
        ("$EMPTY", "false"),
        ("$GONE == null", "true"),
        ("$NOWHERE || $CI_COMMIT_BRANCH", "true"),
    ];
    for (text, result) in cases {
        assert_eq!(expression(text, variables), (Some(0), result.to_owned(), String::new()), "{text}");
    }
}

#[test]
fn what_is_no_expression_ends_with_the_reason_and_its_column() {
    for (text, column) in [("$A ==", "column 4"), ("$A = \"b\"", "column 4"), ("", "column 1")] {
        let (code, out, error) = expression(text, "{}");
        assert_eq!((code, out.as_str()), (Some(2), ""), "{text}");
        assert!(error.contains(column), "{text}: {error}");
    }
}

#[test]
fn variables_that_are_no_json_are_misuse() {
    let (code, out, error) = expression("$A", "A=b");
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(error.contains("A=b"), "{error}");
}

#[test]
fn lint_prints_a_line_of_json_for_each_file() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pipelines");
    let file = folder.join("shop.yml").display().to_string();
    let output = headless(&["lint", &file, &file]);
    assert!(output.status.success());
    let lines: Vec<serde_json::Value> = String::from_utf8(output.stdout)
        .expect("text")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["valid"], true);
    assert!(lines[0]["jobs"].as_array().is_some_and(|jobs| !jobs.is_empty()));
}
