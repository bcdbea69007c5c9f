//! What was made of the entries of a file, kept from one version of the file to the next.
//!
//! Values know where they are written, and an edit moves all that stands behind it. So values that are kept stand in
//! coordinates of their own: each entry that is read gets a range that no other ever had, beyond the end of any text, and
//! [`Places`] tells where that stands in the text now. An entry that is written as it was keeps its values, and what was
//! made of the same values stays as it is. Two values are the same if they share their data: nothing is compared deeply.

use foldhash::{HashMap, HashMapExt};
use std::rc::Rc;

use super::read::Reader;
use super::value::{Data, Entry, Value};
use crate::text::Span;
use crate::yaml::{Document, Kind, NodeRef, TopEntries};

/// Where the coordinates of kept values begin. Texts are far shorter.
const FIRST: u32 = 1 << 31;

/// The last version of a file, and what was made of it.
#[derive(Debug)]
pub struct Memory {
    text: Rc<str>,
    entries: Vec<Option<Kept>>,
    places: Places,
    /// The first coordinate that is free.
    next: u32,
    /// How many entries were read so far.
    readings: usize,
    pub(super) extended: Known<Extended>,
    pub(super) referenced: Known<Referenced>,
}

/// An entry of the top level as it was read.
#[derive(Debug)]
struct Kept {
    /// Its text in that of the memory.
    span: Span,
    stamp: Option<u64>,
    /// Where its coordinates begin.
    base: u32,
    /// Its number among all that were read.
    reading: usize,
    entry: Entry,
    /// Entries that merge keys copied in it.
    merged: usize,
    /// What its anchors stand for, by the numbers of their nodes.
    anchors: Vec<(u32, Value)>,
    /// The numbers of its aliases, with the places of their targets.
    aliases: Vec<(u32, Target)>,
    /// Whether it may be taken as it is another time: nothing was wrong with it.
    sound: bool,
}

/// The target of an alias: where the coordinates of its entry begin, and its number in it. None where there is none.
type Target = Option<(u32, u32)>;

/// A mapping with its bases merged in.
#[derive(Debug)]
pub(super) struct Extended {
    pub own: Value,
    pub bases: Vec<Value>,
    pub merged: Value,
    /// Entries that were copied for it.
    pub copied: usize,
}

/// A value with its references replaced.
#[derive(Debug)]
pub(super) struct Referenced {
    pub own: Value,
    /// The references that stand in it and what each stood for.
    pub paths: Vec<(Rc<Value>, Span, Value)>,
    pub resolved: Value,
}

/// What was made of values, by their identity. Only what is asked for in one version is there for the next.
#[derive(Debug)]
pub struct Known<T> {
    before: Vec<Option<(usize, T)>>,
    /// Which comes next if values are asked for in the same order again, as they mostly are.
    next: usize,
    /// The places of those before; made when the order has changed.
    places: HashMap<usize, usize>,
    now: Vec<Option<(usize, T)>>,
}

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self { before: Vec::new(), next: 0, places: HashMap::new(), now: Vec::new() }
    }
}

impl<T> Known<T> {
    /// Begins another version.
    pub(crate) fn begin(&mut self) {
        let room = Vec::with_capacity(self.now.len() + 1);
        self.before = std::mem::replace(&mut self.now, room);
        self.next = 0;
        self.places.clear();
    }

    /// What was made of a value in the version before.
    pub(crate) fn take(&mut self, identity: usize) -> Option<T> {
        let is_at = |at: &usize| self.before.get(*at)?.as_ref().filter(|(known, _)| *known == identity).map(|_| *at);
        // Behind one that was changed the others follow.
        let at = is_at(&self.next).or_else(|| is_at(&(self.next + 1))).or_else(|| {
            if self.places.is_empty() {
                let known = self.before.iter().enumerate();
                self.places.extend(known.filter_map(|(at, known)| Some((known.as_ref()?.0, at))));
            }
            self.places.get(&identity).copied()
        })?;
        self.next = at + 1;
        self.before[at].take().map(|(_, made)| made)
    }

    /// Keeps what is made of it in this one.
    pub(crate) fn keep(&mut self, identity: usize, made: T) {
        self.now.push(Some((identity, made)));
    }
}

/// Where kept values stand in the text.
#[derive(Debug, Clone, Default)]
pub struct Places(Vec<Place>);

/// The coordinates of one entry, and where it starts in the text.
#[derive(Debug, Clone, Copy)]
struct Place {
    base: u32,
    start: u32,
}

