//! The load of the runners: the jobs that each may take, by stage; above them those that nobody takes.

use std::rc::Rc;

use yew::prelude::*;

use crate::editor::Selection;
use crate::ui::dispatch::{use_dispatch, Dispatch, Msg};
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::runner_name::view_spot;
use crate::ui::widget::{Glyph, Icon};
use crate::view::board::Board;
use crate::view::load::{Load, LoadJob, LoadStage, RunnerLoad};

/// Jobs of a stage that are listed; the rest is counted.
const MOST: usize = 40;

/// The jobs and the runners.
#[derive(Properties, PartialEq)]
pub(crate) struct LoadViewProps {
    /// The jobs with their runners.
    pub board: Rc<Board>,
}

/// The load of the runners. Nothing where no runners are known.
#[function_component]
pub(crate) fn LoadView(props: &LoadViewProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let load = use_memo(props.board.clone(), |board| Load::of(board));
    if load.runners.is_empty() {
        return Html::default();
    }
    html! {
        <section class="load" aria-labelledby="load-title">
            <h2 id="load-title" class="load-title">{ t!(i18n, "load-title") }</h2>
            <p class="load-about">{ t!(i18n, "load-about") }</p>
            if !load.untaken.is_empty() {
                <section key="untaken" class="load-untaken" aria-labelledby="load-untaken-title">
                    <h3 id="load-untaken-title"><Icon glyph={Glyph::Warning} />{ t!(i18n, "load-untaken", count = load.untaken.len()) }</h3>
                    { view_jobs(&i18n, &dispatch, &load.untaken) }
                </section>
            }
            <div key="runners" class="load-runners">
                { for load.runners.iter().map(|runner| view_runner(&i18n, &dispatch, runner, load.largest)) }
            </div>
            if !load.unknown.is_empty() {
                <p key="unknown" class="load-about">
                    { t!(i18n, "load-unknown", count = load.unknown.len(), jobs = load.unknown.join(", ")) }
                </p>
            }
        </section>
    }
}

fn view_runner(i18n: &I18n, dispatch: &Dispatch, load: &RunnerLoad, largest: usize) -> Html {
    let (runner, title) = (&load.runner, format!("load-runner-{}", load.runner.at));
    let stage = |(at, stage): (usize, &LoadStage)| {
        html! {
            <div key={at} class="load-stage">
                <h4>{ &*stage.stage }</h4>
                { view_jobs(i18n, dispatch, &stage.jobs) }
            </div>
        }
    };
    html! {
        <div key={runner.at} class="load-runner" role="group" data-hue={runner.hue.map(|hue| hue.to_string())} aria-labelledby={title.clone()}>
            <h3 id={title}>
                { view_spot(runner) }<span>{ &*runner.name }</span>
                if let Some(environment) = &runner.environment {
                    <span key="environment" class="load-environment">{ &**environment }</span>
                }
            </h3>
            <p class="load-counts">{ view_counts(i18n, load) }</p>
            { view_bar(load, largest) }
            if runner.protected { <p key="protected" class="load-about">{ t!(i18n, "runner-if-protected") }</p> }
            if load.stages.is_empty() { <p key="none" class="load-about">{ t!(i18n, "load-none") }</p> }
            { for load.stages.iter().enumerate().map(stage) }
        </div>
    }
}

/// How many jobs it alone takes, and how many it shares.
fn view_counts(i18n: &I18n, load: &RunnerLoad) -> String {
    let sole = (load.sole > 0 || load.shared == 0).then(|| t!(i18n, "load-sole", count = load.sole));
    let shared = (load.shared > 0).then(|| t!(i18n, "load-shared", count = load.shared));
    sole.into_iter().chain(shared).map(|words| words.to_string()).collect::<Vec<_>>().join(", ")
}

/// A bar as long as the load is of the largest: what is its own, then its part of what it shares.
fn view_bar(load: &RunnerLoad, largest: usize) -> Html {
    let part = |thousandths: usize| thousandths as f64 * 100.0 / largest.max(1) as f64;
    let (own, share) = (part(load.sole * 1000), part(load.share));
    html! {
        <svg key="bar" class="load-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="load-bar-own" width={format!("{own:.1}")} height="4" />
            <rect class="load-bar-share" x={format!("{own:.1}")} width={format!("{share:.1}")} height="4" />
        </svg>
    }
}

fn view_jobs(i18n: &I18n, dispatch: &Dispatch, jobs: &[LoadJob]) -> Html {
    let rest = jobs.iter().skip(MOST).count();
    let row = |(at, job): (usize, &LoadJob)| {
        let onclick = dispatch.always(Msg::Inspect(Selection::Job(job.name.to_string())));
        html! {
            <li key={at}>
                <button type="button" class="load-job" {onclick} data-shared={(job.sharers > 1).then_some("true")}>
                    <span class="load-job-name">{ &*job.name }</span>
                    if job.jobs > 1 { <span key="jobs" class="load-mark">{ format!("×{}", job.jobs) }</span> }
                    if job.sharers > 1 {
                        <span key="shared" class="load-mark" title={t!(i18n, "load-sharers", count = job.sharers)}>
                            <span aria-hidden="true">{ format!("1/{}", job.sharers) }</span>
                            <span class="visually-hidden">{ t!(i18n, "load-sharers", count = job.sharers) }</span>
                        </span>
                    }
                </button>
            </li>
        }
    };
    html! {
        <ul class="load-jobs">
            { for jobs.iter().take(MOST).enumerate().map(row) }
            if rest > 0 { <li key="rest" class="load-about">{ t!(i18n, "load-more", count = rest) }</li> }
        </ul>
    }
}
