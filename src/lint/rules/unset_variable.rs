//! A variable is used whose name is a letter away from one that there is.
//!
//! Variables may come from the project's settings, so one that the file does not define is not wrong by itself. A name
//! that hardly differs from a known one is probably a slip.

use foldhash::{HashMap, HashMapExt};
use std::collections::BTreeSet;

use crate::graph::dotenv_variables;
use crate::keywords::predefined_names;
use crate::lint::advice::Advice;
use crate::lint::fix::{nearest, use_text, Fix, Site};
use crate::lint::mentions::Mentions;
use crate::lint::Diagnostic;
use crate::lint::{Rule, Severity};
use crate::yaml::{Document, Kind};

/// The rule.
pub static RULE: Rule = Rule {
    code: "unset-variable",
    severity: Severity::Warning,
    summary: "A variable is used that the file does not define, and one with almost the same name is defined.",
    help: "Check the spelling. A variable of the project's settings may well have such a name.",
    source: "doc/ci/variables: a variable that is not defined is empty",
    fix: Some(fix),
    on: true,
    bad: "variables:\n  TARGET_HOST: example.org\ndeploy:\n  script: rsync out/ $TAGRET_HOST\n",
    good: "variables:\n  TARGET_HOST: example.org\ndeploy:\n  script: rsync out/ $TARGET_HOST\n",
};

/// Shorter names differ by a letter on purpose.
const SHORTEST: usize = 6;

/// Letters of the word that the slip is in that must be right.
const SHORTEST_WORD: usize = 3;

/// Whether a name may be a slip: it is long enough and not one of GitLab's.
pub fn is_suspect(name: &str) -> bool {
    name.len() >= SHORTEST && !predefined_names().any(|known| known == name)
}

/// Each use of such a name.
pub fn check(advice: &Advice<'_>, found: &mut Vec<Diagnostic>) {
    if !advice.pieces.iter().any(|(_, piece)| piece.mentioned.is_suspect) {
        return;
    }
    let mentions = Mentions::of(advice.document, advice.pieces);
    let facts = advice.facts;
    let reported: BTreeSet<String> =
        facts.jobs.iter().flat_map(|job| dotenv_variables(facts, job)).map(|variable| variable.name).collect();
    let mut known: HashMap<&str, Option<&str>> = HashMap::new();
    for (name, span) in &mentions.suspects {
        if let Some(meant) = known.entry(name).or_insert_with(|| meant(&mentions, &reported, name)) {
            let message = format!("${name} is not defined in this file; ${meant} is");
            found.push(Diagnostic::new(&RULE, message, *span));
        }
    }
}

/// The variable that was probably meant by a name that may be a slip.
fn meant<'d>(mentions: &Mentions<'d>, reported: &'d BTreeSet<String>, name: &str) -> Option<&'d str> {
    if mentions.defined.contains_key(name) || mentions.set_by_commands.contains(name) || reported.contains(name) {
        return None;
    }
    if name.starts_with("CI_") {
        let meant = nearest(name, predefined_names())?;
        return is_slip(name, meant).then_some(meant);
    }
    let candidates = mentions.defined.keys().copied().chain(reported.iter().map(String::as_str));
    let mut near: Vec<&'d str> = candidates.filter(|defined| is_slip(name, defined)).collect();
    near.sort_unstable();
    near.first().copied()
}

/// Two letters swapped, one changed, dropped or added inside. Other digits, or more at an end, make another name.
fn is_slip(name: &str, meant: &str) -> bool {
    if name.len().abs_diff(meant.len()) > 1 || name.starts_with(meant) || meant.starts_with(name) {
        return false;
    }
    let (one, two) = (name.as_bytes(), meant.as_bytes());
    let start = one.iter().zip(two).take_while(|(a, b)| a == b).count();
    let end = one.iter().rev().zip(two.iter().rev()).take_while(|(a, b)| a == b).count();
    let end = end.min(one.len() - start).min(two.len() - start);
    let (a, b) = (&one[start..one.len() - end], &two[start..two.len() - end]);
    // Words of two or three letters differ on purpose.
    let word = name[..start].rsplit('_').next().map_or(0, str::len)
        + name[name.len() - end..].split('_').next().map_or(0, str::len);
    let letters = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_alphabetic);
    let swapped = a.len() == 2 && b.len() == 2 && a[0] == b[1] && a[1] == b[0];
    word >= SHORTEST_WORD
        && letters(a)
        && letters(b)
        && start > 0
        && (swapped || a.len() <= 1 && b.len() <= 1 && end > 0)
}

/// The variable that was probably meant, in the text around.
fn fix(site: &Site<'_>) -> Option<Fix> {
    let document: &Document = site.document;
    let span = site.finding.span;
    let name = span.slice(document.text());
    let meant = site.finding.message.rsplit_once("; $")?.1.strip_suffix(" is")?;
    let node = document.path_at(span.from()).into_iter().rfind(|node| node.kind() == Kind::Scalar)?;
    let mended = node.value().replace(&format!("${name}"), &format!("${meant}"));
    let mended = mended.replace(&format!("${{{name}"), &format!("${{{meant}"));
    (mended != node.value()).then(|| use_text(node, &mended))
}
