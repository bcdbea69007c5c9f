//! From the document's nodes to values: aliases followed, merge keys merged, duplicate keys overwritten, as Ruby's
//! Psych does (`lib/psych/visitors/to_ruby.rb`), within GitLab's limits (lib/gitlab/config/loader/yaml.rb).

use foldhash::{HashMap, HashMapExt};
use std::rc::Rc;

use super::building::Building;
use super::foreign;
use super::problem::{Problem, ProblemKind};
use super::value::{Data, Entry, Key, Value};
use crate::text::Span;
use crate::yaml::{Entry as Written, Kind, NodeId, NodeRef, Scalar};

/// GitLab's `max_yaml_depth`.
const DEPTH_LIMIT: u32 = 100;
/// GitLab's `max_yaml_size_bytes`, for the text and for the objects that come of it.
pub const SIZE_LIMIT: usize = 2 * 1024 * 1024;
/// What we still look into after having said that it is too big.
const HARD_LIMIT: u64 = 16 * 1024 * 1024;
/// Texts up to this many bytes are kept once.
const SHARED_TEXT: usize = 40;
/// Entries that merge keys may copy in one file before it counts as too big.
const MERGE_BUDGET: usize = 500_000;

/// Reads the nodes of one YAML document.
pub struct Reader<'d> {
    /// Texts so far: names and keywords come again and again.
    texts: HashMap<&'d str, Rc<str>>,
    anchored: HashMap<NodeId, Value>,
    /// Collections whose reading has not ended: an alias to one of these is inside itself.
    open: Vec<NodeId>,
    merged: usize,
    /// What GitLab's loader refuses.
    pub problems: Vec<Problem>,
    too_big: bool,
    /// By how much the places of values are off from those in the text, wrapping around (see `memory`).
    pub shift: u32,
}

impl<'d> Reader<'d> {
    pub fn new() -> Self {
        Self {
            texts: HashMap::new(),
            anchored: HashMap::new(),
            open: Vec::new(),
            merged: 0,
            problems: Vec::new(),
            too_big: false,
            shift: 0,
        }
    }

    /// The value of `node`. The parser bounds the depth of nodes, so this may call itself.
    pub fn read(&mut self, node: NodeRef<'d>) -> Value {
        let value = self.read_inner(node);
        self.weighed(node, value)
    }