impl Places {
    /// Where a span of a value stands in the text.
    pub fn in_text(&self, span: Span) -> Span {
        if span.start < FIRST {
            return span;
        }
        let after = self.0.partition_point(|place| place.base <= span.start);
        let place = after.checked_sub(1).and_then(|at| self.0.get(at));
        place.map_or_else(Span::default, |place| moved(span, place.base, place.start))
    }
}

/// A span, taken along from one start to another.
fn moved(span: Span, from: u32, to: u32) -> Span {
    let along = |offset: u32| offset.wrapping_sub(from).wrapping_add(to);
    Span { start: along(span.start), end: along(span.end) }
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            text: "".into(),
            entries: Vec::new(),
            places: Places::default(),
            next: FIRST,
            readings: 0,
            extended: Known::default(),
            referenced: Known::default(),
        }
    }
}

impl Memory {
    /// Where the values of the last version stand.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// A number that stands for what was read of an entry of the last version: the same for one that reads as before, and
    /// that of no other, ever.
    pub fn reading(&self, entry: usize) -> Option<usize> {
        self.kept(entry).map(|kept| kept.reading)
    }

    fn kept(&self, entry: usize) -> Option<&Kept> {
        self.entries.get(entry)?.as_ref()
    }

    /// Reads the root of a document, but for the entries that read as in the version before.
    pub(super) fn read<'d>(
        &mut self,
        reader: &mut Reader<'d>,
        document: &'d Document,
        root: NodeRef<'d>,
        tops: &TopEntries,
    ) -> Value {
        let text = document.shared_text();
        if self.next.checked_add(2 * text.len() as u32 + tops.len() as u32).is_none() {
            // There are no more coordinates: all is read again from the first one on.
            *self = Self { readings: self.readings, ..Self::default() };
        }
        self.extended.begin();
        self.referenced.begin();
        let mut before = Before::new(std::mem::replace(&mut self.text, text), std::mem::take(&mut self.entries));
        self.entries.reserve(tops.len());
        let value = reader.read_root(root, |reader, at, entry| {
            let known = before.find(document, tops, at).filter(|kept| self.has_same_targets(kept, document, tops, at));
            let kept = match known {
                Some(kept) => {
                    reader.recall(kept.merged);
                    for (number, value) in &kept.anchors {
                        tops.node(document, at, *number).into_iter().for_each(|node| reader.remember(node, value));
                    }
                    Kept { span: tops.span(at), stamp: tops.stamp(at), ..kept }
                }
                None => self.read_entry(reader, document, tops, at, entry),
            };
            let entry = kept.entry.clone();
            self.entries.push(Some(kept));
            entry
        });
        let place = |kept: &Kept| Place { base: kept.base, start: kept.span.start };
        let mut places: Vec<Place> = self.entries.iter().flatten().map(place).collect();
        places.sort_unstable_by_key(|place| place.base);
        self.places = Places(places);
        value
    }

    fn read_entry<'d>(
        &mut self,
        reader: &mut Reader<'d>,
        document: &'d Document,
        tops: &TopEntries,
        at: usize,
        entry: crate::yaml::Entry<'d>,
    ) -> Kept {
        let span = tops.span(at);
        let (base, reading) = (self.next, self.readings);
        self.next += span.len() as u32 + 1;
        self.readings += 1;
        reader.shift = base.wrapping_sub(span.start);
        let (problems, merged) = (reader.problems.len(), reader.merged());
        let entry = reader.entry(entry);
        reader.shift = 0;
        let sound = reader.problems.len() == problems && !reader.is_too_big();
        let merged = reader.merged() - merged;
        let stamp = tops.stamp(at);
        let mut kept =
            Kept { span, stamp, base, reading, entry, merged, anchors: Vec::new(), aliases: Vec::new(), sound };
        for (number, node) in (0..).zip(tops.nodes(document, at)).filter(|_| sound) {
            if node.anchor().is_some() {
                kept.anchors.extend(reader.recalled(node).map(|value| (number, value)));
            }
            if node.kind() == Kind::Alias {
                let target = self.target(node, tops, at, base);
                kept.aliases.push((number, target));
            }
        }
        kept
    }

    /// Where the target of an alias of the entry at `at` is, whose coordinates begin at `own`.
    fn target(&self, alias: NodeRef<'_>, tops: &TopEntries, at: usize, own: u32) -> Target {
        let (entry, number) = tops.place_of(alias.resolved()?)?;
        let base = if entry == at { own } else { self.kept(entry)?.base };
        Some((base, number))
    }

    fn has_same_targets(&self, kept: &Kept, document: &Document, tops: &TopEntries, at: usize) -> bool {
        kept.aliases.iter().all(|(number, target)| {
            let now = tops.node(document, at, *number).and_then(|alias| self.target(alias, tops, at, kept.base));
            now.is_some() && now == *target
        })
    }
}

