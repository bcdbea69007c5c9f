//! The board as a Mermaid flowchart, which GitLab draws in Markdown: a subgraph a stage, an arrow a need.

use std::fmt::Write;

use super::needs;
use crate::view::board::Board;
use crate::yaml::Document;

/// The board as text. Stages follow each other by dotted arrows, as jobs without needs wait for the stage before.
pub fn mermaid(document: &Document, board: &Board) -> String {
    let mut out = String::from("flowchart LR\n");
    let lanes: Vec<_> = board.lanes.iter().filter(|lane| !lane.cards.is_empty()).collect();
    // Writing to a string never fails.
    for (at, lane) in lanes.iter().enumerate() {
        let _ = writeln!(out, "  subgraph stage{at} [\"{}\"]", escaped(&lane.stage));
        for card in &lane.cards {
            let _ = writeln!(out, "    job{}[\"{}\"]", card.position, escaped(&card.name));
        }
        out.push_str("  end\n");
    }
    for at in 1..lanes.len() {
        let _ = writeln!(out, "  stage{} -.-> stage{at}", at - 1);
    }
    for card in lanes.iter().flat_map(|lane| &lane.cards).filter(|card| !card.shadowed) {
        for need in needs(document, &card.name).unwrap_or_default() {
            if let Some((Some(_), needed)) = board.find(&need) {
                let _ = writeln!(out, "  job{} --> job{}", needed.position, card.position);
            }
        }
    }
    out
}

/// A label between quotes: what could end it, or be read as markup or Markdown, as Mermaid's entity codes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("#quot;"),
            '#' | '&' | '<' | '>' | '`' | '*' | '_' | '\\' | '[' | ']' | '{' | '}' | '%' | ';' => {
                let _ = write!(out, "#{};", c as u32);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::problems::Problems;

    fn drawn(text: &str) -> String {
        let document = Document::parse(text);
        mermaid(&document, &Board::read(&document, &Problems::default()))
    }

    #[test]
    fn stages_are_subgraphs_and_needs_are_arrows() {
        let text = "stages: [build, test]\n.t:\n  needs: [b]\nb:\n  stage: build\n  script: x\nt:\n  extends: .t\n  script: x\n";
        let wanted =
            "flowchart LR\n  subgraph stage0 [\"build\"]\n    job1[\"b\"]\n  end\n  subgraph stage1 [\"test\"]\n    \
                      job2[\"t\"]\n  end\n  stage0 -.-> stage1\n  job1 --> job2\n";
        assert_eq!(drawn(text), wanted);
    }

    #[test]
    fn names_are_never_markup() {
        let drawn = drawn("'a\"] --> <b>&#x':\n  script: x\n  needs: [nowhere]\n");
        assert!(drawn.contains("[\"a#quot;#93; --#62; #60;b#62;#38;#35;x\"]"), "{drawn}");
        assert!(!drawn.contains("  job0 --> "));
    }
}
