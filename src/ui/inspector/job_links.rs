//! Jobs to go to.

use std::rc::Rc;

use yew::prelude::*;

use super::form::use_form;
use crate::editor::Selection;
use crate::ui::dispatch::Msg;
use crate::ui::widget::{Glyph, Icon};

/// The jobs.
#[derive(Properties, PartialEq)]
pub(super) struct JobLinksProps {
    /// Their names.
    pub jobs: Rc<Vec<Rc<str>>>,
    /// What they are.
    pub title: AttrValue,
    /// Whether they are shown on demand only.
    #[prop_or_default]
    pub folded: bool,
}

/// Jobs to go to.
#[function_component]
pub(super) fn JobLinks(props: &JobLinksProps) -> Html {
    let form = use_form();
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let none = props.jobs.is_empty();
    let link = |job: &Rc<str>| {
        let (form, name) = (form.clone(), job.clone());
        let onclick = Callback::from(move |_: MouseEvent| form.send(Msg::Select(Selection::Job(name.to_string()))));
        html! {
            <li key={job.to_string()}><button type="button" class="job-link" {onclick}><code>{ &**job }</code></button></li>
        }
    };
    html! {
        <div class="job-links">
            if props.folded {
                <button key="toggle" type="button" class="job-links-toggle" onclick={toggle} aria-expanded={open.to_string()}
                    disabled={none}>
                    <Icon glyph={Glyph::Link} /><span>{ &props.title }</span>
                </button>
            } else {
                <h4 key="title" class="sub-title">{ &props.title }</h4>
            }
            if !none && (*open || !props.folded) {
                <ul key="list" class="job-link-list" aria-label={props.title.clone()}>{ for props.jobs.iter().map(link) }</ul>
            }
        </div>
    }
}
