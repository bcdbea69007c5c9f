//! Offers to write out the uses of an anchor that stand against a command.

use yew::prelude::*;

use crate::command::{AnchorUse, Command};
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Dialog};

/// What stands against what.
#[derive(Properties, PartialEq)]
pub(crate) struct RewriteDialogProps {
    /// The command that was refused.
    pub then: Command,
    /// The anchor.
    pub anchor: String,
    /// Where it is used.
    pub uses: Vec<AnchorUse>,
}

/// The offer.
#[function_component]
pub(crate) fn RewriteDialog(props: &RewriteDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let onclick = {
        let (dispatch, command) = (dispatch.clone(), Command::RewriteUses { then: Box::new(props.then.clone()) });
        Callback::from(move |_: MouseEvent| {
            dispatch.send(Msg::CloseDialog);
            dispatch.run(command.clone());
        })
    };
    let actions = html! {
        <>
            <Button key="cancel" autofocus=true onclick={dispatch.always(Msg::CloseDialog)}>{ t!(i18n, "cancel") }</Button>
            <Button key="rewrite" kind={ButtonKind::Primary} {onclick}>{ t!(i18n, "rewrite-uses") }</Button>
        </>
    };
    let used = |(at, used): (usize, &AnchorUse)| {
        html! { <li key={at}>{ t!(i18n, "anchor-use", entry = used.entry.as_str(), line = used.line as usize) }</li> }
    };
    html! {
        <Dialog title={t!(i18n, "rewrite-title", anchor = props.anchor.as_str())} close_label={t!(i18n, "close")} {actions}
            onclose={dispatch.always(Msg::CloseDialog)}>
            <p>{ t!(i18n, "rewrite-about", anchor = props.anchor.as_str(), count = props.uses.len()) }</p>
            <ul class="dialog-list">{ for props.uses.iter().enumerate().map(used) }</ul>
        </Dialog>
    }
}
