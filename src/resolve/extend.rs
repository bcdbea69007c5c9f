//! `extends`: each top-level mapping merged onto its bases (lib/gitlab/ci/config/extendable.rb and extendable/entry.rb).

use std::rc::Rc;

use super::building::Building;
use super::problem::{Problem, ProblemKind};
use super::ruby;
use super::value::{Data, Entry, Key, Map, Value};
use crate::text::Span;

/// GitLab's `MAX_NESTING_LEVELS`.
const LEVELS: usize = 10;
/// Entries that all `extends` of a file may copy before it counts as too big.
const BUDGET: usize = 500_000;

enum State {
    New,
    /// Extended; `levels` is the length of the longest chain of entries with `extends` from here on.
    Done {
        levels: usize,
    },
    Failed,
}

/// Extends the entries of the top level in order, as GitLab does.
pub(super) struct Extension {
    entries: Vec<Entry>,
    index: Map,
    states: Vec<State>,
    copied: usize,
    pub problems: Vec<Problem>,
}

impl Extension {
    pub fn new(top: &Map) -> Self {
        let entries = top.entries().to_vec();
        let states = entries.iter().map(|_| State::New).collect();
        let index = Map::new(entries.clone(), top.open);
        Self { entries, index, states, copied: 0, problems: Vec::new() }
    }

    /// The entries with their bases merged in.
    pub fn run(mut self) -> (Vec<Entry>, Vec<Problem>) {
        for at in 0..self.entries.len() {
            self.extend(at, &mut Vec::new());
        }
        (self.entries, self.problems)
    }

    /// Extends the entry at `at`, which the entries `ancestors` extend. False where that failed. The depth of this
    /// recursion is bounded by [`LEVELS`].
    fn extend(&mut self, at: usize, ancestors: &mut Vec<usize>) -> bool {
        let value = self.entries[at].value.clone();
        let Some(map) = value.as_map() else { return true };
        let Some(extends) = map.get("extends").cloned() else { return true };
        match self.states[at] {
            State::Failed => return false,
            State::Done { levels } if ancestors.len() + levels <= LEVELS + 1 => return true,
            _ => {}
        }
        let bases = base_names(&extends);
        let mut open = matches!(extends.data, Data::Unknown);
        let mut indexes = Vec::new();
        let mut unknown = Vec::new();
        for (name, span) in bases {
            match self.index.position(&Key::Name(name.as_str().into())) {
                Some(base) => indexes.push((base, span)),
                None if self.index.open => open = true,
                None => unknown.push((name, span)),
            }
        }
        if let Some((_, span)) = unknown.first() {
            let (names, span) = (join(&unknown), *span);
            return self.fail(at, ProblemKind::UnknownBase, format!("unknown keys in `extends` ({names})"), span);
        }
        let not_mapping = |base: &usize| !matches!(self.entries[*base].value.data, Data::Map(_) | Data::Unknown);
        let invalid: Vec<(String, Span)> = indexes
            .iter()
            .filter(|(base, _)| not_mapping(base))
            .map(|(base, span)| (self.entries[*base].key.text().to_owned(), *span))
            .collect();
        if let Some((_, span)) = invalid.first() {
            let (names, span) = (join(&invalid), *span);
            return self.fail(
                at,
                ProblemKind::InvalidBase,
                format!("invalid base hashes in `extends` ({names})"),
                span,
            );
        }
        if ancestors.len() > LEVELS {
            return self.fail(at, ProblemKind::DeepExtends, "nesting too deep in `extends`".to_owned(), extends.span);
        }
        if ancestors.contains(&at) {
            let message = "circular dependency detected in `extends`".to_owned();
            return self.fail(at, ProblemKind::CircularExtends, message, extends.span);
        }
        ancestors.push(at);
        let mut levels = 0;
        let mut sound = true;
        for (base, _) in &indexes {
            sound &= self.extend(*base, ancestors);
            if let State::Done { levels: below } = self.states[*base] {
                levels = levels.max(below);
            }
        }
        ancestors.pop();
        if matches!(self.states[at], State::Failed) {
            return false;
        }
        if !sound {
            // The base has the error; what it would have given is unknown here.
            self.give_up(at);
            return false;
        }
        if matches!(self.states[at], State::Done { .. }) {
            return true;
        }
        self.states[at] = State::Done { levels: levels + 1 };
        let merged = self.merged(&indexes, map, open, value.span);
        self.entries[at].value = merged;
        true
    }

    fn merged(&mut self, bases: &[(usize, Span)], own: &Map, open: bool, span: Span) -> Value {
        let mut merged = Building::default();
        merged.open = open;
        for (base, _) in bases {
            match &self.entries[*base].value.data {
                Data::Map(base) => {
                    let base = base.clone();
                    self.merge_into(&mut merged, &base);
                }
                _ => merged.open = true,
            }
        }
        self.merge_into(&mut merged, own);
        Value::map(merged.entries, merged.open, span)
    }

    /// ActiveSupport's `deep_merge!`: mappings are merged, everything else is replaced. As deep as values nest.
    fn merge_into(&mut self, into: &mut Building, over: &Map) {
        into.open |= over.open;
        self.copied += over.entries().len();
        if self.copied > BUDGET {
            if self.copied != usize::MAX {
                self.problems.push(Problem::new(ProblemKind::TooBig, "The parsed YAML is too big", Span::default()));
            }
            self.copied = usize::MAX / 2;
            into.open = true;
            return;
        }
        for entry in over.entries() {
            let known = into.position(&entry.key).map(|at| into.entries[at].value.clone());
            let value = match (known.as_ref().and_then(Value::as_map), entry.value.as_map()) {
                (Some(base), Some(own)) => {
                    let mut merged = Building::from_map(base);
                    self.merge_into(&mut merged, own);
                    Value::map(merged.entries, merged.open, entry.value.span)
                }
                _ => entry.value.clone(),
            };
            into.set(Entry { key: entry.key.clone(), key_span: entry.key_span, value });
        }
    }

    fn fail(&mut self, at: usize, kind: ProblemKind, what: String, span: Span) -> bool {
        if !matches!(self.states[at], State::Failed) {
            let name = self.entries[at].key.text().to_owned();
            self.problems.push(Problem::new(kind, format!("{name}: {what}"), span).of(&name));
            self.give_up(at);
        }
        false
    }

    /// What the entry would have is unknown beyond what it holds itself.
    fn give_up(&mut self, at: usize) {
        self.states[at] = State::Failed;
        let value = &self.entries[at].value;
        if let Data::Map(map) = &value.data {
            let open = Map::new(map.entries().to_vec(), true);
            self.entries[at].value = Value::new(Data::Map(Rc::new(open)), value.span);
        }
    }
}

/// `Array(extends).map(&:to_s)`: whatever it is becomes names.
fn base_names(extends: &Value) -> Vec<(String, Span)> {
    match &extends.data {
        Data::Null | Data::Unknown => Vec::new(),
        Data::List(list) => list.items.iter().map(|item| (ruby::to_s(item), item.span)).collect(),
        Data::Map(map) => {
            let pair = |entry: &Entry| {
                let key = Value::new(Data::Symbol(entry.key.text().into()), entry.key_span);
                ruby::inspect(&Value::list(vec![key, entry.value.clone()], entry.key_span))
            };
            map.entries().iter().map(|entry| (pair(entry), entry.key_span)).collect()
        }
        _ => vec![(ruby::to_s(extends), extends.span)],
    }
}

fn join(names: &[(String, Span)]) -> String {
    names.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
}
