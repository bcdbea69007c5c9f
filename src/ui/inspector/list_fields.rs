//! A list of lines, each a field of its own, and a field that adds one.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::browser::focus;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Glyph, IconButton, TextField};
use crate::view::inspector::edit::ListEdit;
use crate::view::inspector::Item;

/// The lines.
#[derive(Properties, PartialEq)]
pub(super) struct ListFieldsProps {
    /// The id of the field that adds a line.
    pub id: AttrValue,
    /// What the lines are.
    pub label: AttrValue,
    /// The lines.
    pub items: Rc<[Item]>,
    /// Shown in the field that adds one.
    pub placeholder: AttrValue,
    /// Gets what was changed.
    pub onchange: Callback<ListEdit>,
    /// The ids of what describes it.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
}

/// The lines and the field that adds one.
#[function_component]
pub(super) fn ListFields(props: &ListFieldsProps) -> Html {
    let i18n = use_i18n();
    let line = |(at, item): (usize, &Item)| {
        let oncommit = props.onchange.reform(move |text: AttrValue| ListEdit::Change(at, Rc::from(&*text)));
        let onclick = {
            let (onchange, id) = (props.onchange.clone(), props.id.clone());
            Callback::from(move |_: MouseEvent| {
                focus::by_id(&id);
                onchange.emit(ListEdit::Remove(at));
            })
        };
        let label = t!(i18n, "item-of", label = props.label.as_str(), number = at + 1);
        html! {
            <li key={at} class="line">
                <TextField value={item.text.clone()} {oncommit} {label} code=true readonly={!item.editable} />
                if item.editable {
                    <IconButton glyph={Glyph::Close} label={format!("{} {}", t!(i18n, "remove"), item.text)} small=true {onclick} />
                }
            </li>
        }
    };
    html! {
        <div class="lines">
            <ul key="items" class="line-list" aria-label={props.label.clone()}>
                { for props.items.iter().enumerate().map(line) }
            </ul>
            <TextField key="add" id={props.id.clone()} value="" placeholder={props.placeholder.clone()} code=true
                describedby={props.describedby.clone()}
                oncommit={props.onchange.reform(|text: AttrValue| ListEdit::Add(Rc::from(&*text)))} />
        </div>
    }
}
