//! How long the core takes on generated pipelines: to parse one, to make one edit with its verification, to find all
//! that is wrong.
//!
//! Sizes grow tenfold, so that growth can be read off. Run by `make bench`, which then sets the edit against npm `yaml`
//! on the same file (peer.mjs); nothing here is asserted.

use criterion::{criterion_group, criterion_main, BenchmarkId, Criterion, Throughput};
use pipewright::command::Command;
use pipewright::lint::{self, Memory, Settings};
use pipewright::text::{Span, Transaction};
use pipewright::view::board::Board;
use pipewright::view::problems::Problems;
use pipewright::yaml::{Document, NewValue};
use std::rc::Rc;

/// A pipeline of `jobs` jobs of ten lines each and `commands` further ones, with comments, needs, variables and artifacts.
fn pipeline(jobs: usize, commands: usize) -> String {
    let mut text = String::from("stages: [build, test, deploy]\n\n.base: &base\n  tags: [docker]\n  retry: 1\n");
    let script = "      make --jobs 2 --directory services/catalogue check install\n".repeat(commands);
    for n in 0..jobs {
        let stage = ["build", "test", "deploy"][n * 3 / jobs];
        text.push_str(&format!(
            "\n# Job {n}\njob {n}:\n  <<: *base\n  stage: {stage}\n  variables:\n    NUMBER: \"{n}\" # its own\n  script:\n    - make job-{n}\n    - |\n      echo \"several lines\"\n{script}      echo done\n  artifacts:\n    paths: [out/{n}/]\n"
        ));
    }
    text
}

/// A pipeline of about so many bytes.
fn pipeline_of(bytes: usize, commands: usize) -> String {
    pipeline(bytes / (pipeline(1_000, commands).len() / 1_000), commands)
}

/// What `peer.mjs` reads: the file on which the edit is compared.
const PEER_FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/criterion/pipeline.yml");

fn text(criterion: &mut Criterion) {
    let dense = pipeline_of(1_000_000, 0);
    let folder = std::path::Path::new(PEER_FILE).parent().expect("the file has a folder");
    std::fs::create_dir_all(folder).and_then(|()| std::fs::write(PEER_FILE, &dense)).expect("target/ is writable");
    text_of(criterion, "text", &[("100 kB", pipeline_of(100_000, 0)), ("1 MB", dense)]);
    // GitLab takes no file of 10 MB that is as dense as that (more than 2 MB once read), and we read none.
    let long = |bytes| pipeline_of(bytes, 40);
    text_of(
        criterion,
        "long scripts",
        &[("100 kB", long(100_000)), ("1 MB", long(1_000_000)), ("10 MB", long(10_000_000))],
    );
}

fn text_of(criterion: &mut Criterion, name: &str, texts: &[(&str, String)]) {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(20);
    for (name, text) in texts {
        let document = Document::parse(text.as_str());
        let edit = Command::SetVariable {
            job: Some("job 20".into()),
            name: "NUMBER".into(),
            value: NewValue::String("yes".into()),
        };
        assert!(edit.plan(&document).is_ok(), "an edit that is refused is none to measure");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("parse", name), text, |b, text| {
            b.iter(|| Document::parse(text.as_str()))
        });
        group.bench_with_input(BenchmarkId::new("edit", name), &document, |b, document| b.iter(|| edit.plan(document)));
    }
    group.finish();
}

fn check(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("jobs");
    group.sample_size(20);
    for jobs in [100, 1_000, 5_000] {
        let document = Document::parse(pipeline(jobs, 0));
        group.bench_with_input(BenchmarkId::new("check", jobs), &document, |b, document| {
            b.iter(|| lint::check(document))
        });
        let versions = [
            document.clone(),
            document.edited(&Transaction::replace(Span::empty(document.text().len()), "last: {script: x}\n")),
        ];
        let (settings, fleet, mut memory) = (Settings::default(), Rc::default(), Memory::default());
        let mut at = 0;
        group.bench_with_input(BenchmarkId::new("check after an edit", jobs), &versions, |b, versions| {
            b.iter(|| {
                at += 1;
                lint::check_after(&versions[at % 2], &settings, &fleet, &mut memory)
            })
        });
        let problems = Problems::check(&document, &pipewright::lint::Settings::default());
        group.bench_with_input(BenchmarkId::new("board", jobs), &document, |b, document| {
            b.iter(|| Board::read(document, &problems))
        });
    }
    group.finish();
}

criterion_group!(all, text, check);
criterion_main!(all);
