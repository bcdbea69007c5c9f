//! Variables as a grid of names and values.

use std::rc::Rc;

use yew::prelude::*;

use super::form::use_edits;
use super::opaque_box::OpaqueBox;
use super::variable_line::VariableLine;
use crate::ui::browser::{focus, input};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, Glyph, TextField};
use crate::view::inspector::VariablesView;

/// The variables.
#[derive(Properties, PartialEq)]
pub(super) struct VariablesProps {
    /// The variables.
    pub view: Rc<VariablesView>,
}

/// Variables as a grid.
#[function_component]
pub(super) fn Variables(props: &VariablesProps) -> Html {
    let i18n = use_i18n();
    let view = &props.view;
    if let Some(opaque) = &view.opaque {
        return html! { <OpaqueBox id="insp-variables" label={t!(i18n, "field-variables")} opaque={opaque.clone()} /> };
    }
    let global = view.job.is_none();
    html! {
        <div class="variables">
            if !view.own.is_empty() || !view.inherited.is_empty() {
                <div key="head" class="variable-head" aria-hidden="true">
                    <span>{ t!(i18n, "variable-name") }</span><span>{ t!(i18n, "variable-value") }</span>
                </div>
            }
            <ul key="own" class="variable-list" aria-label={t!(i18n, "field-variables")}>
                { for (0..view.own.len()).map(|at| html! {
                    <VariableLine key={at} view={view.clone()} {at} inherited=false {global} />
                }) }
            </ul>
            <NewVariable key="new" view={view.clone()} />
            if !view.inherited.is_empty() {
                <h4 key="inherited-title" class="sub-title">{ t!(i18n, "variables-inherited") }</h4>
                <ul key="inherited" class="variable-list" aria-label={t!(i18n, "variables-inherited")}>
                    { for view.inherited.iter().enumerate().map(|(at, row)| html! {
                        <VariableLine key={row.name.to_string()} view={view.clone()} {at} inherited=true {global} />
                    }) }
                </ul>
            }
        </div>
    }
}

/// The line that adds a variable. A name is enough; the value may be empty.
#[function_component]
fn NewVariable(props: &VariablesProps) -> Html {
    let i18n = use_i18n();
    let edits = use_edits((props.view.job.clone(), props.view.own.clone()));
    let (name, value) = (use_state(AttrValue::default), use_state(AttrValue::default));
    {
        // What was typed is there now, or another job is.
        let (name, value) = (name.clone(), value.clone());
        use_effect_with((props.view.job.clone(), props.view.own.len()), move |_| {
            name.set(AttrValue::default());
            value.set(AttrValue::default());
        });
    }
    let add = {
        let (edits, view, name, value) = (edits.clone(), props.view.clone(), name.clone(), value.clone());
        Callback::from(move |()| {
            edits.run(|_| view.add(&name, &value));
            focus::by_id("insp-new-variable");
        })
    };
    let onkeydown = {
        let (add, edits, name, value) = (add.clone(), edits.clone(), name.clone(), value.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if !event.is_composing() && input::is_typing(&event) => {
                event.prevent_default();
                add.emit(());
            }
            "Escape" => {
                edits.clear();
                name.set(AttrValue::default());
                value.set(AttrValue::default());
            }
            _ => {}
        })
    };
    let set = |state: UseStateHandle<AttrValue>| Callback::from(move |text: AttrValue| state.set(text));
    let ready = !name.trim().is_empty();
    html! {
        <div class="variable-new" {onkeydown}>
            <div key="fields" class="variable-fields">
                <TextField id="insp-new-variable" value={(*name).clone()} label={t!(i18n, "new-variable-name")}
                    placeholder={t!(i18n, "new-variable-name")} code=true oninput={set(name.clone())}
                    oncommit={set(name.clone())} describedby="insp-new-variable-note" invalid={edits.refused().is_some()} />
                <TextField value={(*value).clone()} label={t!(i18n, "new-variable-value")}
                    placeholder={t!(i18n, "variable-value")} code=true oninput={set(value.clone())}
                    oncommit={set(value.clone())} />
                <Button glyph={Glyph::Add} onclick={add.reform(|_: MouseEvent| ())} disabled={!ready}
                    label={t!(i18n, "add-variable")}>{ t!(i18n, "add") }</Button>
            </div>
            <div key="note" class="row-notes" id="insp-new-variable-note">
                if let Some(error) = edits.refused() { <p class="row-error" role="alert">{ error }</p> }
            </div>
        </div>
    }
}
