//! The services beside a job: add, change, reorder, remove.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{use_edits, use_form};
use super::list_fields::ListFields;
use super::opaque_box::OpaqueBox;
use super::row::Row;
use crate::ui::browser::focus;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Glyph, IconButton, TextField};
use crate::view::inspector::{edit, ServiceEdit, ServiceRow, ServicesView};

/// The services.
#[derive(Properties, PartialEq)]
pub(super) struct ServicesProps {
    /// The services.
    pub view: Rc<ServicesView>,
}

/// The services beside a job.
#[function_component]
pub(super) fn Services(props: &ServicesProps) -> Html {
    let i18n = use_i18n();
    let slot = &props.view.slot;
    let edits = use_edits((slot.owner.clone(), slot.own.clone()));
    if let Some(opaque) = &slot.opaque {
        return html! { <OpaqueBox id="insp-services" label={t!(i18n, "field-services")} opaque={opaque.clone()} /> };
    }
    let onadd = {
        let (edits, view) = (edits.clone(), props.view.clone());
        Callback::from(move |name: AttrValue| edits.run(|document| view.add(document, &name)))
    };
    let onchange = {
        let (edits, view) = (edits.clone(), props.view.clone());
        Callback::from(move |(at, change): (usize, ServiceEdit)| {
            edits.run(|document| view.change(document, at, &change))
        })
    };
    let rows = slot.effective().map_or(&[][..], |rows| rows);
    let count = rows.len();
    let onshift = {
        let (edits, slot) = (edits.clone(), slot.clone());
        Callback::from(move |(at, down): (usize, bool)| edits.run(|_| edit::shift(&slot, at, count, down)))
    };
    let onreset = {
        let (edits, slot) = (edits.clone(), slot.clone());
        Callback::from(move |()| edits.run(|document| edit::reset(document, &slot)))
    };
    let movable = slot.own.is_some();
    html! {
        <Row id="insp-services" label={t!(i18n, "field-services")} keyword="services" span={slot.span} own={slot.is_own()}
            source={slot.source().cloned()} place={slot.place()} {onreset} error={edits.refused()} stacked=true>
            <div class="lines">
                <ul key="list" class="cards" aria-label={t!(i18n, "field-services")}>
                    { for rows.iter().enumerate().map(|(at, row)| html! {
                        <Service key={at} {at} {count} row={row.clone()} {movable} onchange={onchange.clone()}
                            onshift={onshift.clone()} />
                    }) }
                </ul>
                <TextField key="add" id="insp-services" value="" placeholder={t!(i18n, "add-service")} code=true
                    oncommit={onadd} describedby="insp-services-note" />
            </div>
        </Row>
    }
}

#[derive(Properties, PartialEq)]
struct ServiceProps {
    at: usize,
    count: usize,
    row: ServiceRow,
    movable: bool,
    onchange: Callback<(usize, ServiceEdit)>,
    onshift: Callback<(usize, bool)>,
}

#[function_component]
fn Service(props: &ServiceProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let open = use_state(|| false);
    let (at, row) = (props.at, &props.row);
    let name = AttrValue::from(row.name.clone());
    let onfocusin = {
        let (form, span) = (form.clone(), row.span);
        // The one service, not the whole list.
        Callback::from(move |event: FocusEvent| {
            event.stop_propagation();
            form.send(Msg::Mark(Some(span)));
        })
    };
    if !row.editable {
        let span = row.span;
        return html! {
            <li class="card-row">
                <div class="line">
                    <code class="fixed">{ &name }</code>
                    <IconButton glyph={Glyph::Code} label={t!(i18n, "show-in-text")} small=true
                        onclick={Callback::from(move |_: MouseEvent| form.send(Msg::GoTo(span)))} />
                </div>
            </li>
        };
    }
    let change =
        |make: fn(Rc<str>) -> ServiceEdit| props.onchange.reform(move |text: AttrValue| (at, make(Rc::from(&*text))));
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let remove = {
        let onchange = props.onchange.clone();
        Callback::from(move |_: MouseEvent| {
            focus::by_id("insp-services");
            onchange.emit((at, ServiceEdit::Remove));
        })
    };
    let shift = |down: bool| props.onshift.reform(move |_: MouseEvent| (at, down));
    let part = |text: AttrValue| format!("{text} {name}");
    let id = format!("insp-service-{at}");
    html! {
        <li class="card-row" {onfocusin}>
            <div key="head" class="line">
                <TextField value={name.clone()} oncommit={change(ServiceEdit::Name)} code=true
                    label={t!(i18n, "service-number", number = at + 1)} />
                if props.movable && props.count > 1 {
                    <IconButton key="up" glyph={Glyph::ArrowUp} label={part(t!(i18n, "service-up"))} small=true
                        disabled={at == 0} onclick={shift(false)} />
                    <IconButton key="down" glyph={Glyph::ArrowDown} label={part(t!(i18n, "service-down"))} small=true
                        disabled={at + 1 == props.count} onclick={shift(true)} />
                }
                <IconButton key="more" glyph={Glyph::More} label={part(t!(i18n, "details-of"))} small=true
                    pressed={*open} onclick={toggle} />
                <IconButton key="remove" glyph={Glyph::Close} label={part(t!(i18n, "remove"))} small=true onclick={remove} />
            </div>
            if *open {
                <div key="details" class="details">
                    <div class="row" key="alias">
                        <div class="row-head"><label class="row-label" for={format!("{id}-alias")}>{ t!(i18n, "field-alias") }</label></div>
                        <div class="row-control">
                            <TextField id={format!("{id}-alias")} value={row.alias.clone()} code=true
                                oncommit={change(ServiceEdit::Alias)} />
                        </div>
                    </div>
                    <div class="row" key="command">
                        <div class="row-head"><label class="row-label" for={format!("{id}-command")}>{ t!(i18n, "field-command") }</label></div>
                        <div class="row-control">
                            <ListFields id={format!("{id}-command")} label={t!(i18n, "field-command")}
                                items={Rc::from(row.command.clone())} placeholder={t!(i18n, "add-argument")}
                                onchange={props.onchange.reform(move |list| (at, ServiceEdit::Command(list)))} />
                        </div>
                    </div>
                    <div class="row" key="entrypoint">
                        <div class="row-head"><label class="row-label" for={format!("{id}-entrypoint")}>{ t!(i18n, "field-entrypoint") }</label></div>
                        <div class="row-control">
                            <ListFields id={format!("{id}-entrypoint")} label={t!(i18n, "field-entrypoint")}
                                items={Rc::from(row.entrypoint.clone())} placeholder={t!(i18n, "add-argument")}
                                onchange={props.onchange.reform(move |list| (at, ServiceEdit::Entrypoint(list)))} />
                        </div>
                    </div>
                </div>
            }
        </li>
    }
}
