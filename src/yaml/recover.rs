//! What can still be read of a text that is no YAML: each top-level entry on its own.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::arena::Arena;
use super::build::{Builder, NODE_LIMIT, TOO_BIG};
use super::document::{Document, SyntaxError};
use super::splice::{parts, Part, Run, Spliced};
use super::top_entries::TopEntries;
use super::trivia;
use crate::text::{Span, Transaction};

/// Errors that are kept. Who mends a hundred comes back for more.
const ERRORS: usize = 100;

/// Pieces that are read: each that fails costs time, and a text of more is no pipeline.
const PIECES: usize = 20_000;

/// What was read of such a text.
pub(super) struct Recovered {
    /// The tree of the entries that can be read; its root is the first node.
    pub arena: Arena,
    /// Why others can't; at least one.
    pub errors: Vec<SyntaxError>,
    /// The entries, where they can be read one by one.
    pub entries: Option<TopEntries>,
}

/// Reads the text piece by piece. Pieces that fail are left out and their errors kept; `whole` is the error that
/// reading all of it at once gave.
pub(super) fn by_top_level_entries(text: &str, whole: SyntaxError) -> Recovered {
    read(text, whole, Spliced::new(), None)
}

/// A text that an edit made of another.
#[derive(Clone, Copy)]
pub(super) struct Edited<'d> {
    pub before: &'d Document,
    pub edit: &'d Transaction,
}

/// The same of a text that comes of a sound one and of the last one, which may be the same: entries of the last one are
/// taken over where they are pieces. None where the text may be sound, or too big: then all of it is to be read.
pub(super) fn after(sound: Edited<'_>, last: Edited<'_>, text: &str) -> Option<Recovered> {
    let whole = error_behind_the_same(sound, text)?;
    let last = if last.before.top_entries().is_some() { last } else { sound };
    let entries = last.before.top_entries()?;
    let runs = parts(entries, last.edit)?.into_iter().filter_map(|part| match part {
        Part::Kept(run) => Some(run),
        Part::Touched(_) => None,
    });
    let untouched: Vec<_> = runs.flat_map(|run| run.entries.map(move |entry| (entry, run.shift))).collect();
    let room = Spliced::with_room_for(&last.before.arena, entries.len());
    let untouched = Untouched { of: last.before, entries, next: untouched.into_iter().peekable(), taken: None };
    let recovered = read(text, whole, room, Some(untouched));
    let too_big = recovered.errors.iter().any(|error| error.message == TOO_BIG);
    (!too_big && recovered.arena.nodes.len() <= NODE_LIMIT).then_some(recovered)
}

/// Why the text is no YAML, if that shows behind what it has in common with a sound one. It is read from the entry before the
/// first change: there the parser is known to be at column 0 of the top mapping, with nothing wrong so far.
fn error_behind_the_same(Edited { before: sound, edit }: Edited<'_>, text: &str) -> Option<SyntaxError> {
    let entries = sound.top_entries()?;
    let untouched = parts(entries, edit)?.into_iter().find_map(|part| match part {
        Part::Kept(run) => Some(run.entries.end),
        Part::Touched(_) => None,
    })?;
    let from = untouched.checked_sub(1).map_or(0, |entry| entries.span(entry).from());
    let mut builder = Builder::new(text);
    let error = builder.read(Span::new(from, text.len())).err()?;
    let too_big = error.message == TOO_BIG || sound.arena.nodes.len() + builder.arena.nodes.len() > NODE_LIMIT;
    (!too_big).then_some(error)
}

fn read(text: &str, whole: SyntaxError, mut spliced: Spliced, mut known: Option<Untouched<'_>>) -> Recovered {
    let mut builder = Builder::new(text);
    builder.one_document = true;
    let mut errors = Vec::new();
    for piece in pieces(text).into_iter().take(PIECES) {
        if errors.len() >= ERRORS {
            break;
        }
        if known.as_mut().is_some_and(|known| known.take(piece, &mut spliced)) {
            continue;
        }
        builder.begin_piece();
        builder.limit = NODE_LIMIT.saturating_sub(spliced.nodes());
        match builder.read(piece) {
            // What is no mapping is left out.
            Ok(()) => _ = spliced.add(&builder, text, piece),
            Err(error) => errors.push(error),
        }
        if builder.is_full() {
            break;
        }
    }
    known.into_iter().for_each(|mut known| known.put(&mut spliced));
    // An alias whose anchor stood in a broken piece is no error of its own.
    if errors.is_empty() {
        errors.push(whole);
    }
    let one_by_one = !spliced.has_unusual;
    let (arena, entries, _) = spliced.finish(text);
    Recovered { arena, errors, entries: one_by_one.then_some(entries) }
}

/// The entries of another text that an edit did not touch, which are taken over in order.
struct Untouched<'d> {
    of: &'d Document,
    entries: &'d TopEntries,
    /// Those that come next, and by how many bytes the text before each grew.
    next: Peekable<IntoIter<(usize, isize)>>,
    /// Neighbours that are to be taken over together.
    taken: Option<Run>,
}

