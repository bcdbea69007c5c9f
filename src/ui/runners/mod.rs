//! The perspective of runners.

mod load;

use std::rc::Rc;

use yew::prelude::*;

use self::load::LoadView;
use crate::runner::Fleet;
use crate::view::board::Board;
use crate::view::Snapshot;

/// What is shown.
#[derive(Properties, PartialEq)]
pub(crate) struct RunnersViewProps {
    /// The document.
    pub document: Snapshot,
    /// The runners.
    pub fleet: Rc<Fleet>,
    /// The jobs with their runners.
    pub board: Rc<Board>,
}

/// The perspective.
#[function_component]
pub(crate) fn RunnersView(props: &RunnersViewProps) -> Html {
    html! { <section class="runners"><LoadView board={props.board.clone()} /></section> }
}
