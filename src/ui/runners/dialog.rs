//! A runner entered or changed by hand.

use std::rc::Rc;

use yew::prelude::*;

use super::request::Request;
use super::text_list::TextList;
use crate::runner::{Fleet, Runner};
use crate::ui::browser::input;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Checkbox, Choice, Dialog, Field, Select, TextField};

/// Executors that can be chosen.
pub(super) const EXECUTORS: &[&str] = &[
    "docker",
    "shell",
    "kubernetes",
    "docker-autoscaler",
    "instance",
    "docker+machine",
    "docker-windows",
    "ssh",
    "virtualbox",
    "parallels",
    "custom",
];

/// Which runner.
#[derive(Properties, PartialEq)]
pub(crate) struct RunnerDialogProps {
    /// The runners.
    pub fleet: Rc<Fleet>,
    /// Its place among them; none for a new one.
    pub at: Option<usize>,
    /// Whether an open file holds it: then its values are edited there.
    pub in_config: bool,
}

/// The form.
#[function_component]
pub(crate) fn RunnerDialog(props: &RunnerDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let known = props.at.and_then(|at| props.fleet.runners.get(at).cloned());
    let runner = use_state(|| {
        let new = Runner { executor: "docker".to_owned(), run_untagged: true, ..Runner::default() };
        known.clone().unwrap_or(new)
    });
    let unnamed = runner.name.trim().is_empty() && !props.in_config;
    let set = |change: fn(&mut Runner, String)| {
        let runner = runner.clone();
        Callback::from(move |text: AttrValue| {
            let mut changed = (*runner).clone();
            change(&mut changed, text.trim().to_owned());
            runner.set(changed);
        })
    };
    let set_list = |change: fn(&mut Runner, Vec<String>)| {
        let runner = runner.clone();
        Callback::from(move |list: Vec<String>| {
            let mut changed = (*runner).clone();
            change(&mut changed, list);
            runner.set(changed);
        })
    };
    let set_flag = |change: fn(&mut Runner, bool)| {
        let runner = runner.clone();
        Callback::from(move |on: bool| {
            let mut changed = (*runner).clone();
            change(&mut changed, on);
            runner.set(changed);
        })
    };
    let confirm = {
        let (dispatch, runner, at) = (dispatch.clone(), runner.clone(), props.at);
        Callback::from(move |_: MouseEvent| {
            let runner = (*runner).clone();
            dispatch.send(Msg::Runners(match at {
                Some(at) => Request::Change(at, runner),
                None => Request::Enter(runner),
            }));
        })
    };
    let actions = html! {
        <>
            <Button key="cancel" onclick={dispatch.always(Msg::CloseDialog)}>{ t!(i18n, "cancel") }</Button>
            <Button key="confirm" kind={ButtonKind::Primary} disabled={unnamed} onclick={confirm}>
                { if props.at.is_some() { t!(i18n, "runner-keep") } else { t!(i18n, "runner-add") } }
            </Button>
        </>
    };
    let onname = {
        let set = set(|runner, text| runner.name = text);
        Callback::from(move |event: InputEvent| set.emit(input::value(&event).into()))
    };
    let title = match &known {
        Some(known) => t!(i18n, "runner-edit-named", name = known.name.as_str()),
        None => t!(i18n, "runner-enter"),
    };
    let environments: Rc<[AttrValue]> = {
        let mut names: Vec<_> = props.fleet.runners.iter().map(|runner| runner.environment.clone()).collect();
        names.push("production".to_owned());
        names.retain(|name| !name.is_empty());
        names.sort();
        names.dedup();
        names.into_iter().map(AttrValue::from).collect()
    };
    let tags: Rc<[AttrValue]> = {
        let mut tags: Vec<_> = props.fleet.runners.iter().flat_map(|runner| runner.tags.clone()).collect();
        tags.sort();
        tags.dedup();
        tags.into_iter().map(AttrValue::from).collect()
    };
    html! {
        <Dialog {title} close_label={t!(i18n, "close")} {actions} onclose={dispatch.always(Msg::CloseDialog)}>
            if props.in_config {
                <p class="dialog-note">{ t!(i18n, "runner-in-config") }</p>
            } else {
                <fieldset class="runner-part">
                    <legend>{ t!(i18n, "runner-part-machine") }</legend>
                    <Field id="runner-name" label={t!(i18n, "runner-name")} hint={t!(i18n, "runner-name-hint")}>
                        <input class="text-field" type="text" id="runner-name" value={runner.name.clone()} oninput={onname}
                            autofocus=true autocomplete="off" spellcheck="false" aria-describedby="runner-name-hint" />
                    </Field>
                    <Field id="runner-executor" label={t!(i18n, "runner-executor")}>
                        <Select id="runner-executor" value={runner.executor.clone()}
                            choices={EXECUTORS.iter().map(|name| Choice::plain(name)).collect::<Rc<[_]>>()}
                            onchange={set(|runner, text| runner.executor = text)} />
                    </Field>
                    <Field id="runner-image" label={t!(i18n, "runner-image")} hint={t!(i18n, "runner-image-hint")}>
                        <TextField id="runner-image" code=true value={runner.image.clone()} placeholder="docker:latest"
                            describedby="runner-image-hint" oncommit={set(|runner, text| runner.image = text)} />
                    </Field>
                    <TextList id="runner-volumes" label={t!(i18n, "runner-volumes")} items={Rc::from(runner.volumes.clone())}
                        placeholder="/cache" onchange={set_list(|runner, list| runner.volumes = list)} />
                    <Checkbox checked={runner.privileged} label={t!(i18n, "runner-privileged-long")}
                        onchange={set_flag(|runner, on| runner.privileged = on)} />
                </fieldset>
            }
            <fieldset class="runner-part">
                <legend>{ t!(i18n, "runner-part-gitlab") }</legend>
                <TextList id="runner-tags" label={t!(i18n, "runner-tags")} items={Rc::from(runner.tags.clone())} commas=true
                    completions={tags} hint={t!(i18n, "runner-tags-hint")}
                    onchange={set_list(|runner, list| runner.tags = list)} />
                <Checkbox checked={runner.run_untagged} label={t!(i18n, "runner-untagged-long")}
                    onchange={set_flag(|runner, on| runner.run_untagged = on)} />
                <Checkbox checked={runner.protected} label={t!(i18n, "runner-protected-long")}
                    onchange={set_flag(|runner, on| runner.protected = on)} />
                <Field id="runner-environment" label={t!(i18n, "runner-environment")} hint={t!(i18n, "runner-environment-hint")}>
                    <TextField id="runner-environment" value={runner.environment.clone()} list="runner-environments"
                        describedby="runner-environment-hint" oncommit={set(|runner, text| runner.environment = text)} />
                    <datalist id="runner-environments">
                        { for environments.iter().map(|name| html! { <option key={name.to_string()} value={name.clone()} /> }) }
                    </datalist>
                </Field>
            </fieldset>
        </Dialog>
    }
}
