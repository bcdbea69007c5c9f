//! The handbooks in docs/ are those of the rules and of the keyword table.
//! `PIPEWRIGHT_WRITE=1 cargo test --test handbook` writes them.

use std::path::Path;

fn held_up_to_date(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var_os("PIPEWRIGHT_WRITE").is_some() {
        std::fs::write(&path, text).expect("docs can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "docs/{name} is out of date: PIPEWRIGHT_WRITE=1 cargo test --test handbook writes it");
}

#[test]
fn the_handbook_of_rules_is_up_to_date() {
    held_up_to_date("rules.md", &pipewright::lint::handbook());
}

#[test]
fn the_handbook_of_keywords_is_up_to_date() {
    held_up_to_date("keywords.md", &pipewright::keywords::handbook());
}
