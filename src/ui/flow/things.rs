//! What is handed on, as a list; beside it the way of the one that is chosen.

use std::rc::Rc;

use yew::prelude::*;

use super::way::WayOf;
use crate::editor::Selection;
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::widget::{Glyph, Icon, TextField};
use crate::view::flow::{Flow, Thing};
use crate::view::problems::Problem;
use crate::view::Snapshot;

/// Things shown at once; the filter finds the others.
const MOST: usize = 300;

/// What is shown.
#[derive(Properties, PartialEq)]
pub(super) struct ThingsProps {
    /// The flow.
    pub flow: Rc<Flow>,
    /// The document.
    pub document: Snapshot,
    /// What is selected on the page.
    pub selection: Selection,
    /// What is wrong with the document.
    pub findings: Rc<Vec<Problem>>,
    /// The path that is followed; the first where there is none of it.
    pub path: AttrValue,
    /// Gets the path to follow.
    pub onfollow: Callback<AttrValue>,
}

/// The list and the way.
#[function_component]
pub(super) fn Things(props: &ThingsProps) -> Html {
    let i18n = use_i18n();
    let words = use_state(AttrValue::default);
    let flow = &props.flow;
    if flow.things.is_empty() {
        return html! { <p class="flow-none">{ t!(i18n, "flow-none") }</p> };
    }
    let chosen = flow.thing(&props.path).unwrap_or(0);
    let set_words = {
        let words = words.clone();
        Callback::from(move |typed: AttrValue| words.set(typed))
    };
    let found: Vec<(usize, &Thing)> =
        flow.things.iter().enumerate().filter(|(_, thing)| matches(flow, thing, &words)).collect();
    let rest = found.len().saturating_sub(MOST) + flow.left_out;
    let item = |(at, thing): &(usize, &Thing)| {
        let (path, onfollow) = (AttrValue::from(thing.path.clone()), props.onfollow.clone());
        let onclick = Callback::from(move |_: MouseEvent| onfollow.emit(path.clone()));
        let glyph = if thing.dotenv { Glyph::Key } else { Glyph::File };
        html! {
            <li key={thing.path.to_string()}>
                <button type="button" class="flow-thing" {onclick} aria-current={(*at == chosen).then_some("true")}>
                    <Icon {glyph} /><code class="flow-path">{ &*thing.path }</code>
                    <span class="flow-count">{ counts(&i18n, thing) }</span>
                </button>
            </li>
        }
    };
    html! {
        <div class="flow-split">
            <div class="flow-side" key="side">
                <TextField value={(*words).clone()} oncommit={set_words.clone()} oninput={set_words}
                    label={t!(i18n, "flow-filter")} placeholder={t!(i18n, "flow-filter")} />
                if found.is_empty() {
                    <p key="none" class="flow-note">{ t!(i18n, "flow-no-match") }</p>
                } else {
                    <ul key="list" class="flow-list" aria-label={t!(i18n, "flow-things")}>
                        { for found.iter().take(MOST).map(item) }
                    </ul>
                }
                if rest > 0 { <p key="rest" class="flow-note">{ t!(i18n, "flow-more-things", count = rest) }</p> }
            </div>
            <WayOf key="way" flow={flow.clone()} thing={chosen} document={props.document.clone()}
                selection={props.selection.clone()} findings={props.findings.clone()} />
        </div>
    }
}

/// How many get it, and how many go without what they use.
fn counts(i18n: &I18n, thing: &Thing) -> String {
    let takers = t!(i18n, "flow-takers", count = thing.takers);
    match thing.lacking {
        0 => takers.to_string(),
        lacking => format!("{takers}, {}", t!(i18n, "flow-lacking", count = lacking)),
    }
}

/// Whether its path, one of its variables or one of its makers holds the words.
fn matches(flow: &Flow, thing: &Thing, words: &str) -> bool {
    let words = words.trim().to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&words);
    holds(&thing.path)
        || thing.variables.iter().any(|variable| holds(&variable.name))
        || thing.makers.iter().any(|maker| holds(&flow.jobs[*maker].name))
}
