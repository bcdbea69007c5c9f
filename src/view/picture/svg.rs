//! The board as a drawing: lanes side by side, a card for each job with what it runs in.

use std::fmt::Write;

use super::needs;
use crate::view::board::{Board, Card, Lane, When};
use crate::yaml::Document;

/// The colours of the drawing, each as CSS writes it: those of the page that it is taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colours {
    /// Behind everything.
    pub page: String,
    /// A lane.
    pub lane: String,
    /// A card.
    pub card: String,
    /// Its border.
    pub line: String,
    /// Names.
    pub text: String,
    /// What else is said.
    pub muted: String,
}

/// Units of the drawing; one is a pixel of an ordinary screen.
const LANE: usize = 248;
const GAP: usize = 16;
const HEAD: usize = 40;
const ROW: usize = 18;
const PAD: usize = 12;

/// Characters of a row. At 12 units a monospace sign is some 7.2 wide; what is wider all the same is cut by the card.
const FITS: usize = 27;

/// The board of a document, without its hidden jobs.
pub fn svg(document: &Document, board: &Board, colours: &Colours) -> String {
    let lanes: Vec<_> = board.lanes.iter().filter(|lane| lane.is_shown()).collect();
    let columns: Vec<Vec<Vec<String>>> =
        lanes.iter().map(|lane| lane.cards.iter().map(|card| rows(document, card)).collect()).collect();
    let tallest = columns.iter().map(|cards| cards.iter().map(|rows| card_height(rows) + PAD).sum()).max().unwrap_or(0);
    let (width, height) = (GAP + lanes.len().max(1) * (LANE + GAP), HEAD + tallest + PAD + 2 * GAP);
    let mut out = String::new();
    // Writing to a string never fails.
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"system-ui, sans-serif\" font-size=\"13\">\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        escaped(&colours.page)
    );
    for (at, (lane, cards)) in lanes.iter().zip(&columns).enumerate() {
        let x = GAP + at * (LANE + GAP);
        draw_lane(&mut out, lane, cards, (x, height - 2 * GAP), colours);
    }
    out.push_str("</svg>\n");
    out
}

fn draw_lane(out: &mut String, lane: &Lane, cards: &[Vec<String>], (x, height): (usize, usize), colours: &Colours) {
    let (fill, text) = (escaped(&colours.lane), escaped(&colours.text));
    let _ = write!(
        out,
        "<svg x=\"{x}\" y=\"{GAP}\" width=\"{LANE}\" height=\"{height}\">\n\
         <rect width=\"{LANE}\" height=\"{height}\" rx=\"10\" fill=\"{fill}\"/>\n\
         <text x=\"{PAD}\" y=\"25\" font-weight=\"600\" fill=\"{text}\">{}</text>\n",
        escaped(&shortened(&lane.stage))
    );
    let mut y = HEAD;
    for (card, rows) in lane.cards.iter().zip(cards) {
        draw_card(out, card, rows, y, colours);
        y += card_height(rows) + PAD;
    }
    out.push_str("</svg>\n");
}

fn draw_card(out: &mut String, card: &Card, rows: &[String], y: usize, colours: &Colours) {
    let (width, height) = (LANE - 2 * PAD, card_height(rows));
    let [fill, line, text, muted] =
        [&colours.card, &colours.line, &colours.text, &colours.muted].map(|colour| escaped(colour));
    let _ = write!(
        out,
        "<svg x=\"{PAD}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"><title>{}</title>\n\
         <rect x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"6\" fill=\"{fill}\" stroke=\"{line}\"/>\n\
         <text x=\"{PAD}\" y=\"22\" font-weight=\"600\" fill=\"{text}\">{}</text>\n",
        escaped(&card.name),
        width - 1,
        height - 1,
        escaped(&shortened(&card.name)),
    );
    for (at, row) in rows.iter().enumerate() {
        let y = 22 + (at + 1) * ROW;
        let _ = writeln!(
            out,
            "<text x=\"{PAD}\" y=\"{y}\" font-family=\"ui-monospace, monospace\" font-size=\"12\" fill=\"{muted}\">{}</text>",
            escaped(&shortened(row))
        );
    }
    out.push_str("</svg>\n");
}

fn card_height(rows: &[String]) -> usize {
    34 + rows.len() * ROW
}

/// What a card says below its name, in GitLab's keywords.
fn rows(document: &Document, card: &Card) -> Vec<String> {
    let when = card.when.map(|when| match when {
        When::Manual => "manual",
        When::Delayed => "delayed",
        When::Always => "always",
        When::OnFailure => "on_failure",
        When::Never => "never",
    });
    let needs = needs(document, &card.name).map(|needs| format!("needs: {}", needs.join(", ")));
    [
        card.image.as_ref().map(|image| image.value.clone()),
        (!card.tags.value.is_empty()).then(|| format!("tags: {}", card.tags.value.join(", "))),
        when.map(|when| format!("when: {when}")),
        card.environment.as_ref().map(|environment| format!("environment: {environment}")),
        needs.filter(|needs| needs != "needs: "),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= FITS {
        return text.to_owned();
    }
    let start: String = text.chars().take(FITS - 1).collect();
    format!("{start}…")
}

/// A text as XML, without what XML can't hold.
fn escaped(text: &str) -> String {
    let plain = text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}'));
    let mut out = String::with_capacity(text.len());
    for c in plain {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
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
        let colour = |name: &str| name.to_owned();
        let colours = Colours {
            page: colour("white"),
            lane: colour("gray"),
            card: colour("white"),
            line: colour("gray"),
            text: colour("black"),
            muted: colour("gray"),
        };
        svg(&document, &Board::read(&document, &Problems::default()), &colours)
    }

    #[test]
    fn every_lane_and_card_is_drawn_with_what_the_job_inherits() {
        let drawn = drawn("default:\n  image: ruby:3\nstages: [build, test]\na:\n  stage: build\n  script: x\nb:\n  needs: [a]\n  script: x\n");
        for part in [">build</text>", ">test</text>", ">a</text>", ">ruby:3</text>", ">needs: a</text>"] {
            assert!(drawn.contains(part), "{part} is not in {drawn}");
        }
        assert_eq!(drawn.matches("<svg").count(), drawn.matches("</svg>").count());
    }

    #[test]
    fn names_are_never_markup() {
        let drawn = drawn("'</text><script>':\n  script: x\n  image: \"a\\u0001\\\"<b>\"\n");
        assert!(!drawn.contains("<script") && !drawn.contains("<b>") && !drawn.contains('\u{1}'), "{drawn}");
    }

    #[test]
    fn a_long_name_ends_with_an_ellipsis() {
        assert_eq!(shortened(&"ä".repeat(40)).chars().count(), FITS);
    }
}
