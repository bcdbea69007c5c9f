//! Which runners take a card's job.

use yew::prelude::*;

use crate::ui::i18n::{t, I18n};
use crate::ui::runner_name::{runners_words, view_spot};
use crate::ui::widget::{Glyph, Icon};
use crate::view::board::{CardRunners, RunnerName};

/// A line with the runner's name, or how many there are, or that there is none; all of them in words for those who point
/// at it or hear it.
pub(super) fn view_card_runners(runners: &CardRunners, i18n: &I18n) -> Html {
    let words = runners_words(i18n, &runners.takers);
    let (short, title) = match &runners.takers[..] {
        [] => (t!(i18n, "card-no-runner"), t!(i18n, "card-no-runner-title")),
        [one] => (AttrValue::from(one.name.clone()), t!(i18n, "card-runs-on", runners = words)),
        many => (t!(i18n, "card-runners", count = many.len()), t!(i18n, "card-runs-on", runners = words)),
    };
    let some = runners.untaken && !runners.takers.is_empty();
    let title = match some {
        true => AttrValue::from(format!("{title}. {}", t!(i18n, "card-some-untaken"))),
        false => title,
    };
    html! {
        <p key="runners" class="card-line card-runners" data-untaken={runners.untaken.then_some("true")} title={title.clone()}>
            <Icon glyph={if runners.untaken { Glyph::Warning } else { Glyph::Server }} />
            <span class="spots">{ for one_of_each_colour(&runners.takers).into_iter().map(view_spot) }</span>
            <span class="visually-hidden">{ title }</span>
            <span aria-hidden="true">{ short }{ if some { " …" } else { "" } }</span>
        </p>
    }
}

fn one_of_each_colour(runners: &[RunnerName]) -> Vec<&RunnerName> {
    let mut shown: Vec<&RunnerName> = Vec::new();
    for runner in runners.iter().filter(|runner| runner.hue.is_some()) {
        if shown.iter().all(|other| other.hue != runner.hue) {
            shown.push(runner);
        }
    }
    shown
}

/// What the colour of a card's tags stands for: the environment of all its runners.
pub(super) fn environment_of_tags(runners: Option<&CardRunners>) -> Option<&str> {
    let runners = runners.filter(|runners| runners.hue.is_some())?;
    runners.takers.first()?.environment.as_deref()
}
