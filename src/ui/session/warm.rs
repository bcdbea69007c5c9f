//! Work that is done before anyone waits for it.

use crate::lint::Settings;
use crate::view::board::Board;
use crate::view::problems::Problems;
use crate::view::starters::Starter;
use crate::yaml::Document;

/// Reads and checks the starters, while the page has nothing else to do: a browser compiles WebAssembly when it is first
/// called, and the first file would wait for that.
pub(super) fn up() {
    for starter in Starter::ALL {
        let document = Document::parse(starter.pipeline().text);
        let problems = Problems::check(&document, &Settings::default());
        let _ = Board::read(&document, &problems);
    }
}
