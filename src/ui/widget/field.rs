//! A control with its label, and what is to be said about it: a hint, an error, where its value comes from.

use yew::prelude::*;

/// What stands around a control.
#[derive(Properties, PartialEq)]
pub(crate) struct FieldProps {
    /// The control's `id`. The hint has `{id}-hint`, the error `{id}-error`, for `aria-describedby`.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The control.
    pub children: Html,
    /// A line of help.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Where the value comes from: a note, perhaps with a button.
    #[prop_or_default]
    pub origin: Option<Html>,
    /// Something at the end of the label's line: a link to the handbook, a button.
    #[prop_or_default]
    pub aside: Option<Html>,
    /// For a group of controls: the label names the group rather than one control.
    #[prop_or_default]
    pub group: bool,
}

/// A control with its label.
#[function_component]
pub(crate) fn Field(props: &FieldProps) -> Html {
    let id = &props.id;
    let label_id = AttrValue::from(format!("{id}-label"));
    let label = if props.group {
        html! { <span class="field-label" id={label_id.clone()}>{ &props.label }</span> }
    } else {
        html! { <label class="field-label" id={label_id.clone()} for={id.clone()}>{ &props.label }</label> }
    };
    html! {
        <div class="field" role={props.group.then_some("group")}
            aria-labelledby={props.group.then_some(label_id)}>
            <div class="field-head">
                { label }
                if let Some(aside) = &props.aside { <span class="field-aside">{ aside.clone() }</span> }
            </div>
            <div class="field-control">{ props.children.clone() }</div>
            <div class="field-notes">
                if let Some(hint) = &props.hint { <p key="hint" class="field-hint" id={format!("{id}-hint")}>{ hint }</p> }
                if let Some(origin) = &props.origin { <p key="origin" class="field-origin">{ origin.clone() }</p> }
                if let Some(error) = &props.error {
                    <p key="error" class="field-error" id={format!("{id}-error")} role="alert">{ error }</p>
                }
            </div>
        </div>
    }
}
