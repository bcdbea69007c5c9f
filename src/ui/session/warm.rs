//! Work that is done before anyone waits for it.

use crate::lint::Settings;
use crate::ui::browser::drafts::when_idle;
use crate::view::board::Board;
use crate::view::problems::Problems;
use crate::view::starters::Starter;
use crate::yaml::Document;

/// Rounds, each when the page is idle: what is called often is compiled a second time, better.
const ROUNDS: u32 = 4;

/// Reads and checks the starters, while the page has nothing else to do: a browser compiles WebAssembly when it is first
/// called, and the first file would wait for that.
pub(super) fn up() {
    round(ROUNDS);
}

fn round(left: u32) {
    if left == 0 {
        return;
    }
    for starter in Starter::ALL {
        let document = Document::parse(starter.pipeline().text);
        let problems = Problems::check(&document, &Settings::default());
        let _ = Board::read(&document, &problems);
    }
    when_idle(0, 1_000, move || round(left - 1));
}
