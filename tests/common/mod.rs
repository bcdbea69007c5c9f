//! What several test files share: where the files of others lie, which are read where they are present.

// Each test file takes what it needs of it.
#![allow(dead_code)]

pub mod applicable;
pub mod meaning;

use std::path::{Path, PathBuf};

/// `../shared` beside the project, where this machine has it.
pub fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    folder.is_dir().then_some(folder)
}

/// Every pipeline of the corpus and the workspaces, and the project's own fixtures, with its bytes.
pub fn pipelines() -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = fixtures();
    for folder in shared().into_iter().flat_map(|shared| [shared.join("corpus"), shared.join("workspaces")]) {
        files.extend(pipelines_in(folder));
    }
    files.sort();
    files
}

/// The project's own pipelines.
pub fn fixtures() -> Vec<(PathBuf, Vec<u8>)> {
    pipelines_in(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"))
}

fn pipelines_in(folder: PathBuf) -> Vec<(PathBuf, Vec<u8>)> {
    let mut folders = vec![folder];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.filter_map(|entry| entry.ok()).map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "yml" || ending == "yaml") {
                let bytes = std::fs::read(&path).expect("a listed file can be read");
                files.push((path, bytes));
            }
        }
    }
    files.sort();
    files
}

/// How many cases a property is tried on: `PROPTEST_CASES`, else the usual number.
pub fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}
