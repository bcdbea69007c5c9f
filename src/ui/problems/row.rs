//! One problem of the list: where it is, what mends it, and why it is one.

use std::rc::Rc;

use yew::prelude::*;

use super::explanation::view_explanation;
use super::level::LevelChoice;
use super::panel::view_button;
use crate::lint::{Settings, Severity, RULES};
use crate::runner::Fleet;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::export::Diff;
use crate::ui::i18n::{mend_text, t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Glyph};
use crate::view::mend::Mend;
use crate::view::problems::Problem;
use crate::view::Snapshot;

/// What the row shows.
#[derive(Properties, PartialEq)]
pub(super) struct ProblemRowProps {
    /// The problem.
    pub problem: Problem,
    /// How many problems of its kind there are.
    pub alike: usize,
    /// The text that has it.
    pub document: Snapshot,
    /// How much each warning matters.
    pub checks: Settings,
    /// The runners that there are.
    pub fleet: Rc<Fleet>,
}

/// The row. What it takes some work to tell is told once it is opened.
#[function_component]
pub(super) fn ProblemRow(props: &ProblemRowProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let open = use_state(|| false);
    let problem = &props.problem;
    let mend =
        use_memo((props.document.clone(), problem.clone(), props.fleet.clone()), |(document, problem, fleet)| {
            Mend::of(document, problem, fleet)
        });
    let rule = problem.rule().and_then(|code| RULES.iter().find(|rule| rule.code == code));
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let chosen = rule.filter(|rule| rule.severity != Severity::Error);
    html! {
        <li class="problem-row">
            <div class="problem-line">
                { view_button(&i18n, problem, dispatch.always(Msg::GoTo(problem.span))) }
                if let Some(mend) = &*mend {
                    <Button onclick={dispatch.always(Msg::Run(mend.command()))}>{ mend_text(&i18n, &mend.label) }</Button>
                }
                if rule.is_some() {
                    <Button kind={ButtonKind::Quiet} pressed={*open} onclick={toggle}
                        glyph={if *open { Glyph::ChevronDown } else { Glyph::ChevronRight }}
                        label={t!(i18n, "problem-why-of", message = problem.message.as_str())}>
                        { t!(i18n, "problem-why") }
                    </Button>
                }
            </div>
            if let Some(rule) = rule.filter(|_| *open) {
                <div class="problem-more">
                    if let Some(mend) = &*mend {
                        <h3>{ t!(i18n, "problem-preview") }</h3>
                        <Diff hunks={mend.preview(&props.document)} />
                        if props.alike > 1 {
                            <Button onclick={dispatch.always(Msg::Run(mend.all()))}>
                                { t!(i18n, "problem-fix-all", count = props.alike) }
                            </Button>
                        }
                    }
                    { view_explanation(&i18n, rule) }
                    if let Some(rule) = chosen {
                        <LevelChoice {rule} level={props.checks.level(rule)} />
                    }
                </div>
            }
        </li>
    }
}
