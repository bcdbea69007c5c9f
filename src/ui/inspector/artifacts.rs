//! What a job hands on.

use std::rc::Rc;

use yew::prelude::*;

use super::flag_row::FlagRow;
use super::list_row::ListRow;
use super::opaque_box::OpaqueBox;
use super::reports::Reports;
use super::select_row::SelectRow;
use super::text_row::TextRow;
use crate::ui::i18n::{t, use_i18n};
use crate::view::inspector::{ArtifactsView, Owner};

/// The artifacts.
#[derive(Properties, PartialEq)]
pub(super) struct ArtifactsProps {
    /// The artifacts.
    pub view: Rc<ArtifactsView>,
}

fn words<const N: usize>(words: [&str; N]) -> Rc<[Rc<str>]> {
    words.map(Rc::from).into()
}

/// What a job hands on.
#[function_component]
pub(super) fn Artifacts(props: &ArtifactsProps) -> Html {
    let i18n = use_i18n();
    let view = &props.view;
    if let Some(opaque) = &view.opaque {
        return html! { <OpaqueBox id="insp-artifacts" label={t!(i18n, "section-artifacts")} opaque={opaque.clone()} /> };
    }
    let owner: Owner = view.paths.owner.clone();
    html! {
        <>
            <ListRow key="paths" label={t!(i18n, "field-paths")} slot={view.paths.clone()} placeholder={t!(i18n, "add-path")} />
            <ListRow key="exclude" label={t!(i18n, "field-exclude")} slot={view.exclude.clone()}
                placeholder={t!(i18n, "add-path")} />
            <Reports key="reports" view={view.clone()} {owner} />
            <TextRow key="expire" label={t!(i18n, "field-expire-in")} slot={view.expire_in.clone()} example="1 week"
                suggestions={words(["1 hour", "1 day", "1 week", "30 days", "1 year", "never"])} />
            <SelectRow key="when" label={t!(i18n, "field-artifacts-when")} slot={view.when.clone()}
                choices={words(["on_success", "on_failure", "always"])} granted="on_success" />
            <TextRow key="name" label={t!(i18n, "field-artifacts-name")} slot={view.name.clone()} example="$CI_JOB_NAME" code=true />
            <TextRow key="expose" label={t!(i18n, "field-expose-as")} slot={view.expose_as.clone()} example="build" />
            <SelectRow key="access" label={t!(i18n, "field-access")} slot={view.access.clone()}
                choices={words(["all", "developer", "maintainer", "none"])} granted="all" />
            <FlagRow key="untracked" label={t!(i18n, "field-untracked")} slot={view.untracked.clone()} />
        </>
    }
}
