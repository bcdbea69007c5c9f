//! The flow seen from a job: what it gets and why, what it makes, and what it uses and does not get.

use std::rc::Rc;

use yew::prelude::*;

use super::words::{part_mark, part_text};
use crate::editor::Selection;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::widget::{Icon, TextField};
use crate::view::flow::{Flow, FlowJob, Part, Share};

/// What is shown.
#[derive(Properties, PartialEq)]
pub(super) struct ByJobProps {
    /// The flow.
    pub flow: Rc<Flow>,
    /// What is selected on the page: the job that is shown.
    pub selection: Selection,
    /// Gets the path to follow.
    pub onfollow: Callback<AttrValue>,
}

/// The jobs as a list; beside it what the selected one has to do with the others.
#[function_component]
pub(super) fn ByJob(props: &ByJobProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let words = use_state(AttrValue::default);
    let flow = &props.flow;
    if flow.jobs.is_empty() {
        return html! { <p class="flow-none">{ t!(i18n, "flow-no-jobs") }</p> };
    }
    let selected = match &props.selection {
        Selection::Job(job) => flow.shares(job),
        _ => None,
    };
    let set_words = {
        let words = words.clone();
        Callback::from(move |typed: AttrValue| words.set(typed))
    };
    let wanted = words.trim().to_lowercase();
    let listed = |job: &&FlowJob| job.name.to_lowercase().contains(&wanted);
    let found = flow.jobs.iter().filter(listed).count();
    let item = |job: &FlowJob| {
        let is_selected = selected.as_ref().is_some_and(|(at, _)| flow.jobs[*at].name == job.name);
        let onclick = dispatch.always(Msg::Select(Selection::Job(job.name.to_string())));
        html! {
            <li key={job.name.to_string()}>
                <button type="button" class="flow-thing" {onclick} aria-current={is_selected.then_some("true")}>
                    <span class="flow-path">{ &*job.name }</span>
                </button>
            </li>
        }
    };
    let stage = |(at, name): (usize, &Rc<str>)| {
        let jobs: Vec<Html> = flow.jobs.iter().filter(|job| job.stage == at).filter(listed).map(item).collect();
        let name = if name.is_empty() { t!(i18n, "flow-no-stage") } else { AttrValue::from(name.clone()) };
        if jobs.is_empty() {
            return Html::default();
        }
        html! {
            <li key={at}>
                <h3 class="flow-stage-name">{ name }</h3>
                <ul>{ for jobs }</ul>
            </li>
        }
    };
    html! {
        <div class="flow-split">
            <div class="flow-side" key="side">
                <TextField value={(*words).clone()} oncommit={set_words.clone()} oninput={set_words}
                    label={t!(i18n, "flow-filter-jobs")} placeholder={t!(i18n, "flow-filter-jobs")} />
                if found == 0 { <p key="none" class="flow-note">{ t!(i18n, "flow-no-match") }</p> }
                <ul key="list" class="flow-list">{ for flow.stages.iter().enumerate().map(stage) }</ul>
            </div>
            <div class="flow-way" key="way">
                if let Some((at, shares)) = selected {
                    { view_job(&i18n, flow, &flow.jobs[at], &shares, &props.onfollow) }
                } else {
                    <p class="flow-none">{ t!(i18n, "flow-choose-job") }</p>
                }
            </div>
        </div>
    }
}

fn view_job(i18n: &I18n, flow: &Flow, job: &FlowJob, shares: &[Share], onfollow: &Callback<AttrValue>) -> Html {
    let list = |title: AttrValue, wanted: fn(Part) -> bool| {
        let items: Vec<Html> = shares
            .iter()
            .filter(|share| wanted(share.part))
            .map(|share| view_share(i18n, flow, share, onfollow))
            .collect();
        if items.is_empty() {
            return Html::default();
        }
        html! {
            <section class="flow-shares">
                <h3>{ title }</h3>
                <ul class="flow-jobs">{ for items }</ul>
            </section>
        }
    };
    html! {
        <>
            <h2 class="flow-title">{ &*job.name }</h2>
            { list(t!(i18n, "flow-job-lacks"), |part| matches!(part, Part::Misses(_))) }
            { list(t!(i18n, "flow-job-gets"), |part| matches!(part, Part::Gets(_) | Part::Unknown)) }
            if !job.elsewhere.is_empty() {
                <section class="flow-shares">
                    <h3>{ t!(i18n, "flow-job-elsewhere") }</h3>
                    <ul>{ for job.elsewhere.iter().map(|from| html! { <li><code>{ &**from }</code></li> }) }</ul>
                </section>
            }
            { list(t!(i18n, "flow-job-makes"), |part| part == Part::Makes) }
            if shares.is_empty() && job.elsewhere.is_empty() {
                <p class="flow-note">{ t!(i18n, "flow-job-nothing") }</p>
            }
        </>
    }
}

/// A thing that the job has a part in, as a button that follows it.
fn view_share(i18n: &I18n, flow: &Flow, share: &Share, onfollow: &Callback<AttrValue>) -> Html {
    let thing = &flow.things[share.thing];
    let (glyph, part) = part_mark(share.part, !share.uses.is_empty());
    let (path, onfollow) = (AttrValue::from(thing.path.clone()), onfollow.clone());
    let onclick = Callback::from(move |_: MouseEvent| onfollow.emit(path.clone()));
    let makers: Vec<&str> = thing.makers.iter().map(|maker| &*flow.jobs[*maker].name).collect();
    html! {
        <li key={thing.path.to_string()}>
            <button type="button" class="flow-job" data-part={part} {onclick}>
                <Icon {glyph} />
                <code class="flow-job-name">{ &*thing.path }</code>
                <span class="flow-job-why">
                    if share.part != Part::Makes { { t!(i18n, "flow-made-by", jobs = makers.join(", ")) }{ "; " } }
                    { part_text(i18n, share.part) }
                </span>
                if !share.uses.is_empty() {
                    <span class="flow-job-uses">{ t!(i18n, "flow-uses", names = share.uses.join(", ")) }</span>
                }
            </button>
        </li>
    }
}
