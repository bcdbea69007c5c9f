//! What a card says about its job besides the name.

use yew::prelude::*;

use super::card_runners::{environment_of_tags, view_card_runners};
use crate::ui::i18n::{t, I18n};
use crate::ui::widget::{Glyph, Icon};
use crate::view::board::{AllowsFailure, Card, When};

/// Tags shown; the rest is counted.
const TAGS: usize = 3;

/// Image, tags and marks.
pub(super) fn view_marks(card: &Card, i18n: &I18n) -> Html {
    let mut marks: Vec<(Glyph, AttrValue, &'static str)> = Vec::new();
    if card.shadowed {
        marks.push((Glyph::Warning, t!(i18n, "mark-shadowed"), "warning"));
    }
    if card.trigger {
        marks.push((Glyph::Branch, t!(i18n, "mark-trigger"), "plain"));
    }
    match card.when {
        Some(When::Manual) => marks.push((Glyph::Hand, t!(i18n, "mark-manual"), "plain")),
        Some(When::Delayed) => marks.push((Glyph::Play, t!(i18n, "mark-delayed"), "plain")),
        Some(When::Always) => marks.push((Glyph::Play, t!(i18n, "mark-always"), "plain")),
        Some(When::OnFailure) => marks.push((Glyph::Play, t!(i18n, "mark-on-failure"), "plain")),
        Some(When::Never) => marks.push((Glyph::Minus, t!(i18n, "mark-never"), "plain")),
        None => {}
    }
    match card.allow_failure {
        Some(AllowsFailure::Always) => marks.push((Glyph::Warning, t!(i18n, "mark-may-fail"), "plain")),
        Some(AllowsFailure::ExitCodes) => marks.push((Glyph::Warning, t!(i18n, "mark-may-fail-codes"), "plain")),
        None => {}
    }
    if let Some(environment) = &card.environment {
        marks.push((Glyph::Rocket, AttrValue::from(environment.clone()), "code"));
    }
    if card.artifacts {
        marks.push((Glyph::Archive, t!(i18n, "mark-artifacts"), "plain"));
    }
    if let Some(count) = card.needs {
        marks.push((Glyph::Link, t!(i18n, "mark-needs", count = count), "plain"));
    }
    if card.hidden && card.extended_by > 0 {
        marks.push((Glyph::Link, t!(i18n, "mark-used", count = card.extended_by), "plain"));
    }
    let more = card.tags.value.len().saturating_sub(TAGS);
    let runners = card.runners.as_deref();
    let environment = environment_of_tags(runners);
    let tags_label = match environment {
        Some(environment) => t!(i18n, "tags-for", environment = environment),
        None => t!(i18n, "tags"),
    };
    html! {
        <>
            if let Some(image) = &card.image {
                <p key="image" class="card-line" data-inherited={image.inherited.then_some("true")} title={image.value.clone()}>
                    <Icon glyph={Glyph::Image} /><code>{ &image.value }</code>
                </p>
            }
            if !card.extends.is_empty() {
                <p key="extends" class="card-line" title={card.extends.join(", ")}>
                    <Icon glyph={Glyph::Copy} /><span>{ t!(i18n, "mark-extends", names = card.extends.join(", ")) }</span>
                </p>
            }
            if !card.tags.value.is_empty() {
                <ul key="tags" class="card-tags" aria-label={tags_label.clone()} title={environment.map(|_| tags_label)}
                    data-hue={runners.and_then(|runners| runners.hue).map(|hue| hue.to_string())}
                    data-inherited={card.tags.inherited.then_some("true")}>
                    { for card.tags.value.iter().take(TAGS).enumerate().map(|(at, tag)| html! { <li key={at}>{ tag }</li> }) }
                    if more > 0 { <li key="more">{ format!("+{more}") }</li> }
                </ul>
            }
            if let Some(runners) = runners { { view_card_runners(runners, i18n) } }
            if !marks.is_empty() {
                <ul key="marks" class="card-marks">
                    { for marks.into_iter().enumerate().map(|(at, (glyph, text, kind))| html! {
                        <li key={at} data-kind={kind}><Icon {glyph} /><span>{ text }</span></li>
                    }) }
                </ul>
            }
        </>
    }
}
