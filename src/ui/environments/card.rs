//! One environment with its jobs.

use std::rc::Rc;

use yew::prelude::*;

use crate::editor::Selection;
use crate::graph::Action;
use crate::pipeline::Tier;
use crate::ui::dispatch::{use_dispatch, Dispatch, Msg};
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::problems::ProblemNote;
use crate::ui::widget::{Glyph, Icon};
use crate::view::environments::{Environment, JobThere, Stop};
use crate::view::problems::Problem;
use crate::view::Snapshot;

/// Rules whose findings are about environments.
const RULES: &[&str] = &["on-stop-job", "review-without-stop", "stop-not-manual"];

/// What is shown.
#[derive(Properties, PartialEq)]
pub(super) struct EnvironmentCardProps {
    /// The environment.
    pub environment: Rc<Environment>,
    /// What is selected on the page.
    pub selection: Selection,
    /// What is wrong with the document.
    pub findings: Rc<Vec<Problem>>,
    /// The document.
    pub document: Snapshot,
}

/// The environment.
#[function_component]
pub(super) fn EnvironmentCard(props: &EnvironmentCardProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let environment = &props.environment;
    let about = |problem: &&Problem| {
        let is_ours = problem.rule().is_some_and(|rule| RULES.contains(&rule));
        is_ours && environment.jobs.iter().any(|job| problem.job.as_deref() == Some(&*job.name))
    };
    let problems: Vec<&Problem> = props.findings.iter().filter(about).collect();
    let tier = environment.tier.map(Tier::name);
    html! {
        <li class="environment" data-environment={environment.name.to_string()}>
            <header class="environment-head" key="head">
                <h3 class="environment-name"><code>{ &*environment.name }</code></h3>
                <span class="environment-tier" data-tier={tier.unwrap_or("open")}>
                    { tier_text(&i18n, environment.tier) }
                    if !environment.tier_given && environment.tier.is_some() {
                        <span class="environment-guess">{ t!(i18n, "tier-by-name") }</span>
                    }
                </span>
            </header>
            <dl class="environment-facts" key="facts">
                if let Some(url) = &environment.url {
                    <div key="url"><dt>{ t!(i18n, "environment-url") }</dt><dd><code>{ &**url }</code></dd></div>
                }
                if let Some(text) = stop_text(&i18n, environment) {
                    <div key="stop"><dt>{ t!(i18n, "environment-stop") }</dt><dd>{ text }</dd></div>
                }
                if let Some(time) = &environment.auto_stop_in {
                    <div key="auto"><dt>{ t!(i18n, "environment-auto-stop") }</dt><dd>{ &**time }</dd></div>
                }
            </dl>
            <ul class="environment-jobs" key="jobs">
                { for environment.jobs.iter().map(|job| view_job(&i18n, &dispatch, job, &props.selection)) }
            </ul>
            if !problems.is_empty() {
                <ul class="flow-problems" key="problems" aria-label={t!(i18n, "problems")}>
                    { for problems.into_iter().enumerate().map(|(at, problem)| html! {
                        <ProblemNote key={at} problem={problem.clone()} document={props.document.clone()} />
                    }) }
                </ul>
            }
        </li>
    }
}

fn view_job(i18n: &I18n, dispatch: &Dispatch, job: &JobThere, selection: &Selection) -> Html {
    let selected = matches!(selection, Selection::Job(name) if **name == *job.name);
    let onclick = dispatch.always(Msg::Inspect(Selection::Job(job.name.to_string())));
    let (glyph, text) = match job.action {
        Some(Action::Start) => (Glyph::Rocket, t!(i18n, "action-start")),
        Some(Action::Prepare) => (Glyph::Play, t!(i18n, "action-prepare")),
        Some(Action::Verify) => (Glyph::Check, t!(i18n, "action-verify")),
        Some(Action::Access) => (Glyph::Key, t!(i18n, "action-access")),
        Some(Action::Stop) => (Glyph::Close, t!(i18n, "action-stop")),
        None => (Glyph::Info, t!(i18n, "action-unknown")),
    };
    html! {
        <li key={job.name.to_string()}>
            <button type="button" class="environment-job" data-action={job.action.map(Action::name)} {onclick}
                aria-current={selected.then_some("true")}>
                <Icon {glyph} />
                <span class="environment-job-name">{ &*job.name }</span>
                <span class="environment-job-about">
                    <span>{ text }</span>
                    if !job.stage.is_empty() { <span>{ t!(i18n, "environment-in-stage", stage = &*job.stage) }</span> }
                    if job.manual { <span>{ t!(i18n, "environment-manual") }</span> }
                    if let Some(group) = &job.resource_group {
                        <span>{ t!(i18n, "environment-one-at-a-time", group = &**group) }</span>
                    }
                </span>
            </button>
        </li>
    }
}

fn tier_text(i18n: &I18n, tier: Option<Tier>) -> AttrValue {
    match tier {
        Some(Tier::Production) => t!(i18n, "tier-production"),
        Some(Tier::Staging) => t!(i18n, "tier-staging"),
        Some(Tier::Testing) => t!(i18n, "tier-testing"),
        Some(Tier::Development) => t!(i18n, "tier-development"),
        Some(Tier::Other) => t!(i18n, "tier-other"),
        None => t!(i18n, "tier-open"),
    }
}

/// Who stops it. Of environments that stay, nothing is said.
fn stop_text(i18n: &I18n, environment: &Environment) -> Option<AttrValue> {
    match &environment.stop {
        Stop::Jobs(jobs) => Some(AttrValue::from(jobs.join(", "))),
        Stop::Nobody if environment.review => Some(t!(i18n, "environment-stops-alone")),
        Stop::Nobody | Stop::NotHere => None,
    }
}
