//! A job's forms.

use std::rc::Rc;

use yew::prelude::*;

use super::artifacts::Artifacts;
use super::claims::Claims;
use super::environment::Environment;
use super::further_list::FurtherList;
use super::general::General;
use super::head::Head;
use super::image::ImageFields;
use super::job_links::JobLinks;
use super::needs::Needs;
use super::opaque_box::OpaqueBox;
use super::runners::{runners_summary, Runners};
use super::script_box::ScriptBox;
use super::section::Section;
use super::services::Services;
use super::variables::Variables;
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::view::inspector::{JobRunners, JobView, Known, ScriptView};

/// The job.
#[derive(Properties, PartialEq)]
pub(super) struct JobPanelProps {
    /// The job.
    pub view: Rc<JobView>,
    /// Names for completion.
    pub known: Rc<Known>,
    /// Who takes it, where runners are known.
    pub runners: Option<Rc<JobRunners>>,
    /// Whether edits are refused.
    pub stale: bool,
}

/// Items as a number, nothing for none.
pub(super) fn counted(count: usize) -> Option<AttrValue> {
    (count > 0).then(|| AttrValue::from(count.to_string()))
}

fn listed(words: impl IntoIterator<Item = AttrValue>) -> Option<AttrValue> {
    let words: Vec<AttrValue> = words.into_iter().collect();
    (!words.is_empty()).then(|| AttrValue::from(words.join(", ")))
}

fn commands(i18n: &I18n, script: &ScriptView) -> Option<AttrValue> {
    let count = script.slot.effective().map_or(0, |commands| commands.len());
    (count > 0).then(|| t!(i18n, "command-count", count = count))
}

/// A job's forms.
#[function_component]
pub(super) fn JobPanel(props: &JobPanelProps) -> Html {
    let i18n = use_i18n();
    let (view, known, disabled) = (&props.view, &props.known, props.stale);
    let general = &view.general;
    let name = AttrValue::from(general.name.clone());
    let kind = match (general.hidden, general.trigger) {
        (true, _) => t!(i18n, "kind-template"),
        (false, true) => t!(i18n, "kind-trigger"),
        (false, false) => t!(i18n, "kind-job"),
    };
    let head = html! { <Head key="head" {name} {kind} span={view.span} /> };
    if let Some(opaque) = &view.opaque {
        return html! {
            <>
                { head }
                <div key="opaque" class="section-body">
                    <OpaqueBox id="insp-job" label={t!(i18n, "kind-job")} opaque={opaque.clone()} />
                </div>
            </>
        };
    }
    let artifacts = &view.artifacts;
    let artifact_words = {
        let paths = artifacts.paths.effective().map_or(0, Vec::len);
        let paths = (paths > 0).then(|| t!(i18n, "path-count", count = paths));
        listed(paths.into_iter().chain(artifacts.reports.iter().map(|report| AttrValue::from(report.kind.clone()))))
    };
    let needs = view.needs.needs.effective();
    let candidates: Rc<[Rc<str>]> = known.needed_by(&general.name).into();
    let stage = general.stage.effective().map(|stage| AttrValue::from(stage.clone()));
    html! {
        <>
            { head }
            if general.hidden || !view.used_by.is_empty() {
                <JobLinks key="used-by" jobs={view.used_by.clone()} title={t!(i18n, "used-by", count = view.used_by.len())}
                    folded=true />
            }
            <Section key="general" id="general" title={t!(i18n, "section-general")} summary={stage} {disabled}>
                <General view={general.clone()} known={known.clone()} />
            </Section>
            if let Some(runners) = &props.runners {
                <Section key="runners" id="runners" title={t!(i18n, "section-runners")} summary={runners_summary(&i18n, runners)}
                    {disabled}>
                    <Runners view={runners.clone()} />
                </Section>
            }
            if !general.trigger {
                <Section key="script" id="script" title={t!(i18n, "section-script")} summary={commands(&i18n, &view.script)}
                    {disabled}>
                    <ScriptBox key="before" label="before_script" view={view.before_script.clone()} />
                    <ScriptBox key="script" label="script" view={view.script.clone()} />
                    <ScriptBox key="after" label="after_script" view={view.after_script.clone()} />
                </Section>
                <Section key="image" id="image" title={t!(i18n, "section-image")}
                    summary={view.image.name.effective().map(|name| AttrValue::from(name.clone()))} {disabled}>
                    <ImageFields key="image" view={view.image.clone()} />
                    <Services key="services" view={view.services.clone()} />
                </Section>
            }
            <Section key="needs" id="needs" title={t!(i18n, "section-needs")}
                summary={listed(needs.into_iter().flatten().map(|need| AttrValue::from(need.job.clone())))} {disabled}>
                <Needs view={view.needs.clone()} candidates={candidates} downloads={!general.trigger} />
            </Section>
            <Section key="variables" id="variables" title={t!(i18n, "section-variables")}
                summary={counted(view.variables.own.len() + view.variables.inherited.len())} {disabled}>
                <Variables view={view.variables.clone()} />
            </Section>
            if !general.hidden {
                <Section key="claims" id="claims" title={t!(i18n, "section-claims")} disabled=false>
                    <Claims job={general.name.clone()} />
                </Section>
            }
            if !general.trigger {
                <Section key="artifacts" id="artifacts" title={t!(i18n, "section-artifacts")} summary={artifact_words}
                    {disabled}>
                    <Artifacts view={artifacts.clone()} />
                </Section>
            }
            <Section key="environment" id="environment" title={t!(i18n, "section-environment")}
                summary={view.environment.name.effective().map(|name| AttrValue::from(name.clone()))} {disabled}>
                <Environment view={view.environment.clone()} jobs={Rc::from(known.others(&general.name))} />
            </Section>
            <Section key="further" id="further" title={t!(i18n, "section-further")}
                summary={listed(view.further.rows.iter().map(|row| AttrValue::from(row.key.clone())))} disabled=false>
                <FurtherList view={view.further.clone()} {disabled} />
            </Section>
        </>
    }
}
