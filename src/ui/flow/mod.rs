//! The perspective of flow: what jobs hand on to each other, seen by file and by job, and the variables that GitLab sets.

mod by_job;
mod job_link;
mod predefined;
mod things;
mod way;
mod words;

use std::rc::Rc;

use yew::prelude::*;

use self::by_job::ByJob;
use self::predefined::PredefinedList;
use self::things::Things;
use crate::editor::Selection;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Tab, Tabs};
use crate::view::flow::Flow;
use crate::view::problems::Problem;
use crate::view::Snapshot;

/// What is shown.
#[derive(Properties, PartialEq)]
pub(crate) struct FlowViewProps {
    /// The document.
    pub document: Snapshot,
    /// What is selected.
    pub selection: Selection,
    /// What is wrong with the document.
    pub findings: Rc<Vec<Problem>>,
}

/// The perspective.
#[function_component]
pub(crate) fn FlowView(props: &FlowViewProps) -> Html {
    let i18n = use_i18n();
    let flow = use_memo(props.document.clone(), |document| Flow::of(document));
    let (chosen, path) = (use_state(|| AttrValue::from("things")), use_state(AttrValue::default));
    let onselect = {
        let chosen = chosen.clone();
        Callback::from(move |tab: AttrValue| chosen.set(tab))
    };
    let onfollow = {
        let (chosen, path) = (chosen.clone(), path.clone());
        Callback::from(move |followed: AttrValue| {
            path.set(followed);
            chosen.set("things".into());
        })
    };
    let tab = |id: &'static str, label: AttrValue| Tab { id: id.into(), label, badge: None };
    let tabs: Rc<[Tab]> = Rc::from([
        tab("things", t!(i18n, "flow-things")),
        tab("jobs", t!(i18n, "flow-by-job")),
        tab("predefined", t!(i18n, "flow-predefined")),
    ]);
    let (document, selection, findings) = (props.document.clone(), props.selection.clone(), props.findings.clone());
    let panel = match chosen.as_str() {
        "jobs" => html! { <ByJob key="jobs" {flow} {selection} {onfollow} /> },
        "predefined" => html! { <PredefinedList key="predefined" /> },
        _ => html! {
            <Things key="things" {flow} {document} {selection} {findings} path={(*path).clone()} {onfollow} />
        },
    };
    html! {
        <section class="flow" aria-label={t!(i18n, "flow")}>
            <Tabs label={t!(i18n, "flow-views")} id="flow" {tabs} selected={(*chosen).clone()} {onselect}>{ panel }</Tabs>
        </section>
    }
}
