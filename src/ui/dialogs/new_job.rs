//! Asks for a new job: what kind it is, its name and its commands.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::browser::input;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::widget::{Button, ButtonKind, Choice, Dialog, Field, Select};
use crate::view::templates::JobTemplate;
use crate::view::Snapshot;
use crate::yaml::Document;

/// Where the job comes.
#[derive(Properties, PartialEq)]
pub(crate) struct NewJobDialogProps {
    /// Its stage.
    pub stage: AttrValue,
    /// Names that are in use.
    pub taken: Rc<[AttrValue]>,
    /// The file, whose hidden jobs can be extended.
    pub document: Snapshot,
}

/// The question.
#[function_component]
pub(crate) fn NewJobDialog(props: &NewJobDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let typed = use_state(AttrValue::default);
    let templates = use_memo(props.document.clone(), |document| JobTemplate::all(document));
    let chosen = use_state(|| 0);
    let template = templates.get(*chosen).cloned().unwrap_or(JobTemplate::Script);
    let script = use_state(|| starting_script(&template, &props.document));
    let name = typed.trim().to_owned();
    let error =
        props.taken.iter().any(|taken| **taken == name).then(|| t!(i18n, "refused-name-taken", name = name.as_str()));
    let unusable = name.is_empty() || error.is_some();
    let confirm = {
        let (dispatch, stage, lines) = (dispatch.clone(), props.stage.to_string(), script.clone());
        let template = template.clone();
        move || {
            if unusable {
                return;
            }
            let lines: Vec<String> = lines.lines().map(str::to_owned).filter(|line| !line.trim().is_empty()).collect();
            // GitLab refuses a job that does nothing.
            let empty = lines.is_empty() && template == JobTemplate::Script;
            let script = if empty { vec![format!("echo \"{name}\"")] } else { lines };
            dispatch.send(Msg::CloseDialog);
            dispatch.run(template.command(name.clone(), stage.clone(), script));
        }
    };
    let onpick = {
        let (chosen, script, templates, document) =
            (chosen.clone(), script.clone(), templates.clone(), props.document.clone());
        Callback::from(move |id: AttrValue| {
            let Some((at, template)) = id.parse().ok().and_then(|at: usize| Some((at, templates.get(at)?))) else {
                return;
            };
            chosen.set(at);
            script.set(starting_script(template, &document));
        })
    };
    let choices: Rc<[Choice]> = templates
        .iter()
        .enumerate()
        .map(|(at, template)| Choice::new(&at.to_string(), &template_text(&i18n, template)))
        .collect();
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
            <Field key="template" id="new-job-template" label={t!(i18n, "job-template")}>
                <Select id="new-job-template" value={chosen.to_string()} {choices} onchange={onpick} />
            </Field>
            <Field key="name" id="new-job-name" label={t!(i18n, "job-name")} error={error.clone()}
                hint={t!(i18n, "job-name-hint")}>
                <input class="text-field" data-code="true" type="text" id="new-job-name" value={(*typed).clone()}
                    oninput={oninput(&typed)} {onkeydown} autofocus=true autocomplete="off" autocapitalize="off"
                    spellcheck="false" aria-invalid={error.is_some().then_some("true")}
                    aria-describedby="new-job-name-hint new-job-name-error" />
            </Field>
            if template.takes_script() {
                <Field key="script" id="new-job-script" label={t!(i18n, "job-script")} hint={t!(i18n, "job-script-hint")}>
                    <textarea class="text-area" data-code="true" id="new-job-script" rows="4" value={(*script).clone()}
                        oninput={oninput(&script)} spellcheck="false" aria-describedby="new-job-script-hint" />
                </Field>
            }
        </Dialog>
    }
}

fn starting_script(template: &JobTemplate, document: &Document) -> AttrValue {
    match template {
        JobTemplate::Script => AttrValue::default(),
        other => AttrValue::from(other.script(document).join("\n")),
    }
}

fn template_text(i18n: &I18n, template: &JobTemplate) -> AttrValue {
    match template {
        JobTemplate::Script => t!(i18n, "template-script"),
        JobTemplate::Extends(base) => t!(i18n, "template-extends", base = base.as_str()),
        JobTemplate::Build => t!(i18n, "template-build"),
        JobTemplate::Tests => t!(i18n, "template-tests"),
        JobTemplate::DockerImage => t!(i18n, "template-docker"),
        JobTemplate::Deploy => t!(i18n, "template-deploy"),
        JobTemplate::Pages => t!(i18n, "template-pages"),
        JobTemplate::ChildPipeline => t!(i18n, "template-child"),
    }
}
