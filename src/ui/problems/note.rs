//! A problem beside what it is about: what is wrong, and what mends it.

use std::rc::Rc;

use yew::prelude::*;

use super::panel::view_button;
use crate::runner::Fleet;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{mend_text, use_i18n};
use crate::ui::widget::Button;
use crate::view::mend::Mend;
use crate::view::problems::Problem;
use crate::view::Snapshot;

/// What the note shows.
#[derive(Properties, PartialEq)]
pub(crate) struct ProblemNoteProps {
    /// The problem.
    pub problem: Problem,
    /// The text that has it.
    pub document: Snapshot,
}

/// The note, an item of a list.
#[function_component]
pub(crate) fn ProblemNote(props: &ProblemNoteProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let problem = &props.problem;
    let fleet = use_context::<Rc<Fleet>>().unwrap_or_default();
    let mend = use_memo((props.document.clone(), problem.clone(), fleet), |(document, problem, fleet)| {
        Mend::of(document, problem, fleet)
    });
    html! {
        <li class="problem-note problem-line">
            { view_button(&i18n, problem, dispatch.always(Msg::GoTo(problem.span))) }
            if let Some(mend) = &*mend {
                <Button onclick={dispatch.always(Msg::Run(mend.command()))}>{ mend_text(&i18n, &mend.label) }</Button>
            }
        </li>
    }
}
