//! The perspective of flow.

use yew::prelude::*;

use crate::view::Snapshot;

/// What is shown.
#[derive(Properties, PartialEq)]
pub(crate) struct FlowViewProps {
    /// The document.
    pub document: Snapshot,
}

/// The perspective.
#[function_component]
pub(crate) fn FlowView(_props: &FlowViewProps) -> Html {
    html! { <section class="flow" /> }
}
