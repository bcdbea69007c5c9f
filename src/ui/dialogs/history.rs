//! The undo steps: what was done, how much it changed, and the way to each state.

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{step_text, t, use_i18n};
use crate::ui::widget::Dialog;
use crate::view::history::Steps;

/// The steps.
#[derive(Properties, PartialEq)]
pub(crate) struct HistoryDialogProps {
    /// All of them.
    pub steps: Steps,
}

/// The list of steps. It stays open while one goes through them.
#[function_component]
pub(crate) fn HistoryDialog(props: &HistoryDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let Steps { rows, done } = &props.steps;
    let row = |at: usize, text: AttrValue, lines: Option<usize>| {
        html! {
            <li key={at}>
                <button type="button" class="step" onclick={dispatch.always(Msg::GoToStep(at))} autofocus={at == *done}
                    aria-current={(at == *done).then_some("step")} data-undone={(at > *done).then_some("true")}>
                    <span class="step-text">{ text }</span>
                    if let Some(lines) = lines {
                        <span class="step-lines">{ t!(i18n, "step-lines", count = lines) }</span>
                    }
                    if at > *done { <span class="visually-hidden">{ t!(i18n, "step-undone") }</span> }
                </button>
            </li>
        }
    };
    let steps = rows.iter().enumerate().map(|(at, step)| row(at + 1, step_text(&i18n, &step.kind), Some(step.lines)));
    html! {
        <Dialog title={t!(i18n, "history")} close_label={t!(i18n, "close")} onclose={dispatch.always(Msg::CloseDialog)}>
            <p class="dialog-note">{ t!(i18n, "history-about") }</p>
            <ol class="steps" reversed=true>
                { for steps.collect::<Vec<_>>().into_iter().rev() }
                { row(0, t!(i18n, "step-opened"), None) }
            </ol>
        </Dialog>
    }
}
