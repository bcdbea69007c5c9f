//! The card of the file itself: global variables, defaults, includes. It leads to their forms.

use yew::prelude::*;

use crate::ui::i18n::{t, I18n};
use crate::ui::widget::{Glyph, Icon};
use crate::view::board::FileCard;

/// The card; the board hears its click.
pub(super) fn view_file_card(file: &FileCard, selected: bool, i18n: &I18n) -> Html {
    let parts = [
        (file.variables > 0).then(|| t!(i18n, "file-variables", count = file.variables)),
        file.defaults.then(|| t!(i18n, "file-defaults")),
        file.workflow.then(|| t!(i18n, "file-workflow")),
        (file.includes > 0).then(|| t!(i18n, "file-includes", count = file.includes)),
    ];
    let about: Vec<AttrValue> = parts.into_iter().flatten().collect();
    html! {
        <button key="file" type="button" id="file-card" class="file-card" data-act="file" aria-pressed={selected.to_string()}>
            <Icon glyph={Glyph::File} />
            <span class="file-card-name">{ t!(i18n, "kind-file") }</span>
            <span class="file-card-about">
                { for about.into_iter().enumerate().map(|(at, text)| html! { <span key={at}>{ text }</span> }) }
            </span>
        </button>
    }
}
