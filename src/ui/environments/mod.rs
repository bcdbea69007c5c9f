//! The perspective of environments.

use yew::prelude::*;

use crate::view::Snapshot;

/// What is shown.
#[derive(Properties, PartialEq)]
pub(crate) struct EnvironmentsViewProps {
    /// The document.
    pub document: Snapshot,
}

/// The perspective.
#[function_component]
pub(crate) fn EnvironmentsView(_props: &EnvironmentsViewProps) -> Html {
    html! { <section class="environments" /> }
}
