//! Our verdict against that of GitLab's own code (../shared, where this machine has it): the same answer, its very words,
//! and a place for each.

mod common;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use pipewright::lint::{check, check_with, Settings, Severity};
use pipewright::yaml::Document;
use serde_json::Value;

fn strings(value: &Value) -> BTreeSet<String> {
    value.as_array().into_iter().flatten().filter_map(|text| text.as_str()).map(str::to_owned).collect()
}

/// Where a failing run lists what differs: `PIPEWRIGHT_DIFFERENCES=1 cargo test --test verdicts -- --nocapture`.
fn verbose() -> bool {
    std::env::var_os("PIPEWRIGHT_DIFFERENCES").is_some()
}

#[test]
fn small_configurations_have_gitlabs_verdict_and_words() {
    let Some(shared) = common::shared() else { return };
    let lines = std::fs::read_to_string(shared.join("verdicts/configurations.jsonl")).expect("the verdicts");
    let (mut all, mut same, mut refused, mut worded, mut jobs, mut accepted, mut warned) = (0, 0, 0, 0, 0, 0, 0);
    for line in lines.lines() {
        let case: Value = serde_json::from_str(line).expect("a JSON line");
        let text = case["yaml"].as_str().expect("a text");
        let report = check_with(&Document::parse(text), &Settings::gitlab());
        assert_eq!(check(&Document::parse(text)).valid, report.valid, "our own warnings change no verdict");
        all += 1;
        let valid = case["valid"].as_bool() == Some(true);
        let of = |severity| -> BTreeSet<String> {
            report.diagnostics.iter().filter(|d| d.severity == severity).map(|d| d.message.clone()).collect()
        };
        let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
        for finding in report.diagnostics.iter().filter(|d| d.severity == Severity::Error) {
            assert!(finding.span.to() <= text.len(), "{}: no place for {}", case["id"], finding.message);
        }
        if report.valid == valid {
            same += 1;
        }
        let theirs = strings(&case["errors"]);
        let missing: Vec<_> = theirs.difference(&errors).collect();
        if !valid {
            refused += 1;
            if missing.is_empty() {
                worded += 1;
            }
        }
        let their_jobs: BTreeSet<(String, String)> = case["jobs"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|job| (job["name"].as_str().unwrap_or("").to_owned(), job["stage"].as_str().unwrap_or("").to_owned()))
            .collect();
        let our_jobs: BTreeSet<_> =
            report.jobs.iter().map(|(name, stage)| (name.to_string(), stage.to_string())).collect();
        if valid {
            accepted += 1;
            if our_jobs == their_jobs {
                jobs += 1;
            }
        }
        if strings(&case["warnings"]) == warnings {
            warned += 1;
        }
        let differs = report.valid != valid
            || (!valid && !missing.is_empty())
            || (valid && our_jobs != their_jobs)
            || strings(&case["warnings"]) != warnings;
        if verbose() && differs {
            println!("== {} GitLab: {valid}\n{text}", case["id"]);
            println!("   theirs: {theirs:?} {:?}\n   ours: {errors:?} {warnings:?}", strings(&case["warnings"]));
            if valid {
                println!("   jobs: {their_jobs:?} ours {our_jobs:?}");
            }
        }
    }
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole as f64;
    println!("same verdict: {same} of {all}, {:.2} %", percent(same, all));
    println!("all of GitLab's words: {worded} of {refused} refused, {:.2} %", percent(worded, refused));
    println!("same jobs: {jobs} of {accepted} accepted; same warnings: {warned} of {all}");
    assert!(percent(same, all) >= 99.8 && percent(worded, refused) >= 99.5);
}

#[test]
fn whole_files_without_includes_have_gitlabs_verdict() {
    let Some(shared) = common::shared() else { return };
    let corpus = shared.join("corpus");
    let index = std::fs::read_to_string(corpus.join("INDEX.tsv")).expect("the index");
    let mut lines = index.lines();
    let columns: HashMap<&str, usize> =
        lines.next().unwrap_or("").split('\t').enumerate().map(|(at, name)| (name, at)).collect();
    let (mut all, mut same) = (0, 0);
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |name: &str| columns.get(name).and_then(|at| cells.get(*at)).copied().unwrap_or("");
        if cell("has include") != "false" || !matches!(cell("GitLab code accepts"), "true" | "false") {
            continue;
        }
        let Some(report) = report_of(&corpus.join(cell("file"))) else { continue };
        all += 1;
        if report.valid == (cell("GitLab code accepts") == "true") {
            same += 1;
        } else if verbose() {
            println!("== {} GitLab: {} {}", cell("file"), cell("GitLab code accepts"), cell("GitLab code errors"));
            print_errors(&report);
        }
    }
    println!("whole files: same verdict on {same} of {all}, {:.2} %", 100.0 * same as f64 / all as f64);
    assert!(same as f64 >= 0.98 * all as f64);
}

#[test]
fn pipelines_that_run_in_production_have_no_false_error() {
    let Some(shared) = common::shared() else { return };
    let real = shared.join("corpus/real");
    let workspaces = shared.join("workspaces");
    let names = ["Umpire", "cryptsetup", "dd-trace-py", "esp-adf", "gitlab-runner", "kubespray"];
    let mut files: Vec<_> = names.iter().map(|name| workspaces.join(name).join(".gitlab-ci.yml")).collect();
    files.push(real.join("coq_coq__.gitlab-ci.yml"));
    files.push(real.join("GNOME_gnome-shell__.gitlab-ci.yml"));
    let mut wrong = 0;
    for file in files {
        let Some(report) = report_of(&file) else { continue };
        if !report.valid {
            println!("== {}", file.display());
            print_errors(&report);
            wrong += 1;
        }
    }
    assert_eq!(wrong, 0);
}

fn report_of(path: &Path) -> Option<pipewright::lint::Report> {
    let text = Document::decode(&std::fs::read(path).ok()?).ok()?;
    Some(check(&Document::parse(text)))
}

fn print_errors(report: &pipewright::lint::Report) {
    for finding in report.diagnostics.iter().filter(|d| d.severity == Severity::Error).take(8) {
        println!("   {} {:?}", finding.message, finding.span);
    }
}
