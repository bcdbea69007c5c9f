//! Lines of text, sent when the field is left or by Ctrl+Enter. Escape takes them back. For scripts and descriptions.

use yew::prelude::*;

use super::suggest::{use_suggestions, Suggest};
use crate::ui::browser::input;

/// What the field shows and sends.
#[derive(Properties, PartialEq)]
pub(crate) struct TextAreaProps {
    /// The value as it stands.
    pub value: AttrValue,
    /// Gets the new value, if it changed.
    pub oncommit: Callback<AttrValue>,
    /// For the label.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The accessible name where no label points here.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Shown while empty.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// The ids of what describes it.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
    /// Whether the value is wrong.
    #[prop_or_default]
    pub invalid: bool,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether it can be read only.
    #[prop_or_default]
    pub readonly: bool,
    /// Whether it is code: no wrapping, even widths.
    #[prop_or_default]
    pub code: bool,
    /// Lines shown at least; it grows with its text up to 24.
    #[prop_or(3)]
    pub rows: u32,
    /// What it suggests, if not what the fields around it do.
    #[prop_or_default]
    pub suggest: Option<Suggest>,
}

/// Lines of text.
#[function_component]
pub(crate) fn TextArea(props: &TextAreaProps) -> Html {
    let (node, suggestions) = (use_node_ref(), use_suggestions(props.suggest.clone()));
    let draft = use_state(|| None::<AttrValue>);
    {
        let draft = draft.clone();
        use_effect_with(props.value.clone(), move |_| draft.set(None));
    }
    let commit = {
        let (draft, value, oncommit) = (draft.clone(), props.value.clone(), props.oncommit.clone());
        move |typed: AttrValue| {
            draft.set(None);
            if typed != value {
                oncommit.emit(typed);
            }
        }
    };
    let oninput = {
        let (draft, suggestions) = (draft.clone(), suggestions.clone());
        Callback::from(move |event: InputEvent| {
            suggestions.typed(&event);
            draft.set(Some(AttrValue::from(input::value(&event))));
        })
    };
    let onblur = {
        let (commit, suggestions) = (commit.clone(), suggestions.clone());
        Callback::from(move |event: FocusEvent| {
            suggestions.close();
            commit(AttrValue::from(input::value(&event)));
        })
    };
    let onput = {
        let draft = draft.clone();
        Callback::from(move |text: AttrValue| draft.set(Some(text)))
    };
    let onkeydown = {
        let (draft, value) = (draft.clone(), props.value.clone());
        let (suggestions, onput) = (suggestions.clone(), onput.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(taken) = suggestions.key(&event) {
                return taken.into_iter().for_each(|text| onput.emit(text));
            }
            match event.key().as_str() {
                "Enter" if event.ctrl_key() || event.meta_key() => commit(AttrValue::from(input::value(&event))),
                "Escape" if draft.is_some() => {
                    event.stop_propagation();
                    event.prevent_default();
                    input::set_value(&event, &value);
                    draft.set(None);
                }
                _ => {}
            }
        })
    };
    let shown = (*draft).clone().unwrap_or_else(|| props.value.clone());
    let rows = (shown.lines().count() as u32 + u32::from(shown.ends_with('\n'))).clamp(props.rows, 24);
    let field = html! {
        <textarea class="text-area" ref={node.clone()} aria-autocomplete={suggestions.are_possible().then_some("list")}
            aria-controls={suggestions.list()} aria-activedescendant={suggestions.active()} data-code={props.code.then_some("true")} id={props.id.clone()} value={shown}
            {oninput} {onblur} {onkeydown} rows={rows.to_string()} placeholder={props.placeholder.clone()}
            aria-label={props.label.clone()} aria-describedby={props.describedby.clone()}
            aria-invalid={props.invalid.then_some("true")} disabled={props.disabled} readonly={props.readonly}
            autocomplete="off" autocapitalize="off" spellcheck="false" />
    };
    if !suggestions.are_possible() {
        return field;
    }
    html! { <div class="suggesting">{ field }{ suggestions.view(&node, &onput) }</div> }
}
