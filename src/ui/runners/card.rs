//! A runner of the fleet.

use std::rc::Rc;

use yew::prelude::*;

use super::request::Request;
use crate::runner::Runner;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::session::Ask;
use crate::ui::widget::{Glyph, Icon, IconButton};

/// Which one.
#[derive(Properties, PartialEq)]
pub(super) struct RunnerCardProps {
    /// Its place in the fleet.
    pub at: usize,
    /// It.
    pub runner: Rc<Runner>,
    /// The open file in which it stands.
    pub file: Option<Rc<str>>,
}

/// The card.
#[function_component]
pub(super) fn RunnerCard(props: &RunnerCardProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let (at, runner) = (props.at, &*props.runner);
    let name = AttrValue::from(if runner.name.is_empty() {
        t!(i18n, "runner-unnamed").to_string()
    } else {
        runner.name.clone()
    });
    let socket = runner.volumes.iter().any(|volume| volume.contains("docker.sock"));
    let marks = [
        (runner.privileged, "warning", t!(i18n, "runner-privileged")),
        (socket, "warning", t!(i18n, "runner-socket")),
        (runner.run_untagged, "plain", t!(i18n, "runner-untagged")),
        (runner.protected, "plain", t!(i18n, "runner-protected")),
    ];
    html! {
        <li class="runner" aria-label={name.clone()}>
            <div class="runner-head">
                <h3 class="runner-name">{ &name }</h3>
                if !runner.environment.is_empty() {
                    <span class="runner-environment" title={t!(i18n, "runner-environment")}>
                        <Icon glyph={Glyph::Globe} />{ &runner.environment }
                    </span>
                }
                <span class="runner-tools">
                    <IconButton small=true glyph={Glyph::Pencil} label={t!(i18n, "runner-edit-named", name = name.as_str())}
                        onclick={dispatch.always(Msg::Ask(Ask::Runner(Some(at))))} />
                    <IconButton small=true glyph={Glyph::Copy} label={t!(i18n, "runner-duplicate-named", name = name.as_str())}
                        onclick={dispatch.always(Msg::Runners(Request::Duplicate(at)))} />
                    <IconButton small=true glyph={Glyph::Trash} label={t!(i18n, "runner-delete-named", name = name.as_str())}
                        onclick={dispatch.always(Msg::Runners(Request::Delete(at)))} />
                </span>
            </div>
            <p class="runner-line">
                <span>{ if runner.executor.is_empty() { t!(i18n, "runner-no-executor") } else { runner.executor.clone().into() } }</span>
                if !runner.image.is_empty() { <code>{ &runner.image }</code> }
            </p>
            if runner.tags.is_empty() {
                <p class="runner-none">{ t!(i18n, "runner-no-tags") }</p>
            } else {
                <ul class="runner-tags" aria-label={t!(i18n, "runner-tags")}>
                    { for runner.tags.iter().map(|tag| html! { <li key={tag.clone()} class="chip">{ tag }</li> }) }
                </ul>
            }
            <ul class="runner-marks">
                { for marks.into_iter().filter(|(is, _, _)| *is).map(|(_, kind, text)| html! {
                    <li key={text.to_string()} data-kind={kind}>{ text }</li>
                }) }
            </ul>
            if !runner.volumes.is_empty() {
                <details class="runner-volumes">
                    <summary>{ t!(i18n, "runner-volume-count", count = runner.volumes.len()) }</summary>
                    <ul>{ for runner.volumes.iter().enumerate().map(|(at, volume)| html! { <li key={at}><code>{ volume }</code></li> }) }</ul>
                </details>
            }
            if let Some(file) = &props.file {
                <p class="runner-file"><Icon glyph={Glyph::File} />{ t!(i18n, "runner-in-file", file = &**file) }</p>
            }
        </li>
    }
}
