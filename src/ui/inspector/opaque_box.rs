//! What no field can show: as it stands in the file, why, and the way there.

use yew::prelude::*;

use super::form::use_form;
use super::origin_choice::OriginChoice;
use crate::pipeline::OpaqueReason;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Glyph};
use crate::view::inspector::Opaque;

/// What to show.
#[derive(Properties, PartialEq)]
pub(super) struct OpaqueBoxProps {
    /// An id for its label.
    pub id: AttrValue,
    /// What it is.
    pub label: AttrValue,
    /// What stands there.
    pub opaque: Opaque,
}

/// A piece of the file, to read.
#[function_component]
pub(super) fn OpaqueBox(props: &OpaqueBoxProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let opaque = &props.opaque;
    let reason = match &opaque.reason {
        OpaqueReason::Reference => t!(i18n, "opaque-reference"),
        OpaqueReason::Alias(name) => t!(i18n, "opaque-alias", name = name.as_str()),
        OpaqueReason::UnexpectedForm => t!(i18n, "opaque-form"),
        OpaqueReason::TooManyItems(count) => t!(i18n, "opaque-many", count = *count),
        OpaqueReason::TooLong(bytes) => t!(i18n, "opaque-long", kilobytes = *bytes / 1_000),
    };
    let span = opaque.span;
    let onclick = Callback::from(move |_: MouseEvent| form.send(Msg::GoTo(span)));
    let label_id = AttrValue::from(format!("{}-label", props.id));
    html! {
        <div class="row" data-stacked="true" data-own="true" role="group" aria-labelledby={label_id.clone()}>
            <div class="row-head"><span class="row-label" id={label_id}>{ &props.label }</span></div>
            <div class="opaque">
                <pre class="opaque-text" tabindex="0"><code>{ &*opaque.text }</code></pre>
                if let Some(word) = &opaque.stands_for { <p class="opaque-value">{ "= " }<code>{ &**word }</code></p> }
                <div class="opaque-foot">
                    <span class="row-hint">{ reason }</span>
                    <Button kind={ButtonKind::Quiet} glyph={Glyph::Code} {onclick}
                        label={t!(i18n, "show-in-text-named", name = props.label.as_str())}>{ t!(i18n, "show-in-text") }</Button>
                </div>
            </div>
            if let Some(place) = opaque.place.clone() {
                <OriginChoice label={props.label.clone()} {place} overridable=true />
            }
        </div>
    }
}
