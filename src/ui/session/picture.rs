//! The board as a picture, a drawing or a text for Markdown.

use wasm_bindgen_futures::spawn_local;

use super::Session;
use crate::ui::browser::{download, page};
use crate::ui::dispatch::Msg;
use crate::ui::i18n::t;
use crate::view::picture::{mermaid, svg, Colours};

/// What the board becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Picture {
    /// A drawing.
    Svg,
    /// Pixels.
    Png,
    /// A text that GitLab draws in Markdown.
    Mermaid,
}

impl Session {
    /// The board as a drawing, in the colours of the page.
    pub(super) fn drawing(&self) -> Option<String> {
        let colours = Colours {
            page: page::colour("--page"),
            lane: page::colour("--lane"),
            card: page::colour("--surface"),
            line: page::colour("--line"),
            text: page::colour("--text"),
            muted: page::colour("--muted"),
        };
        Some(svg(self.editor.as_ref()?.shown(), &self.derived.board, &colours))
    }

    /// The board as Mermaid.
    pub(super) fn diagram(&self) -> Option<String> {
        Some(mermaid(self.editor.as_ref()?.shown(), &self.derived.board))
    }

    /// Hands the board out.
    pub(super) fn hand_picture(&mut self, picture: Picture) {
        let Some(editor) = &self.editor else { return };
        let name = editor.name().trim_start_matches('.');
        let name = name.strip_suffix(".yml").or_else(|| name.strip_suffix(".yaml")).unwrap_or(name).to_owned();
        let (dispatch, failed) = (self.dispatch.clone(), t!(self.i18n, "picture-failed"));
        match picture {
            Picture::Mermaid => {
                let copied = t!(self.i18n, "mermaid-copied");
                let text = self.diagram().unwrap_or_default();
                download::copy(&text.clone(), move |done| {
                    if done {
                        dispatch.send(Msg::Say(copied));
                    } else if !download::typed(&format!("{name}.mmd"), &text, "text/plain") {
                        dispatch.send(Msg::Complain(failed));
                    }
                });
            }
            Picture::Svg => {
                let drawing = self.drawing().unwrap_or_default();
                if !download::typed(&format!("{name}.svg"), &drawing, "image/svg+xml") {
                    self.refuse(failed);
                }
            }
            Picture::Png => {
                let drawing = self.drawing().unwrap_or_default();
                spawn_local(async move {
                    if !download::png(&format!("{name}.png"), &drawing).await {
                        dispatch.send(Msg::Complain(failed));
                    }
                });
            }
        }
    }
}
