//! What was changed in a `config.toml`, before it is handed out.

use yew::prelude::*;

use super::request::{OpenConfig, Request};
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::export::Diff;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Dialog, Glyph, Switch};
use crate::view::machine;

/// Which file.
#[derive(Properties, PartialEq)]
pub(crate) struct ConfigChangesDialogProps {
    /// It.
    pub file: OpenConfig,
}

/// The dialog.
#[function_component]
pub(crate) fn ConfigChangesDialog(props: &ConfigChangesDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let reveal = use_state(|| false);
    let (open, id) = (&props.file, props.file.file.id);
    let changes = machine::changes(&open.opened, &open.file.document, *reveal);
    let onreveal = {
        let reveal = reveal.clone();
        Callback::from(move |on: bool| reveal.set(on))
    };
    let actions = html! {
        <>
            <Button key="download" kind={if open.on_disk { ButtonKind::Plain } else { ButtonKind::Primary }} glyph={Glyph::Download}
                autofocus={!open.on_disk} onclick={dispatch.always(Msg::Runners(Request::Download(id)))}>{ t!(i18n, "download") }</Button>
            if open.on_disk {
                <Button key="save" kind={ButtonKind::Primary} autofocus=true
                    onclick={dispatch.always(Msg::Runners(Request::Save(id)))}>{ t!(i18n, "save") }</Button>
            }
        </>
    };
    html! {
        <Dialog title={t!(i18n, "export-title", file = &*open.file.name)} close_label={t!(i18n, "close")} {actions} wide=true
            onclose={dispatch.always(Msg::CloseDialog)}>
            <section class="export-changes">
                <h3>
                    if changes.is_empty() {
                        { t!(i18n, "no-changes") }
                    } else {
                        { t!(i18n, "changes") }
                        <span class="diff-count" data-tag="insert">{ t!(i18n, "lines-added", count = changes.added) }</span>
                        <span class="diff-count" data-tag="delete">{ t!(i18n, "lines-removed", count = changes.removed) }</span>
                    }
                </h3>
                if changes.is_empty() {
                    <p class="export-note">{ t!(i18n, "no-changes-about") }</p>
                } else {
                    <Switch checked={*reveal} label={t!(i18n, "config-reveal")} onchange={onreveal} />
                    <Diff hunks={changes.hunks.clone()} />
                }
                <p class="export-note">{ t!(i18n, "config-permissions") }</p>
            </section>
        </Dialog>
    }
}
