//! Here only, or at the source: the two ways to edit a value that comes from elsewhere.

use yew::prelude::*;

use super::form::{use_edits, use_form};
use crate::editor::Selection;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, Glyph};
use crate::view::inspector::FieldPlace;

/// The field.
#[derive(Properties, PartialEq)]
pub(super) struct OriginChoiceProps {
    /// The field's label.
    pub label: AttrValue,
    /// Where the field is.
    pub place: FieldPlace,
    /// Whether the value can be written out here: not where the owner has its own.
    pub overridable: bool,
}

/// A button that opens the choice, and the choice.
#[function_component]
pub(super) fn OriginChoice(props: &OriginChoiceProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let edits = use_edits(props.place.clone());
    let open = use_state(|| false);
    {
        let open = open.clone();
        use_effect_with(props.place.clone(), move |_| open.set(false));
    }
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    // What reaches whom is found out when it is asked for: it takes the whole file.
    let origin = if *open { form.with_document(|document| props.place.origin(document)) } else { None };
    let here = {
        let (edits, place) = (edits.clone(), props.place.clone());
        Callback::from(move |_: MouseEvent| edits.run(|_| place.here_only()))
    };
    let at_source = origin.as_ref().map(|origin| t!(i18n, "origin-at-source", place = &*origin.home));
    html! {
        <div class="origin-choice">
            <button key="toggle" type="button" class="origin" onclick={toggle} aria-expanded={open.to_string()}
                aria-label={t!(i18n, "origin-choose-named", field = props.label.as_str())}>{ t!(i18n, "origin-choose") }</button>
            if *open {
                <div key="choice" class="origin-ways">
                    if props.overridable {
                        <div key="here" class="origin-way">
                            <Button glyph={Glyph::Pencil} onclick={here}>{ t!(i18n, "origin-here-only") }</Button>
                            <p class="row-hint">{ t!(i18n, "origin-here-only-hint") }</p>
                        </div>
                    }
                    if let Some(origin) = origin {
                        <div key="source" class="origin-way">
                            <p class="row-hint">
                                { t!(i18n, "origin-changes", count = origin.jobs.len(), jobs = origin.jobs.join(", ")) }
                            </p>
                            <Button glyph={Glyph::Link} onclick={Callback::from(move |_: MouseEvent| {
                                form.send(match &*origin.home {
                                    job if origin.is_job => Msg::Select(Selection::Job(job.to_owned())),
                                    "default" => Msg::Select(Selection::Global),
                                    _ => Msg::GoTo(origin.span),
                                })
                            })}>{ at_source }</Button>
                        </div>
                    }
                </div>
            }
            if let Some(refused) = edits.refused() { <p key="error" class="row-error" role="alert">{ refused }</p> }
        </div>
    }
}
