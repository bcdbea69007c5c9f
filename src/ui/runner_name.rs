//! How a runner is shown wherever it is named: its name beside the colour of its environment, and all of it in words.

use yew::prelude::*;

use super::i18n::{t, I18n};
use crate::view::board::RunnerName;

/// The runner in words: its name, and in brackets the environment and whether it is protected.
pub(crate) fn runner_words(i18n: &I18n, runner: &RunnerName) -> String {
    let environment = runner.environment.as_deref().map(str::to_owned);
    let protected = runner.protected.then(|| t!(i18n, "taker-protected").to_string());
    let about: Vec<String> = environment.into_iter().chain(protected).collect();
    match about.is_empty() {
        true => runner.name.to_string(),
        false => format!("{} ({})", runner.name, about.join("; ")),
    }
}

/// Several in words.
pub(crate) fn runners_words<'r>(i18n: &I18n, runners: impl IntoIterator<Item = &'r RunnerName>) -> String {
    runners.into_iter().map(|runner| runner_words(i18n, runner)).collect::<Vec<_>>().join(", ")
}

/// A spot in the colour of a runner's environment; the words beside it say the same.
pub(crate) fn view_spot(runner: &RunnerName) -> Html {
    html! { <span class="spot" data-hue={runner.hue.map(|hue| hue.to_string())} aria-hidden="true" /> }
}
