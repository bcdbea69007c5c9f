//! The stylesheets keep their order: each in a declared layer, colours in the tokens only, each linked by the page.

use regex_lite::Regex;
use std::path::Path;

fn sheets() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let mut sheets: Vec<_> = std::fs::read_dir(folder)
        .expect("a stylesheet can be read")
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|ext| ext == "css"))
        .map(|entry| {
            (
                entry.file_name().to_string_lossy().into_owned(),
                std::fs::read_to_string(entry.path()).expect("a stylesheet can be read"),
            )
        })
        .collect();
    sheets.sort();
    sheets
}

fn without_comments(text: &str) -> String {
    Regex::new(r"(?s)/\*.*?\*/").expect("a stylesheet can be read").replace_all(text, "").into_owned()
}

#[test]
fn every_rule_stands_in_a_declared_layer() {
    let layers = Regex::new(r"@layer\s+([^;{]+);").expect("a stylesheet can be read");
    let sheets = sheets();
    let (_, first) = sheets.iter().find(|(name, _)| name == "layers.css").expect("a stylesheet can be read");
    let declared: Vec<_> = layers.captures(first).expect("a stylesheet can be read")[1]
        .split(',')
        .map(|name| name.trim().to_owned())
        .collect();
    for (name, text) in sheets.iter().filter(|(name, _)| name != "layers.css") {
        let text = without_comments(text);
        let mut depth = 0usize;
        let mut head = String::new();
        for c in text.chars() {
            match c {
                '{' => {
                    if depth == 0 {
                        let layer = head.trim().strip_prefix("@layer ").unwrap_or_default().to_owned();
                        assert!(declared.contains(&layer), "{name}: {:?} is in no declared layer", head.trim());
                    }
                    depth += 1;
                    head.clear();
                }
                '}' => {
                    depth -= 1;
                    head.clear();
                }
                _ => head.push(c),
            }
        }
        assert_eq!(depth, 0, "{name}: a brace is missing");
    }
}

#[test]
fn colours_stand_in_the_tokens_only() {
    let colour = Regex::new(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb|color|light-dark)\(")
        .expect("a stylesheet can be read");
    for (name, text) in sheets().iter().filter(|(name, _)| name != "tokens.css") {
        let found = without_comments(text);
        let found: Vec<_> = colour.find_iter(&found).map(|found| found.as_str()).collect();
        assert!(found.is_empty(), "{name} has colours of its own: {found:?}");
    }
}

#[test]
fn every_custom_property_is_defined() {
    let used = Regex::new(r"var\((--[a-z0-9-]+)").expect("a stylesheet can be read");
    let defined = Regex::new(r"(--[a-z0-9-]+)\s*:").expect("a stylesheet can be read");
    let sheets = sheets();
    let known: Vec<_> =
        sheets.iter().flat_map(|(_, text)| defined.captures_iter(text)).map(|c| c[1].to_owned()).collect();
    for (name, text) in &sheets {
        for found in used.captures_iter(text) {
            // Sizes that people set by dragging have a fallback.
            assert!(known.contains(&found[1].to_owned()) || found[1].ends_with("-size"), "{name}: {}", &found[1]);
        }
    }
}

#[test]
fn the_page_links_every_sheet_the_layers_first() {
    let index = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html"))
        .expect("a stylesheet can be read");
    let link = Regex::new(r#"rel="css" href="styles/([^"]+)""#).expect("a stylesheet can be read");
    let linked: Vec<_> = link.captures_iter(&index).map(|found| found[1].to_owned()).collect();
    let mut sorted = linked.clone();
    sorted.sort();
    assert_eq!(sorted, sheets().into_iter().map(|(name, _)| name).collect::<Vec<_>>());
    assert_eq!(linked.first().map(String::as_str), Some("layers.css"));
}
