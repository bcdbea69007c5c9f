//! The keys.

use yew::prelude::*;

use crate::ui::browser::page;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::Dialog;

/// The list of keys.
#[function_component]
pub(crate) fn ShortcutsDialog() -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let control = if page::is_apple() { "⌘" } else { "Ctrl" };
    let groups = [
        (
            t!(i18n, "keys-file"),
            vec![
                (vec![control, "Z"], t!(i18n, "undo")),
                (vec![control, "Shift", "Z"], t!(i18n, "redo")),
                (vec![control, "S"], t!(i18n, "keys-save")),
                (vec![control, "Shift", "S"], t!(i18n, "export")),
                (vec![control, "O"], t!(i18n, "file-open")),
                (vec![control, "V"], t!(i18n, "keys-paste")),
                (vec!["F8"], t!(i18n, "keys-next-problem")),
                (vec!["Shift", "F8"], t!(i18n, "keys-previous-problem")),
                (vec!["?"], t!(i18n, "shortcuts")),
            ],
        ),
        (
            t!(i18n, "board"),
            vec![
                (vec!["←", "↑", "↓", "→"], t!(i18n, "keys-focus")),
                (vec!["Enter"], t!(i18n, "keys-open")),
                (vec!["M"], t!(i18n, "keys-pick-up")),
                (vec!["Alt", "←", "↑", "↓", "→"], t!(i18n, "keys-move")),
                (vec!["F2"], t!(i18n, "rename")),
                (vec!["Delete"], t!(i18n, "delete")),
            ],
        ),
        (
            t!(i18n, "keys-carrying"),
            vec![
                (vec!["←", "↑", "↓", "→"], t!(i18n, "keys-slot")),
                (vec!["Enter"], t!(i18n, "keys-drop")),
                (vec!["Esc"], t!(i18n, "cancel")),
            ],
        ),
    ];
    html! {
        <Dialog title={t!(i18n, "shortcuts")} close_label={t!(i18n, "close")} onclose={dispatch.always(Msg::CloseDialog)}>
            { for groups.into_iter().map(|(title, keys)| html! {
                <section class="keys" key={title.to_string()}>
                    <h3>{ title }</h3>
                    <dl>
                        { for keys.into_iter().map(|(keys, text)| html! {
                            <div class="keys-row" key={text.to_string()}>
                                <dt>{ for keys.into_iter().map(|key| html! { <kbd {key}>{ key }</kbd> }) }</dt>
                                <dd>{ text }</dd>
                            </div>
                        }) }
                    </dl>
                </section>
            }) }
        </Dialog>
    }
}
