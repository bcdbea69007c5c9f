//! What is selected: its name, what it is, and the way to its place in the text.

use yew::prelude::*;

use super::form::use_form;
use crate::text::Span;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Glyph, IconButton};

/// What is selected.
#[derive(Properties, PartialEq)]
pub(super) struct HeadProps {
    /// Its name.
    pub name: AttrValue,
    /// What it is.
    pub kind: AttrValue,
    /// Where it stands.
    #[prop_or_default]
    pub span: Option<Span>,
    /// What can be done with it.
    #[prop_or_default]
    pub children: Html,
}

/// The head of the inspector.
#[function_component]
pub(super) fn Head(props: &HeadProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    html! {
        <header class="inspector-head">
            <div class="inspector-heading">
                <p class="inspector-kind">{ &props.kind }</p>
                <h2 class="inspector-title" title={props.name.clone()}>{ &props.name }</h2>
            </div>
            { props.children.clone() }
            if let Some(span) = props.span {
                <IconButton glyph={Glyph::Code} label={t!(i18n, "show-in-text")}
                    onclick={Callback::from(move |_: MouseEvent| form.send(Msg::GoTo(span)))} />
            }
        </header>
    }
}
