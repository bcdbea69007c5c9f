//! The list at the bottom: every problem with its place, in GitLab's words; each leads to its line.

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::widget::{Glyph, Icon, IconButton};
use crate::view::problems::{Problem, Problems, Severity};

/// Rows shown at once; more would only slow the page.
const MOST: usize = 200;

/// What the list shows.
#[derive(Properties, PartialEq)]
pub(crate) struct ProblemsPanelProps {
    /// The problems.
    pub problems: Problems,
}

/// The list.
#[function_component]
pub(crate) fn ProblemsPanel(props: &ProblemsPanelProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let problems = &props.problems;
    let rest = problems.list.len().saturating_sub(MOST);
    html! {
        <section class="problems" aria-label={t!(i18n, "problems")}>
            <header class="pane-head" key="head">
                <h2>{ t!(i18n, "problems") }</h2>
                <span class="pane-note">
                    { t!(i18n, "error-count", count = problems.errors) }{ ", " }
                    { t!(i18n, "warning-count", count = problems.warnings) }
                </span>
                <IconButton glyph={Glyph::Close} label={t!(i18n, "close")}
                    onclick={dispatch.always(Msg::ToggleProblems)} />
            </header>
            if problems.list.is_empty() {
                <p class="problems-none" key="none"><Icon glyph={Glyph::Check} />{ t!(i18n, "problems-none") }</p>
            } else {
                <ul class="problem-list" key="list">
                    { for problems.list.iter().take(MOST).enumerate().map(|(at, problem)| {
                        view_problem(&i18n, at, problem, dispatch.always(Msg::GoTo(problem.span)))
                    }) }
                </ul>
            }
            if rest > 0 { <p class="problems-none" key="rest">{ t!(i18n, "problems-more", count = rest) }</p> }
        </section>
    }
}

/// A problem as a button that leads to its line. The export dialog lists them in the same way.
pub(crate) fn view_problem(i18n: &I18n, at: usize, problem: &Problem, onclick: Callback<MouseEvent>) -> Html {
    let (kind, glyph, word) = match problem.severity {
        Severity::Error => ("error", Glyph::Error, t!(i18n, "error")),
        Severity::Warning => ("warning", Glyph::Warning, t!(i18n, "warning")),
    };
    let place = format!("{}:{}", problem.position.line, problem.position.column);
    html! {
        <li key={at}>
            <button type="button" class="problem" data-severity={kind} {onclick}>
                <Icon {glyph} /><span class="visually-hidden">{ word }</span>
                <span class="problem-place" aria-label={t!(i18n, "at-line", line = problem.position.line)}>{ place }</span>
                <span class="problem-message">
                    { &problem.message }
                    if let Some(help) = &problem.help { <span class="problem-help">{ help }</span> }
                </span>
                if let Some(job) = &problem.job { <span class="problem-job">{ job }</span> }
            </button>
        </li>
    }
}
