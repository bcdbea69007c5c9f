//! Refactorings of the whole file: order of jobs, anchors.

use std::rc::Rc;

use yew::prelude::*;

use super::form::use_form;
use crate::command::Command;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::session::Ask;
use crate::ui::widget::{Button, ButtonKind, Glyph};
use crate::view::inspector::AnchorRow;

/// The file's anchors.
#[derive(Properties, PartialEq)]
pub(super) struct RefactorFileProps {
    /// The anchors.
    pub anchors: Rc<Vec<AnchorRow>>,
    /// How many more there are.
    pub more: usize,
}

/// Refactorings of the whole file.
#[function_component]
pub(super) fn RefactorFile(props: &RefactorFileProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let ask = |msg: Msg| {
        let form = form.clone();
        Callback::from(move |_: MouseEvent| form.send(msg.clone()))
    };
    let anchor = |row: &AnchorRow| {
        let name = row.name.to_string();
        html! {
            <li key={name.clone()} class="further-head">
                <span><code>{ format!("&{name}") }</code>{ " " }<span class="row-hint">{ t!(i18n, "anchor-uses", count = row.uses) }</span></span>
                <span class="refactor-tools">
                    <Button kind={ButtonKind::Quiet} onclick={ask(Msg::Ask(Ask::RenameAnchor(name.clone())))}
                        label={t!(i18n, "rename-title", name = format!("&{name}"))}>{ t!(i18n, "rename") }</Button>
                    <Button kind={ButtonKind::Quiet} onclick={ask(Msg::Run(Command::InlineAnchor { anchor: name.clone() }))}
                        label={t!(i18n, "anchor-inline-named", name = format!("&{name}"))}>{ t!(i18n, "anchor-inline") }</Button>
                </span>
            </li>
        }
    };
    html! {
        <>
            <div key="tools" class="refactor-tools">
                <Button glyph={Glyph::ArrowDown} onclick={ask(Msg::Run(Command::SortByStage {}))}>
                    { t!(i18n, "sort-by-stage") }</Button>
                if !props.anchors.is_empty() {
                    <Button glyph={Glyph::Link} onclick={ask(Msg::Run(Command::ReplaceAnchors { job: None }))}>
                        { t!(i18n, "replace-anchors") }</Button>
                }
            </div>
            if !props.anchors.is_empty() {
                <ul key="anchors" class="further" aria-label={t!(i18n, "anchors")}>{ for props.anchors.iter().map(anchor) }</ul>
                if props.more > 0 { <p key="more" class="row-hint">{ t!(i18n, "anchors-more", count = props.more) }</p> }
            }
        </>
    }
}
