//! What is wanted of a new runner.

use std::rc::Rc;

use yew::prelude::*;

use super::text_list::TextList;
use crate::runner::setup::{Fault, Field as Part, Restart, Setup, Storage, TokenKind};
use crate::ui::browser::input;
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::widget::{Checkbox, Choice, Field, Select};

/// The wishes.
#[derive(Properties, PartialEq)]
pub(super) struct SetupFormProps {
    /// They.
    pub setup: Setup,
    /// Gets others.
    pub onchange: Callback<Setup>,
}

/// The form.
#[function_component]
pub(super) fn SetupForm(props: &SetupFormProps) -> Html {
    let i18n = use_i18n();
    let setup = &props.setup;
    let faults = setup.faults();
    let fault = |part: Part| faults.iter().find(|(at, _)| *at == part).map(|(_, fault)| fault_text(&i18n, *fault));
    let change = |change: fn(&mut Setup, String)| {
        let (setup, onchange) = (setup.clone(), props.onchange.clone());
        Callback::from(move |text: String| {
            let mut changed = setup.clone();
            change(&mut changed, text);
            onchange.emit(changed);
        })
    };
    let choose = |change: fn(&mut Setup, &str)| {
        let (setup, onchange) = (setup.clone(), props.onchange.clone());
        Callback::from(move |value: AttrValue| {
            let mut changed = setup.clone();
            change(&mut changed, &value);
            onchange.emit(changed);
        })
    };
    let list = |change: fn(&mut Setup, Vec<String>)| {
        let (setup, onchange) = (setup.clone(), props.onchange.clone());
        Callback::from(move |items: Vec<String>| {
            let mut changed = setup.clone();
            change(&mut changed, items);
            onchange.emit(changed);
        })
    };
    let flag = |change: fn(&mut Setup, bool)| {
        let (setup, onchange) = (setup.clone(), props.onchange.clone());
        Callback::from(move |on: bool| {
            let mut changed = setup.clone();
            change(&mut changed, on);
            onchange.emit(changed);
        })
    };
    let text = |id: &'static str,
                label: AttrValue,
                hint: Option<AttrValue>,
                value: &str,
                part: Part,
                set: Callback<String>| {
        let error = fault(part);
        let kind = if part == Part::Token { "password" } else { "text" };
        let oninput = Callback::from(move |event: InputEvent| set.emit(input::value(&event)));
        html! {
            <Field {id} {label} {hint} error={error.clone()}>
                <input class="text-field" data-code="true" type={kind} {id} value={value.to_owned()} {oninput} autocomplete="off"
                    autocapitalize="off" spellcheck="false" aria-invalid={error.is_some().then_some("true")}
                    aria-describedby={format!("{id}-hint {id}-error")} />
            </Field>
        }
    };
    let old = setup.token_kind == TokenKind::Registration;
    let kinds: Rc<[Choice]> = Rc::from([
        Choice { value: "authentication".into(), label: t!(i18n, "setup-token-authentication") },
        Choice { value: "registration".into(), label: t!(i18n, "setup-token-registration") },
    ]);
    let restarts: Rc<[Choice]> = Restart::ALL.iter().map(|restart| Choice::plain(restart.name())).collect();
    let stores: Rc<[Choice]> = Rc::from([
        Choice { value: "volume".into(), label: t!(i18n, "setup-storage-volume") },
        Choice { value: "folder".into(), label: t!(i18n, "setup-storage-folder") },
    ]);
    html! {
        <div class="setup-form">
            <fieldset class="runner-part">
                <legend>{ t!(i18n, "setup-part-gitlab") }</legend>
                { text("setup-url", t!(i18n, "setup-url"), None, &setup.url, Part::Url, change(|s, text| s.url = text)) }
                <Field id="setup-token-kind" label={t!(i18n, "setup-token-kind")}
                    hint={old.then(|| t!(i18n, "setup-token-old"))}>
                    <Select id="setup-token-kind" choices={kinds} describedby="setup-token-kind-hint"
                        value={if old { "registration" } else { "authentication" }}
                        onchange={choose(|s, value| s.token_kind = if value == "registration" { TokenKind::Registration } else { TokenKind::Authentication })} />
                </Field>
                { text("setup-token", t!(i18n, "setup-token"), Some(t!(i18n, "setup-token-hint")), &setup.token, Part::Token,
                    change(|s, text| s.token = text.trim().to_owned())) }
                <Checkbox checked={setup.asks()} disabled={setup.token.is_empty()} label={t!(i18n, "setup-ask")}
                    onchange={flag(|s, on| s.ask = on)} />
                if old {
                    <TextList id="setup-tags" label={t!(i18n, "runner-tags")} items={Rc::from(setup.tags.clone())} commas=true
                        error={fault(Part::Tags)} onchange={list(|s, items| s.tags = items)} />
                    <Checkbox checked={setup.run_untagged || setup.tags.is_empty()} disabled={setup.tags.is_empty()}
                        label={t!(i18n, "runner-untagged-long")} onchange={flag(|s, on| s.run_untagged = on)} />
                    <Checkbox checked={setup.protected} label={t!(i18n, "runner-protected-long")}
                        onchange={flag(|s, on| s.protected = on)} />
                }
            </fieldset>
            <fieldset class="runner-part">
                <legend>{ t!(i18n, "setup-part-jobs") }</legend>
                { text("setup-name", t!(i18n, "runner-name"), None, &setup.name, Part::Name, change(|s, text| s.name = text)) }
                { text("setup-image", t!(i18n, "runner-image"), Some(t!(i18n, "runner-image-hint")), &setup.image, Part::Image,
                    change(|s, text| s.image = text)) }
                <Checkbox checked={setup.privileged} label={t!(i18n, "runner-privileged-long")}
                    onchange={flag(|s, on| s.privileged = on)} />
                <Checkbox checked={setup.socket} label={t!(i18n, "setup-socket")} onchange={flag(|s, on| s.socket = on)} />
                if setup.privileged || setup.socket { <p class="setup-warning">{ t!(i18n, "setup-trust") }</p> }
                <TextList id="setup-volumes" label={t!(i18n, "setup-volumes")} items={Rc::from(setup.volumes.clone())}
                    placeholder="/cache" error={fault(Part::Volumes)} onchange={list(|s, items| s.volumes = items)} />
            </fieldset>
            <fieldset class="runner-part">
                <legend>{ t!(i18n, "setup-part-machine") }</legend>
                <Field id="setup-storage" label={t!(i18n, "setup-storage")}>
                    <Select id="setup-storage" choices={stores}
                        value={if setup.storage == Storage::Folder { "folder" } else { "volume" }}
                        onchange={choose(|s, value| s.storage = if value == "folder" { Storage::Folder } else { Storage::Volume })} />
                </Field>
                if setup.storage == Storage::Folder {
                    { text("setup-folder", t!(i18n, "setup-folder"), None, &setup.folder, Part::Folder, change(|s, text| s.folder = text)) }
                } else {
                    { text("setup-volume", t!(i18n, "setup-volume"), None, &setup.volume, Part::Volume, change(|s, text| s.volume = text)) }
                }
                { text("setup-container", t!(i18n, "setup-container"), None, &setup.container, Part::Container,
                    change(|s, text| s.container = text)) }
                { text("setup-version", t!(i18n, "setup-version"), Some(t!(i18n, "setup-version-hint")), &setup.version, Part::Version,
                    change(|s, text| s.version = text)) }
                <Field id="setup-restart" label={t!(i18n, "setup-restart")}>
                    <Select id="setup-restart" choices={restarts} value={setup.restart.name()}
                        onchange={choose(|s, value| {
                            s.restart = Restart::ALL.into_iter().find(|restart| restart.name() == value).unwrap_or_default();
                        })} />
                </Field>
            </fieldset>
        </div>
    }
}

fn fault_text(i18n: &I18n, fault: Fault) -> AttrValue {
    match fault {
        Fault::Empty => t!(i18n, "setup-fault-empty"),
        Fault::Control => t!(i18n, "setup-fault-control"),
        Fault::Blank => t!(i18n, "setup-fault-blank"),
        Fault::NoUrl => t!(i18n, "setup-fault-url"),
        Fault::NoName => t!(i18n, "setup-fault-name"),
        Fault::NoPath => t!(i18n, "setup-fault-path"),
        Fault::Comma => t!(i18n, "setup-fault-comma"),
        Fault::Authentication => t!(i18n, "setup-fault-authentication"),
        Fault::Registration => t!(i18n, "setup-fault-registration"),
    }
}
