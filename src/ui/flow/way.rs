//! The way of one file through the pipeline: its makers, its variables, and stage by stage who gets it and who does not.

use std::rc::Rc;

use yew::prelude::*;

use super::job_link::JobLink;
use crate::editor::Selection;
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::problems::ProblemNote;
use crate::view::flow::{Flow, Part, Role, Station, Thing};
use crate::view::problems::Problem;
use crate::view::Snapshot;

/// Jobs of a stage that use nothing of it and are shown at once.
const MOST: usize = 6;

/// Rules whose findings are about the flow.
const RULES: &[&str] = &["artifact-not-needed", "dotenv-not-needed", "unused-artifact"];

/// What is shown.
#[derive(Properties, PartialEq)]
pub(super) struct WayOfProps {
    /// The flow.
    pub flow: Rc<Flow>,
    /// The thing.
    pub thing: usize,
    /// The document.
    pub document: Snapshot,
    /// What is selected on the page.
    pub selection: Selection,
    /// What is wrong with the document.
    pub findings: Rc<Vec<Problem>>,
}

/// The way.
#[function_component]
pub(super) fn WayOf(props: &WayOfProps) -> Html {
    let i18n = use_i18n();
    let flow = &props.flow;
    let Some(thing) = flow.things.get(props.thing) else { return Html::default() };
    let about = |problem: &&Problem| {
        let is_flow = problem.rule().is_some_and(|rule| RULES.contains(&rule));
        let names = thing.variables.iter().map(|variable| variable.name.as_str());
        let is_this = names.chain([&*thing.path]).any(|name| problem.message.split(' ').any(|word| word == name));
        is_flow && is_this
    };
    let problems: Vec<&Problem> = props.findings.iter().filter(about).collect();
    let stations = flow.stations(props.thing);
    html! {
        <div class="flow-way">
            <h2 key="title" class="flow-title"><code>{ &*thing.path }</code></h2>
            <p key="kind" class="flow-note">{ kind(&i18n, thing) }</p>
            if !thing.variables.is_empty() {
                <table key="variables" class="flow-variables">
                    <caption class="visually-hidden">{ t!(i18n, "flow-variables") }</caption>
                    <thead><tr>
                        <th scope="col">{ t!(i18n, "variable-name") }</th>
                        <th scope="col">{ t!(i18n, "variable-value") }</th>
                        <th scope="col">{ t!(i18n, "flow-used-by") }</th>
                    </tr></thead>
                    <tbody>{ for thing.variables.iter().map(|variable| {
                        let users = thing.uses.values().filter(|names| names.iter().any(|name| **name == *variable.name));
                        html! {
                            <tr key={variable.name.clone()}>
                                <th scope="row"><code>{ &variable.name }</code></th>
                                <td><code>{ &variable.value }</code></td>
                                <td class="flow-number">{ users.count() }</td>
                            </tr>
                        }
                    }) }</tbody>
                </table>
            }
            if !problems.is_empty() {
                <ul key="problems" class="flow-problems" aria-label={t!(i18n, "problems")}>
                    { for problems.into_iter().enumerate().map(|(at, problem)| html! {
                        <ProblemNote key={at} problem={problem.clone()} document={props.document.clone()} />
                    }) }
                </ul>
            }
            <ol key="stages" class="flow-stages">
                { for stations.iter().map(|station| view_station(&i18n, flow, station, &props.selection)) }
            </ol>
        </div>
    }
}

/// What it is to later jobs.
fn kind(i18n: &I18n, thing: &Thing) -> AttrValue {
    match (thing.file, thing.dotenv) {
        (true, true) => t!(i18n, "flow-file-and-dotenv"),
        (false, _) => t!(i18n, "flow-dotenv-only"),
        (true, false) => t!(i18n, "flow-file-only"),
    }
}

fn view_station(i18n: &I18n, flow: &Flow, station: &Station, selection: &Selection) -> Html {
    let link = |role: &Role| {
        let name = flow.jobs[role.job].name.clone();
        let selected = matches!(selection, Selection::Job(job) if **job == *name);
        html! { <li key={name.to_string()}><JobLink {name} part={role.part} uses={role.uses.clone()} {selected} /></li> }
    };
    let matter = |role: &&Role| role.part == Part::Makes || !role.uses.is_empty();
    let (first, rest): (Vec<&Role>, Vec<&Role>) = station.roles.iter().partition(matter);
    let name = &flow.stages[station.stage];
    html! {
        <li class="flow-stage" key={name.to_string()} data-empty={station.roles.is_empty().then_some("true")}>
            <h3 class="flow-stage-name">
                { if name.is_empty() { t!(i18n, "flow-no-stage") } else { AttrValue::from(name.clone()) } }
            </h3>
            <ul class="flow-jobs">
                { for first.into_iter().map(link) }
                if rest.len() <= MOST { { for rest.iter().map(|role| link(role)) } }
            </ul>
            if rest.len() > MOST {
                <details class="flow-more">
                    <summary>{ t!(i18n, "flow-more-jobs", count = rest.len()) }</summary>
                    <ul class="flow-jobs">{ for rest.iter().map(|role| link(role)) }</ul>
                </details>
            }
            if station.others > 0 {
                <p class="flow-others">{ t!(i18n, "flow-others", count = station.others) }</p>
            }
        </li>
    }
}
