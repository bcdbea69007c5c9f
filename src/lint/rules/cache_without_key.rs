//! A cache without a key.

use std::collections::HashSet;

use crate::lint::advice::Advice;
use crate::lint::fix::{Fix, Site};
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::resolve::Value;
use crate::yaml::NewValue;

/// The rule.
pub static RULE: Rule = Rule {
    code: "cache-without-key",
    severity: Severity::Warning,
    summary: "A cache has no key, so all branches and all jobs without one share it.",
    help: "Give it a key: $CI_COMMIT_REF_SLUG for one by branch, key:files for one that follows a lock file.",
    source: "doc/ci/yaml (cache:key): the default key is `default`",
    fix: Some(fix),
    on: true,
    bad: "build:\n  script: make\n  cache:\n    paths: [node_modules/]\n",
    good: "build:\n  script: make\n  cache:\n    key: $CI_COMMIT_REF_SLUG\n    paths: [node_modules/]\n",
};

/// Each cache of the effective configuration, once: a key may come from a base.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    let default = advice.config.given("default").and_then(Value::as_map);
    let holders = advice.facts.jobs.iter().map(|job| (Some(&job.subject), job.map));
    for (job, holder) in [advice.config].into_iter().chain(default).map(|holder| (None, holder)).chain(holders) {
        let Some(caches) = holder.given("cache").filter(|caches| seen.insert(caches.identity())) else { continue };
        let listed = caches.as_list().unwrap_or(std::slice::from_ref(caches));
        for cache in listed {
            let Some(map) = cache.as_map().filter(|map| !map.open) else { continue };
            // Disabled, or without anything to keep.
            let Some(paths) = map.entry("paths").filter(|_| !map.has("key")) else { continue };
            let finding = Diagnostic::new(&RULE, "this cache has no key; every branch shares it", paths.key_span);
            found.push(match job {
                Some(job) => finding.of(job),
                None => finding,
            });
        }
    }
}

/// A key by branch.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let cache = site.node()?.parent()?;
    Some(Fix::set(cache, "key", NewValue::String("$CI_COMMIT_REF_SLUG".to_owned())))
}
