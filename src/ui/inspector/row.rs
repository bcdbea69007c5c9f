//! A field of the inspector: label, control, where the value comes from, and what is wrong with it.

use yew::prelude::*;

use super::form::{use_findings, use_form};
use super::origin_choice::OriginChoice;
use crate::editor::Selection;
use crate::resolve::chain::Source;
use crate::text::Span;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::widget::{Glyph, IconButton};

use crate::view::inspector::FieldPlace;
use crate::view::problems::Severity;

/// What stands around a control.
#[derive(Properties, PartialEq)]
pub(super) struct RowProps {
    /// The control's `id`; its notes have `{id}-note`, for `aria-describedby`.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The keyword, shown while the label is pointed at.
    #[prop_or_default]
    pub keyword: Option<AttrValue>,
    /// The control.
    pub children: Html,
    /// Where the value stands: marked in the text while the focus is in here.
    #[prop_or_default]
    pub span: Option<Span>,
    /// Whether the value is the owner's own.
    #[prop_or_default]
    pub own: bool,
    /// Whose value counts, or would count, without the owner's own.
    #[prop_or_default]
    pub source: Option<Source>,
    /// Where the field is, for the choice between here and the source.
    #[prop_or_default]
    pub place: Option<FieldPlace>,
    /// Takes the owner's own value away.
    #[prop_or_default]
    pub onreset: Option<Callback<()>>,
    /// Whether it can be taken away even if nothing is inherited.
    #[prop_or_default]
    pub removable: bool,
    /// Why the last edit was refused.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Gets Escape, to forget a refusal.
    #[prop_or_default]
    pub onescape: Option<Callback<()>>,
    /// A line of help.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// For several controls: the label names the group.
    #[prop_or_default]
    pub group: bool,
    /// Whether the control stands below the label, over the whole width.
    #[prop_or_default]
    pub stacked: bool,
}

/// The name of the place that a value comes from.
pub(super) fn source_name(i18n: &I18n, source: &Source) -> AttrValue {
    match source {
        Source::Extends(base) => AttrValue::from(base.clone()),
        Source::Merge(anchor) => AttrValue::from(format!("*{anchor}")),
        Source::Default => AttrValue::from("default"),
        Source::Own => t!(i18n, "origin-own"),
    }
}

/// A field.
#[function_component]
pub(super) fn Row(props: &RowProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let findings = use_findings(props.span.filter(|_| props.own));
    let id = &props.id;
    let label_id = AttrValue::from(format!("{id}-label"));
    let label = if props.group {
        html! { <span class="row-label" id={label_id.clone()} title={props.keyword.clone()}>{ &props.label }</span> }
    } else {
        html! {
            <label class="row-label" id={label_id.clone()} for={id.clone()} title={props.keyword.clone()}>
                { &props.label }
            </label>
        }
    };
    let onfocusin = {
        let (form, span) = (form.clone(), props.span);
        Callback::from(move |_: FocusEvent| form.send(Msg::Mark(span)))
    };
    let onfocusout = {
        let form = form.clone();
        Callback::from(move |_: FocusEvent| form.send(Msg::Mark(None)))
    };
    let onkeydown = {
        let (onescape, refused) = (props.onescape.clone(), props.error.is_some());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(onescape) = onescape.as_ref().filter(|_| refused && event.key() == "Escape") {
                event.stop_propagation();
                onescape.emit(());
            }
        })
    };
    let reset =
        props.onreset.as_ref().filter(|_| props.own && (props.source.is_some() || props.removable)).map(|reset| {
            let name = match &props.source {
                Some(source) => {
                    t!(i18n, "reset-to", field = props.label.as_str(), place = source_name(&i18n, source).to_string())
                }
                None => t!(i18n, "reset", field = props.label.as_str()),
            };
            let onclick = reset.reform(|_: MouseEvent| ());
            let glyph = if props.source.is_some() { Glyph::Undo } else { Glyph::Trash };
            html! { <IconButton {glyph} label={name} small=true {onclick} /> }
        });
    let origin = props.source.as_ref().map(|source| {
        let name = source_name(&i18n, source);
        let text = if props.own {
            t!(i18n, "origin-instead", place = name.as_str())
        } else {
            t!(i18n, "origin-from", place = name.as_str())
        };
        let to = match source {
            Source::Extends(base) => Some(Selection::Job(base.clone())),
            Source::Default => Some(Selection::Global),
            Source::Own | Source::Merge(_) => None,
        };
        match to {
            Some(to) => {
                let form = form.clone();
                let onclick = Callback::from(move |_: MouseEvent| form.send(Msg::Select(to.clone())));
                html! { <button type="button" class="origin" {onclick}>{ text }</button> }
            }
            None => html! { <span class="origin">{ text }</span> },
        }
    });
    html! {
        <div class="row" role={props.group.then_some("group")} aria-labelledby={props.group.then_some(label_id)}
            data-own={props.own.then_some("true")} data-stacked={props.stacked.then_some("true")}
            data-inherited={(!props.own && props.source.is_some()).then_some("true")}
            {onfocusin} {onfocusout} {onkeydown}>
            <div class="row-head">{ label }</div>
            <div class="row-control">
                { props.children.clone() }
                <span class="row-reset">{ reset }</span>
            </div>
            <div class="row-notes" id={format!("{id}-note")}>
                if let Some(hint) = &props.hint { <p key="hint" class="row-hint">{ hint }</p> }
                if let Some(origin) = origin { <p key="origin" class="row-origin">{ origin }</p> }
                { for findings.iter().enumerate().map(|(at, finding)| html! {
                    <p key={format!("finding-{at}")} class="row-finding" data-warning={(finding.severity != Severity::Error).then_some("true")}>
                        { finding.message.clone() }
                    </p>
                }) }
                if let Some(error) = &props.error { <p key="error" class="row-error" role="alert">{ error }</p> }
            </div>
            if let Some(place) = props.place.clone().filter(|_| props.source.is_some()) {
                <OriginChoice label={props.label.clone()} {place} overridable={!props.own} />
            }
        </div>
    }
}
