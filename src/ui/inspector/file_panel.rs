//! The file itself: its variables, what holds for all jobs, and the rest as it stands.

use std::rc::Rc;

use yew::prelude::*;

use super::artifacts::Artifacts;
use super::chips_row::ChipsRow;
use super::further_list::FurtherList;
use super::head::Head;
use super::image::ImageFields;
use super::job_panel::counted;
use super::refactor_file::RefactorFile;
use super::script_box::ScriptBox;
use super::section::Section;
use super::services::Services;
use super::variables::Variables;
use crate::ui::i18n::{t, use_i18n};
use crate::view::inspector::{FileView, Known};

/// The file.
#[derive(Properties, PartialEq)]
pub(super) struct FilePanelProps {
    /// The file.
    pub view: Rc<FileView>,
    /// Names for completion.
    pub known: Rc<Known>,
    /// Whether edits are refused.
    pub stale: bool,
}

/// The file itself.
#[function_component]
pub(super) fn FilePanel(props: &FilePanelProps) -> Html {
    let i18n = use_i18n();
    let (view, disabled) = (&props.view, props.stale);
    let keys = |rows: &[crate::view::inspector::FurtherRow]| {
        let keys: Vec<&str> = rows.iter().map(|row| &*row.key).collect();
        AttrValue::from(keys.join(", "))
    };
    html! {
        <>
            <Head key="head" name={t!(i18n, "kind-file")} kind={t!(i18n, "job-count", count = view.counts.0)} />
            <Section key="variables" id="variables" title={t!(i18n, "section-global-variables")}
                summary={counted(view.variables.own.len())} {disabled}>
                <Variables view={view.variables.clone()} />
            </Section>
            <Section key="default" id="default" title={t!(i18n, "section-default")}
                summary={view.image.name.effective().map(|name| AttrValue::from(name.clone()))} {disabled}>
                <p key="hint" class="row-hint">{ t!(i18n, "default-hint") }</p>
                <ImageFields key="image" view={view.image.clone()} />
                <Services key="services" view={view.services.clone()} />
                <ChipsRow key="tags" label={t!(i18n, "field-tags")} slot={view.tags.clone()}
                    completions={props.known.tags.clone()} placeholder={t!(i18n, "add-tag")} />
                <ScriptBox key="before" label="before_script" view={view.before_script.clone()} />
                <ScriptBox key="after" label="after_script" view={view.after_script.clone()} />
                <FurtherList key="further" view={view.further_defaults.clone()} {disabled} />
            </Section>
            <Section key="artifacts" id="artifacts" title={t!(i18n, "section-default-artifacts")} {disabled}>
                <Artifacts view={view.artifacts.clone()} />
            </Section>
            <Section key="refactor" id="refactor" title={t!(i18n, "section-refactor")} {disabled}>
                <RefactorFile anchors={view.anchors.clone()} more={view.more_anchors} />
            </Section>
            <Section key="further" id="further" title={t!(i18n, "section-file-further")}
                summary={keys(&view.further.rows)} disabled=false>
                <FurtherList view={view.further.clone()} {disabled} />
            </Section>
        </>
    }
}