/// The version before, while the next one is read.
struct Before {
    text: Rc<str>,
    entries: Vec<Option<Kept>>,
    /// Which entry comes next if nothing changed.
    next: usize,
    /// The entries by the lines that they begin with; made when it is asked for.
    by_line: Option<HashMap<Box<str>, usize>>,
}

impl Before {
    fn new(text: Rc<str>, entries: Vec<Option<Kept>>) -> Self {
        Self { text, entries, next: 0, by_line: None }
    }

    /// The entry that is written as the one at `at`. Each is found once.
    fn find(&mut self, document: &Document, tops: &TopEntries, at: usize) -> Option<Kept> {
        let is_same = |before: &Self, known: usize, at: usize| {
            let Some(kept) = before.entries.get(known).and_then(Option::as_ref).filter(|_| at < tops.len()) else {
                return false;
            };
            let written = || tops.span(at).slice(document.text()) == kept.span.slice(&before.text);
            kept.stamp == tops.stamp(at) || written()
        };
        if !is_same(self, self.next, at) {
            // Most edits change one entry, or add or take one away.
            if is_same(self, self.next + 1, at + 1) {
                self.next += 1;
                return None;
            }
            let text = tops.span(at).slice(document.text());
            self.next = self.by_line(text).filter(|found| is_same(self, *found, at))?;
        }
        self.next += 1;
        self.entries[self.next - 1].take().filter(|kept| kept.sound)
    }

    fn by_line(&mut self, text: &str) -> Option<usize> {
        let line = |text: &str| text.lines().next().unwrap_or_default().to_owned();
        let (entries, before) = (&self.entries, &self.text);
        let by_line = self.by_line.get_or_insert_with(|| {
            let first = |kept: &Kept| line(kept.span.slice(before)).into();
            entries.iter().enumerate().filter_map(|(at, kept)| Some((first(kept.as_ref()?), at))).collect()
        });
        by_line.get(line(text).as_str()).copied()
    }
}

/// Whether two values are one, at one place: their data is shared, or too small to be.
pub(crate) fn is_same(one: &Value, other: &Value) -> bool {
    one.span == other.span
        && match (&one.data, &other.data) {
            (Data::Unknown, Data::Unknown) | (Data::Null, Data::Null) => true,
            (Data::Bool(one), Data::Bool(other)) => one == other,
            (Data::Int(one), Data::Int(other)) => one == other,
            (Data::Float(one), Data::Float(other)) => one.to_bits() == other.to_bits(),
            (Data::Text(one), Data::Text(other)) | (Data::Symbol(one), Data::Symbol(other)) => one == other,
            (Data::List(one), Data::List(other)) => Rc::ptr_eq(one, other),
            (Data::Map(one), Data::Map(other)) => Rc::ptr_eq(one, other),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::effective_after;

    fn script(memory: &mut Memory, text: &str) -> Span {
        let config = effective_after(&Document::parse(text), memory, |_| false).config;
        let script = config.as_map().and_then(|top| top.get("b")?.as_map()?.get("script").cloned());
        memory.places().in_text(script.map(|script| script.span).unwrap_or_default())
    }

    #[test]
    fn when_the_coordinates_run_out_all_is_read_again_under_new_numbers() {
        let text = "a: {script: x}\nb: {script: y}\n";
        let mut memory = Memory { next: u32::MAX - 90, ..Memory::default() };
        assert_eq!(script(&mut memory, text).slice(text), "y");
        let before = [memory.reading(0), memory.reading(1)];
        assert_eq!(memory.next, u32::MAX - 90 + text.len() as u32 + 2);
        assert_eq!(script(&mut memory, text).slice(text), "y");
        assert_eq!(memory.next, FIRST + text.len() as u32 + 2);
        let after = [memory.reading(0), memory.reading(1)];
        assert!(after.iter().all(|reading| reading.is_some() && !before.contains(reading)), "{before:?} {after:?}");
    }

    #[test]
    fn an_entry_that_moves_keeps_its_reading_and_its_values_move_along() {
        let mut memory = Memory::default();
        script(&mut memory, "a: {script: x}\nb: {script: y}\n");
        let before = [memory.reading(0), memory.reading(1)];
        let moved = "b: {script: y}\na: {script: zz}\n";
        assert_eq!(script(&mut memory, moved).slice(moved), "y");
        assert_eq!(memory.reading(0), before[1]);
        assert!(!before.contains(&memory.reading(1)));
    }
}
