//! The files that come with a starter's pipeline: to read, copy and download.

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Dialog, Glyph, Icon};
use crate::view::starters::{File, Starter};

/// Whose files.
#[derive(Properties, PartialEq)]
pub(crate) struct CompanionsDialogProps {
    /// The starter.
    pub starter: Starter,
}

/// A list of them, and the one that was picked.
#[function_component]
pub(crate) fn CompanionsDialog(props: &CompanionsDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let picked = use_state(|| 0);
    let files = props.starter.companions();
    let Some(file) = files.get(*picked).copied() else { return Html::default() };
    let entry = |(at, file): (usize, &File)| {
        let picked = picked.clone();
        let current = (at == *picked).then_some("true");
        html! {
            <li key={file.path}>
                <button type="button" class="companion" aria-current={current} onclick={move |_| picked.set(at)}>
                    <Icon glyph={Glyph::File} /><span>{ file.path }</span>
                </button>
            </li>
        }
    };
    let actions = html! {
        <>
            <Button key="close" onclick={dispatch.always(Msg::CloseDialog)}>{ t!(i18n, "close") }</Button>
            <Button key="zip" kind={ButtonKind::Primary} glyph={Glyph::Download} onclick={dispatch.always(Msg::DownloadZip)}>
                { t!(i18n, "companions-zip") }</Button>
        </>
    };
    html! {
        <Dialog title={t!(i18n, "companions")} close_label={t!(i18n, "close")} wide=true {actions}
            onclose={dispatch.always(Msg::CloseDialog)}>
            <p class="dialog-note">{ t!(i18n, "companions-about") }</p>
            <div class="companions">
                <ul class="companion-list" aria-label={t!(i18n, "companions")}>{ for files.iter().enumerate().map(entry) }</ul>
                <section class="companion-view" aria-label={file.path}>
                    <header class="companion-head">
                        <h3>{ file.path }</h3>
                        <Button key="copy" kind={ButtonKind::Quiet} glyph={Glyph::Copy}
                            label={t!(i18n, "copy-file-named", file = file.path)}
                            onclick={dispatch.always(Msg::CopyCompanion(file))}>{ t!(i18n, "copy-file") }</Button>
                        <Button key="download" kind={ButtonKind::Quiet} glyph={Glyph::Download}
                            label={t!(i18n, "download-file-named", file = file.path)}
                            onclick={dispatch.always(Msg::DownloadCompanion(file))}>{ t!(i18n, "download") }</Button>
                    </header>
                    <pre class="companion-text" tabindex="0" role="region" aria-label={t!(i18n, "file-text", file = file.path)}>
                        { file.text }
                    </pre>
                </section>
            </div>
        </Dialog>
    }
}
