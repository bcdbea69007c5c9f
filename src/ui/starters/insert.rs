//! Asks which jobs of which starter come into the open pipeline, and says what comes along with them.

use std::rc::Rc;

use yew::prelude::*;

use super::{about_of, name_of};
use crate::command::Refusal;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{refusal_text, t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Checkbox, Choice, Dialog, Field, Select};
use crate::view::starters::{Part, Parts, Starter};

/// The question.
#[function_component]
pub(crate) fn InsertDialog() -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let starter = use_state(|| Starter::Python);
    let chosen = use_state(Vec::<String>::new);
    let refusal = use_state(|| None::<Refusal>);
    let parts = use_memo(*starter, |starter| Parts::of(*starter));
    let Some(parts) = &*parts else { return Html::default() };
    let choices: Rc<[Choice]> = Starter::ALL
        .into_iter()
        .filter(|starter| starter.has_parts())
        .map(|starter| Choice::new(starter.name(), &name_of(&i18n, starter)))
        .collect();
    let onstarter = {
        let (starter, chosen, refusal) = (starter.clone(), chosen.clone(), refusal.clone());
        Callback::from(move |name: AttrValue| {
            if let Some(named) = Starter::named(&name) {
                starter.set(named);
                chosen.set(Vec::new());
                refusal.set(None);
            }
        })
    };
    let job_box = |part: &Part| {
        let onchange = {
            let (chosen, refusal, job) = (chosen.clone(), refusal.clone(), part.job.clone());
            Callback::from(move |ticked: bool| {
                let mut jobs: Vec<String> = chosen.iter().filter(|name| **name != job).cloned().collect();
                if ticked {
                    jobs.push(job.clone());
                }
                chosen.set(jobs);
                refusal.set(None);
            })
        };
        let label = t!(i18n, "insert-job", job = part.job.as_str(), stage = part.stage.as_str());
        html! { <li key={part.job.clone()}><Checkbox checked={chosen.contains(&part.job)} {label} {onchange} /></li> }
    };
    let along = parts.along(&chosen);
    let onconfirm = {
        let (dispatch, command, refusal) = (dispatch.clone(), parts.command(&chosen), refusal.clone());
        // Where it is carried out the dialog closes; a refusal stays in it.
        Callback::from(move |_: MouseEvent| {
            let refusal = refusal.clone();
            let refused = Callback::from(move |why: Refusal| refusal.set(Some(why)));
            dispatch.send(Msg::Insert(command.clone(), refused));
        })
    };
    let actions = html! {
        <>
            <Button key="cancel" onclick={dispatch.always(Msg::CloseDialog)}>{ t!(i18n, "cancel") }</Button>
            <Button key="confirm" kind={ButtonKind::Primary} disabled={chosen.is_empty()} onclick={onconfirm}>
                { t!(i18n, "insert-confirm", count = chosen.len()) }</Button>
        </>
    };
    html! {
        <Dialog title={t!(i18n, "insert-title")} close_label={t!(i18n, "close")} {actions}
            onclose={dispatch.always(Msg::CloseDialog)}>
            <div class="dialog-form">
                <Field id="insert-starter" label={t!(i18n, "insert-starter")} hint={about_of(&i18n, *starter)}>
                    <Select id="insert-starter" value={starter.name()} {choices} onchange={onstarter}
                        describedby="insert-starter-hint" />
                </Field>
                <Field id="insert-jobs" label={t!(i18n, "insert-jobs")} group=true>
                    <ul key={starter.name()} class="dialog-list">{ for parts.list.iter().map(job_box) }</ul>
                </Field>
                <p key="along" class="dialog-note" aria-live="polite">
                    if chosen.is_empty() {
                        { t!(i18n, "insert-about") }
                    } else if along.is_empty() {
                        { t!(i18n, "insert-alone") }
                    } else {
                        { t!(i18n, "insert-along", names = along.join(", ")) }
                    }
                </p>
                if let Some(why) = &*refusal { <p key="refused" class="field-error" role="alert">{ refusal_text(&i18n, why) }</p> }
            </div>
        </Dialog>
    }
}
