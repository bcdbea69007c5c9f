//! Drafts that earlier visits left: which file, when, how much was changed, and what to do with each.

use std::rc::Rc;

use yew::prelude::*;

use crate::text::line_changes;
use crate::ui::browser::clock;
use crate::ui::browser::drafts::Found;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::session::Ask;
use crate::ui::widget::{Button, ButtonKind, Glyph, Icon};

/// The drafts.
#[derive(Properties, PartialEq)]
pub(crate) struct DraftListProps {
    /// The newest first.
    pub drafts: Rc<[Found]>,
}

/// The list; nothing where there are none.
#[function_component]
pub(super) fn DraftList(props: &DraftListProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    if props.drafts.is_empty() {
        return Html::default();
    }
    let entry = |found: &Found| {
        let draft = &found.draft;
        let (id, name) = (&draft.id, draft.name.as_str());
        let changed: usize = line_changes(&draft.opened, &draft.text)
            .iter()
            .map(|change| change.before.len().max(change.after.len()))
            .sum();
        let when = clock::date_text(found.time, i18n.language().code());
        let go_on = if found.elsewhere { Msg::CopyDraft(id.clone()) } else { Msg::ContinueDraft(id.clone()) };
        html! {
            <li key={id.clone()} class="draft">
                <Icon glyph={Glyph::History} />
                <div class="draft-about">
                    <p class="draft-name">{ name }</p>
                    <p class="draft-note">{ t!(i18n, "draft-state", when = when, count = changed) }</p>
                    if found.elsewhere { <p class="draft-note">{ t!(i18n, "draft-open-elsewhere") }</p> }
                </div>
                <div class="draft-actions">
                    <Button key="go-on" kind={if found.elsewhere { ButtonKind::Plain } else { ButtonKind::Primary }}
                        onclick={dispatch.always(go_on)}>
                        { if found.elsewhere { t!(i18n, "draft-copy") } else { t!(i18n, "draft-continue") } }
                    </Button>
                    <Button key="download" kind={ButtonKind::Quiet} label={t!(i18n, "draft-download-named", file = name)}
                        onclick={dispatch.always(Msg::DownloadDraft(id.clone()))}>{ t!(i18n, "download") }</Button>
                    if !found.elsewhere {
                        <Button key="discard" kind={ButtonKind::Quiet} label={t!(i18n, "draft-discard-named", file = name)}
                            onclick={dispatch.always(Msg::Ask(Ask::DropDraft(id.clone())))}>{ t!(i18n, "draft-discard") }</Button>
                    }
                </div>
            </li>
        }
    };
    html! {
        <section class="drafts" aria-labelledby="drafts-title">
            <h2 id="drafts-title">{ t!(i18n, "drafts") }</h2>
            <ul>{ for props.drafts.iter().map(entry) }</ul>
        </section>
    }
}
