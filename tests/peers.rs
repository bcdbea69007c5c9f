//! Our verdict against those of others: GitLab's JSON schema by ajv, and gitlab-ci-local (tests/oracle). Each difference is
//! one that tests/fixtures/peers.tsv lists with GitLab's source that shows us right; docs/peers.md counts them.
//! Skips where there is no Node. The project's own examples are always compared, the files of ../shared where they lie.

mod common;
mod peers {
    pub mod differences;
    pub mod oracle;
}

use std::collections::{BTreeMap, BTreeSet};

use peers::differences::{missed, Listed, Missed};
use peers::oracle::{gitlab_ci_local, schema, Peer};
use pipewright::lint::{check_with, Report, Settings, Severity, RULES};
use pipewright::yaml::Document;
use serde_json::Value;

/// A text with its name and, of the corpus, what GitLab's own code says and what gitlab-ci-local said.
struct Case {
    name: String,
    text: String,
    index: Option<Index>,
}

struct Index {
    gitlab: String,
    peer_lists: String,
    peer_error: String,
}

/// Each rule's two examples and the pipelines of tests/fixtures.
fn own() -> Vec<Case> {
    let examples = RULES.iter().flat_map(|rule| [("bad", rule, rule.bad), ("good", rule, rule.good)]);
    let mut cases: Vec<Case> = examples
        .map(|(kind, rule, text)| Case { name: format!("{} ({kind})", rule.code), text: text.to_owned(), index: None })
        .collect();
    for (path, bytes) in common::fixtures() {
        if let Ok(text) = Document::decode(&bytes) {
            cases.push(Case { name: path.display().to_string(), text, index: None });
        }
    }
    cases
}

/// The files of the corpus with their recorded verdicts.
fn corpus() -> Vec<Case> {
    let Some(shared) = common::shared() else { return Vec::new() };
    let index = std::fs::read_to_string(shared.join("corpus/INDEX.tsv")).expect("the index");
    let mut lines = index.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let names = lines.next().expect("a head");
    let column = |name: &str| names.iter().position(|known| *known == name).expect("a column of the index");
    let columns = ["file", "GitLab code accepts", "gitlab-ci-local lists", "its error"].map(column);
    let case = |cells: Vec<&str>| {
        let [file, gitlab, lists, error] = columns.map(|at| cells.get(at).copied().unwrap_or("").to_owned());
        let text = Document::decode(&std::fs::read(shared.join("corpus").join(&file)).ok()?).ok()?;
        Some(Case { name: file, text, index: Some(Index { gitlab, peer_lists: lists, peer_error: error }) })
    };
    lines.filter_map(case).collect()
}

fn ours(case: &Case) -> (Document, Report) {
    let document = Document::parse(case.text.as_str());
    let report = check_with(&document, &Settings::gitlab());
    (document, report)
}

/// The first error of a report.
fn refused_by(report: &Report) -> Option<&'static str> {
    report.diagnostics.iter().find(|finding| finding.severity == Severity::Error).map(|finding| finding.rule)
}

/// How often each listed difference is there, and by which rule we alone refuse how many files.
#[derive(Default)]
struct Counts {
    listed: BTreeMap<usize, usize>,
    ours_alone: BTreeMap<(&'static str, &'static str), usize>,
    unlisted: Vec<String>,
}

impl Counts {
    fn miss(&mut self, listed: &[Listed], name: &str, missed: &Missed) {
        match listed.iter().position(|line| line.explains(missed)) {
            Some(at) => *self.listed.entry(at).or_default() += 1,
            None => self.unlisted.push(format!("{name}: {} at {:?}: {:?}", missed.by, missed.place, missed.words)),
        }
    }

    /// We refuse what the peer takes: that is right where GitLab refuses it too, or its rule is shown by an example alone.
    fn alone(&mut self, listed: &[Listed], by: &'static str, case: &Case, rule: &'static str) {
        match &case.index {
            Some(index) if index.gitlab != "false" => {
                let words = vec![format!("{} refused by {rule}", case.name)];
                self.miss(listed, &case.name, &Missed { by, place: String::new(), words });
            }
            _ => *self.ours_alone.entry((by, rule)).or_default() += 1,
        }
    }
}

fn compare(cases: &[Case], listed: &[Listed], counts: &mut Counts) -> bool {
    let texts: Vec<&str> = cases.iter().map(|case| case.text.as_str()).collect();
    let Some(theirs) = schema(&texts) else { return false };
    for (case, theirs) in cases.iter().zip(&theirs) {
        let (document, report) = ours(case);
        match theirs {
            Value::Array(errors) if errors.is_empty() => {
                if let Some(rule) = refused_by(&report) {
                    counts.alone(listed, "schema", case, rule);
                }
            }
            Value::Array(errors) => {
                missed(&document, &report, errors).iter().for_each(|missed| counts.miss(listed, &case.name, missed));
            }
            // What npm's YAML reader can't read and libyaml can, or the other way round, is for tests/psych.rs.
            _ => {}
        }
        let Some(index) = &case.index else { continue };
        match (index.peer_lists.as_str(), refused_by(&report)) {
            ("false", None) => {
                let words = vec![index.peer_error.clone()];
                counts.miss(listed, &case.name, &Missed { by: "gitlab-ci-local", place: String::new(), words });
            }
            ("true", Some(rule)) => counts.alone(listed, "gitlab-ci-local", case, rule),
            _ => {}
        }
        let gitlab = index.gitlab == "true";
        if gitlab != report.valid && matches!(index.gitlab.as_str(), "true" | "false") {
            let words = vec![case.name.clone()];
            counts.miss(listed, &case.name, &Missed { by: "GitLab's code", place: String::new(), words });
        }
    }
    true
}

