//! Keywords without a form, as they stand, each with the way to its place in the text.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{use_findings, use_form};
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Glyph};
use crate::view::inspector::FurtherRow;

use crate::view::problems::Severity;

/// The keywords.
#[derive(Properties, PartialEq)]
pub(super) struct FurtherListProps {
    /// The keywords.
    pub rows: Rc<Vec<FurtherRow>>,
}

/// Keywords without a form.
#[function_component]
pub(super) fn FurtherList(props: &FurtherListProps) -> Html {
    html! {
        <ul class="further">
            { for props.rows.iter().enumerate().map(|(at, row)| html! {
                <Further key={format!("{at}-{}", row.key)} row={row.clone()} />
            }) }
        </ul>
    }
}

#[derive(Properties, PartialEq)]
struct FurtherProps {
    row: FurtherRow,
}

#[function_component]
fn Further(props: &FurtherProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let row = &props.row;
    let findings = use_findings(Some(row.span));
    let span = row.span;
    let onclick = Callback::from(move |_: MouseEvent| form.send(Msg::GoTo(span)));
    let many = row.text.contains('\n');
    html! {
        <li class="further-row">
            <div key="head" class="further-head">
                <code class="further-key">{ &*row.key }</code>
                <Button kind={ButtonKind::Quiet} glyph={Glyph::Code} {onclick}
                    label={t!(i18n, "show-in-text-named", name = &*row.key)}>{ t!(i18n, "show-in-text") }</Button>
            </div>
            <pre key="text" class="opaque-text" tabindex={many.then_some("0")} aria-label={row.key.to_string()}
                role={many.then_some("region")}><code>{ &*row.text }{ if row.whole { "" } else { "\n…" } }</code></pre>
            { for findings.iter().enumerate().map(|(at, finding)| html! {
                <p key={format!("finding-{at}")} class="row-finding" data-warning={(finding.severity == Severity::Warning).then_some("true")}>
                    { finding.message.clone() }
                </p>
            }) }
        </li>
    }
}
