//! Where each variable of a job comes from, and which place wins.

use std::rc::Rc;

use yew::prelude::*;

use super::form::use_form;
use crate::graph::{Claim, ClaimSource, Standing};
use crate::resolve::chain::Source;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::widget::{Glyph, IconButton};
use crate::view::claims::claims_of;

/// The job.
#[derive(Properties, PartialEq)]
pub(super) struct ClaimsProps {
    /// Its name.
    pub job: Rc<str>,
}

/// The variables by name, the places that give each below it. Read anew each time that it is shown, as it is while its
/// section is open only.
#[function_component]
pub(super) fn Claims(props: &ClaimsProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let found = form.with_document(|document| Some(claims_of(document, &props.job))).unwrap_or_default();
    let show = |name: &str, claim: &Claim| {
        let Some(span) = claim.span else { return Html::default() };
        let form = form.clone();
        let place = place_text(&i18n, &claim.source);
        let label = t!(i18n, "claim-show", name = name, place = place.as_str());
        html! {
            <IconButton glyph={Glyph::Code} {label} onclick={Callback::from(move |_: MouseEvent| form.send(Msg::GoTo(span)))} />
        }
    };
    let item = |name: &str, (at, claim): (usize, &Claim)| {
        let standing = match claim.standing {
            Standing::Wins => "wins",
            Standing::Sometimes => "sometimes",
            Standing::Loses => "loses",
        };
        let value = if claim.standing == Standing::Loses {
            html! { <s class="claim-value"><code>{ &*claim.value }</code></s> }
        } else {
            html! { <code class="claim-value">{ &*claim.value }</code> }
        };
        html! {
            <li key={at} class="claim" data-standing={standing}>
                <span class="claim-place">
                    { place_text(&i18n, &claim.source) }
                    if claim.standing == Standing::Sometimes {
                        <span class="claim-note">{ t!(i18n, "claim-sometimes") }</span>
                    }
                    if claim.standing == Standing::Loses {
                        <span class="visually-hidden">{ t!(i18n, "claim-loses") }</span>
                    }
                </span>
                { value }
                { show(name, claim) }
            </li>
        }
    };
    html! {
        <div class="claims">
            <p key="about" class="claims-about">{ t!(i18n, "claims-about") }</p>
            if found.is_empty() { <p key="none" class="claims-about">{ t!(i18n, "claims-none") }</p> }
            <ul key="list" class="claim-names">
                { for found.iter().map(|(name, claims)| html! {
                    <li key={name.to_string()} class="claim-name" data-variable={name.to_string()}>
                        <h4><code>{ &**name }</code></h4>
                        <ol class="claim-list">{ for claims.iter().enumerate().map(|claim| item(name, claim)) }</ol>
                    </li>
                }) }
            </ul>
        </div>
    }
}

fn place_text(i18n: &I18n, source: &ClaimSource) -> AttrValue {
    match source {
        ClaimSource::Dotenv(job) => t!(i18n, "claim-dotenv", job = &**job),
        ClaimSource::Rule(number) => t!(i18n, "claim-rule", number = *number),
        ClaimSource::Matrix => t!(i18n, "claim-matrix"),
        ClaimSource::Job(Source::Own | Source::Default) => t!(i18n, "claim-job"),
        ClaimSource::Job(Source::Merge(anchor)) => t!(i18n, "claim-base", name = format!("&{anchor}")),
        ClaimSource::Job(Source::Extends(base)) => t!(i18n, "claim-base", name = base.as_str()),
        ClaimSource::Workflow(number) => t!(i18n, "claim-workflow", number = *number),
        ClaimSource::File => t!(i18n, "claim-file"),
        ClaimSource::Predefined => t!(i18n, "claim-predefined"),
    }
}
