//! An image without a version, or with `latest`.

use crate::lint::advice::Holder;
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::yaml::{Kind, NodeRef};

/// The rule.
pub static RULE: Rule = Rule {
    code: "unpinned-image",
    severity: Severity::Warning,
    summary: "An image has no version, or `latest`, so the pipeline may break without any change to the project.",
    help: "Name a version, as in ruby:3.4, or a digest.",
    source: "doc/ci/docker/using_docker_images.md; the tag latest moves",
    fix: None,
    on: true,
    bad: "build:\n  image: ruby\n  script: make\n",
    good: "build:\n  image: ruby:3.4\n  script: make\n",
};

/// Each image and service where it is written.
pub fn check(holder: &Holder<'_>, found: &mut Vec<Diagnostic>) {
    if holder.is_workflow() {
        return;
    }
    let services = holder.node.get("services").into_iter().flat_map(|services| services.items());
    for image in holder.node.get("image").into_iter().chain(services) {
        let name = image.get("name").unwrap_or(image);
        if let Some(what) = wrong_with(name) {
            let message = format!("image {} {what}", name.value());
            found.push(holder.finding(&RULE, message, name));
        }
    }
}

fn wrong_with(name: NodeRef<'_>) -> Option<&'static str> {
    let text = name.as_str().filter(|_| name.kind() == Kind::Scalar)?;
    // Variables and inputs may hold the version; a digest is one.
    if text.is_empty() || text.contains(['$', '@']) {
        return None;
    }
    let last = text.rsplit('/').next().unwrap_or(text);
    match last.split_once(':') {
        None => Some("has no version: name one, as in name:1.2"),
        Some((_, "latest")) => Some("is whatever is latest: name a version"),
        Some(_) => None,
    }
}
