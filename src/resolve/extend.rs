//! `extends`: each top-level mapping merged onto its bases (lib/gitlab/ci/config/extendable.rb and extendable/entry.rb).

use std::borrow::Cow;
use std::rc::Rc;

use super::building::Building;
use super::memory::{is_same, Extended, Memory};
use super::problem::{Problem, ProblemKind};
use super::ruby;
use super::value::{Data, Entry, Map, Value};
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
pub(super) struct Extension<'c, 'm> {
    memory: Option<&'m mut Memory>,
    entries: Vec<Entry>,
    top: &'c Map,
    states: Vec<State>,
    copied: usize,
    pub problems: Vec<Problem>,
}

impl<'c, 'm> Extension<'c, 'm> {
    pub fn new(top: &'c Map, memory: Option<&'m mut Memory>) -> Self {
        let entries = top.entries().to_vec();
        let states = entries.iter().map(|_| State::New).collect();
        Self { memory, entries, top, states, copied: 0, problems: Vec::new() }
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
        // In order; none where the base is not at hand.
        let mut layers = Vec::new();
        let mut unknown = Vec::new();
        for (name, span) in bases {
            match self.top.position_of(&name) {
                Some(base) => layers.push(Some((base, span))),
                None if self.top.open => layers.push(None),
                None => unknown.push((name.into_owned(), span)),
            }
        }
        if matches!(extends.data, Data::Unknown) {
            layers.push(None);
        }
        let indexes: Vec<(usize, Span)> = layers.iter().flatten().copied().collect();
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
        let merged = self.known(&layers, &value).unwrap_or_else(|| self.merged(&layers, map, value.span));
        self.entries[at].value = merged;
        true
    }

    /// What came of the same mapping and the same bases before; keeps what comes of them now.
    fn known(&mut self, layers: &[Option<(usize, Span)>], value: &Value) -> Option<Value> {
        let (identity, own) = (value.identity()?, value.as_map()?);
        let known = self.memory.as_mut()?.extended.take(identity);
        let base = |layer: &Option<(usize, Span)>| {
            let base = &self.entries[layer.as_ref()?.0].value;
            base.as_map().map(|_| base)
        };
        let are_same = |known: &Extended| {
            let is_base = |(known, layer): (&Value, _)| base(layer).is_some_and(|base| is_same(known, base));
            let same = || known.bases.iter().zip(layers).all(is_base);
            is_same(&known.own, value) && known.bases.len() == layers.len() && same()
        };
        let known = known.filter(are_same);
        let made = match known.filter(|known| self.copied + known.copied <= BUDGET) {
            Some(known) => {
                self.copied += known.copied;
                known
            }
            None => {
                let bases = layers.iter().map(|layer| base(layer).cloned()).collect::<Option<_>>()?;
                let before = self.copied;
                let merged = self.merged(layers, own, value.span);
                Extended { own: value.clone(), bases, merged, copied: self.copied.saturating_sub(before) }
            }
        };
        let merged = made.merged.clone();
        if self.copied <= BUDGET {
            self.memory.as_mut()?.extended.keep(identity, made);
        }
        Some(merged)
    }

    fn merged(&mut self, layers: &[Option<(usize, Span)>], own: &Map, span: Span) -> Value {
        let mut merged = Building::default();
        for layer in layers {
            match layer.as_ref().map(|(base, _)| &self.entries[*base].value.data) {
                Some(Data::Map(base)) => {
                    let base = base.clone();
                    self.merge_into(&mut merged, &base);
                }
                _ => merged.cover(),
            }
        }
        self.merge_into(&mut merged, own);
        Value::map(merged.entries, merged.open, span)
    }

    /// ActiveSupport's `deep_merge!`: mappings are merged, everything else is replaced. As deep as values nest.
    fn merge_into(&mut self, into: &mut Building, over: &Map) {
        if over.open {
            into.cover();
        }
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
                // What a mapping that is not at hand has under this key is merged with it.
                (None, Some(own)) if known.as_ref().map_or(into.open, Value::is_unknown) => {
                    Value::map(own.entries().to_vec(), true, entry.value.span)
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
fn base_names(extends: &Value) -> Vec<(Cow<'_, str>, Span)> {
    let named = |value| match Value::as_text(value) {
        Some(name) => (Cow::Borrowed(name), value.span),
        None => (Cow::Owned(ruby::to_s(value)), value.span),
    };
    match &extends.data {
        Data::Null | Data::Unknown => Vec::new(),
        Data::List(list) => list.items.iter().map(named).collect(),
        Data::Map(map) => {
            let pair = |entry: &Entry| {
                let key = Value::new(Data::Symbol(entry.key.text().into()), entry.key_span);
                ruby::inspect(&Value::list(vec![key, entry.value.clone()], entry.key_span))
            };
            map.entries().iter().map(|entry| (Cow::Owned(pair(entry)), entry.key_span)).collect()
        }
        _ => vec![named(extends)],
    }
}

fn join(names: &[(String, Span)]) -> String {
    names.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use crate::resolve::{of_part, Map, Value};
    use crate::yaml::Document;

    /// What a keyword of the job `a` is: its text, `?` where it is unknown.
    fn keyword(text: &str, keyword: &str) -> String {
        let config = of_part(&Document::parse(text)).config;
        let value = config.as_map().and_then(|top| top.get("a")?.as_map()?.get(keyword)).cloned();
        match value {
            Some(value) if value.is_unknown() => "?".to_owned(),
            Some(value) if value.as_map().is_some_and(|map: &Map| map.open) => "open".to_owned(),
            value => value.as_ref().and_then(Value::as_text).unwrap_or("-").to_owned(),
        }
    }

    #[test]
    fn a_base_that_is_not_at_hand_may_overwrite_those_before_it_and_nothing_behind_it() {
        let base = ".b:\n  image: x\n  variables: {A: b}\na:\n  stage: s\n";
        assert_eq!(keyword(&format!("{base}  extends: [.unknown, .b]\n"), "image"), "x");
        assert_eq!(keyword(&format!("{base}  extends: [.unknown, .b]\n"), "stage"), "s");
        assert_eq!(keyword(&format!("{base}  extends: [.b, .unknown]\n"), "image"), "?");
        assert_eq!(keyword(&format!("{base}  extends: [.b, .unknown]\n"), "variables"), "?");
        assert_eq!(keyword(&format!("{base}  extends: [.unknown, .b]\n"), "variables"), "open");
    }

    #[test]
    fn what_a_base_takes_over_from_elsewhere_overwrites_the_bases_before_it() {
        let text = ".b:\n  image: x\n.c:\n  extends: .unknown\n  stage: c\na:\n  extends: [.b, .c]\n";
        assert_eq!((keyword(text, "image"), keyword(text, "stage")), ("?".to_owned(), "c".to_owned()));
    }
}
