//! The image that a job runs in.

use std::rc::Rc;

use yew::prelude::*;

use super::chips_row::ChipsRow;
use super::list_row::ListRow;
use super::opaque_box::OpaqueBox;
use super::text_row::TextRow;
use crate::ui::i18n::{t, use_i18n};
use crate::view::inspector::edit::One;
use crate::view::inspector::ImageView;

/// The image.
#[derive(Properties, PartialEq)]
pub(super) struct ImageFieldsProps {
    /// The image.
    pub view: Rc<ImageView>,
}

/// The image that a job runs in.
#[function_component]
pub(super) fn ImageFields(props: &ImageFieldsProps) -> Html {
    let i18n = use_i18n();
    let view = &props.view;
    if let Some(opaque) = &view.opaque {
        return html! { <OpaqueBox id="insp-image" label={t!(i18n, "field-image")} opaque={opaque.clone()} /> };
    }
    let policies: Rc<[Rc<str>]> = ["always", "if-not-present", "never"].map(Rc::from).into();
    html! {
        <>
            <TextRow key="name" label={t!(i18n, "field-image")} slot={view.name.clone()} example="alpine:3.22" code=true />
            <ChipsRow key="policy" label={t!(i18n, "field-pull-policy")} slot={view.pull_policy.clone()} one={One::Word}
                completions={policies} placeholder={t!(i18n, "add-policy")} />
            <ListRow key="entrypoint" label={t!(i18n, "field-entrypoint")} slot={view.entrypoint.clone()}
                placeholder={t!(i18n, "add-argument")} />
        </>
    }
}
