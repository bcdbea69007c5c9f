//! The variables that GitLab sets: what each is, when it is there, and what it holds in a kind of pipeline.

use std::rc::Rc;

use yew::prelude::*;

use crate::keywords::{Predefined, PREDEFINED, PREDEFINED_DOCUMENTATION};
use crate::simulate::{Example, Scenario};
use crate::ui::browser::download;
use crate::ui::dispatch::{use_dispatch, Dispatch, Msg};
use crate::ui::i18n::{only_text, phase_text, t, use_i18n, I18n};
use crate::ui::widget::{Choice, Glyph, IconButton, Select, TextField};

/// The list.
#[function_component]
pub(super) fn PredefinedList() -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let (words, scenario) = (use_state(AttrValue::default), use_state(|| Scenario::Branch));
    let set_words = {
        let words = words.clone();
        Callback::from(move |typed: AttrValue| words.set(typed))
    };
    let set_scenario = {
        let scenario = scenario.clone();
        Callback::from(move |name: AttrValue| scenario.set(Scenario::named(&name).unwrap_or(Scenario::Branch)))
    };
    let wanted = words.to_lowercase();
    let holds = |variable: &&Predefined| {
        let text = format!("{} {}", variable.name, i18n.help(variable.help)).to_lowercase();
        wanted.split_whitespace().all(|word| text.contains(word.trim_start_matches('$')))
    };
    let found: Vec<&Predefined> = PREDEFINED.iter().filter(holds).collect();
    let choices: Rc<[Choice]> =
        Scenario::ALL.into_iter().map(|one| Choice::new(one.name(), &scenario_text(&i18n, one))).collect();
    html! {
        <div class="predefined">
            <div key="tools" class="predefined-tools">
                <TextField value={(*words).clone()} oncommit={set_words.clone()} oninput={set_words}
                    label={t!(i18n, "predefined-filter")} placeholder={t!(i18n, "predefined-filter")} />
                <Select value={scenario.name()} {choices} onchange={set_scenario} label={t!(i18n, "predefined-scenario")} />
                <span class="flow-note" role="status">{ t!(i18n, "predefined-count", count = found.len()) }</span>
                <a class="predefined-link" href={PREDEFINED_DOCUMENTATION} target="_blank" rel="noopener noreferrer">
                    { t!(i18n, "help-documentation") }
                </a>
            </div>
            <ul key="list" class="predefined-list" aria-label={t!(i18n, "flow-predefined")}>
                { for found.into_iter().map(|variable| view_variable(&i18n, &dispatch, *scenario, variable)) }
            </ul>
        </div>
    }
}

fn view_variable(i18n: &I18n, dispatch: &Dispatch, scenario: Scenario, variable: &'static Predefined) -> Html {
    let example = scenario.example(variable);
    let onclick = {
        let (dispatch, i18n) = (dispatch.clone(), i18n.clone());
        Callback::from(move |_: MouseEvent| {
            let (dispatch, i18n) = (dispatch.clone(), i18n.clone());
            let text = format!("${}", variable.name);
            download::copy(&text.clone(), move |done| {
                let said = t!(i18n, "variable-copied", name = text.as_str());
                dispatch.send(if done { Msg::Say(said) } else { Msg::Complain(t!(i18n, "variable-not-copied")) });
            });
        })
    };
    html! {
        <li class="predefined-variable" key={variable.name} data-absent={(example == Example::Absent).then_some("true")}>
            <div class="predefined-head">
                <code class="predefined-name">{ variable.name }</code>
                <IconButton glyph={Glyph::Copy} label={t!(i18n, "copy-variable", name = variable.name)} {onclick} />
            </div>
            <p class="predefined-help">{ i18n.help(variable.help) }</p>
            <p class="predefined-facts">
                <span>{ phase_text(i18n, variable.phase) }</span>
                if let Some(only) = variable.only() { <span>{ only_text(i18n, only) }</span> }
                if let Some(version) = variable.since() { <span>{ t!(i18n, "predefined-since", version = version) }</span> }
            </p>
            { match example {
                Example::Value(value) => html! { <code class="predefined-value">{ value }</code> },
                Example::There => Html::default(),
                Example::Absent => html! { <span class="predefined-absent">{ t!(i18n, "predefined-absent") }</span> },
            } }
        </li>
    }
}

fn scenario_text(i18n: &I18n, scenario: Scenario) -> AttrValue {
    let name = scenario.reference();
    match scenario {
        Scenario::DefaultBranch => t!(i18n, "scenario-default-branch", name = name),
        Scenario::Branch => t!(i18n, "scenario-branch", name = name),
        Scenario::MergeRequest => t!(i18n, "scenario-merge-request", name = name),
        Scenario::Tag => t!(i18n, "scenario-tag", name = name),
        Scenario::Schedule => t!(i18n, "scenario-schedule", name = name),
    }
}
