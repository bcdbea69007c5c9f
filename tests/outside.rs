//! The words of the page's shell (web/), which Fluent's own tests do not see: both languages have them, and all are used.

use std::collections::BTreeSet;
use std::path::Path;

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn keys(file: &str) -> BTreeSet<String> {
    let text = read(file);
    let messages = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    messages.map(|line| line.split_once(" = ").expect("a message of one line").0.to_owned()).collect()
}

#[test]
fn both_languages_have_the_same_words_and_each_is_used() {
    let english = keys("src/ui/i18n/en-outside.ftl");
    assert_eq!(english, keys("src/ui/i18n/es-outside.ftl"));
    let code: String = ["web/recovery.js", "web/update.js", "tools/finish-page.mjs"].map(read).concat();
    let quoted = regex_lite::Regex::new(r#""(outside-[a-z-]+)""#).expect("a pattern");
    let used: BTreeSet<_> = quoted.captures_iter(&code).map(|found| found[1].to_owned()).collect();
    assert_eq!(english, used);
}
