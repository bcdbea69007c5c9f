//! Each rule by its own two examples, the places that findings point to, and hostile input.

mod common;

use std::collections::BTreeSet;
use std::rc::Rc;

use pipewright::lint::{check, check_for, check_with, Level, Report, Rule, Settings, Severity, RULES};
use pipewright::yaml::Document;
use proptest::prelude::*;

/// What is found in an example of a rule, with the runners that it is about.
fn example(rule: &Rule, text: &str, settings: &Settings) -> Report {
    check_for(&Document::parse(text), settings, &Rc::new(rule.example_runners()))
}

fn report(text: &str) -> Report {
    check(&Document::parse(text))
}

/// The settings of somebody who chose about one rule.
fn with(rule: &str, on: bool) -> Settings {
    let mut settings = Settings::default();
    settings.set(rule, on);
    settings
}

/// What a finding of a rule points to.
fn pointed(text: &str, rule: &str) -> Vec<String> {
    let report = report(text);
    let findings = report.diagnostics.iter().filter(|finding| finding.rule == rule);
    findings.map(|finding| finding.span.slice(text).to_owned()).collect()
}

#[test]
fn every_rules_bad_example_fires_it_alone_and_the_good_one_is_silent() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let report = |text: &str| example(rule, text, &with(rule.code, true));
        let bad = report(rule.bad);
        let codes: BTreeSet<&str> = bad.diagnostics.iter().map(|finding| finding.rule).collect();
        if codes != BTreeSet::from([rule.code]) {
            wrong.push(format!("{}: bad gives {:?}", rule.code, bad.diagnostics));
        }
        let good = report(rule.good);
        if !good.diagnostics.is_empty() || !good.valid || good.jobs.is_empty() {
            wrong.push(format!("{}: good gives {:?}", rule.code, good.diagnostics));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What each rule says of its bad example: code, place, the text there, message.
fn said() -> String {
    let mut said = String::new();
    for rule in RULES {
        let document = Document::parse(rule.bad);
        for finding in example(rule, rule.bad, &with(rule.code, true)).diagnostics {
            let at = document.position(finding.span.from());
            let there = finding.span.slice(rule.bad).lines().next().unwrap_or_default();
            let place = format!("{}:{}", at.line, at.column);
            said.push_str(&format!("{} {place} `{there}` {}\n", finding.rule, finding.message));
        }
    }
    said
}

#[test]
fn every_rules_bad_example_has_its_code_message_and_place() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/rules.txt");
    let said = said();
    for rule in RULES {
        assert!(said.lines().any(|line| line.split(' ').next() == Some(rule.code)), "{} is not shown", rule.code);
    }
    if std::env::var_os("PIPEWRIGHT_WRITE").is_some() {
        std::fs::write(path, &said).expect("the fixture can be written");
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    let pairs = said.lines().zip(kept.lines()).find(|(now, kept)| now != kept);
    assert!(said == kept, "tests/fixtures/rules.txt says otherwise, first: {pairs:?}");
}

#[test]
fn a_warning_is_as_bad_as_chosen_and_the_file_stays_valid() {
    let document = Document::parse("a: {image: ruby, script: make}\n");
    for (level, severity) in [(Level::Error, Severity::Error), (Level::Hint, Severity::Hint)] {
        let mut settings = Settings::default();
        settings.set_level("unpinned-image", level);
        let report = check_with(&document, &settings);
        assert_eq!(report.diagnostics.iter().map(|finding| finding.severity).collect::<Vec<_>>(), [severity]);
        assert!(report.valid && report.jobs.len() == 1);
    }
    let mut settings = Settings::default();
    settings.set_level("unknown-keyword", Level::Hint);
    let refused = check_with(&Document::parse("a: {tag: b, script: make}\n"), &settings);
    assert!(!refused.valid && refused.diagnostics[0].severity == Severity::Error);
}

#[test]
fn what_extends_overrides_everywhere_counts_for_nothing() {
    let rule = "overridden-base-key";
    let base = ".b: {image: a:1, script: x, variables: {A: b}}\n";
    assert_eq!(pointed(&format!("{base}y: {{extends: .b, script: z, variables: {{A: c}}}}\n"), rule), ["script"]);
    for kept in [
        format!("{base}y: {{extends: .b}}\n"),
        format!("{base}y: {{extends: .b, script: z}}\nz: {{extends: .b}}\n"),
        format!("{base}y: {{extends: .b, script: [!reference [.b, script], z]}}\n"),
        format!("include: a.yml\n{base}y: {{extends: .b, script: z}}\n"),
        ".b: &b {script: x}\ny: {extends: .b, script: z}\nz: {<<: *b}\n".to_owned(),
        format!("{base}y: {{extends: .b, script: z, stage: of another file}}\n"),
    ] {
        assert_eq!(pointed(&kept, rule), [""; 0], "{kept}");
    }
    let two = ".b: {script: x}\n.c: {script: z}\ny: {extends: [.b, .c]}\n";
    assert_eq!(pointed(two, rule), ["script"]);
}

#[test]
fn artifacts_that_jobs_share_are_for_nobody_only_if_none_of_them_is_needed() {
    let rule = "unused-artifact";
    let text = |needs: &str| {
        format!(
            ".b: {{stage: build, script: x, artifacts: {{paths: [o]}}}}\ny: {{extends: .b}}\nz: {{extends: .b}}\n\
             d: {{stage: deploy, script: x, needs: [{needs}]}}\n"
        )
    };
    let found = |text: &str| {
        let report = check_with(&Document::parse(text), &with(rule, true));
        report.diagnostics.iter().filter(|finding| finding.rule == rule).count()
    };
    assert_eq!([found(&text("")), found(&text("z")), found(&text("{job: z, artifacts: false}"))], [1, 0, 1]);
    assert_eq!(found(&text("").replace("needs: []", "when: manual")), 0, "it takes all of earlier stages");
    assert_eq!(found(&text("").replace("paths: [o]", "paths: [o], expose_as: site")), 0, "it is for people");
}

#[test]
fn a_dotenv_variable_reaches_those_who_take_the_artifacts() {
    let rule = "dotenv-not-needed";
    let maker = "m: {stage: build, script: ['echo \"V=1\" >> a.env'], artifacts: {reports: {dotenv: a.env}}}\n";
    let jobs = |taker: &str| pointed(&format!("{maker}n: {{stage: build, script: x}}\n{taker}"), rule).len();
    assert_eq!(jobs("t: {stage: deploy, script: echo $V, needs: [n]}\n"), 1);
    assert_eq!(jobs("t: {stage: deploy, script: 'echo ${V}', needs: [{job: m, artifacts: false}]}\n"), 1);
    assert_eq!(jobs("t: {stage: deploy, script: echo $V, dependencies: []}\n"), 1);
    assert_eq!(jobs("t: {stage: build, script: echo $V}\n"), 1, "jobs of the same stage get nothing");
    for fine in [
        "t: {stage: deploy, script: echo $V}\n",
        "t: {stage: deploy, script: echo $V, needs: [n, m]}\n",
        "t: {stage: deploy, script: echo $V, needs: [n], variables: {V: '2'}}\n",
        "t: {stage: deploy, script: ['V=2', 'echo $V'], needs: [n]}\n",
        "t: {stage: deploy, script: echo $W, needs: [n]}\n",
    ] {
        assert_eq!(jobs(fine), 0, "{fine}");
    }
}

#[test]
fn a_report_is_read_from_any_plain_write() {
    let rule = "dotenv-not-needed";
    for write in ["printf 'V=1\\n' | tee a.env", "{ echo V=1; } > a.env", "cat > a.env <<EOF\n      V=1\n      EOF"] {
        let text = format!(
            "m:\n  stage: build\n  script:\n    - |\n      {write}\n  artifacts: {{reports: {{dotenv: a.env}}}}\nt: {{stage: deploy, script: echo $V, needs: []}}\n"
        );
        assert_eq!(pointed(&text, rule), ["needs"], "{text}");
    }
}

#[test]
fn a_file_of_variables_that_does_not_come_is_told_wherever_it_can_not_be_done_without() {
    let rule = "artifact-not-needed";
    let maker = "m: {stage: build, script: ['echo \"V=1\" > a.env'], artifacts: {paths: [a.env]}}\n";
    let places = |taker: &str| pointed(&format!("{maker}n: {{stage: build, script: x}}\n{taker}"), rule);
    assert_eq!(places("t: {stage: deploy, script: . a.env, needs: [{job: m, artifacts: false}]}\n"), ["needs"]);
    assert_eq!(places("t: {stage: deploy, script: source ./a.env, needs: []}\n"), ["needs"]);
    assert_eq!(
        places("t: {stage: deploy, script: docker run --env-file a.env x, dependencies: [n]}\n"),
        ["dependencies"]
    );
    assert_eq!(places("t: {stage: build, script: cat a.env}\n"), ["t"]);
    for fine in [
        "t: {stage: deploy, script: . a.env}\n",
        "t: {stage: deploy, script: . a.env, needs: [m]}\n",
        "t: {stage: deploy, script: 'test -f a.env && . a.env', needs: []}\n",
        "t: {stage: deploy, script: ['cp a.env.dist a.env', '. a.env'], needs: []}\n",
        "t: {stage: deploy, script: rm -f a.env, needs: []}\n",
        "t: {stage: .pre, script: . a.env}\n",
    ] {
        assert_eq!(places(fine), [""; 0], "{fine}");
    }
}

#[test]
fn a_slip_in_the_name_of_a_reported_variable_is_told() {
    let maker = "m: {stage: build, script: ['echo \"IMAGE_NAME=1\" > a.env'], artifacts: {reports: {dotenv: a.env}}}\n";
    let places =
        |taker: &str| pointed(&format!("{maker}t: {{stage: deploy, script: echo {taker}}}\n"), "unset-variable");
    assert_eq!(places("$IMGAE_NAME"), ["IMGAE_NAME"]);
    assert_eq!(places("$IMAGE_NAME"), [""; 0]);
}

#[test]
fn a_review_app_may_end_in_other_ways() {
    let rule = "review-without-stop";
    let places = |environment: &str| pointed(&format!("t: {{script: x, environment: {environment}}}\n"), rule);
    assert_eq!(places("review/$CI_COMMIT_REF_SLUG"), ["environment"]);
    assert_eq!(places("{name: 'mr-${CI_MERGE_REQUEST_IID}'}"), ["environment"]);
    for fine in [
        "{name: review/$CI_COMMIT_REF_SLUG, auto_stop_in: 1 day}",
        "{name: review/$CI_COMMIT_REF_SLUG, action: prepare}",
        "production",
        "production/$REGION",
    ] {
        assert_eq!(places(fine), [""; 0], "{fine}");
    }
    let pages = "pages: {script: x, pages: true, environment: pages/$CI_COMMIT_REF_SLUG}\n";
    assert_eq!(pointed(pages, rule), [""; 0]);
}

#[test]
fn a_stop_job_of_a_later_stage_may_clear_up_by_itself() {
    let rule = "stop-not-manual";
    let places = |stop: &str| {
        pointed(&format!("d: {{stage: test, script: x, environment: {{name: e, on_stop: s}}}}\ns: {{script: x, environment: {{name: e, action: stop}}, {stop}}}\n"), rule)
    };
    assert_eq!(places("stage: test"), ["s"]);
    for fine in [
        "stage: deploy",
        "stage: test, when: always",
        "stage: test, rules: [{if: $A, when: manual}]",
        "stage: test, needs: [d]",
    ] {
        assert_eq!(places(fine), [""; 0], "{fine}");
    }
}

#[test]
fn codes_are_unique_and_rules_say_what_to_do() {
    let codes: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
    assert_eq!(codes.len(), RULES.len());
    for rule in RULES {
        assert!(rule.help.ends_with('.') && rule.summary.ends_with('.') && !rule.source.is_empty(), "{}", rule.code);
    }
}

#[test]
fn findings_point_to_the_smallest_place() {
    assert_eq!(pointed("x: {script: [a], tag: [b]}\n", "unknown-keyword"), ["tag"]);
    assert_eq!(pointed("x: {script: [a, {b: c}]}\n", "wrong-type"), ["{b: c}"]);
    assert_eq!(pointed("x: {script: a, needs: [y, z]}\ny: {script: b}\n", "undefined-need"), ["z"]);
    assert_eq!(pointed("stages: [a]\nx: {script: a, stage: b}\n", "unknown-stage"), ["b"]);
    assert_eq!(pointed("x: {script: a, when: soon}\n", "unknown-value"), ["soon"]);
    assert_eq!(pointed(".b: {when: soon}\nx: {script: a, extends: .b}\n", "unknown-value"), ["soon"]);
    assert_eq!(pointed("x: {image: a}\ny: {script: a}\n", "job-without-script"), ["x"]);
    assert_eq!(pointed("x: {script: a, rules: [{if: $A}, {if: $B ==}]}\n", "invalid-expression"), ["$B =="]);
    assert_eq!(pointed("x: {script: a, extends: [.b, .c]}\n.b: {tags: [d]}\n", "unknown-base"), [".c"]);
}

#[test]
fn findings_name_the_job_they_are_about() {
    let report = report("x: {script: a, tag: b}\ny: {script: a, needs: [z]}\n");
    let subjects: Vec<_> = report.diagnostics.iter().filter_map(|finding| finding.subject.as_deref()).collect();
    assert_eq!(subjects, ["x", "y"]);
}

#[test]
fn warnings_can_be_turned_off_and_errors_can_not() {
    for rule in RULES {
        let found = example(rule, rule.bad, &with(rule.code, false)).diagnostics;
        assert_eq!(found.is_empty(), rule.severity == Severity::Warning, "{}", rule.code);
    }
}

#[test]
fn warnings_make_no_file_invalid() {
    for rule in RULES.iter().filter(|rule| rule.severity == Severity::Warning) {
        assert!(example(rule, rule.bad, &Settings::all()).valid, "{}", rule.code);
    }
}

#[test]
fn what_an_include_may_bring_is_not_wrong() {
    let text =
        "include: {local: a.yml}\nx: {stage: lint, extends: .base, needs: [other], script: !reference [.a, b]}\n\
                y: {image: alpine}\nz: {environment: {url: u}, cache: {key: {prefix: p}}}\n";
    let report = report(text);
    assert!(report.valid, "{:?}", report.diagnostics);
    let wrong = "include: {local: a.yml}\nx: {script: 5}\n";
    assert_eq!(pointed(wrong, "wrong-type"), ["5"]);
}

#[test]
fn behind_a_byte_order_mark_gitlab_reads_one_entry() {
    let rule = "byte-order-mark";
    assert_eq!(pointed("\u{feff}image: a:1\nx: {script: b}\n", rule), ["image"]);
    assert!(!report("\u{feff}image: a:1\nx: {script: b}\n").valid);
    assert_eq!(pointed("\u{feff}x: {script: b}\ny: {script: b}\n", rule), ["x"]);
    assert!(report("\u{feff}x: {script: b}\ny: {script: b}\n").valid, "GitLab runs x alone");
    for harmless in [
        "\u{feff}x: {script: b}\n",
        "\u{feff}# a\nimage: a:1\nx: {script: b}\n",
        "\u{feff}\nimage: a:1\nx: {script: b}\n",
    ] {
        assert_eq!(pointed(harmless, rule), [""; 0], "{harmless}");
    }
}

#[test]
fn the_sound_parts_of_a_broken_text_are_checked() {
    let text = "a:\n  script: [\nb:\n  script: make\n  tag: c\n";
    let codes: BTreeSet<&str> = report(text).diagnostics.iter().map(|finding| finding.rule).collect();
    assert_eq!(codes, BTreeSet::from(["yaml-syntax", "unknown-keyword"]));
}

#[test]
fn aliases_of_aliases_end_in_an_error() {
    let mut text = String::from(".a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..60 {
        let before = format!("*a{}, ", level - 1).repeat(10);
        text.push_str(&format!(".a{level}: &a{level} [{before}]\n"));
    }
    text.push_str("x: {script: make}\n");
    assert!(report(&text).diagnostics.iter().any(|finding| finding.rule == "too-big"));
    let itself = "x: &x\n  script: [*x]\n";
    assert!(!report(itself).valid);
}

#[test]
fn long_chains_of_extends_and_references_end() {
    let mut text = String::from("x: {script: make, extends: .b0}\n");
    for level in 0..3000 {
        text.push_str(&format!(".b{level}: {{extends: .b{}, v: !reference [.b{}, v]}}\n", level + 1, level + 1));
    }
    text.push_str(".b3000: {v: [a]}\n");
    assert!(!report(&text).valid);
}

#[test]
fn what_many_jobs_share_is_not_gone_through_for_each() {
    let many = |what: &str, count: usize| (0..count).map(|at| what.replace('#', &at.to_string())).collect::<String>();
    let bases = [
        format!(".b:\n  script: make\n  rules:\n{}", many("    - if: $A == \"#\"\n", 20_000)),
        format!(".b:\n  script: make\n  rules:\n{}    - if: =\n", many("    - if: $A == \"#\"\n", 20_000)),
        format!(".b:\n  script: make\n  needs:\n{}", many("    - j#\n", 20_000)),
        format!(".b:\n  script: make\n{}", many("  k#: 1\n", 20_000)),
        format!(".b:\n  script: make\n  stage: s\nstages:\n{}", many("  - t#\n", 20_000)),
        format!(".b:\n  script: make\n  tags: !reference [.t, list]\n.t:\n  list:\n{}", many("    - #\n", 20_000)),
    ];
    for base in bases {
        let text = format!("{base}{}", many("j#: {extends: .b}\n", 20_000));
        assert!(text.len() < 2_000_000);
        assert!(!report(&text).valid);
    }
}

#[test]
fn no_pipeline_of_the_corpus_makes_it_panic_and_every_finding_has_a_place_in_the_text() {
    for (path, bytes) in common::pipelines() {
        let Ok(text) = Document::decode(&bytes) else { continue };
        for finding in report(&text).diagnostics {
            assert!(text.get(finding.span.range()).is_some(), "{}: {}", path.display(), finding.message);
        }
    }
}

/// Pieces that pipelines are made of, to be put together in any order.
fn piece() -> impl Strategy<Value = String> {
    let keywords: Vec<String> =
        pipewright::keywords::groups().into_iter().flat_map(|g| g.keywords).map(|k| k.name.to_owned()).collect();
    let values = [
        "a",
        "5",
        "1.5",
        "true",
        "~",
        "[]",
        "{}",
        "[a, [b, 1]]",
        "{a: b}",
        "[{a: b}]",
        "!reference [x, script]",
        "*x",
        "&x [a]",
        "2020-01-01",
        "\"\"",
        "'/(/'",
        "$[[ inputs.a ]]",
        "{<<: *x, a: 1}",
        "{matrix: [{A: [a, 1]}]}",
    ];
    (prop::sample::select(keywords), prop::sample::select(values.to_vec()), 0usize..3)
        .prop_map(|(key, value, depth)| format!("{}{key}: {value}\n", "  ".repeat(depth)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_makes_it_panic(pieces in prop::collection::vec(piece(), 0..14), header in any::<bool>()) {
        let mut text = if header { "spec: {inputs: {a: {default: b}}}\n---\n".to_owned() } else { String::new() };
        text.push_str("x: &x\n  script: a\n");
        text.extend(pieces);
        let report = report(&text);
        for finding in &report.diagnostics {
            prop_assert!(text.get(finding.span.range()).is_some(), "{}", finding.message);
        }
    }

    #[test]
    fn any_text_is_checked(text in "[a-z:\\-\\[\\]{}&*!|>\"'#$ \n\t]{0,80}") {
        report(&text);
    }
}
