//! Reports of a job: their files by kind.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::form::use_edits;
use super::list_row::ListRow;
use super::opaque_box::OpaqueBox;
use super::row::Row;
use super::select_row::SelectRow;
use crate::ui::browser::focus;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Glyph, MenuButton, MenuItem, TextField};
use crate::view::inspector::edit::One;
use crate::view::inspector::{ArtifactsView, Opaque, Owner, ReportView, Slot};

/// The reports.
#[derive(Properties, PartialEq)]
pub(super) struct ReportsProps {
    /// The artifacts.
    pub view: Rc<ArtifactsView>,
    /// Whose they are.
    pub owner: Owner,
}

/// Reports, and the way to add one.
#[function_component]
pub(super) fn Reports(props: &ReportsProps) -> Html {
    let i18n = use_i18n();
    let view = &props.view;
    // A kind that was chosen but has no file yet, so that there is nothing to write.
    let wanted = use_state(|| None::<Rc<str>>);
    {
        let wanted = wanted.clone();
        use_effect_with(props.owner.clone(), move |_| wanted.set(None));
    }
    use_effect_with((*wanted).clone(), |wanted| {
        // When the menu has closed and given the focus back to its button.
        if let Some(kind) = wanted.clone() {
            let focus = move || {
                focus::by_id(&field_id(&kind));
            };
            Timeout::new(0, focus).forget();
        }
    });
    if let Some(opaque) = &view.opaque_reports {
        return html! { <OpaqueBox id="insp-artifacts-reports" label={t!(i18n, "field-reports")} opaque={opaque.clone()} /> };
    }
    let pending = (*wanted).clone().filter(|kind| !view.reports.iter().any(|report| report.kind == *kind));
    let onpick = {
        let wanted = wanted.clone();
        Callback::from(move |kind: AttrValue| {
            wanted.set(Some(Rc::from(&*kind)));
        })
    };
    let kinds = view.other_kinds.iter().filter(|kind| pending.as_deref() != Some(**kind));
    let items: Rc<[MenuItem]> = kinds.map(|kind| MenuItem::new(*kind, AttrValue::Static(kind))).collect();
    let pending = pending.map(|kind| Rc::new(empty_report(&props.owner, kind)));
    html! {
        <div class="reports" role="group" aria-labelledby="insp-reports-title">
            <h4 key="title" class="sub-title" id="insp-reports-title">{ t!(i18n, "field-reports") }</h4>
            <div key="list" class="report-list">
                { for view.reports.iter().chain(pending.iter()).map(|report| html! {
                    <ReportRows key={report.kind.to_string()} report={report.clone()} />
                }) }
            </div>
            <div key="add" class="script-tools">
                <MenuButton id="insp-add-report" label={t!(i18n, "add-report")} text={t!(i18n, "add-report")}
                    glyph={Glyph::Add} {items} {onpick} />
            </div>
        </div>
    }
}

fn field_id(kind: &str) -> String {
    let last = if kind == "coverage_report" { "coverage_report-path" } else { kind };
    format!("insp-artifacts-reports-{last}")
}

/// A report that is not there yet.
fn empty_report(owner: &Owner, kind: Rc<str>) -> ReportView {
    let path = |last: &[&str]| -> Rc<[String]> {
        ["artifacts", "reports"].iter().chain(last).map(|key| (*key).to_owned()).collect()
    };
    let part = |key: &str| {
        Rc::new(Slot {
            owner: owner.clone(),
            path: path(&[&kind, key]),
            own: None,
            opaque: None::<Opaque>,
            inherited: None,
            span: None,
        })
    };
    ReportView {
        paths: Rc::new(Slot {
            owner: owner.clone(),
            path: path(&[&kind]),
            own: None,
            opaque: None,
            inherited: None,
            span: None,
        }),
        coverage: (*kind == *"coverage_report").then(|| (part("coverage_format"), part("path"))),
        kind: kind.clone(),
    }
}

#[derive(Properties, PartialEq)]
struct ReportRowsProps {
    report: Rc<ReportView>,
}

#[function_component]
fn ReportRows(props: &ReportRowsProps) -> Html {
    let i18n = use_i18n();
    let report = &props.report;
    let edits = use_edits(report.coverage.as_ref().map(|(_, path)| (path.owner.clone(), path.own.clone())));
    let Some((format, path)) = &report.coverage else {
        return html! {
            <ListRow label={report.kind.clone()} slot={report.paths.clone()} one={One::Word} removable=true
                placeholder={t!(i18n, "add-path")} />
        };
    };
    let oncommit = {
        let (edits, report) = (edits.clone(), report.clone());
        Callback::from(move |text: AttrValue| edits.run(|document| report.set_coverage_path(document, &text)))
    };
    let remove = {
        let (edits, paths) = (edits.clone(), report.paths.clone());
        Callback::from(move |()| edits.run(|document| crate::view::inspector::edit::reset(document, &paths)))
    };
    let formats: Rc<[Rc<str>]> = ["cobertura", "jacoco"].map(Rc::from).into();
    let id = AttrValue::from(field_id(&report.kind));
    html! {
        <>
            <Row key="path" id={id.clone()} label={report.kind.clone()} keyword="artifacts:reports:coverage_report:path"
                span={path.span} own={report.is_own()} source={path.source().cloned()} place={path.place()} onreset={remove} removable=true
                error={edits.refused()}>
                <TextField id={id.clone()} value={path.own.clone().unwrap_or_default()} {oncommit} code=true
                    placeholder={t!(i18n, "add-path")} describedby={format!("{id}-note")} />
            </Row>
            if report.is_own() || format.effective().is_some() {
                <SelectRow key="format" label={t!(i18n, "field-coverage-format")} slot={format.clone()} choices={formats} />
            }
        </>
    }
}
