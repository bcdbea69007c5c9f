//! The perspective of runners.

use std::rc::Rc;

use yew::prelude::*;

use crate::runner::Fleet;
use crate::view::Snapshot;

/// What is shown.
#[derive(Properties, PartialEq)]
pub(crate) struct RunnersViewProps {
    /// The document.
    pub document: Snapshot,
    /// The runners.
    pub fleet: Rc<Fleet>,
}

/// The perspective.
#[function_component]
pub(crate) fn RunnersView(_props: &RunnersViewProps) -> Html {
    html! { <section class="runners" /> }
}
