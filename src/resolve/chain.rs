//! Where a keyword of a job comes from: the job itself, a merge key, a base that it extends, or `default:`.
//!
//! Works on nodes of the text, so that edits can go to the source. Values are taken whole, as GitLab does for all but
//! mappings; [`entries`] merges the entries of mappings such as `variables`.

use foldhash::{HashMap, HashSet};
use std::cell::RefCell;
use std::rc::Rc;

use crate::keywords::JOB;
use crate::pipeline::job_named;
use crate::yaml::{Document, Entry, Kind, NodeId, NodeRef};

/// Bases that are followed; GitLab stops at 10 levels of `extends`.
const DEPTH: usize = 12;

/// Bases of one job, theirs among them, that are looked at: far more than any pipeline has.
const MOST_BASES: usize = 100;

/// Bases whose entries are merged for one keyword of one job.
const STEPS: usize = 1000;

/// Whether `default:` may hold the keyword (lib/gitlab/ci/config/entry/default.rb).
fn has_default(keyword: &str) -> bool {
    JOB.keyword(keyword).is_some_and(|keyword| keyword.in_default)
}

/// Whose value it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The job has the keyword itself.
    Own,
    /// A merge key `<<: *anchor` of the job, or of a base. Holds the anchor.
    Merge(String),
    /// A base that the job extends, directly or not. Holds its name.
    Extends(String),
    /// `default:`, or the same keyword at the top level.
    Default,
}

/// A value and whose it is.
#[derive(Debug, Clone)]
pub struct Found<'d> {
    /// The value, aliases followed.
    pub value: NodeRef<'d>,
    /// Whose it is.
    pub source: Source,
}

/// The value of `keyword` that counts for the job whose keywords are `job`.
pub fn keyword<'d>(document: &'d Document, job: NodeRef<'d>, keyword: &str) -> Option<Found<'d>> {
    Chain::of(document, job).keyword(keyword)
}

/// What counts for the job if it had no `keyword` of its own.
pub fn inherited<'d>(document: &'d Document, job: NodeRef<'d>, keyword: &str) -> Option<Found<'d>> {
    let chain = Chain::of(document, job);
    let found = in_mapping(job, keyword, true).or_else(|| chain.in_bases(keyword));
    found.filter(|found| !found.value.is_null()).or_else(|| in_default(document, job, keyword))
}

/// What many jobs of a document have in common, for those who read many: what `default:` and the top level hold for them,
/// and the keys of their bases.
pub struct Defaults<'d> {
    values: Vec<(&'static str, NodeRef<'d>)>,
    bases: RefCell<HashMap<NodeId, Rc<Keys<'d>>>>,
}

impl<'d> Defaults<'d> {
    /// Those of a document.
    pub fn of(document: &'d Document) -> Self {
        let keywords = JOB.keywords.iter().filter(|keyword| keyword.in_default);
        let values = keywords.filter_map(|keyword| Some((keyword.name, default(document, keyword.name)?))).collect();
        Self { values, bases: RefCell::default() }
    }

    fn keys(&self, base: NodeRef<'d>) -> Rc<Keys<'d>> {
        self.bases.borrow_mut().entry(base.id()).or_insert_with(|| Rc::new(Keys::of(base))).clone()
    }

    fn get(&self, keyword: &str) -> Option<NodeRef<'d>> {
        self.values.iter().find(|(name, _)| *name == keyword).map(|(_, value)| *value)
    }
}

/// A job and its bases, for those who ask for many of its keywords.
pub struct Chain<'d, 'c> {
    document: &'d Document,
    job: NodeRef<'d>,
    own: Keys<'d>,
    /// The bases and theirs, those that win first, each once.
    bases: Vec<(&'d str, NodeRef<'d>, Rc<Keys<'d>>)>,
    defaults: Option<&'c Defaults<'d>>,
}

/// The entries of a mapping with their keys.
struct Keys<'d>(Vec<(&'d str, Entry<'d>)>);

impl<'d> Keys<'d> {
    fn of(mapping: NodeRef<'d>) -> Self {
        Self(keyed(mapping).collect())
    }

    fn find(&self, keyword: &str) -> Option<Found<'d>> {
        in_entries(self.0.iter().copied().rev(), keyword, false)
    }

