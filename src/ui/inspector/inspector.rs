//! The pane at the right: what is selected, as forms.

use yew::prelude::*;

use crate::editor::Selection;
use crate::ui::i18n::{t, use_i18n};
use crate::view::Snapshot;

/// What the inspector shows.
#[derive(Properties, PartialEq)]
pub(crate) struct InspectorProps {
    /// The document that the board shows.
    pub document: Snapshot,
    /// What is selected.
    pub selection: Selection,
    /// Whether edits are refused, because the text is broken.
    pub stale: bool,
}

/// The forms for what is selected.
#[function_component]
pub(crate) fn Inspector(props: &InspectorProps) -> Html {
    let i18n = use_i18n();
    let title = match &props.selection {
        Selection::Job(name) | Selection::Stage(name) => AttrValue::from(name.clone()),
        Selection::None | Selection::Global => t!(i18n, "inspector"),
    };
    html! { <h2 class="inspector-title">{ title }</h2> }
}
