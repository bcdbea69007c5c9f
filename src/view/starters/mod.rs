//! Pipelines to start from: sound, commented, valid by GitLab's rules.

/// A pipeline to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Starter {
    /// Two stages with a job each.
    Minimal,
    /// Build, test and deploy an image.
    Docker,
    /// A Node.js project.
    Node,
    /// A Python project.
    Python,
}

impl Starter {
    /// All, in the order in which they are offered.
    pub const ALL: [Starter; 4] = [Starter::Minimal, Starter::Docker, Starter::Node, Starter::Python];

    /// The file's text.
    pub fn text(self) -> &'static str {
        match self {
            Starter::Minimal => include_str!("minimal.yml"),
            Starter::Docker => include_str!("docker.yml"),
            Starter::Node => include_str!("node.yml"),
            Starter::Python => include_str!("python.yml"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::board::{Board, LaneKind};
    use crate::view::problems::Problems;
    use crate::yaml::Document;

    #[test]
    fn every_starter_is_valid_and_all_its_stages_are_declared() {
        for starter in Starter::ALL {
            let document = Document::parse(starter.text());
            let problems = Problems::check(&document, &crate::lint::Settings::default());
            assert!(problems.list.is_empty(), "{starter:?}: {:?}", problems.list);
            let board = Board::read(&document, &problems);
            assert!(board.jobs > 1);
            assert!(board.lanes.iter().all(|lane| lane.kind != LaneKind::Undeclared));
            assert!(starter.text().starts_with('#'), "{starter:?} says what it is");
        }
    }
}