    /// The value of the root, a mapping without tag and anchor, whose entries, numbered, are read by `entry`.
    pub fn read_root(&mut self, root: NodeRef<'d>, entry: impl FnMut(&mut Self, usize, Written<'d>) -> Entry) -> Value {
        self.open.push(root.id());
        let map = self.mapping(root, entry);
        self.open.pop();
        self.weighed(root, map)
    }

    /// The key and the value of an entry.
    pub fn entry(&mut self, entry: Written<'d>) -> Entry {
        Entry { key: self.key(entry.key), key_span: self.place(entry.key.span()), value: self.read(entry.value) }
    }

    /// What an anchor that was read stands for.
    pub fn recalled(&self, node: NodeRef<'d>) -> Option<Value> {
        self.anchored.get(&node.id()).cloned()
    }

    /// Has a node with an anchor stand for a value that was read before.
    pub fn remember(&mut self, node: NodeRef<'d>, value: &Value) {
        self.anchored.insert(node.id(), value.clone());
    }

    /// How many entries merge keys copied so far.
    pub fn merged(&self) -> usize {
        self.merged
    }

    /// Counts entries that merge keys copied when this was read before.
    pub fn recall(&mut self, merged: usize) {
        self.merged += merged;
    }

    /// Whether anything was too big.
    pub fn is_too_big(&self) -> bool {
        self.too_big
    }

    fn weighed(&mut self, node: NodeRef<'d>, value: Value) -> Value {
        let weight = value.weight();
        if weight.height > DEPTH_LIMIT || weight.bytes > HARD_LIMIT {
            self.refuse_size(self.place(node.span()));
            return Value::unknown(self.place(node.full_span()));
        }
        if weight.bytes > SIZE_LIMIT as u64 && self.open.is_empty() {
            self.refuse_size(first_line(node));
        }
        if node.anchor().is_some() {
            self.anchored.insert(node.id(), value.clone());
        }
        value
    }

    /// Where the value of a span of the text stands.
    fn place(&self, span: Span) -> Span {
        Span { start: span.start.wrapping_add(self.shift), end: span.end.wrapping_add(self.shift) }
    }

    fn read_inner(&mut self, node: NodeRef<'d>) -> Value {
        let span = self.place(node.full_span());
        if let Some(message) = foreign::refusal(node) {
            let place = self.place(node.tag_span().unwrap_or(node.span()));
            self.problems.push(Problem::new(ProblemKind::Object, message, place));
            return Value::unknown(span);
        }
        match node.kind() {
            Kind::Alias => self.alias(node),
            Kind::Scalar => {
                if node.tag() == Some("!reference") {
                    // Psych hands over what is written, and an empty list for nothing.
                    let written = Some(node.value()).filter(|text| !text.is_empty());
                    let written = written.map_or_else(|| Value::list(Vec::new(), span), |text| Value::text(text, span));
                    return Value::new(Data::Reference(Rc::new(written)), span);
                }
                Value::new(self.scalar(node), span)
            }
            Kind::Sequence => {
                self.open.push(node.id());
                let items = node.items().map(|item| self.read(item)).collect();
                self.open.pop();
                let list = Value::list(items, span);
                if node.is_reference() {
                    return Value::new(Data::Reference(Rc::new(list)), span);
                }
                list
            }
            Kind::Mapping => {
                self.open.push(node.id());
                let map = self.mapping(node, |reader, _, entry| reader.entry(entry));
                self.open.pop();
                if node.tag() == Some("!reference") {
                    return Value::new(Data::Reference(Rc::new(map)), span);
                }
                map
            }
        }
    }

    /// The target of an alias stands before it, so it is read already, unless the alias is inside it.
    fn alias(&mut self, node: NodeRef<'d>) -> Value {
        let target = node.resolved();
        if let Some(value) = target.and_then(|target| self.anchored.get(&target.id())) {
            return value.clone();
        }
        if target.is_some_and(|target| self.open.contains(&target.id())) {
            self.refuse_size(self.place(node.span()));
        }
        Value::unknown(self.place(node.span()))
    }

    fn scalar(&mut self, node: NodeRef<'d>) -> Data {
        if matches!(node.tag(), Some("!!binary" | "!binary")) {
            return Data::Text(node.value().into());
        }
        match node.scalar().unwrap_or(Scalar::Null) {
            Scalar::Null => Data::Null,
            Scalar::Bool(flag) => Data::Bool(flag),
            Scalar::Int(number) => Data::Int(Rc::new(number)),
            Scalar::Float(number) => Data::Float(number),
            Scalar::Str => Data::Text(self.text(node.value())),
            Scalar::Symbol => Data::Symbol(node.value().trim_start_matches(':').into()),
            Scalar::Date => {
                let class = if node.value().contains(':') { "Time" } else { "Date" };
                let message = format!("Tried to load unspecified class: {class}");
                self.problems.push(Problem::new(ProblemKind::Date, message, self.place(node.span())));
                Data::Unknown
            }
        }
    }

    fn text(&mut self, text: &'d str) -> Rc<str> {
        if text.len() > SHARED_TEXT {
            return text.into();
        }
        self.texts.entry(text).or_insert_with(|| text.into()).clone()
    }

    fn mapping(&mut self, node: NodeRef<'d>, mut entry: impl FnMut(&mut Self, usize, Written<'d>) -> Entry) -> Value {
        let mut building = Building::default();
        for (at, written) in node.entries().enumerate() {
            let entry = entry(self, at, written);
            let merges = entry.key.name() == Some("<<") && !matches!(written.key.tag(), Some("!!str"));
            if merges && self.merge(&mut building, written.value, &entry.value) {
                continue;
            }
            building.set(entry);
        }
        Value::new(Data::Map(Rc::new(building.finish())), self.place(node.full_span()))
    }

    /// Merges what `<<` holds; false where it is nothing that can be merged and stays a key of its own.
    fn merge(&mut self, into: &mut Building, node: NodeRef<'d>, value: &Value) -> bool {
        match (&value.data, node.kind()) {
            (Data::Unknown, _) => into.open = true,
            (Data::Map(_), Kind::Alias | Kind::Mapping) => self.merge_one(into, value),
            // The first of a list wins: Psych merges them from the last to the first into one.
            (Data::List(list), Kind::Sequence) if list.items.iter().all(|item| item.as_map().is_some()) => {
                let mut merged = Building::default();
                for item in list.items.iter().rev() {
                    self.merge_one(&mut merged, item);
                }
                into.open |= merged.open;
                for entry in merged.entries {
                    into.set(entry);
                }
            }
            _ => return false,
        }
        true
    }

    fn merge_one(&mut self, into: &mut Building, value: &Value) {
        let Some(map) = value.as_map() else { return };
        self.merged += map.entries().len();
        if self.merged > MERGE_BUDGET {
            self.refuse_size(value.span);
            return;
        }
        into.open |= map.open;
        for entry in map.entries() {
            into.set(entry.clone());
        }
    }

    fn key(&mut self, node: NodeRef<'d>) -> Key {
        let value = self.read(node);
        match &value.data {
            Data::Text(text) | Data::Symbol(text) => Key::Name(text.clone()),
            _ => Key::Other(super::ruby::to_s(&value).into()),
        }
    }

    fn refuse_size(&mut self, span: Span) {
        if !self.too_big {
            self.too_big = true;
            self.problems.push(Problem::new(ProblemKind::TooBig, "The parsed YAML is too big", span));
        }
    }
}

/// Something of the whole document that can be pointed to.
fn first_line(node: NodeRef<'_>) -> Span {
    let length = node.text().lines().next().map_or(0, str::len);
    Span::new(node.span().from(), node.span().from() + length)
}
