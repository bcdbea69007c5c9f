//! Why a job gets something, or does not, in words.

use yew::AttrValue;

use crate::graph::{Barrier, Way};
use crate::ui::i18n::{t, I18n};
use crate::ui::widget::Glyph;
use crate::view::flow::Part;

/// What a job has to do with a thing.
pub(super) fn part_text(i18n: &I18n, part: Part) -> AttrValue {
    match part {
        Part::Makes => t!(i18n, "flow-makes"),
        Part::Gets(Way::Needs) => t!(i18n, "flow-by-needs"),
        Part::Gets(Way::Dependencies) => t!(i18n, "flow-by-dependencies"),
        Part::Gets(Way::Stage) => t!(i18n, "flow-by-stage"),
        Part::Misses(Barrier::NotNeeded) => t!(i18n, "flow-not-needed"),
        Part::Misses(Barrier::WithoutArtifacts) => t!(i18n, "flow-without-artifacts"),
        Part::Misses(Barrier::NotDepended) => t!(i18n, "flow-not-depended"),
        Part::Misses(Barrier::Stage) => t!(i18n, "flow-not-later"),
        Part::Unknown => t!(i18n, "flow-unknown"),
    }
}

/// Its drawing, and its name for the stylesheet. One that uses what it does not get stands out.
pub(super) fn part_mark(part: Part, uses: bool) -> (Glyph, &'static str) {
    match part {
        Part::Makes => (Glyph::Archive, "makes"),
        Part::Gets(_) => (Glyph::Check, "gets"),
        Part::Misses(_) if uses => (Glyph::Warning, "lacks"),
        Part::Misses(_) => (Glyph::Minus, "misses"),
        Part::Unknown => (Glyph::Info, "unknown"),
    }
}
