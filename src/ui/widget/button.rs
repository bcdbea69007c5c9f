//! A button with a text.

use yew::prelude::*;

use super::{Glyph, Icon};

/// How much a button stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum ButtonKind {
    /// With a border.
    #[default]
    Plain,
    /// The one thing to do here.
    Primary,
    /// Destroys something.
    Danger,
    /// Without a border, until pointed at.
    Quiet,
}

impl ButtonKind {
    /// The value of the attribute that the stylesheet looks at.
    pub(crate) fn name(self) -> &'static str {
        match self {
            ButtonKind::Plain => "plain",
            ButtonKind::Primary => "primary",
            ButtonKind::Danger => "danger",
            ButtonKind::Quiet => "quiet",
        }
    }
}

/// What a button shows and does.
#[derive(Properties, PartialEq)]
pub(crate) struct ButtonProps {
    /// What happens.
    pub onclick: Callback<MouseEvent>,
    /// The text.
    #[prop_or_default]
    pub children: Html,
    /// How much it stands out.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// A drawing before the text.
    #[prop_or_default]
    pub glyph: Option<Glyph>,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
    /// For a button that is on or off.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// A text shown while pointed at.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// The accessible name, where the text is not enough.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Whether it has the focus when a dialog opens.
    #[prop_or_default]
    pub autofocus: bool,
}

/// A button with a text.
#[function_component]
pub(crate) fn Button(props: &ButtonProps) -> Html {
    html! {
        <button type="button" class="button" data-kind={props.kind.name()} onclick={props.onclick.clone()}
            disabled={props.disabled} aria-pressed={props.pressed.map(|on| on.to_string())}
            title={props.title.clone()} aria-label={props.label.clone()} autofocus={props.autofocus}>
            if let Some(glyph) = props.glyph { <Icon {glyph} /> }
            <span class="button-text">{ props.children.clone() }</span>
        </button>
    }
}
