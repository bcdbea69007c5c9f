//! Starters while a pipeline is open: the files that come with one, and putting its jobs into another pipeline.

mod companions;
mod insert;
mod offer;
mod words;

pub(crate) use companions::CompanionsDialog;
pub(crate) use insert::InsertDialog;
pub(crate) use offer::CompanionsOffer;
pub(crate) use words::{about_of, glyph_of, name_of};
