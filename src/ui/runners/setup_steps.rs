//! What is to be done: in GitLab, and the commands.

use yew::prelude::*;

use crate::runner::setup::{commands, compose_file, Purpose, Setup, Step, TokenKind, Way};
use crate::ui::browser::download;
use crate::ui::dispatch::{use_dispatch, Dispatch, Msg};
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::widget::{Button, Glyph, Switch};

/// For which wishes.
#[derive(Properties, PartialEq)]
pub(super) struct SetupStepsProps {
    /// They.
    pub setup: Setup,
    /// How the runner is started.
    pub way: Way,
}

/// The steps.
#[function_component]
pub(super) fn SetupSteps(props: &SetupStepsProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let reveal = use_state(|| false);
    let steps = commands(&props.setup, props.way);
    if steps.is_empty() {
        return html! { <p class="setup-none" role="status">{ t!(i18n, "setup-none") }</p> };
    }
    let onreveal = {
        let reveal = reveal.clone();
        Callback::from(move |on: bool| reveal.set(on))
    };
    html! {
        <ol class="setup-steps">
            <li class="setup-step" key="gitlab">
                <h3>{ t!(i18n, "setup-in-gitlab") }</h3>
                { view_in_gitlab(&i18n, props.setup.token_kind) }
            </li>
            if props.way == Way::Compose { { view_compose(&i18n, &dispatch, &props.setup) } }
            { for steps.iter().map(|step| view_step(&i18n, &dispatch, step, &props.setup, *reveal, &onreveal)) }
        </ol>
    }
}

fn view_in_gitlab(i18n: &I18n, kind: TokenKind) -> Html {
    match kind {
        TokenKind::Authentication => html! {
            <>
                <p>{ t!(i18n, "setup-in-gitlab-new") }</p>
                <p>{ t!(i18n, "setup-in-gitlab-tags") }</p>
                <p>{ t!(i18n, "setup-in-gitlab-token") }</p>
            </>
        },
        TokenKind::Registration => html! { <p>{ t!(i18n, "setup-in-gitlab-old") }</p> },
    }
}

/// Puts a text on the clipboard and says so.
fn copy(i18n: &I18n, dispatch: &Dispatch, text: String) -> Callback<MouseEvent> {
    let (dispatch, copied, failed) = (dispatch.clone(), t!(i18n, "setup-copied"), t!(i18n, "setup-not-copied"));
    Callback::from(move |_: MouseEvent| {
        let (dispatch, copied, failed) = (dispatch.clone(), copied.clone(), failed.clone());
        download::copy(&text, move |done| dispatch.send(if done { Msg::Say(copied) } else { Msg::Complain(failed) }));
    })
}

fn view_compose(i18n: &I18n, dispatch: &Dispatch, setup: &Setup) -> Html {
    let text = compose_file(setup);
    let ondownload = {
        let (dispatch, text, failed) = (dispatch.clone(), text.clone(), t!(i18n, "download-failed"));
        Callback::from(move |_: MouseEvent| {
            if !download::file("compose.yaml", &text) {
                dispatch.send(Msg::Complain(failed.clone()));
            }
        })
    };
    html! {
        <li class="setup-step" key="compose">
            <h3>{ "compose.yaml" }</h3>
            <p>{ t!(i18n, "setup-compose") }</p>
            <pre class="setup-code" tabindex="0" aria-label="compose.yaml">{ &text }</pre>
            <div class="setup-tools">
                <Button glyph={Glyph::Copy} label={t!(i18n, "setup-copy-named", what = "compose.yaml")}
                    onclick={copy(i18n, dispatch, text.clone())}>{ t!(i18n, "copy") }</Button>
                <Button glyph={Glyph::Download} label={t!(i18n, "setup-download-compose")} onclick={ondownload}>
                    { t!(i18n, "download") }
                </Button>
            </div>
        </li>
    }
}

fn view_step(
    i18n: &I18n,
    dispatch: &Dispatch,
    step: &Step,
    setup: &Setup,
    reveal: bool,
    onreveal: &Callback<bool>,
) -> Html {
    let (id, title, about) = match step.purpose {
        Purpose::Storage => ("storage", t!(i18n, "setup-do-storage"), t!(i18n, "setup-do-storage-about")),
        Purpose::Start => ("start", t!(i18n, "setup-do-start"), t!(i18n, "setup-do-start-about")),
        Purpose::Ask => ("ask", t!(i18n, "setup-do-ask"), t!(i18n, "setup-do-ask-about")),
        Purpose::Register => ("register", t!(i18n, "setup-do-register"), t!(i18n, "setup-do-register-about")),
        Purpose::Forget => ("forget", t!(i18n, "setup-do-forget"), t!(i18n, "setup-do-forget-about")),
        Purpose::Verify => ("verify", t!(i18n, "setup-do-verify"), t!(i18n, "setup-do-verify-about")),
        Purpose::Logs => ("logs", t!(i18n, "setup-do-logs"), t!(i18n, "setup-do-logs-about")),
    };
    let secret = step.purpose == Purpose::Register && !setup.asks();
    html! {
        <li class="setup-step" key={id}>
            <h3>{ &title }</h3>
            <p>{ about }</p>
            <pre class="setup-code" tabindex="0" aria-label={title.clone()}>{ step.command.text(reveal) }</pre>
            <div class="setup-tools">
                <Button glyph={Glyph::Copy} label={t!(i18n, "setup-copy-named", what = title.as_str())}
                    onclick={copy(i18n, dispatch, step.command.text(true))}>{ t!(i18n, "copy") }</Button>
                if secret { <Switch checked={reveal} label={t!(i18n, "setup-reveal")} onchange={onreveal.clone()} /> }
            </div>
        </li>
    }
}
