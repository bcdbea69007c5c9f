//! The invariants of the house (ARCHITECTURE.md): who may use whom, and that every module says what it is.

use std::path::{Path, PathBuf};

/// The folders in the order of the data. A folder may use those before it.
const LAYERS: &[&str] = &[
    "text", "yaml", "keywords", "pipeline", "resolve", "simulate", "graph", "runner", "lint", "command", "editor",
    "view", "gesture", "ui",
];

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a source folder can be listed") {
        let path = entry.expect("an entry can be listed").path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

fn all_sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    files
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&root).expect("a source lies in src").display().to_string();
            (name, std::fs::read_to_string(&path).expect("a source can be read"))
        })
        .collect()
}

#[test]
fn imports_go_down_the_layers_only() {
    for (name, text) in all_sources() {
        let Some(layer) = name.split('/').next().and_then(|folder| LAYERS.iter().position(|known| *known == folder))
        else {
            continue;
        };
        for used in text.split("crate::").skip(1) {
            let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let Some(other) = LAYERS.iter().position(|known| *known == used) else { continue };
            assert!(other <= layer, "{name} uses crate::{used}, which lies above it");
        }
    }
}

#[test]
fn only_the_page_knows_the_browser() {
    let crates = ["yew::", "web_sys::", "js_sys::", "gloo::", "wasm_bindgen::", "fluent_bundle::"];
    for (name, text) in all_sources().into_iter().filter(|(name, _)| !name.starts_with("ui/") && name != "main.rs") {
        for browser in crates {
            assert!(!text.contains(browser), "{name} uses {browser}");
        }
    }
}

#[test]
fn every_folder_of_the_house_is_a_known_layer() {
    for (name, _) in all_sources() {
        if let Some((folder, _)) = name.split_once('/') {
            assert!(LAYERS.contains(&folder), "{folder} is no layer of the house");
        }
    }
}

#[test]
fn every_module_opens_with_what_it_is() {
    for (name, text) in all_sources() {
        assert!(text.starts_with("//! "), "{name} does not open with a line on what lives there");
    }
}
