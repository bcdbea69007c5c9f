//! A job on the way of a thing, as a button that selects it.

use std::rc::Rc;

use yew::prelude::*;

use super::words::{part_mark, part_text};
use crate::editor::Selection;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::Icon;
use crate::view::flow::Part;

/// The job and its part.
#[derive(Properties, PartialEq)]
pub(super) struct JobLinkProps {
    /// The job.
    pub name: Rc<str>,
    /// Its part.
    pub part: Part,
    /// What it uses.
    pub uses: Vec<Rc<str>>,
    /// Whether it is selected.
    pub selected: bool,
}

/// The button.
#[function_component]
pub(super) fn JobLink(props: &JobLinkProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let (glyph, part) = part_mark(props.part, !props.uses.is_empty());
    let onclick = dispatch.always(Msg::Inspect(Selection::Job(props.name.to_string())));
    html! {
        <button type="button" class="flow-job" data-part={part} data-job={props.name.to_string()} {onclick}
            aria-current={props.selected.then_some("true")}>
            <Icon {glyph} />
            <span class="flow-job-name">{ &*props.name }</span>
            <span class="flow-job-why">{ part_text(&i18n, props.part) }</span>
            if !props.uses.is_empty() {
                <span class="flow-job-uses">{ t!(i18n, "flow-uses", names = props.uses.join(", ")) }</span>
            }
        </button>
    }
}