#[test]
fn no_error_of_the_schema_or_of_gitlab_ci_local_is_missed_without_a_listed_reason() {
    let listed = Listed::all();
    let mut counts = Counts::default();
    let own = own();
    if !compare(&own, &listed, &mut counts) {
        println!("no Node with ajv: nothing is compared");
        return;
    }
    let corpus = corpus();
    compare(&corpus, &listed, &mut counts);
    println!(
        "{} own texts, {} files: {} listed differences",
        own.len(),
        corpus.len(),
        counts.listed.values().sum::<usize>()
    );
    assert!(
        counts.unlisted.is_empty(),
        "{} differences are not listed:\n{}",
        counts.unlisted.len(),
        counts.unlisted.join("\n")
    );
    if corpus.is_empty() {
        return;
    }
    let unused: Vec<_> = (0..listed.len()).filter(|at| !counts.listed.contains_key(at)).map(|at| &listed[at]).collect();
    assert!(unused.is_empty(), "listed differences that there are no more: {unused:#?}");
    let page = page(&listed, &counts, own.len(), corpus.len());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/peers.md");
    if std::env::var_os("PIPEWRIGHT_WRITE").is_some() {
        std::fs::write(path, &page).expect("the page can be written");
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(kept, page, "docs/peers.md: PIPEWRIGHT_WRITE=1 cargo test --test peers writes it anew");
}

fn page(listed: &[Listed], counts: &Counts, own: usize, files: usize) -> String {
    let mut page = format!(
        "# Where others say otherwise

Our verdict against GitLab's JSON schema (by ajv), gitlab-ci-local and GitLab's own code, on {own} texts of the project and {files}
pipelines of others; counted and written by `PIPEWRIGHT_WRITE=1 cargo test --test peers`. A difference that is not listed
fails the test.

## What others refuse and we take

| who | where | says | times | why GitLab takes it | shown by |
| --- | --- | --- | --- | --- | --- |
"
    );
    for (at, line) in listed.iter().enumerate() {
        let code = |text: &str| if text.is_empty() { String::new() } else { format!("`{}`", text.replace('|', "\\|")) };
        page.push_str(&format!(
            "| {} | {} | {} | {} | {} | {} |\n",
            line.by,
            code(&line.place),
            code(&line.words),
            counts.listed.get(&at).unwrap_or(&0),
            line.because,
            line.source
        ));
    }
    page.push_str(
        "
## What we refuse and others take

Texts by the first of our errors. Of the files, GitLab's own code refuses each.

| rule | schema | gitlab-ci-local | shown by |
| --- | --- | --- | --- |
",
    );
    let rules: BTreeSet<&str> = counts.ours_alone.keys().map(|(_, rule)| *rule).collect();
    for rule in RULES.iter().filter(|rule| rules.contains(rule.code)) {
        let count = |by| counts.ours_alone.get(&(by, rule.code)).copied().unwrap_or_default();
        page.push_str(&format!(
            "| [{0}](rules.md#{0}) | {1} | {2} | {3} |\n",
            rule.code,
            count("schema"),
            count("gitlab-ci-local"),
            rule.source
        ));
    }
    page
}

#[test]
fn gitlab_ci_local_lists_the_jobs_that_we_list() {
    let listed = Listed::all();
    let mut compared = 0;
    let mut wrong = Vec::new();
    // It takes half a second for each, so every third.
    let good = RULES.iter().step_by(3).map(|rule| (rule.code, rule.good)).collect::<Vec<_>>();
    let Some(answers) = gitlab_ci_local(&good.iter().map(|(_, text)| *text).collect::<Vec<_>>()) else {
        println!("no Node that runs gitlab-ci-local: nothing is compared");
        return;
    };
    for ((code, text), answer) in good.iter().zip(answers) {
        let report = check_with(&Document::parse(*text), &Settings::gitlab());
        match answer {
            Peer::Jobs(theirs) => {
                let ours: BTreeSet<String> = report.jobs.iter().map(|(name, _)| name.to_string()).collect();
                compared += 1;
                if ours != theirs {
                    wrong.push(format!("{code}: ours {ours:?}, theirs {theirs:?}"));
                }
            }
            Peer::Refused(words) => {
                let missed = Missed { by: "gitlab-ci-local", place: String::new(), words: vec![words] };
                if !listed.iter().any(|line| line.explains(&missed)) {
                    wrong.push(format!("{code}: {:?}", missed.words));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared > good.len() / 2, "only {compared} compared");
    println!("gitlab-ci-local lists the same jobs for {compared} of {} examples", good.len());
}
