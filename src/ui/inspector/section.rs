//! A group of fields that opens and closes.

use yew::prelude::*;

use super::form::Sections;
use crate::ui::widget::{Glyph, Icon};

/// The group.
#[derive(Properties, PartialEq)]
pub(super) struct SectionProps {
    /// Its identity.
    pub id: &'static str,
    /// Its title.
    pub title: AttrValue,
    /// What is in it, in a word or two.
    #[prop_or_default]
    pub summary: Option<AttrValue>,
    /// Whether its fields can be used.
    pub disabled: bool,
    /// The fields.
    pub children: Html,
}

/// A group of fields.
#[function_component]
pub(super) fn Section(props: &SectionProps) -> Html {
    let sections = use_context::<Sections>();
    let open = sections.as_ref().is_none_or(|sections| sections.open.contains(props.id));
    let onclick = {
        let id = props.id;
        Callback::from(move |_: MouseEvent| {
            if let Some(sections) = &sections {
                sections.toggle.emit(id);
            }
        })
    };
    let body = format!("insp-section-{}", props.id);
    html! {
        <section class="section" data-open={open.then_some("true")}>
            <h3 class="section-head">
                <button type="button" class="section-toggle" {onclick} aria-expanded={open.to_string()}
                    aria-controls={open.then(|| body.clone())}>
                    <Icon glyph={if open { Glyph::ChevronDown } else { Glyph::ChevronRight }} />
                    <span class="section-title">{ &props.title }</span>
                    if let Some(summary) = &props.summary { <span class="section-summary">{ summary }</span> }
                </button>
            </h3>
            if open {
                <fieldset key="body" class="section-body" id={body} disabled={props.disabled}
                    aria-label={props.title.clone()}>{ props.children.clone() }</fieldset>
            }
        </section>
    }
}
