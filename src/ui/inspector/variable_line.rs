//! One variable: name, value, and what else GitLab takes about it.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{use_edits, use_findings, use_form};
use super::row::source_name;
use crate::ui::browser::focus;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Chip, Chips, Glyph, IconButton, Switch, TextArea, TextField};
use crate::view::inspector::edit::ListEdit;
use crate::view::inspector::VariablesView;

use crate::view::problems::Severity;

/// Which variable.
#[derive(Properties, PartialEq)]
pub(super) struct VariableLineProps {
    /// All of them.
    pub view: Rc<VariablesView>,
    /// Its place.
    pub at: usize,
    /// Among the inherited ones rather than the owner's own.
    pub inherited: bool,
    /// Whether it is of the file, and may have a description and options.
    pub global: bool,
}

/// One variable.
#[function_component]
pub(super) fn VariableLine(props: &VariableLineProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let rows = if props.inherited { &props.view.inherited } else { &props.view.own };
    let row = rows.get(props.at).cloned();
    let edits = use_edits((props.view.job.clone(), row.clone()));
    let findings = use_findings(row.as_ref().filter(|_| !props.inherited).map(|row| row.span));
    let open = use_state(|| false);
    let Some(row) = row else { return html! {} };
    let name = AttrValue::from(row.name.clone());
    let kind = if props.inherited { "inherited" } else { "own" };
    let id = format!("insp-variable-{kind}-{}", props.at);
    let note = AttrValue::from(format!("{id}-note"));
    let onfocusin = {
        let (form, span) = (form.clone(), row.span);
        Callback::from(move |_: FocusEvent| form.send(Msg::Mark(Some(span))))
    };
    let onfocusout = {
        let form = form.clone();
        Callback::from(move |_: FocusEvent| form.send(Msg::Mark(None)))
    };
    let rename = {
        let (edits, view, name) = (edits.clone(), props.view.clone(), name.clone());
        Callback::from(move |to: AttrValue| edits.run(|_| view.rename(&name, &to)))
    };
    let set = {
        let (edits, view, name) = (edits.clone(), props.view.clone(), name.clone());
        Callback::from(move |value: AttrValue| edits.run(|_| view.set(&name, &value)))
    };
    let delete = {
        let (edits, view, name) = (edits.clone(), props.view.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            focus::by_id("insp-new-variable");
            edits.run(|_| view.delete(&name));
        })
    };
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let go = {
        let (form, span) = (form.clone(), row.span);
        Callback::from(move |_: MouseEvent| form.send(Msg::GoTo(span)))
    };
    let fixed = !row.editable;
    let details = *open && row.editable && !props.inherited;
    let has_details = !row.expand || !row.description.is_empty() || !row.options.is_empty();
    let origin =
        row.source.as_ref().map(|source| t!(i18n, "origin-from", place = source_name(&i18n, source).to_string()));
    html! {
        <li class="variable" data-inherited={props.inherited.then_some("true")} {onfocusin} {onfocusout}>
            <div key="fields" class="variable-fields">
                <TextField value={name.clone()} oncommit={rename} code=true readonly={fixed || props.inherited}
                    label={t!(i18n, "variable-name-of", name = name.as_str())} describedby={note.clone()} />
                <TextField value={row.value.clone()} oncommit={set} code=true readonly={fixed}
                    label={t!(i18n, "variable-value-of", name = name.as_str())} describedby={note.clone()} />
                <span class="variable-tools">
                    if fixed {
                        <IconButton key="go" glyph={Glyph::Code} label={format!("{} {name}", t!(i18n, "show-in-text"))}
                            small=true onclick={go} />
                    } else if !props.inherited {
                        <IconButton key="more" glyph={if has_details { Glyph::Info } else { Glyph::More }}
                            label={format!("{} {name}", t!(i18n, "details-of"))} small=true pressed={*open} onclick={toggle} />
                        <IconButton key="delete" glyph={if row.overrides { Glyph::Undo } else { Glyph::Close }}
                            label={format!("{} {name}", t!(i18n, "remove"))} small=true onclick={delete} />
                    }
                </span>
            </div>
            <div key="note" class="row-notes" id={note}>
                if let Some(origin) = origin { <p key="origin" class="row-origin">{ origin }</p> }
                if fixed { <p key="fixed" class="row-hint">{ t!(i18n, "opaque-item") }</p> }
                if row.overrides { <p key="overrides" class="row-origin">{ t!(i18n, "variable-overrides") }</p> }
                { for findings.iter().enumerate().map(|(at, finding)| html! {
                    <p key={format!("finding-{at}")} class="row-finding" data-warning={(finding.severity != Severity::Error).then_some("true")}>
                        { finding.message.clone() }
                    </p>
                }) }
                if let Some(error) = edits.refused() { <p key="error" class="row-error" role="alert">{ error }</p> }
            </div>
            if details {
                <div key="details" class="details">
                    if props.global {
                        { view_global(props, &edits, &id) }
                    }
                    <div key="expand" class="row">
                        <div class="row-head"><span class="row-label">{ t!(i18n, "variable-expand") }</span></div>
                        <div class="row-control">
                            <Switch checked={row.expand} label={t!(i18n, "variable-expand-hint")} onchange={
                                let (edits, view, row) = (edits.clone(), props.view.clone(), row.clone());
                                Callback::from(move |on: bool| edits.run(|document| view.set_expand(document, &row, on)))
                            } />
                        </div>
                    </div>
                </div>
            }
        </li>
    }
}

/// Description and options, which only variables of the file may have.
fn view_global(props: &VariableLineProps, edits: &super::form::Edits, id: &str) -> Html {
    let i18n = edits.i18n();
    let Some(row) = props.view.own.get(props.at).cloned() else { return html! {} };
    let describe = {
        let (edits, view, row) = (edits.clone(), props.view.clone(), row.clone());
        Callback::from(move |text: AttrValue| edits.run(|document| view.set_description(document, &row, &text)))
    };
    let options = {
        let (edits, view, row) = (edits.clone(), props.view.clone(), row.clone());
        Callback::from(move |change: ListEdit| edits.run(|document| view.change_options(document, &row, &change)))
    };
    let chips: Rc<[Chip]> = row
        .options
        .iter()
        .map(|item| Chip { text: item.text.clone().into(), removable: item.editable, title: None })
        .collect();
    html! {
        <div key="global" class="details-group">
            <div class="row" key="description">
                <div class="row-head">
                    <label class="row-label" for={format!("{id}-description")}>{ t!(i18n, "variable-description") }</label>
                </div>
                <div class="row-control">
                    <TextArea id={format!("{id}-description")} value={row.description.clone()} rows=1 oncommit={describe} />
                </div>
            </div>
            <div class="row" key="options">
                <div class="row-head">
                    <label class="row-label" for={format!("{id}-options")}>{ t!(i18n, "variable-options") }</label>
                </div>
                <div class="row-control">
                    <Chips id={format!("{id}-options")} label={t!(i18n, "variable-options")} {chips}
                        placeholder={t!(i18n, "add-option")} remove_label={t!(i18n, "remove")}
                        onadd={options.reform(|text: AttrValue| ListEdit::Add(Rc::from(&*text)))}
                        onremove={options.reform(ListEdit::Remove)} />
                </div>
            </div>
        </div>
    }
}