    fn bases(&self) -> Vec<&'d str> {
        names(self.find("extends"))
    }
}

impl<'d, 'c> Chain<'d, 'c> {
    /// Follows the bases of the job whose keywords are `job`.
    pub fn of(document: &'d Document, job: NodeRef<'d>) -> Self {
        Self::followed(document, job, None)
    }

    /// The same for one of many jobs of a document, whose defaults are known.
    pub fn with(defaults: &'c Defaults<'d>, document: &'d Document, job: NodeRef<'d>) -> Self {
        Self::followed(document, job, Some(defaults))
    }

    fn followed(document: &'d Document, job: NodeRef<'d>, defaults: Option<&'c Defaults<'d>>) -> Self {
        let mut chain = Self { document, job, own: Keys::of(job), bases: Vec::new(), defaults };
        let bases = chain.own.bases();
        chain.follow(bases, 0);
        chain
    }

    fn follow(&mut self, bases: Vec<&'d str>, depth: usize) {
        if depth > DEPTH {
            return;
        }
        for base in bases.into_iter().rev() {
            let value = job_named(self.document, base).and_then(|base| base.value().resolved());
            if self.bases.len() >= MOST_BASES {
                return;
            }
            // What a base has counts where it comes first.
            let Some(value) = value.filter(|value| self.bases.iter().all(|(_, known, _)| known != value)) else {
                continue;
            };
            let keys = self.defaults.map_or_else(|| Rc::new(Keys::of(value)), |defaults| defaults.keys(value));
            let further = keys.bases();
            self.bases.push((base, value, keys));
            self.follow(further, depth + 1);
        }
    }

    /// The value of a keyword that counts.
    pub fn keyword(&self, keyword: &str) -> Option<Found<'d>> {
        let found = self.own.find(keyword).or_else(|| self.in_bases(keyword));
        // A null counts as not given (lib/gitlab/config/entry/node.rb), so the default applies.
        found.filter(|found| !found.value.is_null()).or_else(|| self.in_default(keyword))
    }

    /// The names in the job's own `extends`, in order; the last wins.
    pub fn extends(&self) -> Vec<&'d str> {
        self.own.bases()
    }

    fn in_default(&self, keyword: &str) -> Option<Found<'d>> {
        let Some(defaults) = self.defaults else { return in_default(self.document, self.job, keyword) };
        let value = defaults.get(keyword).filter(|_| inherits_default(self.job, keyword))?;
        Some(Found { value, source: Source::Default })
    }

    fn in_bases(&self, keyword: &str) -> Option<Found<'d>> {
        self.bases.iter().find_map(|(base, _, keys)| {
            let found = keys.find(keyword)?;
            Some(Found { value: found.value, source: Source::Extends((*base).to_owned()) })
        })
    }
}

/// The entries of a mapping keyword such as `variables` that count for a job, its own last, each key once.
pub fn entries<'d>(document: &'d Document, job: NodeRef<'d>, keyword: &str) -> Vec<(&'d str, Found<'d>)> {
    let mut merged: Vec<(&'d str, Found<'d>)> = Vec::new();
    for (key, found) in all_entries(document, job, keyword) {
        match merged.iter_mut().find(|(known, _)| *known == key) {
            Some(slot) => slot.1 = found,
            None => merged.push((key, found)),
        }
    }
    merged
}

/// The entries that a job has from anywhere, also those that do not count: of one key the last does.
pub fn all_entries<'d>(document: &'d Document, job: NodeRef<'d>, keyword: &str) -> Vec<(&'d str, Found<'d>)> {
    let mut layers = Vec::new();
    layers_of(document, job, keyword, &mut Walk::default(), &mut layers);
    layers.iter().flat_map(flat_entries).collect()
}

/// Where a search has been. What was searched in vain is not searched again, or a text in which everything merges or
/// extends everything would be searched on 10^10 ways.
#[derive(Default)]
struct Walk {
    depth: usize,
    steps: usize,
    seen: HashSet<NodeId>,
}

impl Walk {
    /// Goes a step deeper unless that is too deep, or more steps were taken than any pipeline needs: the layers of a
    /// base count each time that it is extended, the last above all.
    fn deeper(&mut self, search: impl FnOnce(&mut Self)) {
        if self.depth > DEPTH || self.steps >= STEPS {
            return;
        }
        self.depth += 1;
        self.steps += 1;
        search(self);
        self.depth -= 1;
    }

