//! A drawing beside a text that says the same; hidden from screen readers.

use yew::prelude::*;

use super::Glyph;

/// What to draw.
#[derive(Properties, PartialEq)]
pub(crate) struct IconProps {
    /// The drawing.
    pub glyph: Glyph,
}

/// The drawing, as large as the text around it.
#[function_component]
pub(crate) fn Icon(props: &IconProps) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={props.glyph.path()} /></svg>
    }
}
