//! `!reference [a, b]` (lib/gitlab/ci/config/yaml/tags/reference.rb, base.rb and resolver.rb): resolved after `extends`,
//! by digging from the top of the configuration.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use std::rc::Rc;

use super::memory::{is_same, Memory, Referenced};
use super::problem::{Problem, ProblemKind};
use super::ruby;
use super::value::{Data, Entry, Map, Value};
use crate::text::Span;

/// References that follow one another before we stop. Lists that nest deeper than ten levels are errors anyway.
const CHAIN: usize = 60;

/// Resolves the references of one configuration, each path once.
pub(super) struct References<'c, 'm> {
    memory: Option<&'m mut Memory>,
    /// The references of the value that is being resolved, with what they stand for.
    asked: Vec<(Rc<Value>, Span, Value)>,
    top: &'c Map,
    /// What a path resolves to; none while that is being found out.
    resolved: HashMap<Vec<Rc<str>>, Option<Value>>,
    chain: usize,
    subject: Rc<str>,
    told: HashSet<Span>,
    pub problems: Vec<Problem>,
}

impl<'c, 'm> References<'c, 'm> {
    pub fn new(top: &'c Map, memory: Option<&'m mut Memory>) -> Self {
        Self {
            memory,
            asked: Vec::new(),
            top,
            resolved: HashMap::new(),
            chain: 0,
            subject: "".into(),
            told: HashSet::new(),
            problems: Vec::new(),
        }
    }

    /// The entries with every reference replaced by what it stands for.
    pub fn run(mut self) -> (Vec<Entry>, Vec<Problem>) {
        let top = self.top;
        let mut entries = Vec::with_capacity(top.entries().len());
        for entry in top.entries() {
            let value = if entry.value.weight().references {
                self.subject = entry.key.text().into();
                self.known(&entry.value)
            } else {
                entry.value.clone()
            };
            entries.push(Entry { key: entry.key.clone(), key_span: entry.key_span, value });
        }
        (entries, self.problems)
    }

    /// What came of the same value and the same targets before; keeps what comes of them now.
    fn known(&mut self, value: &Value) -> Value {
        let Some(identity) = value.identity().filter(|_| self.memory.is_some()) else { return self.resolve(value) };
        let known = self.memory.as_mut().and_then(|memory| memory.referenced.take(identity));
        let known = known.filter(|known| {
            let stands = |(path, span, stood): &(Rc<Value>, Span, Value)| is_same(&self.reference(path, *span), stood);
            is_same(&known.own, value) && known.paths.iter().all(stands)
        });
        let around = std::mem::take(&mut self.asked);
        let problems = self.problems.len();
        let made = known.unwrap_or_else(|| {
            let resolved = self.resolve(value);
            Referenced { own: value.clone(), paths: std::mem::take(&mut self.asked), resolved }
        });
        self.asked = around;
        let resolved = made.resolved.clone();
        if let Some(memory) = self.memory.as_mut().filter(|_| self.problems.len() == problems) {
            memory.referenced.keep(identity, made);
        }
        resolved
    }

    fn resolve(&mut self, value: &Value) -> Value {
        match &value.data {
            Data::Reference(path) => {
                let asked = self.asked.len();
                let stands_for = self.reference(path, value.span);
                // What a reference stands for tells of those that it leads to, which are asked for only while it does.
                self.asked.truncate(asked);
                if self.memory.is_some() {
                    self.asked.push((path.clone(), value.span, stands_for.clone()));
                }
                stands_for
            }
            Data::List(list) if value.weight().references => {
                let items = list.items.iter().map(|item| self.resolve(item)).collect();
                Value::list(items, value.span)
            }
            Data::Map(map) if value.weight().references => {
                let resolved = map.entries().iter().map(|entry| Entry {
                    key: entry.key.clone(),
                    key_span: entry.key_span,
                    value: self.resolve(&entry.value),
                });
                Value::map(resolved.collect(), map.open, value.span)
            }
            _ => value.clone(),
        }
    }

    fn reference(&mut self, path: &Value, span: Span) -> Value {
        let names: Option<Vec<Rc<str>>> = path.as_list().filter(|items| !items.is_empty()).and_then(|items| {
            items.iter().map(|item| if let Data::Text(text) = &item.data { Some(text.clone()) } else { None }).collect()
        });
        let Some(names) = names else {
            let shown = ruby::inspect_raw(path);
            self.problem(ProblemKind::InvalidReference, format!("!reference {shown} is not valid"), span);
            return Value::unknown(span);
        };
        if self.chain >= CHAIN {
            return Value::unknown(span);
        }
        match self.resolved.get(&names) {
            Some(Some(known)) => return known.clone(),
            Some(None) => {
                let message = format!("!reference {} is part of a circular chain", ruby::inspect_raw(path));
                self.problem(ProblemKind::CircularReference, message, span);
                return Value::unknown(span);
            }
            None => {}
        }
        self.resolved.insert(names.clone(), None);
        self.chain += 1;
        let found = self.dig(&names).map(|found| self.known(&found));
        self.chain -= 1;
        let value = match found {
            // Null and false count as missing.
            Some(value) if !matches!(value.data, Data::Null | Data::Bool(false)) => value,
            _ => {
                let message = format!("!reference {} could not be found", ruby::inspect_raw(path));
                self.problem(ProblemKind::UnknownReference, message, span);
                Value::unknown(span)
            }
        };
        self.resolved.insert(names, Some(value.clone()));
        value
    }

    /// Ruby's `dig`. None where nothing is there or where a step is through something that is no mapping.
    fn dig(&self, names: &[Rc<str>]) -> Option<Value> {
        let mut map = self.top;
        let mut found: Option<&Value> = None;
        for name in names {
            if let Some(value) = found {
                map = match &value.data {
                    Data::Map(map) => map,
                    Data::Unknown => return Some(Value::unknown(value.span)),
                    _ => return None,
                };
            }
            match map.get(name) {
                Some(value) => found = Some(value),
                // An include at the top may bring anything into any mapping.
                None if map.open || self.top.open => return Some(Value::unknown(Span::default())),
                None => return None,
            }
        }
        found.cloned()
    }

    fn problem(&mut self, kind: ProblemKind, message: String, span: Span) {
        if self.told.insert(span) {
            let subject = self.subject.clone();
            self.problems.push(Problem::new(kind, message, span).of(&subject));
        }
    }
}
