//! The dock of runners below the lanes: a job dropped on one gets its tags, a click shows whose jobs it takes.

use yew::prelude::*;

use crate::ui::i18n::{t, I18n};
use crate::ui::runner_name::{runner_words, view_spot};
use crate::view::board::{Berth, Dock};

/// The dock; the board hears what is done to it, by its `data-` attributes. `lit` is the runner whose jobs stand out.
pub(super) fn view_dock(dock: &Dock, lit: Option<usize>, i18n: &I18n) -> Html {
    let berth = |berth: &Berth| {
        let at = berth.runner.at;
        let tags = berth.tags.join(", ");
        let title = match tags.is_empty() {
            true => AttrValue::from(runner_words(i18n, &berth.runner)),
            false => t!(i18n, "dock-berth-title", runner = runner_words(i18n, &berth.runner), tags = tags),
        };
        html! {
            <li key={at} class="berth" data-berth={at.to_string()} data-hue={berth.runner.hue.map(|hue| hue.to_string())}>
                <button type="button" class="berth-button" data-act="berth" id={format!("berth-{at}")} title={title.clone()}
                    aria-pressed={(lit == Some(at)).to_string()} aria-describedby="dock-hint">
                    { view_spot(&berth.runner) }
                    <span class="berth-name">{ &*berth.runner.name }</span>
                    if let Some(environment) = &berth.runner.environment {
                        <span key="environment" class="berth-about">{ &**environment }</span>
                    }
                    <span class="berth-count">{ t!(i18n, "job-count", count = berth.jobs) }</span>
                </button>
            </li>
        }
    };
    html! {
        <section key="dock" class="dock" aria-labelledby="dock-title">
            <h2 id="dock-title" class="dock-title">{ t!(i18n, "runners") }</h2>
            <ul class="dock-list" aria-labelledby="dock-title">{ for dock.berths.iter().map(berth) }</ul>
            <p id="dock-hint" class="dock-hint">{ t!(i18n, "dock-hint") }</p>
        </section>
    }
}
