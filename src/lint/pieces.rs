//! What the text of each top-level entry says by itself: warnings that need nothing but it, and the variables that it
//! mentions. So most of the advice is kept for entries that an edit does not touch.

use std::rc::Rc;

use super::advice::{Holder, Look, Place};
use super::mentions::Mentioned;
use super::rules::overridden_base_key;
use super::{ignore, rules, Diagnostic};
use crate::pipeline::is_job_entry;
use crate::resolve::{Known, Memory};
use crate::text::Span;
use crate::yaml::{Document, Kind, NodeRef, TopEntries};

/// The parts of a document that are read one by one, in order; of some documents all of it is one.
pub struct Pieces<'d> {
    document: &'d Document,
    tops: Option<&'d TopEntries>,
    pieces: Vec<Rc<Piece>>,
}

/// What was read of one.
#[derive(Debug, Default)]
pub struct Piece {
    /// Warnings of all rules, their places counted from its start.
    found: Vec<Diagnostic>,
    /// The jobs in it, hidden ones among them, with what they extend as it is written.
    pub jobs: Vec<(Rc<str>, Vec<Box<str>>)>,
    /// Whether a comment in it says that warnings are to be ignored.
    ignores: bool,
    /// The variables in it.
    pub mentioned: Mentioned,
}

impl<'d> Pieces<'d> {
    /// Reads those that are not known by the numbers of their readings.
    pub fn of(document: &'d Document, values: &Memory, known: &mut Known<Rc<Piece>>) -> Self {
        let Some(tops) = document.top_entries() else {
            let mut whole = Piece::read(document.all_nodes(), holders(document), 0);
            whole.ignores = ignore::is_in(document.text());
            return Self { document, tops: None, pieces: vec![Rc::new(whole)] };
        };
        let mut pieces = Vec::with_capacity(tops.len());
        known.begin();
        for at in 0..tops.len() {
            let reading = values.reading(at);
            let piece = reading.and_then(|reading| known.take(reading));
            let piece = piece.unwrap_or_else(|| Rc::new(Piece::of_entry(document, tops, at)));
            reading.into_iter().for_each(|reading| known.keep(reading, piece.clone()));
            pieces.push(piece);
        }
        Self { document, tops: Some(tops), pieces }
    }

    /// The warnings in all of them, in the order of the file.
    pub fn found(&self, found: &mut Vec<Diagnostic>) {
        for (start, piece) in self.iter() {
            let start = start as u32;
            found.extend(piece.found.iter().map(|finding| {
                let span = Span { start: finding.span.start + start, end: finding.span.end + start };
                Diagnostic { span, ..finding.clone() }
            }));
        }
    }

    /// Each with its start.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Piece)> {
        self.pieces.iter().enumerate().map(|(at, piece)| (self.start(at), &**piece))
    }

    /// The jobs, hidden ones among them, as [`crate::pipeline::jobs`] lists them, with what they extend.
    pub fn jobs(&self) -> impl Iterator<Item = &(Rc<str>, Vec<Box<str>>)> {
        self.pieces.iter().flat_map(|piece| &piece.jobs)
    }

    /// Whether a comment says that warnings are to be ignored.
    pub fn any_ignores(&self) -> bool {
        let head = self.iter().next().map_or(0, |(start, _)| start);
        ignore::is_in(&self.document.text()[..head]) || self.pieces.iter().any(|piece| piece.ignores)
    }

    fn start(&self, piece: usize) -> usize {
        self.tops.map_or(0, |tops| tops.span(piece).from())
    }

    /// The mappings and holders that are in no piece: the top, and what stands directly in it and is no job.
    pub fn around(&self) -> Vec<Place<'d>> {
        let Some(_) = self.tops else { return Vec::new() };
        let top = self.document.root().into_iter();
        top.map(Place::Mapping).chain(outer(self.document).map(Place::Holder)).collect()
    }
}

impl Piece {
    fn of_entry(document: &Document, tops: &TopEntries, at: usize) -> Self {
        let (entry, start) = (tops.entry(document, at), tops.span(at).from());
        let job = entry.filter(is_job_entry).map(|entry| Holder::of_job(entry.key.value().into(), entry.value));
        let mut piece = Self::read(tops.nodes(document, at), job.into_iter(), start);
        entry.into_iter().for_each(|entry| piece.mentioned.read_entry(entry, start));
        piece.ignores = ignore::is_in(tops.span(at).slice(document.text()));
        piece
    }

    fn read<'d>(
        nodes: impl Iterator<Item = NodeRef<'d>>,
        holders: impl Iterator<Item = Holder<'d>>,
        start: usize,
    ) -> Self {
        let mut piece = Self::default();
        for node in nodes {
            piece.mentioned.read(node, start);
            if node.kind() == Kind::Mapping {
                rules::ADVICE.iter().for_each(|(_, look)| look.at(&Place::Mapping(node), &mut piece.found));
            }
        }
        for holder in holders {
            piece.jobs.extend(holder.job.clone().map(|job| (job, overridden_base_key::bases(&holder))));
            let holder = Place::Holder(holder);
            rules::ADVICE.iter().for_each(|(_, look)| look.at(&holder, &mut piece.found));
        }
        let start = start as u32;
        for finding in &mut piece.found {
            finding.span = Span { start: finding.span.start - start, end: finding.span.end - start };
        }
        piece
    }
}

/// Every mapping of job keywords as it is written.
fn holders(document: &Document) -> impl Iterator<Item = Holder<'_>> {
    let jobs = crate::pipeline::jobs(document).map(|job| Holder::of_job(job.name().into(), job.value()));
    outer(document).chain(jobs)
}

/// Those that are no jobs.
fn outer(document: &Document) -> impl Iterator<Item = Holder<'_>> {
    Holder::top(document)
        .into_iter()
        .chain(Holder::named(document, "default"))
        .chain(Holder::named(document, "workflow"))
}

impl Look {
    /// Looks at a place if that is of the kind that this is for.
    pub fn at(&self, place: &Place<'_>, found: &mut Vec<Diagnostic>) {
        match (self, place) {
            (Look::Mapping(look), Place::Mapping(mapping)) => look(*mapping, found),
            (Look::Holder(look), Place::Holder(holder)) => look(holder, found),
            _ => {}
        }
    }
}
