//! The list at the bottom: every problem with its place, in GitLab's words; each leads to its line, tells why it is one,
//! and offers its quick fix.

use std::rc::Rc;

use yew::prelude::*;

use super::checks::ChecksOff;
use super::row::ProblemRow;
use crate::lint::Settings;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::widget::{Choice, Glyph, Icon, IconButton, Select, TextField};
use crate::view::problems::{Problem, Problems, Severity};
use crate::view::Snapshot;

/// Rows shown at once; more would only slow the page.
const MOST: usize = 200;

/// What the list shows.
#[derive(Properties, PartialEq)]
pub(crate) struct ProblemsPanelProps {
    /// The problems.
    pub problems: Problems,
    /// The text that has them.
    pub document: Snapshot,
    /// Which warnings are wanted.
    pub checks: Settings,
}

/// The list.
#[function_component]
pub(crate) fn ProblemsPanel(props: &ProblemsPanelProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let (words, severity) = (use_state(AttrValue::default), use_state(|| AttrValue::from("all")));
    let problems = &props.problems;
    let shown: Vec<&Problem> = problems
        .list
        .iter()
        .filter(|problem| match severity.as_str() {
            "errors" => problem.severity == Severity::Error,
            "warnings" => problem.severity == Severity::Warning,
            "hints" => problem.severity == Severity::Hint,
            _ => true,
        })
        .filter(|problem| problem.matches(&words))
        .collect();
    let rest = shown.len().saturating_sub(MOST);
    let set_words = {
        let words = words.clone();
        Callback::from(move |typed: AttrValue| words.set(typed))
    };
    let set_severity = {
        let severity = severity.clone();
        Callback::from(move |chosen: AttrValue| severity.set(chosen))
    };
    html! {
        <section class="problems" aria-label={t!(i18n, "problems")}>
            <header class="pane-head" key="head">
                <h2>{ t!(i18n, "problems") }</h2>
                <span class="pane-note">
                    { t!(i18n, "error-count", count = problems.errors) }{ ", " }
                    { t!(i18n, "warning-count", count = problems.warnings) }
                    if problems.hints > 0 { { ", " }{ t!(i18n, "hint-count", count = problems.hints) } }
                </span>
                <div class="problems-filter">
                    <TextField value={(*words).clone()} oncommit={set_words.clone()} oninput={set_words}
                        label={t!(i18n, "problems-filter")} placeholder={t!(i18n, "problems-filter")} />
                    <Select value={(*severity).clone()} choices={severities(&i18n)} onchange={set_severity}
                        label={t!(i18n, "problems-severity")} />
                </div>
                <IconButton glyph={Glyph::Close} label={t!(i18n, "close")}
                    onclick={dispatch.always(Msg::ToggleProblems)} />
            </header>
            <div class="problems-scroll" key="list">
                if problems.list.is_empty() {
                    <p class="problems-none" key="none"><Icon glyph={Glyph::Check} />{ t!(i18n, "problems-none") }</p>
                } else if shown.is_empty() {
                    <p class="problems-none" key="none">{ t!(i18n, "problems-no-match") }</p>
                } else {
                    <ul class="problem-list" key="list">
                        { for shown.iter().take(MOST).enumerate().map(|(at, problem)| {
                            let alike = problem.rule().map_or(0, |rule| problems.of_rule(rule));
                            html! {
                                <ProblemRow key={at} problem={(*problem).clone()} {alike} checks={props.checks.clone()}
                                    document={props.document.clone()} fleet={problems.takers.fleet().clone()} />
                            }
                        }) }
                    </ul>
                }
                if rest > 0 { <p class="problems-none" key="rest">{ t!(i18n, "problems-more", count = rest) }</p> }
                <ChecksOff key="checks" checks={props.checks.clone()} />
            </div>
        </section>
    }
}

fn severities(i18n: &I18n) -> Rc<[Choice]> {
    let choices = [
        ("all", t!(i18n, "problems-all")),
        ("errors", t!(i18n, "problems-errors")),
        ("warnings", t!(i18n, "problems-warnings")),
        ("hints", t!(i18n, "problems-hints")),
    ];
    choices.into_iter().map(|(value, label)| Choice { value: value.into(), label }).collect()
}

/// A problem as a button that leads to its line. The export dialog lists them in the same way.
pub(crate) fn view_problem(i18n: &I18n, at: usize, problem: &Problem, onclick: Callback<MouseEvent>) -> Html {
    html! { <li key={at}>{ view_button(i18n, problem, onclick) }</li> }
}

/// The button alone.
pub(super) fn view_button(i18n: &I18n, problem: &Problem, onclick: Callback<MouseEvent>) -> Html {
    let (kind, glyph, word) = match problem.severity {
        Severity::Error => ("error", Glyph::Error, t!(i18n, "error")),
        Severity::Warning => ("warning", Glyph::Warning, t!(i18n, "warning")),
        Severity::Hint => ("hint", Glyph::Info, t!(i18n, "hint")),
    };
    let place = format!("{}:{}", problem.position.line, problem.position.column);
    html! {
        <button type="button" class="problem" data-severity={kind} {onclick}>
            <Icon {glyph} /><span class="visually-hidden">{ word }</span>
            <span class="problem-place" aria-label={t!(i18n, "at-line", line = problem.position.line)}>{ place }</span>
            <span class="problem-message">
                { &problem.message }
                if let Some(help) = problem.help { <span class="problem-help">{ i18n.help(help) }</span> }
            </span>
            if let Some(job) = &problem.job { <span class="problem-job">{ job }</span> }
        </button>
    }
}
