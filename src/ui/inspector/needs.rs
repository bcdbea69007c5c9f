//! What a job waits for and what it downloads.

use std::rc::Rc;

use yew::prelude::*;

use super::chips_row::ChipsRow;
use super::form::{use_edits, use_form};
use super::opaque_box::OpaqueBox;
use super::row::Row;
use crate::editor::Selection;
use crate::ui::browser::focus;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Checkbox, Chips, Glyph, IconButton};
use crate::view::inspector::{edit, NeedEdit, NeedRow, NeedsView};

/// What a job needs.
#[derive(Properties, PartialEq)]
pub(super) struct NeedsProps {
    /// What it waits for.
    pub view: Rc<NeedsView>,
    /// Jobs that it may need.
    pub candidates: Rc<[Rc<str>]>,
    /// Whether it has artifacts of others to download: not if it starts another pipeline.
    pub downloads: bool,
}

/// What a job waits for and what it downloads.
#[function_component]
pub(super) fn Needs(props: &NeedsProps) -> Html {
    let i18n = use_i18n();
    let slot = &props.view.needs;
    let edits = use_edits((slot.owner.clone(), slot.own.clone()));
    let dependencies = html! {
        if props.downloads {
            <ChipsRow key="dependencies" label={t!(i18n, "field-dependencies")} slot={props.view.dependencies.clone()}
                completions={props.candidates.clone()} placeholder={t!(i18n, "add-needed-job")}
                hint={t!(i18n, "dependencies-hint")} />
        }
    };
    if let Some(opaque) = &slot.opaque {
        return html! {
            <>
                <OpaqueBox key="needs" id="insp-needs" label={t!(i18n, "field-needs")} opaque={opaque.clone()} />
                { dependencies }
            </>
        };
    }
    let rows = slot.effective().map_or(&[][..], |rows| rows);
    let onadd = {
        let (edits, view) = (edits.clone(), props.view.clone());
        Callback::from(move |job: AttrValue| edits.run(|document| view.add(document, &job)))
    };
    let onchange = {
        let (edits, view) = (edits.clone(), props.view.clone());
        Callback::from(move |(at, change): (usize, NeedEdit)| edits.run(|document| view.change(document, at, change)))
    };
    let onreset = {
        let (edits, slot) = (edits.clone(), slot.clone());
        Callback::from(move |()| edits.run(|document| edit::reset(document, &slot)))
    };
    let at_once = {
        let (edits, slot) = (edits.clone(), slot.clone());
        Callback::from(move |_: MouseEvent| edits.run(|document| edit::none_at_all(document, &slot)))
    };
    let completions: Rc<[AttrValue]> = props
        .candidates
        .iter()
        .filter(|job| !rows.iter().any(|row| row.job == **job))
        .map(|job| AttrValue::from(job.clone()))
        .collect();
    let hint = match slot.effective() {
        None => Some(t!(i18n, "needs-absent")),
        Some(rows) if rows.is_empty() => Some(t!(i18n, "needs-empty")),
        Some(_) => None,
    };
    let may_start_at_once = slot.effective().is_none();
    html! {
        <>
            <Row key="needs" id="insp-needs" label={t!(i18n, "field-needs")} keyword="needs" span={slot.span}
                own={slot.is_own()} source={slot.source().cloned()} place={slot.place()} {onreset} removable=true error={edits.refused()} {hint}
                stacked=true>
                <div class="lines">
                    <ul key="list" class="cards" aria-label={t!(i18n, "field-needs")}>
                        { for rows.iter().enumerate().map(|(at, row)| html! {
                            <NeedLine key={row.job.to_string()} {at} row={row.clone()} onchange={onchange.clone()} />
                        }) }
                    </ul>
                    <Chips key="add" id="insp-needs" label={t!(i18n, "field-needs")} chips={Rc::from([])} {completions} {onadd}
                        onremove={Callback::noop()} remove_label={t!(i18n, "remove")} placeholder={t!(i18n, "add-needed-job")}
                        describedby="insp-needs-note" />
                    if may_start_at_once {
                        <div key="at-once" class="script-tools">
                            <Button kind={ButtonKind::Quiet} glyph={Glyph::Play} onclick={at_once}>
                                { t!(i18n, "start-at-once") }
                            </Button>
                        </div>
                    }
                </div>
            </Row>
            { dependencies }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct NeedLineProps {
    at: usize,
    row: NeedRow,
    onchange: Callback<(usize, NeedEdit)>,
}

#[function_component]
fn NeedLine(props: &NeedLineProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let (at, row) = (props.at, &props.row);
    let onfocusin = {
        let (form, span) = (form.clone(), row.span);
        Callback::from(move |event: FocusEvent| {
            event.stop_propagation();
            form.send(Msg::Mark(Some(span)));
        })
    };
    let remove = {
        let onchange = props.onchange.clone();
        Callback::from(move |_: MouseEvent| {
            focus::by_id("insp-needs");
            onchange.emit((at, NeedEdit::Remove));
        })
    };
    let go = {
        let (form, row) = (form.clone(), row.clone());
        Callback::from(move |_: MouseEvent| {
            form.send(match row.editable {
                true => Msg::Select(Selection::Job(row.job.to_string())),
                false => Msg::GoTo(row.span),
            });
        })
    };
    html! {
        <li class="card-row" {onfocusin}><div role="group" aria-label={row.job.to_string()}>
            <div key="head" class="line">
                <button type="button" class="job-link" onclick={go}><code>{ &*row.job }</code></button>
                <IconButton glyph={Glyph::Close} label={format!("{} {}", t!(i18n, "remove"), row.job)} small=true
                    onclick={remove} />
            </div>
            if row.editable {
                <div key="flags" class="flags">
                    <Checkbox key="artifacts" checked={row.artifacts} label={t!(i18n, "need-artifacts")}
                        onchange={props.onchange.reform(move |on| (at, NeedEdit::Artifacts(on)))} />
                    <Checkbox key="optional" checked={row.optional} label={t!(i18n, "need-optional")}
                        onchange={props.onchange.reform(move |on| (at, NeedEdit::Optional(on)))} />
                </div>
            }
        </div></li>
    }
}