    /// Goes a step deeper, into `node`, unless that is too deep or was there before.
    fn enter<T>(&mut self, node: NodeRef<'_>, search: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth > DEPTH || !self.seen.insert(node.id()) {
            return None;
        }
        self.depth += 1;
        let found = search(self);
        self.depth -= 1;
        found
    }
}

/// In a mapping and its merge keys. Keys after a merge key win over it, keys before it lose (Psych,
/// `lib/psych/visitors/to_ruby.rb`).
fn in_mapping<'d>(mapping: NodeRef<'d>, keyword: &str, merged_only: bool) -> Option<Found<'d>> {
    in_entries(keyed(mapping).rev(), keyword, merged_only)
}

fn keyed<'d>(mapping: NodeRef<'d>) -> impl DoubleEndedIterator<Item = (&'d str, Entry<'d>)> {
    mapping.entries().map(|entry| (entry.key.value(), entry))
}

/// The same in its entries, the last first.
fn in_entries<'d>(
    entries: impl Iterator<Item = (&'d str, Entry<'d>)>,
    keyword: &str,
    merged_only: bool,
) -> Option<Found<'d>> {
    let mut walk = Walk::default();
    for (key, entry) in entries {
        if key == keyword && !merged_only {
            return Some(Found { value: entry.value.resolved()?, source: Source::Own });
        }
        if key == "<<" && entry.key.text() == "<<" {
            let found = merge_targets(entry.value).find_map(|(anchor, target)| {
                let found = walk.enter(target, |walk| in_mapping_at(target, keyword, walk))?;
                Some(Found { value: found, source: Source::Merge(anchor) })
            });
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

fn in_mapping_at<'d>(mapping: NodeRef<'d>, keyword: &str, walk: &mut Walk) -> Option<NodeRef<'d>> {
    mapping.entries().rev().find_map(|entry| match entry.key.value() {
        key if key == keyword => entry.value.resolved(),
        "<<" => merge_targets(entry.value)
            .find_map(|(_, target)| walk.enter(target, |walk| in_mapping_at(target, keyword, walk))),
        _ => None,
    })
}

/// What a merge key merges: one alias, or a list of them of which the first wins.
pub fn merge_targets<'d>(value: NodeRef<'d>) -> impl Iterator<Item = (String, NodeRef<'d>)> {
    let listed = value.kind() == Kind::Sequence;
    let single = (!listed).then_some(value);
    let name = |node: NodeRef<'d>| if node.kind() == Kind::Alias { node.value().to_owned() } else { String::new() };
    single.into_iter().chain(value.items()).filter_map(move |node| Some((name(node), node.resolved()?)))
}

/// The names in `extends`, in order; the last wins.
pub fn bases(job: NodeRef<'_>) -> Vec<&str> {
    names(in_mapping(job, "extends", false))
}

fn names<'d>(extends: Option<Found<'d>>) -> Vec<&'d str> {
    match extends.map(|found| found.value) {
        Some(list) if list.kind() == Kind::Sequence => list.items().filter_map(|item| item.as_str()).collect(),
        Some(one) => one.as_str().into_iter().collect(),
        None => Vec::new(),
    }
}

fn in_default<'d>(document: &'d Document, job: NodeRef<'d>, keyword: &str) -> Option<Found<'d>> {
    if !has_default(keyword) || !inherits_default(job, keyword) {
        return None;
    }
    Some(Found { value: default(document, keyword)?, source: Source::Default })
}

/// What a document has for jobs without the keyword.
fn default<'d>(document: &'d Document, keyword: &str) -> Option<NodeRef<'d>> {
    let top = document.top()?;
    let default = top.get("default").and_then(|default| in_mapping_at(default, keyword, &mut Walk::default()));
    default.or_else(|| top.get(keyword))?.resolved()
}

/// `inherit: { default: … }` (doc/ci/yaml, "inherit:default").
fn inherits_default(job: NodeRef<'_>, keyword: &str) -> bool {
    let Some(rule) = job.get("inherit").and_then(|inherit| inherit.get("default")) else { return true };
    match rule.kind() {
        Kind::Sequence => rule.items().any(|item| item.value() == keyword),
        _ => rule.value() != "false",
    }
}

