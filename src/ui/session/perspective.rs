//! What the middle of the page shows of the pipeline.

use crate::ui::i18n::key;

/// A way to look at the pipeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Perspective {
    /// Stages and jobs.
    #[default]
    Board,
    /// Who makes and takes artifacts and variables.
    Flow,
    /// Where jobs deploy to.
    Environments,
    /// Who runs the jobs.
    Runners,
}

impl Perspective {
    /// All, in the order of the tabs.
    pub(crate) const ALL: [Perspective; 4] =
        [Perspective::Board, Perspective::Flow, Perspective::Environments, Perspective::Runners];

    /// Its identity among the tabs.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Perspective::Board => "board",
            Perspective::Flow => "flow",
            Perspective::Environments => "environments",
            Perspective::Runners => "runners",
        }
    }

    /// The perspective of a name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|perspective| perspective.name() == name)
    }

    /// The key of its text.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Perspective::Board => key("board"),
            Perspective::Flow => key("flow"),
            Perspective::Environments => key("environments"),
            Perspective::Runners => key("runners"),
        }
    }
}
