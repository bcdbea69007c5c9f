//! What the Runners view asks the session for.

use std::rc::Rc;

use crate::runner::config::{Document, Edit};
use crate::runner::desk::ConfigFile;
use crate::runner::Runner;
use crate::ui::browser::disk::Saved;
use crate::ui::browser::files::ReadFile;
use crate::ui::browser::keeper::Failure;

/// Something about the runners.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Request {
    /// Add a runner.
    Enter(Runner),
    /// Put another in a runner's place.
    Change(usize, Runner),
    /// Add one like it.
    Duplicate(usize),
    /// Take it away.
    Delete(usize),
    /// Let the person pick `config.toml` files.
    Pick,
    /// One was read.
    Read(ReadFile),
    /// Close it.
    Close(u32),
    /// Edit it.
    Edit(u32, Edit),
    /// Its text was typed.
    Type(u32, Rc<str>),
    /// Hand it out as a file.
    Download(u32),
    /// Save it in place.
    Save(u32),
    /// How that went, and what was saved.
    Saved(u32, Rc<str>, Result<Saved, Failure>),
    /// Take the last of these back.
    Undo,
    /// Do it again.
    Redo,
}

/// An open `config.toml`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OpenConfig {
    /// As it is.
    pub file: ConfigFile,
    /// As it was opened.
    pub opened: Rc<Document>,
    /// Whether it is another than was last handed out.
    pub unsaved: bool,
    /// Whether it can be saved in place.
    pub on_disk: bool,
}
