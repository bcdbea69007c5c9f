//! The root component.

use yew::prelude::*;

use super::session::Session;

/// The whole page.
#[function_component]
pub fn App() -> Html {
    html! { <Session /> }
}
