//! Where a job deploys to.

use std::rc::Rc;

use yew::prelude::*;

use super::opaque_box::OpaqueBox;
use super::select_row::SelectRow;
use super::text_row::TextRow;
use crate::ui::i18n::{t, use_i18n};
use crate::view::inspector::EnvironmentView;

/// The environment.
#[derive(Properties, PartialEq)]
pub(super) struct EnvironmentProps {
    /// The environment.
    pub view: Rc<EnvironmentView>,
    /// Jobs that may stop it.
    pub jobs: Rc<[Rc<str>]>,
}

/// Where a job deploys to.
#[function_component]
pub(super) fn Environment(props: &EnvironmentProps) -> Html {
    let i18n = use_i18n();
    let view = &props.view;
    if let Some(opaque) = &view.opaque {
        return html! { <OpaqueBox id="insp-environment" label={t!(i18n, "section-environment")} opaque={opaque.clone()} /> };
    }
    let actions: Rc<[Rc<str>]> = ["start", "prepare", "stop", "verify", "access"].map(Rc::from).into();
    let tiers: Rc<[Rc<str>]> = ["production", "staging", "testing", "development", "other"].map(Rc::from).into();
    html! {
        <>
            <TextRow key="name" label={t!(i18n, "field-name")} slot={view.name.clone()} example="review/$CI_COMMIT_REF_SLUG" code=true />
            <TextRow key="url" label={t!(i18n, "field-url")} slot={view.url.clone()} example="https://$CI_ENVIRONMENT_SLUG.example.com" code=true />
            <SelectRow key="action" label={t!(i18n, "field-action")} slot={view.action.clone()} choices={actions} granted="start" />
            <TextRow key="on_stop" label={t!(i18n, "field-on-stop")} slot={view.on_stop.clone()} suggestions={props.jobs.clone()} code=true />
            <TextRow key="auto_stop" label={t!(i18n, "field-auto-stop-in")} slot={view.auto_stop_in.clone()} example="1 week" />
            <SelectRow key="tier" label={t!(i18n, "field-tier")} slot={view.deployment_tier.clone()} choices={tiers} />
        </>
    }
}
