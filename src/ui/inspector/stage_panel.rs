//! A stage: its name, its place, its jobs.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{use_edits, use_form};
use super::general::unknown_stage;
use super::head::Head;
use super::job_links::JobLinks;
use super::row::Row;
use crate::command::Command;
use crate::editor::Selection;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Glyph, TextField};
use crate::view::inspector::StageView;

/// The stage.
#[derive(Properties, PartialEq)]
pub(super) struct StagePanelProps {
    /// The stage.
    pub view: Rc<StageView>,
    /// Whether edits are refused.
    pub stale: bool,
}

/// A stage.
#[function_component]
pub(super) fn StagePanel(props: &StagePanelProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let view = &props.view;
    let name = AttrValue::from(view.name.clone());
    let edits = use_edits(name.clone());
    let moves = use_edits(view.order.clone());
    let typed = use_state(|| None::<AttrValue>);
    let value = (*typed).clone().filter(|_| edits.refused().is_some()).unwrap_or_else(|| name.clone());
    let rename = {
        let (edits, stage) = (edits.clone(), name.to_string());
        Callback::from(move |text: AttrValue| {
            typed.set(Some(text.clone()));
            let command = Command::RenameStage { stage: stage.clone(), name: text.trim().to_owned() };
            edits.run(|_| Ok(Some(command)));
        })
    };
    let onescape = {
        let edits = edits.clone();
        Callback::from(move |()| edits.clear())
    };
    let shift = |later: bool| {
        let (moves, view) = (moves.clone(), view.clone());
        Callback::from(move |_: MouseEvent| moves.run(|_| Ok(view.shifted(later))))
    };
    let delete = {
        let (moves, stage) = (moves.clone(), name.to_string());
        Callback::from(move |_: MouseEvent| moves.run(|_| Ok(Some(Command::DeleteStage { stage: stage.clone() }))))
    };
    let fixed = view.fixed || !view.declared;
    let hint = match (view.fixed, view.declared) {
        (true, _) => Some(t!(i18n, "stage-fixed")),
        (false, false) => Some(unknown_stage(&i18n, view.open)),
        (false, true) => None,
    };
    let place = |place: &crate::view::inspector::StagePlace| {
        let (form, name) = (form.clone(), place.name.clone());
        let onclick = Callback::from(move |_: MouseEvent| form.send(Msg::Select(Selection::Stage(name.to_string()))));
        html! {
            <li key={place.name.to_string()}>
                <button type="button" class="stage-place" {onclick} data-fixed={place.fixed.then_some("true")}
                    aria-current={(place.name == view.name).then_some("true")}>
                    <span class="stage-name">{ &*place.name }</span>
                    <span class="stage-jobs">{ t!(i18n, "job-count", count = place.jobs) }</span>
                </button>
            </li>
        }
    };
    html! {
        <>
            <Head key="head" name={name.clone()} kind={t!(i18n, "kind-stage")} span={view.span} />
            <fieldset key="body" class="section-body" disabled={props.stale} aria-label={name.clone()}>
                <Row key="name" id="insp-stage-name" label={t!(i18n, "field-name")} span={view.span} own=true
                    error={edits.refused()} {onescape} {hint}>
                    <TextField id="insp-stage-name" {value} oncommit={rename} readonly={fixed} code=true
                        describedby="insp-stage-name-note" invalid={edits.refused().is_some()} />
                </Row>
                <Row key="order" id="insp-stage-order" label={t!(i18n, "stage-order")} group=true stacked=true
                    error={moves.refused()}>
                    <div class="lines">
                        <ol key="list" class="stage-order">{ for view.order.iter().map(place) }</ol>
                        if !fixed {
                            <div key="tools" class="stage-tools">
                                <Button key="up" glyph={Glyph::ArrowUp} onclick={shift(false)}
                                    disabled={view.shifted(false).is_none()}>{ t!(i18n, "stage-earlier") }</Button>
                                <Button key="down" glyph={Glyph::ArrowDown} onclick={shift(true)}
                                    disabled={view.shifted(true).is_none()}>{ t!(i18n, "stage-later") }</Button>
                                <Button key="delete" kind={ButtonKind::Quiet} glyph={Glyph::Trash} onclick={delete}>
                                    { t!(i18n, "stage-delete") }</Button>
                            </div>
                        }
                    </div>
                </Row>
                <JobLinks key="jobs" jobs={Rc::new(view.jobs.clone())} title={t!(i18n, "job-count", count = view.jobs.len())} />
            </fieldset>
        </>
    }
}
