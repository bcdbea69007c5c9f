//! The runners of a job: which take it, on what condition, and why the others don't.

use std::rc::Rc;

use yew::prelude::*;

use super::form::use_form;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::runner_name::view_spot;
use crate::ui::widget::{Button, ButtonKind, Glyph, Icon};
use crate::view::inspector::{JobRunners, RunnerRow, Verdict};

/// The job's runners.
#[derive(Properties, PartialEq)]
pub(super) struct RunnersProps {
    /// Each runner and what it does with the job.
    pub view: Rc<JobRunners>,
}

/// Who takes the job, in a word or two.
pub(super) fn runners_summary(i18n: &I18n, view: &JobRunners) -> Option<AttrValue> {
    let names: Vec<&str> = view.takers().map(|runner| &*runner.name).collect();
    match (view.is_unknown(), names.is_empty()) {
        (true, _) => None,
        (false, true) => Some(t!(i18n, "card-no-runner")),
        (false, false) => Some(AttrValue::from(names.join(", "))),
    }
}

/// The list of runners.
#[function_component]
pub(super) fn Runners(props: &RunnersProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let view = &props.view;
    if view.is_unknown() {
        return html! { <p class="row-hint">{ t!(i18n, "runners-unknown") }</p> };
    }
    let alone = view.takers().count() == 1 && !view.untaken;
    let row = |row: &RunnerRow| {
        let (at, takes) = (row.runner.at, row.verdict.takes());
        let give = {
            let (form, job) = (form.clone(), view.job.to_string());
            Callback::from(move |_: MouseEvent| form.send(Msg::GiveTo(job.clone(), at)))
        };
        html! {
            <li key={at} class="runner-row" data-takes={takes.to_string()}>
                <Icon glyph={if takes { Glyph::Check } else { Glyph::Minus }} />
                <div class="runner-row-about">
                    <p>
                        { view_spot(&row.runner) }
                        <strong>{ &*row.runner.name }</strong>
                        if let Some(environment) = &row.runner.environment {
                            <span key="environment" class="row-hint">{ " " }{ &**environment }</span>
                        }
                    </p>
                    <p class="row-hint">{ verdict(&i18n, &row.verdict) }</p>
                    if takes && row.runner.protected {
                        <p key="protected" class="row-hint">{ t!(i18n, "runner-if-protected") }</p>
                    }
                </div>
                if !(takes && alone) {
                    <Button key="give" kind={ButtonKind::Quiet} onclick={give}
                        label={t!(i18n, "give-to", job = &*view.job, runner = &*row.runner.name)}>{ t!(i18n, "give") }</Button>
                }
            </li>
        }
    };
    html! {
        <>
            if view.untaken {
                <p key="untaken" class="runners-untaken" role="note">
                    <Icon glyph={Glyph::Warning} />
                    <span>{ if view.takers().next().is_some() { t!(i18n, "card-some-untaken") } else { t!(i18n, "card-no-runner-title") } }</span>
                </p>
            }
            <ul key="rows" class="runner-rows" aria-label={t!(i18n, "section-runners")}>{ for view.rows.iter().map(row) }</ul>
        </>
    }
}

fn verdict(i18n: &I18n, verdict: &Verdict) -> AttrValue {
    match verdict {
        Verdict::Takes => t!(i18n, "runner-takes"),
        Verdict::TakesSome(some, all) => t!(i18n, "runner-takes-some", some = *some, all = *all),
        Verdict::Lacks(tags) => t!(i18n, "runner-lacks", count = tags.len(), tags = tags.join(", ")),
        Verdict::TakesTaggedOnly => t!(i18n, "runner-tagged-only"),
    }
}
