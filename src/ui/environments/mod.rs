//! The perspective of environments: where jobs deploy to, and who stops what they deployed.

mod card;

use std::rc::Rc;

use yew::prelude::*;

use self::card::EnvironmentCard;
use crate::editor::Selection;
use crate::ui::i18n::{t, use_i18n};
use crate::view::environments::environments;
use crate::view::problems::Problem;
use crate::view::Snapshot;

/// What is shown.
#[derive(Properties, PartialEq)]
pub(crate) struct EnvironmentsViewProps {
    /// The document.
    pub document: Snapshot,
    /// What is selected.
    pub selection: Selection,
    /// What is wrong with the document.
    pub findings: Rc<Vec<Problem>>,
}

/// The perspective.
#[function_component]
pub(crate) fn EnvironmentsView(props: &EnvironmentsViewProps) -> Html {
    let i18n = use_i18n();
    let folders = use_memo(props.document.clone(), |document| environments(document));
    if folders.is_empty() {
        return html! {
            <section class="environments" aria-label={t!(i18n, "environments")}>
                <p class="flow-none">{ t!(i18n, "environments-none") }</p>
            </section>
        };
    }
    html! {
        <section class="environments" aria-label={t!(i18n, "environments")}>
            { for folders.iter().map(|folder| html! {
                <section class="environment-folder" key={folder.name.to_string()}>
                    if folder.name.is_empty() {
                        <h2 class="visually-hidden">{ t!(i18n, "environments") }</h2>
                    } else {
                        <h2 class="environment-folder-name"><code>{ format!("{}/*", folder.name) }</code></h2>
                    }
                    <ul class="environment-list">
                        { for folder.environments.iter().map(|environment| html! {
                            <EnvironmentCard key={environment.name.to_string()} environment={Rc::new(environment.clone())}
                                selection={props.selection.clone()} findings={props.findings.clone()}
                                document={props.document.clone()} />
                        }) }
                    </ul>
                </section>
            }) }
        </section>
    }
}
