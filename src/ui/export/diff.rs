//! The differences against the file that was opened.

use std::rc::Rc;

use yew::prelude::*;

use crate::text::{DiffHunk, DiffLine, DiffTag};
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::widget::{Glyph, Icon};

/// What was changed.
#[derive(Properties, PartialEq)]
pub(crate) struct DiffProps {
    /// The changed places.
    pub hunks: Rc<Vec<DiffHunk>>,
    /// Whether each of them can be put back.
    #[prop_or_default]
    pub revertible: bool,
}

/// The changed lines with some around them.
#[function_component]
pub(crate) fn Diff(props: &DiffProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    html! {
        <div class="diff" role="region" tabindex="0" aria-label={t!(i18n, "changes")}>
            { for props.hunks.iter().enumerate().map(|(at, hunk)| html! {
                <table key={at} class="diff-hunk">
                    <caption>
                        <span class="visually-hidden">{ t!(i18n, "hunk", number = at + 1) }</span>
                        if props.revertible {
                            <button type="button" class="diff-revert"
                                onclick={dispatch.always(Msg::Revert(hunk.changes.clone()))}
                                aria-label={t!(i18n, "revert-hunk", number = at + 1)}>
                                <Icon glyph={Glyph::Undo} />{ t!(i18n, "revert") }
                            </button>
                        }
                    </caption>
                    <tbody>{ for hunk.lines.iter().enumerate().map(|(at, line)| view_line(&i18n, at, line)) }</tbody>
                </table>
            }) }
        </div>
    }
}

fn view_line(i18n: &I18n, at: usize, line: &DiffLine) -> Html {
    let (tag, sign, word) = match line.tag {
        DiffTag::Equal => ("equal", " ", None),
        DiffTag::Insert => ("insert", "+", Some(t!(i18n, "line-added"))),
        DiffTag::Delete => ("delete", "−", Some(t!(i18n, "line-removed"))),
    };
    let number = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
    html! {
        <tr key={at} class="diff-line" data-tag={tag}>
            <td class="diff-number">{ number(line.before) }</td>
            <td class="diff-number">{ number(line.after) }</td>
            <td class="diff-sign">
                <span aria-hidden="true">{ sign }</span>
                if let Some(word) = word { <span class="visually-hidden">{ word }</span> }
            </td>
            <td class="diff-text">{ &line.text }</td>
        </tr>
    }
}