fn layers_of<'d>(document: &'d Document, job: NodeRef<'d>, keyword: &str, walk: &mut Walk, into: &mut Vec<Found<'d>>) {
    for base in bases(job) {
        let Some(value) = job_named(document, base).and_then(|job| job.value().resolved()) else { continue };
        let from = into.len();
        walk.deeper(|walk| layers_of(document, value, keyword, walk, into));
        for layer in &mut into[from..] {
            if !matches!(layer.source, Source::Extends(_)) {
                layer.source = Source::Extends(base.to_owned());
            }
        }
    }
    into.extend(in_mapping(job, keyword, false));
}

/// The entries of one layer, its merge keys expanded.
fn flat_entries<'d>(layer: &Found<'d>) -> Vec<(&'d str, Found<'d>)> {
    let mut entries = Vec::new();
    for entry in layer.value.entries() {
        if entry.key.value() == "<<" {
            for (anchor, target) in merge_targets(entry.value) {
                let source = match &layer.source {
                    Source::Own => Source::Merge(anchor),
                    other => other.clone(),
                };
                let merged = target.entries().filter(|entry| entry.key.value() != "<<");
                entries.extend(merged.map(|e| (e.key.value(), Found { value: e.value, source: source.clone() })));
            }
        } else {
            entries.push((entry.key.value(), Found { value: entry.value, source: layer.source.clone() }));
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage_of(text: &str, job: &str) -> Option<(String, Source)> {
        let document = Document::parse(text);
        let job = job_named(&document, job)?.value();
        keyword(&document, job, "stage").map(|found| (found.value.value().to_owned(), found.source))
    }

    #[test]
    fn a_key_after_the_merge_key_wins_and_one_before_it_loses() {
        let base = ".b: &b\n  stage: base\n";
        let own = ("own".to_owned(), Source::Own);
        let merged = ("base".to_owned(), Source::Merge("b".to_owned()));
        assert_eq!(stage_of(&format!("{base}j:\n  <<: *b\n  stage: own\n"), "j"), Some(own));
        assert_eq!(stage_of(&format!("{base}j:\n  stage: own\n  <<: *b\n"), "j"), Some(merged));
    }

    #[test]
    fn the_last_base_wins_and_bases_are_followed() {
        let text = ".a:\n  stage: a\n.b:\n  extends: .a\nj:\n  extends: [.c, .b]\n.c:\n  stage: c\n";
        assert_eq!(stage_of(text, "j"), Some(("a".to_owned(), Source::Extends(".a".to_owned()))));
    }

    #[test]
    fn bases_in_a_circle_end() {
        assert_eq!(stage_of(".a:\n  extends: .b\n.b:\n  extends: .a\nj:\n  extends: .a\n", "j"), None);
    }

    #[test]
    fn where_everything_merges_and_extends_everything_the_search_still_ends() {
        let layer = |at: usize| {
            let all = |mark: &str| vec![format!("{mark}l{}", at - 1); 10].join(", ");
            format!(".l{at}: &l{at} {{<<: [{}], extends: [{}]}}\n", all("*"), all("."))
        };
        let layers: String = (1..10).map(layer).collect();
        let text = format!(".l0: &l0 {{a: b}}\n{layers}j:\n  <<: *l9\n  extends: .l9\n  script: x\n");
        assert_eq!(stage_of(&text, "j"), None);
        let document = Document::parse(text);
        let job = job_named(&document, "j").unwrap().value();
        assert!(entries(&document, job, "variables").is_empty());
    }

    #[test]
    fn variables_of_bases_are_merged_by_name() {
        let text = ".a:\n  variables: {X: 1, Y: 1}\nj:\n  extends: .a\n  variables: {Y: 2}\n";
        let document = Document::parse(text);
        let job = job_named(&document, "j").unwrap().value();
        let merged: Vec<_> =
            entries(&document, job, "variables").into_iter().map(|(k, f)| (k, f.value.value(), f.source)).collect();
        assert_eq!(merged, [("X", "1", Source::Extends(".a".into())), ("Y", "2", Source::Own)]);
    }
}
