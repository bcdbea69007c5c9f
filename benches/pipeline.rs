//! How long the core takes: parse, one edit with its verification, and all findings, on generated pipelines.
//!
//! Sizes grow tenfold, so that growth can be read off. Run by `make bench`; nothing here is asserted.

use criterion::{criterion_group, criterion_main, BenchmarkId, Criterion, Throughput};
use pipewright::command::Command;
use pipewright::lint;
use pipewright::yaml::{Document, NewValue};

/// A pipeline of `jobs` jobs of ten lines each, with comments, needs, variables and artifacts.
fn pipeline(jobs: usize) -> String {
    let mut text = String::from("stages: [build, test, deploy]\n\n.base: &base\n  tags: [docker]\n  retry: 1\n");
    for n in 0..jobs {
        let stage = ["build", "test", "deploy"][n * 3 / jobs];
        text.push_str(&format!(
            "\n# Job {n}\njob {n}:\n  <<: *base\n  stage: {stage}\n  variables:\n    NUMBER: \"{n}\" # its own\n  script:\n    - make job-{n}\n    - |\n      echo \"several lines\"\n      echo done\n  artifacts:\n    paths: [out/{n}/]\n"
        ));
    }
    text
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("pipeline");
    group.sample_size(20);
    for jobs in [100, 1_000, 5_000] {
        let text = pipeline(jobs);
        let document = Document::parse(text.as_str());
        let job = format!("job {}", jobs / 2);
        let edit = Command::SetVariable { job: Some(job), name: "ADDED".into(), value: NewValue::String("yes".into()) };
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("parse", jobs), &text, |b, text| b.iter(|| Document::parse(text.as_str())));
        group.bench_with_input(BenchmarkId::new("edit", jobs), &document, |b, document| b.iter(|| edit.plan(document)));
        group.bench_with_input(BenchmarkId::new("check", jobs), &document, |b, document| b.iter(|| lint::check(document)));
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
