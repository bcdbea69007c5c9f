//! The file changed elsewhere: what both sides did is put together, and each conflict is decided here.

use yew::prelude::*;

use crate::text::{MergePart, Side};
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Choice, Dialog, Select};

/// What is merged.
#[derive(Properties, PartialEq)]
pub(crate) struct MergeDialogProps {
    /// The file's name.
    pub name: AttrValue,
    /// What both sides made of it.
    pub parts: Vec<MergePart>,
}

const SIDES: [(&str, Side); 3] = [("ours", Side::Ours), ("theirs", Side::Theirs), ("both", Side::Both)];

/// The conflicts, each with both sides and the choice between them.
#[function_component]
pub(crate) fn MergeDialog(props: &MergeDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let conflicts: Vec<_> = props.parts.iter().filter(|part| matches!(part, MergePart::Conflict { .. })).collect();
    let sides = use_state(|| vec![Side::default(); conflicts.len()]);
    let choices = std::rc::Rc::from([
        Choice::new("ours", &t!(i18n, "merge-ours")),
        Choice::new("theirs", &t!(i18n, "merge-theirs")),
        Choice::new("both", &t!(i18n, "merge-both")),
    ]);
    let conflict = |(at, part): (usize, &&MergePart)| {
        let MergePart::Conflict { ours, theirs, .. } = part else { return Html::default() };
        let chosen = sides.get(at).copied().unwrap_or_default();
        let value = SIDES.iter().find(|(_, side)| *side == chosen).map_or("ours", |(name, _)| name);
        let onchange = {
            let sides = sides.clone();
            Callback::from(move |name: AttrValue| {
                let mut list = (*sides).clone();
                if let Some((_, side)) = SIDES.iter().find(|(known, _)| *known == name.as_str()) {
                    list[at] = *side;
                }
                sides.set(list);
            })
        };
        let text = |side: AttrValue, text: &str, taken: bool| {
            html! {
                <div class="merge-side" data-taken={taken.then_some("true")}>
                    <p class="merge-name">{ side }</p>
                    <pre tabindex="0">{ if text.is_empty() { t!(i18n, "merge-nothing") } else { text.to_owned().into() } }</pre>
                </div>
            }
        };
        html! {
            <section key={at} class="merge-conflict" aria-label={t!(i18n, "merge-conflict", number = at + 1)}>
                <div class="merge-sides">
                    { text(t!(i18n, "merge-ours"), ours, chosen != Side::Theirs) }
                    { text(t!(i18n, "merge-theirs"), theirs, chosen != Side::Ours) }
                </div>
                <Select {value} choices={std::rc::Rc::clone(&choices)} {onchange}
                    label={t!(i18n, "merge-conflict", number = at + 1)} />
            </section>
        }
    };
    let actions = html! {
        <>
            <Button key="cancel" onclick={dispatch.always(Msg::CloseDialog)}>{ t!(i18n, "keep-editing") }</Button>
            <Button key="merge" kind={ButtonKind::Primary} onclick={dispatch.always(Msg::TakeMerge((*sides).clone()))}>
                { t!(i18n, "merge") }
            </Button>
        </>
    };
    html! {
        <Dialog title={t!(i18n, "merge-title", file = props.name.as_str())} close_label={t!(i18n, "close")} {actions}
            wide=true onclose={dispatch.always(Msg::CloseDialog)}>
            <p>{ t!(i18n, "merge-about", count = conflicts.len()) }</p>
            { for conflicts.iter().enumerate().map(conflict) }
        </Dialog>
    }
}
