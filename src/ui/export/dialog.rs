//! The dialog before the file is handed out.

use yew::prelude::*;

use super::diff::Diff;
use crate::ui::browser::disk;
use crate::ui::dispatch::{use_dispatch, Dispatch, Msg};
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::problems::view_problem;
use crate::ui::widget::{Button, ButtonKind, Dialog, Glyph, Icon};
use crate::view::changes::Changes;
use crate::view::problems::Problems;

/// Problems listed here; all stand in the panel.
const MOST: usize = 20;

/// What the dialog tells.
#[derive(Properties, PartialEq)]
pub(crate) struct ExportDialogProps {
    /// The file's name.
    pub name: AttrValue,
    /// What was changed.
    pub changes: Changes,
    /// What is wrong.
    pub problems: Problems,
    /// Whether it is a file on disk that can be saved in place.
    pub on_disk: bool,
}

/// The dialog.
#[function_component]
pub(crate) fn ExportDialog(props: &ExportDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let changes = &props.changes;
    let actions = html! {
        <>
            <Button key="copy" glyph={Glyph::Copy} onclick={dispatch.always(Msg::Copy)}>{ t!(i18n, "copy") }</Button>
            if disk::can_save() {
                <Button key="save-as" onclick={dispatch.always(Msg::SaveAs)}>{ t!(i18n, "save-as") }</Button>
            }
            if props.on_disk {
                <Button key="download" glyph={Glyph::Download}
                    onclick={dispatch.always(Msg::Download)}>{ t!(i18n, "download") }</Button>
                <Button key="save" kind={ButtonKind::Primary} autofocus=true
                    onclick={dispatch.always(Msg::Save)}>{ t!(i18n, "save") }</Button>
            } else {
                <Button key="download" kind={ButtonKind::Primary} glyph={Glyph::Download} autofocus=true
                    onclick={dispatch.always(Msg::Download)}>{ t!(i18n, "download") }</Button>
            }
        </>
    };
    html! {
        <Dialog title={t!(i18n, "export-title", file = props.name.as_str())} close_label={t!(i18n, "close")} {actions}
            wide=true onclose={dispatch.always(Msg::CloseDialog)}>
            { view_validity(&i18n, &dispatch, &props.problems) }
            <section class="export-changes" key="changes">
                <h3>
                    if changes.is_empty() {
                        { t!(i18n, "no-changes") }
                    } else {
                        { t!(i18n, "changes") }
                        <span class="diff-count" data-tag="insert">
                            { t!(i18n, "lines-added", count = changes.added) }
                        </span>
                        <span class="diff-count" data-tag="delete">
                            { t!(i18n, "lines-removed", count = changes.removed) }
                        </span>
                    }
                </h3>
                if changes.is_empty() {
                    <p class="export-note">{ t!(i18n, "no-changes-about") }</p>
                } else {
                    <Diff hunks={changes.hunks.clone()} revertible=true />
                }
            </section>
        </Dialog>
    }
}

fn view_validity(i18n: &I18n, dispatch: &Dispatch, problems: &Problems) -> Html {
    let valid = problems.is_valid();
    let errors: Vec<_> = problems.list.iter().filter(|problem| problem.is_gitlabs()).collect();
    let rest = errors.len().saturating_sub(MOST);
    let text = match (valid, problems.warnings) {
        (false, _) => t!(i18n, "export-invalid", count = errors.len()),
        (true, 0) => t!(i18n, "export-valid"),
        (true, count) => t!(i18n, "export-valid-warnings", count = count),
    };
    html! {
        <section class="export-validity" key="validity" data-valid={valid.to_string()}>
            <p><Icon glyph={if valid { Glyph::Check } else { Glyph::Error }} /><strong>{ text }</strong></p>
            if !valid {
                <ul class="problem-list">
                    { for errors.iter().take(MOST).enumerate().map(|(at, problem)| {
                        let (span, dispatch) = (problem.span, dispatch.clone());
                        let onclick = Callback::from(move |_: MouseEvent| {
                            dispatch.send(Msg::CloseDialog);
                            dispatch.send(Msg::GoTo(span));
                        });
                        view_problem(i18n, at, problem, onclick)
                    }) }
                </ul>
                if rest > 0 { <p class="export-note">{ t!(i18n, "problems-more", count = rest) }</p> }
            }
        </section>
    }
}
