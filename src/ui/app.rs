//! The root component.

use yew::prelude::*;

/// The whole page.
#[function_component]
pub fn App() -> Html {
    html! { <main><h1>{ "Pipewright" }</h1></main> }
}
