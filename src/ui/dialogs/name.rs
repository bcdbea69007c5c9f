//! Asks for one name.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::browser::input;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Dialog, Field};

/// What is asked.
#[derive(Properties, PartialEq)]
pub(crate) struct NameDialogProps {
    /// The question.
    pub title: AttrValue,
    /// The field's label.
    pub label: AttrValue,
    /// The name as it is; empty for something new.
    pub value: AttrValue,
    /// The text of the button.
    pub confirm: AttrValue,
    /// Names that are in use.
    pub taken: Rc<[AttrValue]>,
    /// A line of help.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What to ask for with the name. The dialog closes itself.
    pub onname: Callback<AttrValue>,
}

/// The question.
#[function_component]
pub(crate) fn NameDialog(props: &NameDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let typed = use_state(|| props.value.clone());
    let name = AttrValue::from(typed.trim().to_owned());
    let error = props.taken.contains(&name).then(|| t!(i18n, "refused-name-taken", name = name.as_str()));
    let unusable = name.is_empty() || error.is_some();
    let confirm = {
        let (dispatch, onname, same) = (dispatch.clone(), props.onname.clone(), name == props.value);
        move || {
            if unusable {
                return;
            }
            dispatch.send(Msg::CloseDialog);
            if !same {
                onname.emit(name.clone());
            }
        }
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(AttrValue::from(input::value(&event))))
    };
    let onkeydown = {
        let confirm = confirm.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                confirm();
            }
        })
    };
    let actions = html! {
        <>
            <Button key="cancel" onclick={dispatch.always(Msg::CloseDialog)}>{ t!(i18n, "cancel") }</Button>
            <Button key="confirm" kind={ButtonKind::Primary} disabled={unusable}
                onclick={Callback::from(move |_: MouseEvent| confirm())}>{ props.confirm.clone() }</Button>
        </>
    };
    html! {
        <Dialog title={props.title.clone()} close_label={t!(i18n, "close")} {actions}
            onclose={dispatch.always(Msg::CloseDialog)}>
            <Field id="dialog-name" label={props.label.clone()} hint={props.hint.clone()} error={error.clone()}>
                <input class="text-field" data-code="true" type="text" id="dialog-name" value={(*typed).clone()} {oninput}
                    {onkeydown} autofocus=true autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-invalid={error.is_some().then_some("true")} aria-describedby="dialog-name-error" />
            </Field>
        </Dialog>
    }
}
