//! The checks that are off, each with a way to turn it on.

use yew::prelude::*;

use crate::lint::{Level, Settings};
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind};

/// The choices.
#[derive(Properties, PartialEq)]
pub(super) struct ChecksOffProps {
    /// Which warnings are wanted.
    pub checks: Settings,
}

/// The list, closed at first.
#[function_component]
pub(super) fn ChecksOff(props: &ChecksOffProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let off: Vec<_> = props.checks.off().collect();
    if off.is_empty() {
        return Html::default();
    }
    html! {
        <details class="checks-off">
            <summary>{ t!(i18n, "checks-off", count = off.len()) }</summary>
            <ul>
                { for off.into_iter().map(|rule| html! {
                    <li key={rule.code} class="check-off">
                        <span><code>{ rule.code }</code>{ " " }{ i18n.help(rule.summary) }</span>
                        <Button kind={ButtonKind::Quiet} onclick={dispatch.always(Msg::SetCheck(rule.code, Level::Warning))}
                            label={t!(i18n, "check-turn-on-of", rule = rule.code)}>
                            { t!(i18n, "check-turn-on") }
                        </Button>
                    </li>
                }) }
            </ul>
        </details>
    }
}
