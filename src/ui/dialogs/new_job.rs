//! Asks for a new job's name and commands.

use std::rc::Rc;

use yew::prelude::*;

use crate::command::Command;
use crate::ui::browser::input;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Dialog, Field};

/// Where the job comes.
#[derive(Properties, PartialEq)]
pub(crate) struct NewJobDialogProps {
    /// Its stage.
    pub stage: AttrValue,
    /// Names that are in use.
    pub taken: Rc<[AttrValue]>,
}

/// The question.
#[function_component]
pub(crate) fn NewJobDialog(props: &NewJobDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let typed = use_state(AttrValue::default);
    let script = use_state(AttrValue::default);
    let name = typed.trim().to_owned();
    let error =
        props.taken.iter().any(|taken| **taken == name).then(|| t!(i18n, "refused-name-taken", name = name.as_str()));
    let unusable = name.is_empty() || error.is_some();
    let confirm = {
        let (dispatch, stage, lines) = (dispatch.clone(), props.stage.to_string(), script.clone());
        move || {
            if unusable {
                return;
            }
            let lines: Vec<String> = lines.lines().map(str::to_owned).filter(|line| !line.trim().is_empty()).collect();
            // GitLab refuses a job that does nothing.
            let script = if lines.is_empty() { vec![format!("echo \"{name}\"")] } else { lines };
            let command =
                Command::AddJob { name: name.clone(), stage: stage.clone(), script, keywords: Vec::new(), after: None };
            dispatch.send(Msg::CloseDialog);
            dispatch.run(command);
        }
    };
    let oninput = |state: &UseStateHandle<AttrValue>| {
        let state = state.clone();
        Callback::from(move |event: InputEvent| state.set(AttrValue::from(input::value(&event))))
    };
    let onkeydown = {
        let confirm = confirm.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                confirm();
            }
        })
    };
    let actions = html! {
        <>
            <Button key="cancel" onclick={dispatch.always(Msg::CloseDialog)}>{ t!(i18n, "cancel") }</Button>
            <Button key="confirm" kind={ButtonKind::Primary} disabled={unusable}
                onclick={Callback::from(move |_: MouseEvent| confirm())}>{ t!(i18n, "add-job") }</Button>
        </>
    };
    html! {
        <Dialog title={t!(i18n, "new-job-title", stage = props.stage.as_str())} close_label={t!(i18n, "close")} {actions}
            onclose={dispatch.always(Msg::CloseDialog)}>
            <Field key="name" id="new-job-name" label={t!(i18n, "job-name")} error={error.clone()}
                hint={t!(i18n, "job-name-hint")}>
                <input class="text-field" data-code="true" type="text" id="new-job-name" value={(*typed).clone()}
                    oninput={oninput(&typed)} {onkeydown} autofocus=true autocomplete="off" autocapitalize="off"
                    spellcheck="false" aria-invalid={error.is_some().then_some("true")}
                    aria-describedby="new-job-name-hint new-job-name-error" />
            </Field>
            <Field key="script" id="new-job-script" label={t!(i18n, "job-script")} hint={t!(i18n, "job-script-hint")}>
                <textarea class="text-area" data-code="true" id="new-job-script" rows="4" value={(*script).clone()}
                    oninput={oninput(&script)} spellcheck="false" aria-describedby="new-job-script-hint" />
            </Field>
        </Dialog>
    }
}