impl Untouched<'_> {
    /// Takes an entry over if it is all of this piece.
    fn take(&mut self, piece: Span, spliced: &mut Spliced) -> bool {
        let span = |(entry, shift): &(usize, isize)| self.entries.span(*entry).shifted(*shift as i32);
        while self.next.next_if(|next| span(next).from() < piece.from()).is_some() {}
        let Some((entry, shift)) = self.next.next_if(|next| span(next) == piece) else {
            self.put(spliced);
            return false;
        };
        match &mut self.taken {
            Some(taken) if taken.entries.end == entry && taken.shift == shift => taken.entries.end += 1,
            _ => {
                self.put(spliced);
                self.taken = Some(Run { entries: entry..entry + 1, shift });
            }
        }
        true
    }

    /// Puts those that were taken into the tree.
    fn put(&mut self, spliced: &mut Spliced) {
        if let Some(run) = self.taken.take() {
            spliced.keep(self.of, self.entries, &run);
        }
    }
}

/// The text cut at each line that starts with something at column 0 that can begin a key.
fn pieces(text: &str) -> Vec<Span> {
    let mut starts = vec![0];
    let mut at = 0;
    while at < text.len() {
        if begins_entry(&text[at..]) && at > 0 {
            starts.push(at);
        }
        at = trivia::next_line(text, at);
    }
    starts.push(text.len());
    starts.windows(2).map(|pair| Span::new(pair[0], pair[1])).filter(|piece| !piece.is_empty()).collect()
}

fn begins_entry(line: &str) -> bool {
    // A document marker starts a piece of its own, so that it does not spoil its neighbour.
    if line.starts_with("---") || line.starts_with("...") {
        return true;
    }
    let first = line.chars().next();
    first.is_some_and(|c| !c.is_whitespace() && !matches!(c, '#' | '-' | ']' | '}' | ',' | '\u{feff}'))
}

#[cfg(test)]
mod tests {
    use crate::text::{Span, Transaction};
    use crate::yaml::Document;

    fn stamps(document: &Document) -> Vec<Option<u64>> {
        let tops = document.top_entries().unwrap();
        (0..tops.len()).map(|at| tops.stamp(at)).collect()
    }

    #[test]
    fn a_broken_entry_leaves_the_others_readable() {
        let document = Document::parse("a:\n  x: 1\nb:\n  - [\nc:\n  y: 2\n");
        assert!(!document.is_sound());
        let top = document.top().unwrap();
        let keys: Vec<_> = top.entries().map(|entry| entry.key.value().to_owned()).collect();
        assert_eq!(keys, ["a", "c"]);
        assert_eq!(top.get("c").unwrap().get("y").unwrap().text(), "2");
    }

    #[test]
    fn while_a_text_is_broken_entries_that_no_edit_touches_are_not_read_again() {
        let sound = Document::parse("a: 1\nb: 2\nc: 3\n");
        let broken = sound.edited(&Transaction::replace(Span::new(8, 9), "["));
        assert_eq!(stamps(&broken), [stamps(&sound)[0], stamps(&sound)[2]]);
        let still_broken = broken.edited(&Transaction::replace(Span::new(0, 0), "foo\n"));
        assert_eq!(stamps(&still_broken)[1..], stamps(&broken)[1..]);
        let new_key = sound.edited(&Transaction::replace(Span::new(5, 5), "foo\n"));
        assert_eq!(stamps(&new_key).len(), 3);
        assert_eq!(stamps(&new_key)[2], stamps(&sound)[2]);
        let mended = still_broken.edited(&Transaction::replace(Span::new(0, 4), ""));
        let mended = mended.edited(&Transaction::replace(Span::new(8, 9), "5"));
        assert!(mended.is_sound());
        assert_eq!([stamps(&mended)[0], stamps(&mended)[2]], [stamps(&sound)[0], stamps(&sound)[2]]);
    }

    #[test]
    fn between_two_faults_nothing_is_read_again_nor_for_an_alias_that_is_being_typed() {
        let sound = Document::parse("a: 1\nb: &n 2\nc: 3\nd: 4\n");
        let first = sound.edited(&Transaction::replace(Span::new(3, 4), "["));
        let second = first.edited(&Transaction::replace(Span::new(21, 22), "["));
        assert_eq!(second.errors().len(), 2);
        assert_eq!(stamps(&second), stamps(&sound)[1..3]);
        let alias = sound.edited(&Transaction::replace(Span::new(21, 22), "*m"));
        assert_eq!(alias.errors()[0].message, "Unknown alias: m");
        let known = alias.edited(&Transaction::replace(Span::new(22, 23), "n"));
        assert!(known.is_sound());
        assert_eq!(stamps(&known)[..3], stamps(&sound)[..3]);
    }

    #[test]
    fn what_gitlab_finds_too_big_is_read_in_part_with_one_error() {
        let document = Document::parse("a:\n  script: x\n".repeat(80_000));
        let messages: Vec<_> = document.errors().iter().map(|error| error.message.as_str()).collect();
        assert_eq!(messages, ["The parsed YAML is too big"]);
        assert_eq!(document.all_nodes().count(), 4 * super::PIECES + 1);
    }

    #[test]
    fn of_many_broken_entries_a_hundred_are_told() {
        let document = Document::parse("a: [\n".repeat(50_000));
        assert_eq!(document.errors().len(), 100);
    }

    #[test]
    fn the_error_has_its_place() {
        let document = Document::parse("a: 1\nb: [1,\nc: 2\n");
        let position = document.position(document.errors()[0].span.from());
        assert!(position.line >= 2, "{position:?}");
    }
}
