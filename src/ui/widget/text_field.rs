//! A line of text that is sent when it is done: by Enter or by leaving the field. Escape takes it back.

use yew::prelude::*;

use super::suggest::use_suggestions;
use crate::ui::browser::input;

/// What the field shows and sends.
#[derive(Properties, PartialEq)]
pub(crate) struct TextFieldProps {
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
    /// Shown while empty: an example, or the inherited value.
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
    /// For names, paths and commands.
    #[prop_or_default]
    pub code: bool,
    /// The id of a `datalist` with completions.
    #[prop_or_default]
    pub list: Option<AttrValue>,
    /// Whether it gets the focus when a dialog opens.
    #[prop_or_default]
    pub autofocus: bool,
    /// Gets every keystroke's value, for checks while typing.
    #[prop_or_default]
    pub oninput: Option<Callback<AttrValue>>,
}

/// A line of text.
#[function_component]
pub(crate) fn TextField(props: &TextFieldProps) -> Html {
    let (node, suggestions) = (use_node_ref(), use_suggestions(None));
    let draft = use_state(|| None::<AttrValue>);
    {
        // A value that changed from outside replaces what was typed.
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
        let (draft, oninput, suggestions) = (draft.clone(), props.oninput.clone(), suggestions.clone());
        Callback::from(move |event: InputEvent| {
            suggestions.typed(&event);
            let typed = AttrValue::from(input::value(&event));
            if let Some(oninput) = &oninput {
                oninput.emit(typed.clone());
            }
            draft.set(Some(typed));
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
        let (draft, oninput) = (draft.clone(), props.oninput.clone());
        Callback::from(move |text: AttrValue| {
            if let Some(oninput) = &oninput {
                oninput.emit(text.clone());
            }
            draft.set(Some(text));
        })
    };
    let onkeydown = {
        let (draft, value, oninput) = (draft.clone(), props.value.clone(), props.oninput.clone());
        let (suggestions, onput) = (suggestions.clone(), onput.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(taken) = suggestions.key(&event) {
                return taken.into_iter().for_each(|text| onput.emit(text));
            }
            match event.key().as_str() {
                "Enter" if !event.is_composing() => commit(AttrValue::from(input::value(&event))),
                "Escape" if draft.is_some() => {
                    // The dialog or menu around it stays open.
                    event.stop_propagation();
                    event.prevent_default();
                    input::set_value(&event, &value);
                    draft.set(None);
                    if let Some(oninput) = &oninput {
                        oninput.emit(value.clone());
                    }
                }
                _ => {}
            }
        })
    };
    let shown = (*draft).clone().unwrap_or_else(|| props.value.clone());
    let field = html! {
        <input type="text" class="text-field" data-code={props.code.then_some("true")} id={props.id.clone()} ref={node.clone()}
            aria-autocomplete={suggestions.are_possible().then_some("list")} aria-controls={suggestions.list()} aria-activedescendant={suggestions.active()}
            value={shown} {oninput} {onblur} {onkeydown} placeholder={props.placeholder.clone()}
            aria-label={props.label.clone()} aria-describedby={props.describedby.clone()}
            aria-invalid={props.invalid.then_some("true")} disabled={props.disabled} readonly={props.readonly}
            list={props.list.clone()} autocomplete="off" autocapitalize="off" spellcheck="false"
            autofocus={props.autofocus} />
    };
    if !suggestions.are_possible() {
        return field;
    }
    html! { <div class="suggesting">{ field }{ suggestions.view(&node, &onput) }</div> }
}
