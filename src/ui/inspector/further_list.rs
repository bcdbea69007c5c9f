//! Keywords without a form of their own: each as a box of YAML text, with the way to its place, and one to add more.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{use_edits, use_findings, use_form};
use super::suggest;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Choice, Glyph, Select, TextArea};
use crate::view::inspector::{FurtherRow, FurtherView};
use crate::view::problems::Severity;

/// The keywords.
#[derive(Properties, PartialEq)]
pub(super) struct FurtherListProps {
    /// The keywords, and those that could be added.
    pub view: Rc<FurtherView>,
    /// Whether edits are refused.
    pub disabled: bool,
}

/// Keywords without a form, and a choice of one to add.
#[function_component]
pub(super) fn FurtherList(props: &FurtherListProps) -> Html {
    let i18n = use_i18n();
    let view = &props.view;
    let added = use_state(|| None::<AttrValue>);
    let mut choices = vec![Choice::new("", &t!(i18n, "add-keyword"))];
    choices.extend(view.addable.iter().map(|name| Choice::plain(name)));
    let onchange = {
        let added = added.clone();
        Callback::from(move |name: AttrValue| added.set(Some(name).filter(|name| !name.is_empty())))
    };
    let new = (*added).clone().filter(|name| view.addable.contains(&name.as_str()));
    html! {
        <>
            <ul class="further" key="list">
                { for view.rows.iter().enumerate().map(|(at, row)| html! {
                    <Further key={format!("{at}-{}", row.key)} view={view.clone()} row={row.clone()}
                        disabled={props.disabled} />
                }) }
            </ul>
            if !view.addable.is_empty() {
                <div class="further-add" key="add">
                    <Select value={new.clone().unwrap_or_default()} choices={Rc::from(choices)} {onchange}
                        label={t!(i18n, "add-keyword")} disabled={props.disabled} />
                    if let Some(name) = &new { <NewKeyword key={name.to_string()} view={view.clone()} name={name.clone()} /> }
                </div>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct NewKeywordProps {
    view: Rc<FurtherView>,
    name: AttrValue,
}

#[function_component]
fn NewKeyword(props: &NewKeywordProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let edits = use_edits(props.name.clone());
    let typed = use_state(AttrValue::default);
    let oncommit = {
        let (edits, view, name, typed) = (edits.clone(), props.view.clone(), props.name.clone(), typed.clone());
        Callback::from(move |text: AttrValue| {
            typed.set(text.clone());
            edits.run(|_| view.edit(&name, &text));
        })
    };
    let path = props.view.path(&props.name);
    let suggest = use_memo((i18n.clone(), path), |(i18n, path)| suggest::value(i18n, &form, path.clone()));
    html! {
        <div class="further-row">
            <TextArea value={(*typed).clone()} {oncommit} suggest={(*suggest).clone()} code=true rows=2 invalid={edits.refused().is_some()}
                label={t!(i18n, "value-of", name = props.name.as_str())} placeholder={t!(i18n, "value-as-yaml")} />
            if let Some(reason) = edits.refused() { <p class="row-finding" role="alert">{ reason }</p> }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FurtherProps {
    view: Rc<FurtherView>,
    row: FurtherRow,
    disabled: bool,
}

#[function_component]
fn Further(props: &FurtherProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let row = &props.row;
    let edits = use_edits(row.text.clone());
    let findings = use_findings(Some(row.span));
    let typed = use_state(|| None::<AttrValue>);
    let path = props.view.path(&row.key);
    let suggest = use_memo((i18n.clone(), path), |(i18n, path)| suggest::value(i18n, &form, path.clone()));
    let span = row.span;
    let onclick = Callback::from(move |_: MouseEvent| form.send(Msg::GoTo(span)));
    let oncommit = {
        let (edits, view, key, typed) = (edits.clone(), props.view.clone(), row.key.clone(), typed.clone());
        Callback::from(move |text: AttrValue| {
            typed.set(Some(text.clone()));
            edits.run(|_| view.edit(&key, &text));
        })
    };
    // What was refused stays in the box, to be mended.
    let value = (*typed).clone().filter(|_| edits.refused().is_some()).unwrap_or_else(|| row.text.clone().into());
    let many = row.text.contains('\n');
    html! {
        <li class="further-row">
            <div key="head" class="further-head">
                <code class="further-key">{ &*row.key }</code>
                <Button kind={ButtonKind::Quiet} glyph={Glyph::Code} {onclick}
                    label={t!(i18n, "show-in-text-named", name = &*row.key)}>{ t!(i18n, "show-in-text") }</Button>
            </div>
            if row.editable {
                <TextArea key="text" {value} {oncommit} suggest={(*suggest).clone()} code=true rows=1 disabled={props.disabled}
                    invalid={edits.refused().is_some()} label={t!(i18n, "value-of", name = &*row.key)} />
            } else {
                <pre key="text" class="opaque-text" tabindex={many.then_some("0")} aria-label={row.key.to_string()}
                    role={many.then_some("region")}><code>{ &*row.text }{ if row.whole { "" } else { "\n…" } }</code></pre>
            }
            if let Some(reason) = edits.refused() { <p key="refused" class="row-finding" role="alert">{ reason }</p> }
            { for findings.iter().enumerate().map(|(at, finding)| html! {
                <p key={format!("finding-{at}")} class="row-finding" data-warning={(finding.severity != Severity::Error).then_some("true")}>
                    { finding.message.clone() }
                </p>
            }) }
        </li>
    }
}
