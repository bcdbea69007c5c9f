//! Asks what goes into a new base: which jobs, which of the keywords that they have in common, and its name.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::command::{common_keywords, Command};
use crate::ui::browser::input;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Checkbox, Dialog, Field};
use crate::view::Snapshot;

/// The jobs to choose from.
#[derive(Properties, PartialEq)]
pub(crate) struct ExtractDialogProps {
    /// The job that it began with.
    pub job: AttrValue,
    /// The jobs that have something in common with it, and what.
    pub akin: Vec<(Rc<str>, Vec<String>)>,
    /// Names that are in use.
    pub taken: Rc<[AttrValue]>,
    /// The document.
    pub document: Snapshot,
}

/// The question.
#[function_component]
pub(crate) fn ExtractDialog(props: &ExtractDialogProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let typed = use_state(|| AttrValue::Static(".base"));
    // At first the job that has most in common with this one.
    let chosen =
        use_state(|| props.akin.first().map(|(name, _)| name.to_string()).into_iter().collect::<BTreeSet<_>>());
    let left_out = use_state(BTreeSet::<String>::new);
    let jobs: Vec<String> = std::iter::once(props.job.to_string()).chain(chosen.iter().cloned()).collect();
    let common = if chosen.is_empty() { Vec::new() } else { common_keywords(&props.document, &jobs) };
    let keywords: Vec<String> = common.iter().filter(|keyword| !left_out.contains(*keyword)).cloned().collect();
    let name = typed.trim().to_owned();
    let error = if props.taken.iter().any(|taken| **taken == name) {
        Some(t!(i18n, "refused-name-taken", name = name.as_str()))
    } else {
        (!name.starts_with('.')).then(|| t!(i18n, "extract-dot"))
    };
    let unusable = error.is_some() || name.len() < 2 || keywords.is_empty();
    let onconfirm = {
        let (dispatch, keywords) = (dispatch.clone(), Some(keywords.clone()));
        Callback::from(move |_: MouseEvent| {
            dispatch.send(Msg::CloseDialog);
            let (jobs, name, keywords) = (jobs.clone(), name.clone(), keywords.clone());
            dispatch.run(Command::ExtractBase { jobs, name, keywords });
        })
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(AttrValue::from(input::value(&event))))
    };
    let tick = |set: &UseStateHandle<BTreeSet<String>>, word: &str, ticked_is_in: bool| {
        let (set, word) = (set.clone(), word.to_owned());
        Callback::from(move |ticked: bool| {
            let mut words = (*set).clone();
            if ticked == ticked_is_in {
                words.insert(word.clone());
            } else {
                words.remove(&word);
            }
            set.set(words);
        })
    };
    let job_box = |(name, common): &(Rc<str>, Vec<String>)| {
        let label = t!(i18n, "extract-job", job = &**name, keywords = common.join(", "));
        html! {
            <li key={name.to_string()}>
                <Checkbox checked={chosen.contains(&**name)} {label} onchange={tick(&chosen, name, true)} />
            </li>
        }
    };
    let keyword_box = |keyword: &String| {
        html! {
            <li key={keyword.clone()}>
                <Checkbox checked={!left_out.contains(keyword)} label={keyword.clone()} onchange={tick(&left_out, keyword, false)} />
            </li>
        }
    };
    let actions = html! {
        <>
            <Button key="cancel" onclick={dispatch.always(Msg::CloseDialog)}>{ t!(i18n, "cancel") }</Button>
            <Button key="confirm" kind={ButtonKind::Primary} disabled={unusable} onclick={onconfirm}>
                { t!(i18n, "extract-confirm") }</Button>
        </>
    };
    html! {
        <Dialog title={t!(i18n, "extract-title", job = props.job.as_str())} close_label={t!(i18n, "close")} {actions}
            onclose={dispatch.always(Msg::CloseDialog)}>
            if props.akin.is_empty() {
                <p key="none">{ t!(i18n, "extract-none") }</p>
            } else {
                <div key="form" class="dialog-form">
                    <Field id="extract-name" label={t!(i18n, "extract-name")} error={error.clone()}>
                        <input class="text-field" data-code="true" type="text" id="extract-name" value={(*typed).clone()} {oninput}
                            autofocus=true autocomplete="off" autocapitalize="off" spellcheck="false"
                            aria-invalid={error.is_some().then_some("true")} aria-describedby="extract-name-error" />
                    </Field>
                    <Field id="extract-jobs" label={t!(i18n, "extract-jobs")} group=true>
                        <ul class="dialog-list">{ for props.akin.iter().map(job_box) }</ul>
                    </Field>
                    <Field id="extract-keywords" label={t!(i18n, "extract-keywords")} group=true>
                        <ul class="dialog-list">{ for common.iter().map(keyword_box) }</ul>
                    </Field>
                </div>
            }
        </Dialog>
    }
}
